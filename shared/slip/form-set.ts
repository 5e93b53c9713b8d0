// The forms in law, as data with effective dates. Labels are those in use (DOMAIN 2.2); the annexes themselves must
// be compared by the ward before it goes live (DOMAIN 2.0). An old slip is drawn again with the form of its day.

/** Every word that Mẫu 01 prints besides the dossier's own data. */
export type ReceiptForm = {
  /** Goes into the slip's `template`. */
  readonly id: string;
  /** First ward day (YYYY-MM-DD) on which the form is issued. */
  readonly effectiveFrom: string;
  readonly formNo: string;
  readonly basis: string;
  readonly nation: string;
  readonly motto: string;
  readonly title: readonly string[];
  readonly copies: readonly [string, string];
  /** `{n}` and `{at}` are replaced. */
  readonly reprint: string;
  /** The mark of a slip after a correction of its reception; `{n}` and `{at}` are replaced. */
  readonly corrected: string;
  /** Said under such a slip. */
  readonly correctedNote: string;
  readonly labels: ReceiptLabels;
  readonly table: {
    readonly no: string;
    readonly name: string;
    readonly quantity: string;
    readonly original: string;
    readonly certifiedCopy: string;
    readonly photocopy: string;
  };
  readonly signatures: { readonly submitter: string; readonly officer: string; readonly hint: string };
  readonly notesLabel: string;
  /** `{hotline}` is replaced; where the ward has none, the sentence that names it is left out. */
  readonly notes: readonly string[];
};

type ReceiptLabels = {
  readonly code: string;
  readonly provisionalCode: string;
  readonly provisionalRemark: string;
  /** `{book}` and `{no}` are replaced. */
  readonly bookShort: string;
  readonly desk: string;
  readonly owner: string;
  readonly submitter: string;
  readonly address: string;
  readonly ownerAddress: string;
  readonly phone: string;
  readonly email: string;
  readonly idNumber: string;
  readonly content: string;
  readonly papers: string;
  readonly sets: string;
  readonly setsUnit: string;
  readonly limit: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly why: string;
  readonly stage2ReceivedAt: string;
  readonly stage2DueAt: string;
  readonly returnAt: string;
  readonly fee: string;
  /** The same two lines after those of a second stage. */
  readonly returnAtLater: string;
  readonly feeLater: string;
  readonly feeTotal: string;
  readonly noFee: string;
  readonly book: string;
  readonly bookNo: string;
};

const labels: ReceiptLabels = {
  code: 'Mã hồ sơ:',
  provisionalCode: 'Mã hồ sơ (mã tạm):',
  provisionalRemark: 'Mã tạm cấp khi mất kết nối. Mã chính thức được cấp sau; cả hai mã đều dùng để tra cứu.',
  bookShort: 'Quyển số: {book}, Số thứ tự: {no}',
  desk: 'Bộ phận tiếp nhận và trả kết quả:',
  owner: 'Tiếp nhận hồ sơ của:',
  submitter: 'Người nộp:',
  address: 'Địa chỉ:',
  ownerAddress: 'Địa chỉ chủ hồ sơ:',
  phone: 'Số điện thoại:',
  email: 'Email:',
  idNumber: 'Số CMND/Thẻ căn cước/Hộ chiếu:',
  content: 'Nội dung yêu cầu giải quyết:',
  papers: '1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:',
  sets: '2. Số lượng hồ sơ:',
  setsUnit: '(bộ)',
  limit: '3. Thời gian giải quyết hồ sơ theo quy định là:',
  receivedAt: '4. Thời gian nhận hồ sơ:',
  dueAt: '5. Thời gian trả kết quả giải quyết hồ sơ:',
  why: 'Vì sao ngày này?',
  stage2ReceivedAt: '6. Thời gian nhận hồ sơ (giai đoạn 2 nếu có):',
  stage2DueAt: '7. Thời gian trả kết quả giải quyết hồ sơ (giai đoạn 2 nếu có):',
  returnAt: '6. Đăng ký nhận kết quả tại:',
  fee: '7. Phí, lệ phí (nếu có):',
  returnAtLater: '8. Đăng ký nhận kết quả tại:',
  feeLater: '9. Phí, lệ phí (nếu có):',
  feeTotal: 'Tổng cộng:',
  noFee: 'Không thu',
  book: 'Vào Sổ theo dõi hồ sơ, Quyển số:',
  bookNo: 'Số thứ tự:',
};

/** Mẫu số 01 of TT 03/2025/TT-VPCP, in force since 15/9/2025 (DOMAIN 1). */
const tt03: ReceiptForm = {
  id: 'mau-01/tt-03-2025/1',
  effectiveFrom: '2025-09-15',
  formNo: 'Mẫu số 01',
  basis: '(Ban hành kèm theo Thông tư số 03/2025/TT-VPCP ngày 15/9/2025)',
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  title: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'],
  copies: ['Liên 1: Lưu tại Bộ phận TN&TKQ', 'Liên 2: Giao cá nhân, tổ chức'],
  reprint: 'BẢN IN LẠI LẦN {n} ({at})',
  corrected: 'ĐIỀU CHỈNH LẦN {n} ({at})',
  correctedNote:
    'Giấy này thay cho giấy đã cấp trước đó với cùng mã hồ sơ; đề nghị Ông/Bà nộp lại giấy cũ cho nơi tiếp nhận.',
  labels,
  table: {
    no: 'TT',
    name: 'Thành phần hồ sơ',
    quantity: 'Số lượng',
    original: 'Bản chính',
    certifiedCopy: 'Bản chứng thực',
    photocopy: 'Bản photo',
  },
  signatures: {
    submitter: 'NGƯỜI NỘP HỒ SƠ',
    officer: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
    hint: '(Ký và ghi rõ họ tên)',
  },
  notesLabel: 'Ghi chú:',
  notes: [
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 2 liên; một liên chuyển kèm theo Phiếu kiểm soát quá trình giải quyết hồ sơ và được lưu tại Bộ phận Tiếp nhận và Trả kết quả; một liên giao cho cá nhân, tổ chức nộp hồ sơ.',
    'Khi nhận kết quả, Ông/Bà mang theo giấy này và giấy tờ tùy thân; người nhận thay mang thêm giấy ủy quyền. Điện thoại hỗ trợ: {hotline}.',
  ],
};

/** Mẫu số 01 of TT 01/2018/TT-VPCP, for slips issued before TT 03/2025. */
const tt01: ReceiptForm = {
  ...tt03,
  id: 'mau-01/tt-01-2018/1',
  effectiveFrom: '2018-11-23',
  basis: '(Ban hành kèm theo Thông tư số 01/2018/TT-VPCP ngày 23/11/2018)',
};

/** All versions of Mẫu 01, newest first. */
export const receiptForms: readonly [ReceiptForm, ReceiptForm] = [tt03, tt01];

/** The Mẫu 01 in force on a ward day (YYYY-MM-DD); days before all of them get the oldest. */
export function receiptFormOn(day: string): ReceiptForm {
  return receiptForms.find((form) => form.effectiveFrom <= day) ?? tt01;
}
