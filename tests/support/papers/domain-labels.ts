// The labels of DOMAIN 2.1–2.9, verbatim and in its order, written from there and not from the product; what stands for
// `…` there is data and left out here.
import type { Slip } from '../../../shared/slip/slip.ts';
import { goldenPapers } from '../../golden/papers.ts';

const PARTY = ['Họ tên:', 'Điện thoại:'];
const SIGN = '(Ký và ghi rõ họ tên)';
const RECEIPT_HEAD = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];
const RECEIPT_TABLE = ['Thành phần hồ sơ', ['Số lượng', 'Bản chính', 'Bản chứng thực', 'Bản photo']] as const;

/** Heads of columns as DOMAIN lists them; those under a common head are read on the line below. */
function tableHead(...columns: readonly (string | readonly string[])[]): readonly string[] {
  const upper = columns.map((column) => (typeof column === 'string' ? column : (column[0] ?? '')));
  return [...upper, ...columns.flatMap((column) => (typeof column === 'string' ? [] : column.slice(1)))];
}

const receipt = (copy: string, ...middle: readonly string[]): readonly string[] => [
  ...RECEIPT_HEAD,
  'Mã hồ sơ:',
  'Quyển số:',
  'Số thứ tự:',
  'GIẤY TIẾP NHẬN HỒ SƠ',
  'VÀ HẸN TRẢ KẾT QUẢ',
  copy,
  'Bộ phận tiếp nhận và trả kết quả:',
  'Tiếp nhận hồ sơ của:',
  'Người nộp:',
  'Địa chỉ:',
  'Số điện thoại:',
  'Email:',
  'Số CMND/Thẻ căn cước/Hộ chiếu:',
  'Nội dung yêu cầu giải quyết:',
  '1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:',
  ...tableHead('TT', ...RECEIPT_TABLE),
  '2. Số lượng hồ sơ:',
  '(bộ)',
  '3. Thời gian giải quyết hồ sơ theo quy định là:',
  'ngày',
  '4. Thời gian nhận hồ sơ:',
  '5. Thời gian trả kết quả giải quyết hồ sơ:',
  ...middle,
  'Vào Sổ theo dõi hồ sơ, Quyển số:',
  'Số thứ tự:',
  'NGƯỜI NỘP HỒ SƠ',
  SIGN,
  'NGƯỜI TIẾP NHẬN HỒ SƠ',
  SIGN,
  'Ghi chú:',
];

const supplement = (...table: readonly string[]): readonly string[] => [
  'Số:',
  '/HDHS',
  'PHIẾU YÊU CẦU BỔ SUNG,',
  'HOÀN THIỆN HỒ SƠ',
  'Mẫu số 02',
  'Bộ phận tiếp nhận và trả kết quả:',
  'Tiếp nhận hồ sơ của:',
  'Nội dung yêu cầu giải quyết:',
  'Địa chỉ:',
  'Số điện thoại:',
  'Email:',
  'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
  ...table,
  'Lý do:',
  'Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với',
  'số điện thoại',
  'để được hướng dẫn./.',
  'NGƯỜI HƯỚNG DẪN',
  SIGN,
];

const refusal: readonly string[] = [
  'PHIẾU TỪ CHỐI TIẾP NHẬN',
  'GIẢI QUYẾT HỒ SƠ',
  'Mẫu số 03',
  'Bộ phận tiếp nhận và trả kết quả:',
  'Tiếp nhận hồ sơ của:',
  'Địa chỉ:',
  'Số điện thoại:',
  'Email:',
  'Nội dung yêu cầu giải quyết:',
  'Qua xem xét, Bộ phận tiếp nhận và trả kết quả',
  'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
  'Xin thông báo cho Ông/Bà được biết và thực hiện./.',
  'NGƯỜI NỘP HỒ SƠ',
  SIGN,
  'NGƯỜI TIẾP NHẬN HỒ SƠ',
  SIGN,
];

const control = (formNo: string): readonly string[] => [
  'Quyển số:',
  ', Số thứ tự:',
  'PHIẾU KIỂM SOÁT',
  'QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
  formNo,
  'Kèm theo hồ sơ của:',
  'Mã hồ sơ:',
  'Ngày nhận:',
  'Ngày, giờ hẹn trả kết quả:',
  'Cơ quan (bộ phận) giải quyết hồ sơ:',
  'Cơ quan phối hợp giải quyết hồ sơ:',
  'TÊN CƠ QUAN',
  'THỜI GIAN GIAO, NHẬN HỒ SƠ',
  'KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)',
  'GHI CHÚ',
  ...Array.from({ length: 4 }, () => [
    '1. Giao:',
    '2. Nhận:',
    'Người giao',
    '(Ký)',
    'Người nhận',
    '(Ký)',
  ]).flat(),
];

