import { say } from '../../say.ts';

const nothing = 'Không nhận gì từ tệp này; dữ liệu trên máy vẫn nguyên.';

/** Faults of files from a stick and of the drill. */
export const usbTrouble = {
  'usb-not-ours': say('Tệp này không phải tệp dữ liệu Một Cửa.', nothing, 'Chọn tệp có đuôi .mcusb.'),
  'usb-newer': say(
    'Tệp do bản phần mềm mới hơn viết.',
    nothing,
    'Cập nhật phần mềm trên máy này rồi nhập lại.',
  ),
  'usb-ward-wrong': say(
    'Tệp là của phường, xã khác.',
    nothing,
    'Kiểm tra lại USB; chỉ nhập tệp của nơi mình.',
  ),
  'usb-empty': say(
    'Tệp không có phần nào nguyên vẹn.',
    nothing,
    'Chép lại tệp từ máy đã xuất, chờ chép xong mới rút USB.',
  ),
  'usb-key-wrong': say(
    'Máy này không có khoá mở tệp.',
    nothing,
    'Tệp phải do một máy của phường này, hoặc do cấp trên trả lời đúng máy này, viết ra.',
  ),
  'usb-passphrase-missing': say('Tệp cần mật khẩu.', nothing, 'Nhập mật khẩu đã hiện khi xuất tệp.'),
  'usb-passphrase-wrong': say(
    'Mật khẩu không mở được tệp.',
    nothing,
    'Xem lại tờ giấy ghi mật khẩu, hoặc xuất tệp mới.',
  ),
  'usb-damaged': say(
    'Tệp đã bị sửa hoặc hỏng.',
    nothing,
    'Chép lại từ máy đã xuất. Nếu vẫn vậy, báo người quản trị và giữ USB lại.',
  ),
  'usb-signature-wrong': say(
    'Chữ ký của tệp không đúng: tệp đã bị sửa.',
    nothing,
    'Không dùng tệp này. Giữ USB lại và báo người quản trị.',
  ),
  'usb-device-unknown': say(
    'Máy viết tệp không có trong danh sách.',
    nothing,
    'Báo người quản trị cấp trên.',
  ),
  'usb-no-answer': say('Tệp này là tệp trả lời.', nothing, 'Nhập tệp trả lời ở máy đã xuất.'),
  'usb-file-gone': say(
    'Việc chuyển tệp bị ngắt giữa chừng.',
    'Không có gì hỏng; phần dở được bỏ đi.',
    'Làm lại từ đầu.',
  ),
  'usb-too-large': say(
    'Dữ liệu quá lớn cho một tệp.',
    'Không viết gì.',
    'Dùng “Xuất ra USB” (phần còn thiếu) thay cho “Xuất toàn bộ”.',
  ),
  'not-a-drill': say(
    'Đây không phải bản diễn tập.',
    'Không có gì bị cắt.',
    'Mở diễn tập từ trang “Khi mất mạng”.',
  ),
};
