// Mẫu 02 and Mẫu 03 in the words of the templates in use (DOMAIN 2.3, 2.4).
import { a4Sheet, commonWords, paperColumns } from './common-words.ts';

const personLabels = {
  desk: 'Bộ phận tiếp nhận và trả kết quả:',
  owner: 'Tiếp nhận hồ sơ của:',
  address: 'Địa chỉ:',
  phone: 'Số điện thoại:',
  email: 'Email:',
  content: 'Nội dung yêu cầu giải quyết:',
};

/** Mẫu 02. */
export const supplementWords = {
  ...commonWords,
  formNo: 'Mẫu số 02',
  title: ['PHIẾU YÊU CẦU BỔ SUNG,', 'HOÀN THIỆN HỒ SƠ'],
  copies: [] as string[],
  sheet: a4Sheet,
  number: 'Số: {no}/HDHS',
  labels: {
    ...personLabels,
    ask: 'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
    reason: 'Lý do:',
  },
  columns: paperColumns,
  closing:
    'Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với {officer} số điện thoại {phone} để được hướng dẫn./.',
  signatures: { right: 'NGƯỜI HƯỚNG DẪN', hint: '(Ký và ghi rõ họ tên)' },
};

/** Mẫu 03. */
export const refusalWords = {
  ...commonWords,
  formNo: 'Mẫu số 03',
  title: ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'GIẢI QUYẾT HỒ SƠ'],
  copies: [] as string[],
  sheet: a4Sheet,
  /** Where the office numbers its refusals; the template has no line for it, so none stands without a number. */
  number: 'Số: {no}',
  labels: personLabels,
  statement:
    'Qua xem xét, Bộ phận tiếp nhận và trả kết quả {office} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
  closing: 'Xin thông báo cho Ông/Bà được biết và thực hiện./.',
  signatures: {
    left: 'NGƯỜI NỘP HỒ SƠ',
    right: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
    hint: '(Ký và ghi rõ họ tên)',
  },
};
