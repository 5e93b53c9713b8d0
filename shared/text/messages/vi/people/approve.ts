import { say } from '../../say.ts';

/** Four eyes: another person agrees with the own PIN. */
export const approve = {
  title: 'Cần người thứ hai xác nhận',
  intro: (what: string): string => `${what} cần hai người. Mời đồng nghiệp chọn tên và nhập mã PIN của mình.`,
  what: {
    correction: 'Điều chỉnh hồ sơ đã tiếp nhận',
    'payment-cancel': 'Hủy phiếu thu',
    erasure: 'Xóa thông tin cá nhân',
    settings: 'Thay đổi cài đặt này',
    'bulk-export': 'Xuất nhiều hồ sơ ra tệp',
  },
  changes: 'Nội dung thay đổi',
  colleague: 'Người xác nhận',
  choose: 'Chọn tên',
  colleagueMissing: 'Chọn tên người xác nhận.',
  pin: 'Mã PIN của người xác nhận',
  pinHint: 'Chính người xác nhận tự nhập.',
  pinMissing: 'Nhập mã PIN, 4 đến 8 chữ số.',
  submit: 'Xác nhận',
  cancel: 'Thôi',
  busy: 'Đang kiểm tra mã PIN',
  nobody: (roles: string): string =>
    `Phường chưa có người nào khác được xác nhận việc này (${roles}). Thêm người ở trang Cài đặt, mục Cán bộ.`,
};

/** Why a second person's word does not count. */
export const approveTrouble = {
  'approver-same': say(
    'Người xác nhận phải là người khác.',
    'Chưa có gì thay đổi; một người không tự xác nhận việc của mình.',
    'Mời một đồng nghiệp xác nhận.',
  ),
  'approver-pin-wrong': say(
    'Mã PIN của người xác nhận chưa đúng.',
    'Chưa ai xác nhận; chưa có gì thay đổi.',
    'Người xác nhận tự nhập lại mã PIN của mình, hoặc chọn lại tên.',
  ),
  'approver-role-wrong': say(
    'Người này không được xác nhận việc này.',
    'Chưa có gì thay đổi.',
    'Mời người có vai trò được nêu trong danh sách.',
  ),
  'approval-missing': say(
    'Việc này cần người thứ hai xác nhận.',
    'Chưa có gì thay đổi.',
    'Làm lại và mời đồng nghiệp nhập mã PIN của mình.',
  ),
};
