import { say } from '../../say.ts';

/** Why an act about money was refused. */
export const moneyTrouble = {
  'money-role-wrong': say(
    'Vai trò của người đang đăng nhập không làm việc này với tiền.',
    'Chưa ghi gì, chưa thu gì.',
    'Mời công chức Một cửa hoặc kế toán đăng nhập; hủy phiếu và chốt ca hộ thì kế toán hoặc trưởng bộ phận.',
  ),
  'shift-none': say(
    'Chưa mở ca thu ở máy này.',
    'Chưa ghi gì, chưa thu gì; mọi khoản tiền phải thuộc một ca.',
    'Mở ca thu rồi làm lại.',
  ),
  'shift-open-already': say(
    'Ca thu của Ông/Bà ở máy này đang mở.',
    'Không mở thêm ca thứ hai.',
    'Thu tiếp trong ca đang mở, hoặc chốt ca trước.',
  ),
  'shift-unknown': say('Không tìm thấy ca thu.', 'Chưa ghi gì.', 'Tải lại trang rồi thử lại.'),
  'shift-not-open': say(
    'Ca thu này đã chốt.',
    'Lần chốt trước vẫn giữ nguyên.',
    'Xem ca ở mục “Các ca thu”.',
  ),
  'shift-not-closed': say(
    'Ca thu này chưa chốt, hoặc tiền đã nộp rồi.',
    'Chưa ghi gì thêm.',
    'Chốt ca trước khi nộp tiền; mỗi ca nộp một lần.',
  ),
  'remittance-too-much': say(
    'Số tiền nộp {amountDong} đồng lớn hơn số tiền mặt đã đếm khi chốt ca, {countedDong} đồng.',
    'Chưa ghi gì, chưa in danh sách.',
    'Đếm lại tiền và sửa số tiền nộp; nhiều nhất là {countedDong} đồng.',
  ),
  'shift-not-own': say(
    'Đây là ca thu của người khác.',
    'Chưa ghi gì.',
    'Mời người thu, kế toán hoặc trưởng bộ phận chốt và nộp ca này.',
  ),
  'payment-unknown': say('Không tìm thấy phiếu thu.', 'Chưa ghi gì.', 'Kiểm tra lại số phiếu.'),
  'payment-made-already': say(
    'Hồ sơ đã thu khoản này bằng phiếu {number}.',
    'Không thu lần thứ hai; chưa ghi gì.',
    'Xem phiếu {number}. Thu sai thì hủy phiếu đó rồi thu lại.',
  ),
  'payment-cancelled-already': say(
    'Phiếu thu này đã hủy bằng phiếu {number}.',
    'Tiền chỉ trả lại một lần; phiếu đã hủy không in lại.',
    'Thu lại thì lập phiếu mới.',
  ),
  'payment-zero': say(
    'Không có khoản nào phải thu.',
    'Không lập phiếu thu 0 đồng khi không có căn cứ miễn.',
    'Nhập số tiền, hoặc chọn căn cứ miễn.',
  ),
};
