import { say } from '../../say.ts';

const nothing = 'Chưa có gì thay đổi.';

/** Why people, PINs or settings stay as they are. */
export const peopleTrouble = {
  'clerk-retired': say(
    'Người này đã thôi làm việc ở đây.',
    'Không đăng nhập được.',
    'Nhờ Trưởng bộ phận hoặc Quản trị xem lại danh sách cán bộ.',
  ),
  'clerk-unknown': say('Không có cán bộ này.', nothing, 'Chọn lại trong danh sách.'),
  'clerk-removed': say(
    'Không bỏ được {detail} khỏi danh sách.',
    'Việc người đó đã ghi còn mang tên họ. Chưa lưu gì.',
    'Đánh dấu “Đã thôi làm việc ở đây”.',
  ),
  'pin-must-change': say(
    'Mã PIN này là mã tạm.',
    'Chưa đăng nhập được.',
    'Nhập mã PIN mới của riêng mình rồi bấm lại.',
  ),
  'pin-format': say('Mã PIN mới gồm 4 đến 8 chữ số.', nothing, 'Nhập lại mã mới.'),
  'pin-weak': say('Mã PIN mới dễ đoán.', nothing, 'Chọn mã không có số liền nhau hoặc lặp lại.'),
  'pin-birthday': say('Mã PIN mới giống ngày hoặc năm sinh.', nothing, 'Chọn mã khác.'),
  'pin-same': say('Mã PIN mới giống mã cũ.', nothing, 'Chọn mã khác.'),
  'pin-own': say('Không tự đặt lại mã PIN của mình.', nothing, 'Dùng “Đổi mã PIN của tôi” ở trên danh sách.'),
  'setting-invalid': say(
    'Có chỗ chưa đúng: {detail}.',
    'Chưa lưu gì; cài đặt đang dùng giữ nguyên.',
    'Sửa chỗ đó rồi lưu lại.',
  ),
  'setting-same': say('Không có gì khác trước.', 'Chưa lưu gì.', 'Sửa rồi mới lưu.'),
  'setting-reason-missing': say('Chưa ghi lý do.', nothing, 'Ghi lý do thay đổi.'),
  'settings-keeper-none': say(
    'Phải còn ít nhất một Trưởng bộ phận hoặc Quản trị.',
    'Chưa lưu gì; nếu không sẽ không ai sửa được cài đặt.',
    'Giữ lại một người có vai trò đó.',
  ),
  'settings-stale': say(
    'Cài đặt vừa được đổi ở trang khác.',
    'Chưa lưu gì, để không đè lên thay đổi đó.',
    'Mở lại mục này rồi sửa.',
  ),
  'settings-unwritable': say(
    'Không ghi được tệp cài đặt.',
    'Cài đặt đang dùng giữ nguyên.',
    'Kiểm tra chỗ trống trên đĩa và báo người quản trị máy.',
  ),
  'still-busy': say('Việc trước còn đang làm.', nothing, 'Đợi một chút rồi bấm lại.'),
};
