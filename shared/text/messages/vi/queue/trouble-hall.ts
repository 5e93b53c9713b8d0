import { say } from '../../say.ts';

/** Why numbers of the roll, ratings, calls for help and appointments are not taken. */
export const hallTrouble = {
  'person-number-wrong': say(
    'Số vừa nhập không phải số định danh hay số điện thoại.',
    'Chưa cấp số nào.',
    'Nhập lại số trên thẻ căn cước hoặc số điện thoại, hoặc hỏi cán bộ hướng dẫn.',
  ),
  'services-many': say(
    'Chọn quá nhiều việc cho một lượt.',
    'Mỗi số ghi thêm tối đa {max} việc.',
    'Bỏ bớt việc, hoặc lấy thêm một số khác.',
  ),
  'roll-number-wrong': say(
    'Số vừa nhập không phải số của cuộn phiếu giấy.',
    'Cuộn phiếu giấy mang một chữ cái và bốn chữ số, từ {from} đến {to}, để không trùng số của máy.',
    'Nhập đúng số in trên phiếu, ví dụ A1001.',
  ),
  'roll-series-unknown': say(
    'Không có hàng chờ {series}.',
    'Chưa ghi số này.',
    'Kiểm tra chữ cái đầu trên phiếu; dùng cuộn phiếu của phường.',
  ),
  'roll-number-used': say(
    'Số {number} đã có trong ngày.',
    'Mỗi số chỉ thuộc về một người.',
    'Kiểm tra lại phiếu. Nếu đúng số đó, xé phiếu tiếp theo.',
  ),
  'day-not-over': say(
    'Chưa hết giờ làm việc và còn {open} số mở.',
    'Kết thúc ngày bây giờ là cho những người đang chờ về. Chưa đóng số nào.',
    'Chờ đến {until}, hoặc nhờ trưởng bộ phận đăng nhập và kết thúc ngày.',
  ),
  'rating-given': say(
    'Số {number} đã được đánh giá.',
    'Mỗi số đánh giá một lần; đánh giá đầu tiên được giữ.',
    'Nếu muốn nói thêm, gửi góp ý hoặc hỏi cán bộ hướng dẫn.',
  ),
  'rating-too-early': say(
    'Số {number} chưa được phục vụ xong.',
    'Chỉ đánh giá sau khi đã được phục vụ.',
    'Mời Ông/Bà đánh giá sau khi xong việc tại quầy.',
  ),
  'rating-too-late': say(
    'Đã hết thời gian đánh giá số {number}.',
    'Đánh giá được nhận trong ngày và ngày hôm sau.',
    'Mời Ông/Bà gửi góp ý hoặc hỏi cán bộ hướng dẫn.',
  ),
  'help-none': say('Quầy này không gọi hỗ trợ.', 'Chưa ghi gì.', 'Xem lại danh sách quầy đang gọi.'),
  'appointment-unknown': say(
    'Không tìm thấy lịch hẹn này.',
    'Chưa cấp số nào.',
    'Kiểm tra lại mã hẹn, hoặc lấy số như bình thường.',
  ),
  'appointment-past': say('Giờ hẹn đã qua.', 'Lịch hẹn chưa được ghi.', 'Chọn một giờ sau lúc này.'),
  'appointment-shut': say(
    'Giờ hẹn ngày {day} nằm ngoài giờ làm việc.',
    'Lịch hẹn chưa được ghi.',
    'Chọn giờ trong buổi làm việc của lĩnh vực này.',
  ),
  'appointment-used': say(
    'Lịch hẹn này đã nhận số {number}.',
    'Mỗi lịch hẹn nhận một số.',
    'Dùng số {number}. Nếu mất phiếu, hỏi cán bộ hướng dẫn.',
  ),
  'appointment-other-day': say(
    'Lịch hẹn này là của ngày {day}.',
    'Chưa cấp số nào.',
    'Mời Ông/Bà đến đúng ngày hẹn, hoặc lấy số như bình thường.',
  ),
  'appointment-over': say(
    'Lịch hẹn này đã kết thúc: đã nhận số hoặc đã hủy.',
    'Chưa ghi gì thêm.',
    'Lấy số như bình thường, hoặc hẹn lại.',
  ),
};
