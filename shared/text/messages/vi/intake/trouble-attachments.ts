import { say } from '../../say.ts';

const kept = 'Hồ sơ và các tệp đã lưu trước đó vẫn còn nguyên.';

/** Troubles of scans and photos, by code. */
export const attachmentTrouble = {
  'attachment-empty': say('Tệp này rỗng.', kept, 'Quét lại rồi thêm tệp mới.'),
  'attachment-kind': say(
    'Tệp này không phải PDF, JPEG hay PNG.',
    kept,
    'Quét hoặc lưu lại thành PDF, JPEG hoặc PNG rồi thêm lại. Đổi tên tệp là không đủ.',
  ),
  'attachment-large': say(
    'Tệp này lớn hơn 80 MB.',
    kept,
    'Quét ở 200–300 dpi, hoặc chia thành nhiều tệp rồi thêm từng tệp.',
  ),
  'attachment-space': say(
    'Máy còn dưới 2 GB trống nên không nhận thêm bản quét.',
    'Tiếp nhận, in và trả hồ sơ vẫn làm được; bản quét đã thêm vẫn còn.',
    'Giải phóng chỗ trên ổ đĩa, rồi thêm lại.',
  ),
  'attachment-away': say(
    'Máy này chưa có tệp đó.',
    'Tệp được thêm ở máy khác và chưa lên đến máy chủ, hoặc đường mạng đang đứt.',
    'Thử lại khi có mạng, hoặc xem tệp ở máy đã thêm nó.',
  ),
  'attachment-coming': say(
    'Tệp đang về từ máy chủ.',
    'Tệp được thêm ở máy khác; phần đã về được giữ lại.',
    'Bấm xem lại sau ít phút.',
  ),
  'attachment-damaged': say(
    'Tệp đã hỏng hoặc không đúng với bản đã lưu.',
    'Máy không mở một tệp sai.',
    'Quét lại và thêm tệp mới, rồi gỡ tệp này với lý do.',
  ),
  'attachment-unreadable': say(
    'Không đọc được tệp từ ổ đĩa.',
    kept,
    'Thử lại; nếu lặp lại, báo người quản trị máy.',
  ),
  'attachment-write-failed': say(
    'Chưa ghi được tệp xuống ổ đĩa.',
    'Tệp vẫn nằm trong bộ nhớ của trang và sẽ tự ghi lại.',
    'Kiểm tra ổ đĩa; nếu lặp lại, báo người quản trị máy.',
  ),
};