const book = (formNo: string): readonly string[] => [
  'SỔ THEO DÕI HỒ SƠ',
  formNo,
  'Quyển số:',
  'Lĩnh vực:',
  'Mở ngày:',
  'Khóa ngày:',
  ...tableHead(
    'TT',
    'Mã hồ sơ',
    'Tên TTHC',
    'Số lượng hồ sơ (bộ)',
    'Tên cá nhân, tổ chức',
    'Địa chỉ, số điện thoại',
    'Cơ quan chủ trì giải quyết',
    ['Ngày, tháng, năm:', 'Nhận hồ sơ', 'Hẹn trả kết quả', 'Trả kết quả'],
    'Phương thức nhận kết quả',
    'Ký nhận',
    'Ghi chú',
  ),
];

const DESKS = 'Liên 1: Lưu tại Bộ phận TN&TKQ';
const CITIZENS = 'Liên 2: Giao cá nhân, tổ chức';

const labels: Readonly<Record<string, readonly string[]>> = {
  'mau-01-tt-03-2025': receipt(CITIZENS, '6. Đăng ký nhận kết quả tại:', '7. Phí, lệ phí (nếu có):'),
  'mau-01-tt-01-2018': receipt(DESKS, '6. Đăng ký nhận kết quả tại:', '7. Phí, lệ phí (nếu có):'),
  // The lines of the second stage are a variant in the place of line 6; what follows has no number of DOMAIN's.
  'mau-01-two-stages': receipt(
    CITIZENS,
    '6. Thời gian nhận hồ sơ (giai đoạn 2 nếu có):',
    '7. Thời gian trả kết quả giải quyết hồ sơ (giai đoạn 2 nếu có):',
    'Đăng ký nhận kết quả tại:',
    'Phí, lệ phí (nếu có):',
  ),
  'mau-02-tt-03-2025': supplement(...tableHead('STT', ...RECEIPT_TABLE)),
  'mau-02-tt-01-2018': supplement(),
  'mau-03-tt-03-2025': refusal,
  'mau-03-tt-01-2018': refusal,
  'mau-04-tt-01-2018': [
    'Số:',
    '/PXL',
    'PHIẾU XIN LỖI VÀ',
    'HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Mẫu số 04',
    'Kính gửi:',
    'tiếp nhận hồ sơ đề nghị giải quyết',
    'của Ông/Bà',
    'mã số/Số biên nhận:',
    'Thời gian hẹn trả kết quả:',
    'Tuy nhiên, đến nay',
    'chưa trả kết quả',
    'đúng thời hạn ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả. Lý do:',
    'Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà.',
    'xin lỗi Ông/Bà và sẽ trả kết quả vào:',
    'Mong nhận được sự thông cảm của Ông/Bà',
    './.',
    'Nơi nhận:',
    '– Như trên;',
    '– Lưu: VT.',
    'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
    '(Ký, ghi rõ họ tên, đóng dấu)',
  ],
  'mau-04-tt-03-2025': [
    'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ',
    'GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'Mẫu số 04',
    'Kính gửi:',
    'Mã hồ sơ:',
    'Thời gian hẹn trả kết quả:',
    'Lý do chậm:',
    'Thời gian hẹn trả kết quả lại:',
    'Số lần gia hạn:',
    'Người ký',
    'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  ],
  'mau-05-tt-03-2025': [
    'THÔNG BÁO',
    'DỪNG GIẢI QUYẾT HỒ SƠ',
    'Mẫu số 05',
    'Mã hồ sơ:',
    'Người nộp:',
    'Chủ hồ sơ:',
    'Thủ tục hành chính:',
    'Đề nghị dừng',
    'Lý do:',
    'Người đề nghị:',
    'Giai đoạn hiện tại:',
    'Quyết định dừng',
    'Người quyết định:',
    'Xử lý phí, lệ phí đã nộp:',
    'Giấy tờ trả lại:',
    'Ký nhận',
  ],
  'mau-05-tt-01-2018': control('Mẫu số 05'),
  'mau-06-tt-03-2025': control('Mẫu số 06'),
  'mau-06-tt-01-2018': book('Mẫu số 06'),
  'mau-07-tt-03-2025': book('Mẫu số 07'),
  'fee-slip': [
    'Đơn vị thu:',
    'Mã số thuế:',
    ...RECEIPT_HEAD,
    'Mẫu số:',
    'Ký hiệu:',
    'Số:',
    'PHIẾU THU TIỀN (nội bộ)',
    '– không thay thế biên lai điện tử',
    'Tên loại phí, lệ phí:',
    '(Liên 2: Giao cho người nộp tiền)',
    'Tên đơn vị hoặc người nộp tiền:',
    'Mã hồ sơ:',
    'Địa chỉ:',
    'Số tiền:',
    'VNĐ',
    '(Viết bằng chữ):',
    'Hình thức thanh toán:',
    // Place and date.
    'ngày',
    'Người thu tiền',
    '(Ký, ghi rõ họ tên)',
    'P:',
    'VNĐ',
    'LP:',
    'VNĐ',
  ],
  'result-receipt': [
    'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ',
    'Tên thủ tục hành chính:',
    'Chủ hồ sơ:',
    'Người trả kết quả:',
    ...PARTY,
    'Người nhận kết quả:',
    ...PARTY,
    'Thành phần trả gồm:',
    'Loại kết quả:',
    'Số:',
    'Trích yếu:',
    'Ngày trả kết quả:',
    'NGƯỜI NHẬN KẾT QUẢ',
    'NGƯỜI TRẢ KẾT QUẢ',
  ],
  'hand-over': [
    'PHIẾU BÀN GIAO KẾT QUẢ',
    'GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
    'Đơn vị chủ trì giải quyết thủ tục hành chính (TTHC):',
    'TT',
    'Mã hồ sơ',
    'Nội dung giải quyết TTHC',
    'Kết quả giải quyết TTHC',
    'Họ tên chủ hồ sơ',
    'Địa chỉ chủ hồ sơ',
    'Phí, lệ phí (X là có)',
    'Đăng ký trả kết quả qua bưu điện (X là có)',
    'Bàn giao kết quả giải quyết TTHC vào:',
    'NGƯỜI GIAO',
    'NGƯỜI NHẬN',
  ],
  'several-dossiers': [
    'GIẤY TIẾP NHẬN HỒ SƠ',
    'Số lượng hồ sơ:',
    '(kèm theo danh sách)',
    '2. Thời gian trả kết quả giải quyết hồ sơ:',
    'Theo chi tiết danh sách bàn giao hồ sơ.',
    '3. Nhận kết quả tại:',
    'BIÊN BẢN GIAO NHẬN HỒ SƠ',
    'STT',
    'Nội dung',
    'Đơn vị',
    'Ngày nhận',
    'Ngày hẹn trả',
    'Thời hạn xử lý',
    'Số lượng hồ sơ',
    'Họ và tên',
  ],
  posting: [
    'Tên thủ tục hành chính:',
    'Trình tự thực hiện:',
    'Cách thức thực hiện:',
    'Thành phần, số lượng hồ sơ:',
    'Thời hạn giải quyết:',
    'Đối tượng thực hiện:',
    'Cơ quan giải quyết:',
    'Kết quả:',
    'Phí, lệ phí:',
    'Tên mẫu đơn, tờ khai:',
    'Yêu cầu, điều kiện:',
    'Căn cứ pháp lý:',
    'Địa chỉ tiếp nhận phản ánh, kiến nghị:',
  ],
  'process-log': [
    'QUÁ TRÌNH XỬ LÝ HỒ SƠ',
    'GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
    'STT',
    'Ngày xử lý',
    'Người xử lý',
    'Thao tác',
    'Người nhận',
    'Thời hạn',
  ],
  opinion: [
    'PHIẾU GÓP Ý',
    'Thời gian:',
    'Đúng hạn',
    'Trước hạn',
    'Chậm',
    'Phong cách:',
    'Tốt',
    'Bình thường',
    'Chưa tốt',
    'Ý kiến:',
  ],
};

/** Every golden paper with the labels that it must carry. */
export const labelledPapers: readonly (readonly [name: string, slip: Slip, labels: readonly string[]])[] =
  Object.entries(labels).map(([name, list]) => {
    const slip = goldenPapers[name];
    if (slip === undefined) throw new Error(`no golden paper ${name}`);
    return [name, slip, list];
  });

/** The first of `words` that does not stand in `text` after the one before; null when all do, in their order. */
export function firstMissing(
  text: string,
  words: readonly string[],
  bare: (text: string) => string,
): string | null {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(bare(word), from);
    if (at < 0) return word;
    from = at + bare(word).length;
  }
  return null;
}
