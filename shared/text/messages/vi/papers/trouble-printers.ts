import { say } from '../../say.ts';

const held = 'Tờ mà máy in đang giữ sẽ tự ra, không in lần nữa; tờ báo hỏng thì chưa ra.';
const saved = 'Việc vẫn được lưu.';

/** What printers say of themselves. */
export const printerTrouble = {
  'printer-paper-out': say('Máy in hết giấy.', held, 'Cho giấy vào khay.'),
  'printer-busy': say(
    'Máy in đang bận tờ khác.',
    saved,
    'Đợi tờ trước ra rồi bấm in lại, hoặc chọn máy in khác.',
  ),
  'printer-jam': say('Máy in bị kẹt giấy hoặc dao cắt.', held, 'Gỡ giấy kẹt, đóng nắp máy in.'),
  'printer-cover-open': say('Máy in đang mở nắp.', held, 'Đóng nắp máy in.'),
  'printer-toner-out': say('Máy in hết mực.', held, 'Thay hộp mực.'),
  'printer-offline': say('Máy in đã tắt hoặc mất nối.', held, 'Bật máy in, kiểm tra dây mạng.'),
  'printer-paused': say(
    'Hàng in đang bị tạm dừng.',
    held,
    'Bấm tiếp tục trên máy in, hoặc nhờ người quản trị mở lại hàng in.',
  ),
  'printer-format-refused': say(
    'Máy in này không nhận loại tệp của giấy.',
    saved,
    'Chọn máy in khác, hoặc nối máy này qua hệ thống in (CUPS).',
  ),
  'printer-queue-unknown': say(
    'Hệ thống in không có máy in mang tên này.',
    saved,
    'Người quản trị sửa tên máy in trong phần Cài đặt.',
  ),
  'print-aborted-at-printer': say(
    'Máy in đã bỏ tờ giấy này.',
    'Giấy chưa ra hoặc ra thiếu.',
    'Bỏ tờ thiếu, kiểm tra máy in rồi mở hồ sơ để in lại.',
  ),
  'print-job-forgotten': say(
    'Hệ thống in không còn nhớ tờ giấy này.',
    'Chưa rõ giấy đã ra chưa.',
    'Nhìn khay giấy: nếu chưa có, mở hồ sơ để in lại.',
  ),
};
