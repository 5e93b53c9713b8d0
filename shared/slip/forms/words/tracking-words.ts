// The control sheet (Mẫu 05 of TT 01/2018, 06 of TT 03/2025), the electronic log beside it, and the register book
// (06, then 07): DOMAIN 2.7, 2.8.
import { a4Across, a4Sheet, commonWords } from './common-words.ts';

/** Mẫu 05 of TT 01/2018, Mẫu 06 of TT 03/2025; the number is the set's. */
export const controlWords = {
  ...commonWords,
  formNo: 'Mẫu số 06',
  title: ['PHIẾU KIỂM SOÁT', 'QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'],
  copies: [] as string[],
  sheet: a4Sheet,
  book: 'Quyển số: {book}, Số thứ tự: {no}',
  labels: {
    owner: 'Kèm theo hồ sơ của:',
    code: 'Mã hồ sơ:',
    receivedAt: 'Ngày nhận:',
    dueAt: 'Ngày, giờ hẹn trả kết quả:',
    office: 'Cơ quan (bộ phận) giải quyết hồ sơ:',
    partners: 'Cơ quan phối hợp giải quyết hồ sơ:',
  },
  columns: {
    office: { name: 'TÊN CƠ QUAN', width: 21 },
    time: { name: 'THỜI GIAN GIAO, NHẬN HỒ SƠ', width: 52.5 },
    result: { name: 'KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)', width: 15.5 },
    note: { name: 'GHI CHÚ', width: 11 },
  },
  /** Rows that nothing was printed into are filled by hand. */
  leastRows: 4,
  giver: '1. Giao:',
  taker: '2. Nhận:',
  blankTime: ['…… giờ …… phút,', 'ngày …… tháng …… năm ………'],
  signs: { giver: 'Người giao', taker: 'Người nhận', hint: '(Ký)' },
};

/** The log of the electronic process; no law numbers it. */
export const processLogWords = {
  ...commonWords,
  formNo: '',
  title: ['QUÁ TRÌNH XỬ LÝ HỒ SƠ', 'GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'],
  copies: [] as string[],
  sheet: a4Across,
  labels: { owner: 'Chủ hồ sơ:', content: 'Thủ tục hành chính:' },
  columns: {
    no: { name: 'STT', width: 5 },
    at: { name: 'Ngày xử lý', width: 14 },
    actor: { name: 'Người xử lý', width: 22 },
    act: { name: 'Thao tác', width: 26 },
    receiver: { name: 'Người nhận', width: 20 },
    limit: { name: 'Thời hạn', width: 13 },
  },
};

/** Mẫu 06 of TT 01/2018, Mẫu 07 of TT 03/2025; the number is the set's. */
export const bookWords = {
  ...commonWords,
  formNo: 'Mẫu số 07',
  title: ['SỔ THEO DÕI HỒ SƠ'],
  copies: [] as string[],
  sheet: { ...a4Across, tablePt: 9 },
  labels: {
    book: 'Quyển số:',
    field: 'Lĩnh vực:',
    opened: 'Mở ngày:',
    closed: 'Khóa ngày:',
  },
  columns: {
    no: { name: 'TT', width: 6.5 },
    code: { name: 'Mã hồ sơ', width: 10 },
    content: { name: 'Tên TTHC', width: 12.5 },
    sets: { name: 'Số lượng hồ sơ (bộ)', width: 6 },
    owner: { name: 'Tên cá nhân, tổ chức', width: 10.5 },
    contact: { name: 'Địa chỉ, số điện thoại', width: 11.5 },
    agency: { name: 'Cơ quan chủ trì giải quyết', width: 9 },
    date: { name: 'Ngày, tháng, năm:' },
    receivedAt: { name: 'Nhận hồ sơ', width: 7.5 },
    dueAt: { name: 'Hẹn trả kết quả', width: 7.5 },
    returnedAt: { name: 'Trả kết quả', width: 7.5 },
    method: { name: 'Phương thức nhận kết quả', width: 8 },
    sign: { name: 'Ký nhận', width: 6.5 },
    note: { name: 'Ghi chú', width: 8 },
  },
  /** Entries to a page; the totals stand under each page. */
  rowsPerPage: 8,
  pageTotal: 'Cộng trang: {entries} hồ sơ, {sets} bộ.',
  runningTotal: 'Lũy kế từ đầu sổ: {entries} hồ sơ, {sets} bộ.',
  cancelled: 'Hủy: {reason}',
};
