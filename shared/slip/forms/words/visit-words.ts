// One slip for the dossiers of one visit (DOMAIN 2.2, several dossiers at once); no law numbers it, each dossier keeps its own Mẫu 01.
import { a4Sheet, commonWords } from './common-words.ts';

/** Giấy tiếp nhận chung, with the list on its second page. */
export const visitWords = {
  ...commonWords,
  formNo: '',
  title: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'],
  copies: ['Liên 1: Lưu tại Bộ phận Tiếp nhận và Trả kết quả', 'Liên 2: Giao cá nhân, tổ chức'],
  sheet: { ...a4Sheet, tablePt: 10 },
  labels: {
    desk: 'Bộ phận tiếp nhận và trả kết quả:',
    submitter: 'Người nộp:',
    address: 'Địa chỉ:',
    phone: 'Số điện thoại:',
    count: '1. Số lượng hồ sơ:',
    due: '2. Thời gian trả kết quả giải quyết hồ sơ:',
    place: '3. Nhận kết quả tại:',
  },
  count: '{count} (kèm theo danh sách)',
  due: 'Theo chi tiết danh sách bàn giao hồ sơ.',
  list: ['BIÊN BẢN GIAO NHẬN HỒ SƠ'],
  columns: {
    no: { name: 'STT', width: 5 },
    content: { name: 'Nội dung', width: 27 },
    agency: { name: 'Đơn vị', width: 13 },
    receivedAt: { name: 'Ngày nhận', width: 11 },
    dueAt: { name: 'Ngày hẹn trả', width: 11 },
    limit: { name: 'Thời hạn xử lý', width: 10 },
    sets: { name: 'Số lượng hồ sơ', width: 8 },
    owner: { name: 'Họ và tên', width: 15 },
  },
  signatures: { left: 'NGƯỜI NỘP HỒ SƠ', right: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: '(Ký và ghi rõ họ tên)' },
};
