// Papers around the return of results, and the sheet posted for the public (DOMAIN 2.2, 2.9). No law numbers them.
import { a4Across, a4Sheet, commonWords } from './common-words.ts';

const office = { ...commonWords, formNo: '', sheet: a4Sheet };

/** Giấy biên nhận trả kết quả. */
export const resultWords = {
  ...office,
  title: ['GIẤY BIÊN NHẬN TRẢ KẾT QUẢ'],
  copies: ['Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả', 'Liên 2: Giao người nhận kết quả'],
  labels: {
    procedure: 'Tên thủ tục hành chính:',
    owner: 'Chủ hồ sơ:',
    giver: 'Người trả kết quả:',
    receiver: 'Người nhận kết quả:',
    name: 'Họ tên:',
    phone: 'Điện thoại:',
    results: 'Thành phần trả gồm:',
    kind: 'Loại kết quả:',
    number: 'Số:',
    content: 'Trích yếu:',
    returnedAt: 'Ngày trả kết quả:',
  },
  signatures: {
    left: 'NGƯỜI NHẬN KẾT QUẢ',
    right: 'NGƯỜI TRẢ KẾT QUẢ',
    hint: '(Ký và ghi rõ họ tên)',
  },
};

/** Phiếu bàn giao kết quả, across the page. */
export const handOverWords = {
  ...office,
  sheet: a4Across,
  title: ['PHIẾU BÀN GIAO KẾT QUẢ', 'GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'],
  copies: [] as string[],
  labels: {
    agency: 'Đơn vị chủ trì giải quyết thủ tục hành chính (TTHC):',
    handedOverAt: 'Bàn giao kết quả giải quyết TTHC vào:',
  },
  columns: {
    no: { name: 'TT', width: 4 },
    code: { name: 'Mã hồ sơ', width: 17 },
    content: { name: 'Nội dung giải quyết TTHC', width: 19 },
    result: { name: 'Kết quả giải quyết TTHC', width: 15 },
    owner: { name: 'Họ tên chủ hồ sơ', width: 13 },
    address: { name: 'Địa chỉ chủ hồ sơ', width: 16 },
    fee: { name: 'Phí, lệ phí (X là có)', width: 8 },
    post: { name: 'Đăng ký trả kết quả qua bưu điện (X là có)', width: 10 },
  },
  tick: 'X',
  signatures: { left: 'NGƯỜI GIAO', right: 'NGƯỜI NHẬN', hint: '(Ký và ghi rõ họ tên)' },
};

/** One slip for several dossiers, and the list on its second page. */
export const severalWords = {
  ...office,
  sheet: { ...a4Sheet, tablePt: 10 },
  title: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'],
  copies: ['Liên 1: Lưu tại Bộ phận TN&TKQ', 'Liên 2: Giao cá nhân, tổ chức'],
  labels: {
    desk: 'Bộ phận tiếp nhận và trả kết quả:',
    submitter: 'Người nộp:',
    address: 'Địa chỉ:',
    phone: 'Số điện thoại:',
    email: 'Email:',
    idNumber: 'Số CMND/Thẻ căn cước/Hộ chiếu:',
    count: '1. Số lượng hồ sơ:',
    dueAt: '2. Thời gian trả kết quả giải quyết hồ sơ:',
    returnAt: '3. Nhận kết quả tại:',
  },
  attached: '{n} (kèm theo danh sách)',
  dueText: 'Theo chi tiết danh sách bàn giao hồ sơ.',
  listTitle: 'BIÊN BẢN GIAO NHẬN HỒ SƠ',
  columns: {
    no: { name: 'STT', width: 6.5 },
    content: { name: 'Nội dung', width: 23 },
    agency: { name: 'Đơn vị', width: 13 },
    receivedAt: { name: 'Ngày nhận', width: 12.5 },
    dueAt: { name: 'Ngày hẹn trả', width: 12.5 },
    limit: { name: 'Thời hạn xử lý', width: 11 },
    sets: { name: 'Số lượng hồ sơ', width: 8.5 },
    owner: { name: 'Họ và tên', width: 13 },
  },
  signatures: {
    left: 'NGƯỜI NỘP HỒ SƠ',
    right: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
    hint: '(Ký và ghi rõ họ tên)',
  },
};

/** The sheet posted for one procedure (NĐ 63/2010). */
export const postingWords = {
  ...office,
  title: ['THỦ TỤC HÀNH CHÍNH NIÊM YẾT CÔNG KHAI'],
  copies: [] as string[],
  labels: {
    name: '1. Tên thủ tục hành chính:',
    steps: '2. Trình tự thực hiện:',
    ways: '3. Cách thức thực hiện:',
    papers: '4. Thành phần, số lượng hồ sơ:',
    limit: '5. Thời hạn giải quyết:',
    applicants: '6. Đối tượng thực hiện:',
    agency: '7. Cơ quan giải quyết:',
    result: '8. Kết quả:',
    fees: '9. Phí, lệ phí:',
    forms: '10. Tên mẫu đơn, tờ khai:',
    conditions: '11. Yêu cầu, điều kiện:',
    grounds: '12. Căn cứ pháp lý:',
    feedback: 'Địa chỉ tiếp nhận phản ánh, kiến nghị:',
  },
  code: 'Mã thủ tục: {code}',
  none: 'Không.',
  attached: 'Mẫu đơn, tờ khai được đính kèm ngay sau thủ tục này.',
};

/** Phiếu góp ý. */
export const opinionWords = {
  ...office,
  title: ['PHIẾU GÓP Ý'],
  copies: [] as string[],
  labels: { time: 'Thời gian:', manner: 'Phong cách:', opinion: 'Ý kiến:' },
  time: ['Đúng hạn', 'Trước hạn', 'Chậm'],
  manner: ['Tốt', 'Bình thường', 'Chưa tốt'],
  /** Dotted lines for the opinion. */
  leastRows: 6,
};
