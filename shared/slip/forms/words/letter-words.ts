// The letters: Mẫu 04 of both sets and Mẫu 05 of TT 03/2025 (DOMAIN 2.5, 2.6). The layouts of the latter two were not
// found: their fields stand in the layout of a letter (NĐ 30/2020), and all of it is data.
import { a4Sheet, commonWords } from './common-words.ts';

const letter = {
  ...commonWords,
  copies: [] as string[],
  sheet: a4Sheet,
  recipients: { label: 'Nơi nhận:', first: '– Như trên;', last: '– Lưu: VT.' },
};

/** Mẫu 04 of TT 01/2018. */
export const apologyWords = {
  ...letter,
  formNo: 'Mẫu số 04',
  title: ['PHIẾU XIN LỖI VÀ', 'HẸN LẠI NGÀY TRẢ KẾT QUẢ'],
  number: 'Số: {no}/PXL',
  labels: {
    to: 'Kính gửi:',
    address: 'Địa chỉ:',
    phone: 'Số điện thoại:',
    due: 'Thời gian hẹn trả kết quả:',
  },
  received:
    '{day}, {office} tiếp nhận hồ sơ đề nghị giải quyết {content} của Ông/Bà {owner}; mã số/Số biên nhận: {code}.',
  late: 'Tuy nhiên, đến nay {office} chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả. Lý do: {reason}',
  sorry:
    'Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà. {office} xin lỗi Ông/Bà và sẽ trả kết quả vào: {newDue}.',
  closing: 'Mong nhận được sự thông cảm của Ông/Bà {owner}./.',
  signatures: { right: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', hint: '(Ký, ghi rõ họ tên, đóng dấu)' },
};

/** Mẫu 04 of TT 03/2025: a signed letter that asks for an extension. */
export const extensionWords = {
  ...letter,
  formNo: 'Mẫu số 04',
  title: ['VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ', 'GIA HẠN THỜI GIAN GIẢI QUYẾT'],
  number: 'Số: {no}/PXL',
  labels: {
    to: 'Kính gửi:',
    address: 'Địa chỉ:',
    phone: 'Số điện thoại:',
    code: 'Mã hồ sơ:',
    due: 'Thời gian hẹn trả kết quả:',
    reason: 'Lý do chậm:',
    newDue: 'Thời gian hẹn trả kết quả lại:',
    times: 'Số lần gia hạn:',
    history: 'Các lần gia hạn trước:',
  },
  received: '{day}, {office} tiếp nhận hồ sơ đề nghị giải quyết {content} của Ông/Bà {owner}.',
  late: 'Đến nay, {office} chưa trả kết quả đúng thời hạn ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả. {office} xin lỗi Ông/Bà về sự chậm trễ này và đề nghị gia hạn thời gian giải quyết như sau:',
  closing: 'Mong nhận được sự thông cảm của Ông/Bà {owner}./.',
  columns: {
    times: { name: 'Lần', width: 8 },
    due: { name: 'Hạn trước', width: 20 },
    newDue: { name: 'Hạn mới', width: 20 },
    reason: { name: 'Lý do', width: 30 },
    signer: { name: 'Người ký', width: 22 },
  },
  signatures: { right: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', hint: '(Ký, ghi rõ họ tên, đóng dấu)' },
};

/** Mẫu 05 of TT 03/2025. */
export const stopWords = {
  ...letter,
  formNo: 'Mẫu số 05',
  title: ['THÔNG BÁO', 'DỪNG GIẢI QUYẾT HỒ SƠ'],
  number: 'Số: {no}/TB',
  labels: {
    to: 'Kính gửi:',
    code: 'Mã hồ sơ:',
    submitter: 'Người nộp:',
    owner: 'Chủ hồ sơ:',
    content: 'Thủ tục hành chính:',
    asked: 'Đề nghị dừng giải quyết:',
    reason: 'Lý do:',
    asker: 'Người đề nghị:',
    stage: 'Giai đoạn hiện tại:',
    decided: 'Quyết định dừng giải quyết:',
    decider: 'Người quyết định:',
    money: 'Xử lý phí, lệ phí đã nộp:',
    papers: 'Giấy tờ trả lại:',
  },
  noPapers: 'Không có giấy tờ trả lại.',
  closing: '{office} thông báo để Ông/Bà được biết./.',
  columns: {
    no: { name: 'TT', width: 7 },
    name: { name: 'Tên giấy tờ', width: 54 },
    quantity: { name: 'Số lượng', width: 14 },
    sign: { name: 'Ký nhận', width: 25 },
  },
  signatures: {
    left: 'NGƯỜI NHẬN LẠI GIẤY TỜ',
    leftHint: '(Ký và ghi rõ họ tên)',
    right: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
    hint: '(Ký, ghi rõ họ tên, đóng dấu)',
  },
};
