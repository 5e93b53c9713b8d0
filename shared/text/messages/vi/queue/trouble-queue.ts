import { say } from '../../say.ts';

/** What the rules of the queue say no to, by code. */
export const queueTrouble = {
  'queue-empty': say('Không còn ai chờ.', 'Hàng chờ của quầy này đang trống.', 'Đợi người tiếp theo lấy số.'),
  'ticket-not-waiting': say(
    'Số này không còn trong hàng chờ.',
    'Quầy khác có thể đã gọi hoặc đã kết thúc số này.',
    'Gọi số tiếp theo.',
  ),
  'ticket-not-called': say(
    'Số này chưa được gọi.',
    'Chỉ kết thúc được số đang phục vụ.',
    'Gọi số trước, rồi kết thúc.',
  ),
  'ticket-step-wrong': say(
    'Số này không ở bước đó.',
    'Người khác có thể vừa xử lý số này; việc vừa bấm không còn phù hợp.',
    'Xem lại tình trạng của số trong danh sách.',
  ),
  'ticket-bound': say(
    'Số này dành cho {counter}.',
    'Chưa ghi gì.',
    'Để quầy đó gọi, hoặc chuyển số sang quầy này trước.',
  ),
  'ticket-expired': say(
    'Số này đã vắng mặt quá {minutes} phút.',
    'Số chỉ được giữ trong thời gian đó.',
    'Mời Ông/Bà lấy số mới.',
  ),
  'ticket-passed': say(
    'Đã gọi thêm {passed} số kể từ số này.',
    'Số chỉ được giữ chỗ khi gọi thêm không quá {max} số.',
    'Mời Ông/Bà lấy số mới.',
  ),
  'calls-many': say(
    'Số này đã được gọi đủ {max} lần.',
    'Chưa ghi gì.',
    'Ghi vắng mặt rồi gọi số tiếp theo; người quay lại vẫn được nhận lại.',
  ),
  'call-locked': say(
    'Số này vừa được gọi.',
    'Hai lần gọi phải cách nhau để người dân kịp nghe.',
    'Đợi {seconds} giây rồi gọi lại.',
  ),
  'pick-not-allowed': say(
    'Không được gọi số này trước lượt.',
    'Còn người đang đứng trước đang chờ; vai trò đang đăng nhập không được chọn số.',
    'Gọi số tiếp theo, hoặc nhờ trưởng bộ phận.',
  ),
  'pick-reason-missing': say(
    'Chưa ghi lý do gọi trước lượt.',
    'Còn {overtaken} người đang đứng trước đang chờ.',
    'Ghi một câu lý do rồi gọi lại, hoặc gọi số tiếp theo.',
  ),
  'priority-unknown': say(
    'Diện ưu tiên này không có trong danh mục của phường.',
    'Chưa ghi gì.',
    'Chọn một diện trong danh mục đang niêm yết.',
  ),
  'queue-unserved': say(
    'Không quầy nào phục vụ hàng {series}.',
    'Chưa chuyển số, để không ai phải chờ mãi.',
    'Chọn hàng khác hoặc một quầy cụ thể.',
  ),
  'carry-not-allowed': say(
    'Phường không để số sang ngày sau.',
    'Chưa ghi gì.',
    'Đóng số và mời Ông/Bà lấy số mới vào ngày sau.',
  ),
  'counter-busy': say(
    'Quầy đang phục vụ số {number}.',
    'Mỗi quầy phục vụ một người một lúc.',
    'Kết thúc số {number} rồi gọi số tiếp theo.',
  ),
  'counter-unknown': say(
    'Không có quầy {counter}.',
    'Tệp cấu hình của phường không có quầy này.',
    'Chọn một quầy trong danh sách.',
  ),
  'counter-not-open': say(
    'Quầy đang tạm nghỉ hoặc đã đóng (lý do: {reason}).',
    'Chưa gọi ai, để không ai đứng trước quầy trống.',
    'Mở lại quầy rồi gọi.',
  ),
  'issuing-stopped': say('Hiện không cấp số: “{text}”', 'Chưa cấp số nào.', 'Hỏi cán bộ hướng dẫn.'),
  'issuing-shut': say(
    'Ngoài giờ cấp số.',
    'Chưa cấp số nào.',
    'Mời Ông/Bà quay lại trong giờ làm việc, từ {opensAt}.',
  ),
  'issuing-too-late': say(
    'Hết số.',
    'Số lấy lúc này sẽ không đến lượt trước giờ đóng cửa.',
    'Mời Ông/Bà quay lại buổi làm việc sau, từ {opensAt}.',
  ),
  'contingent-used': say(
    'Hết số trong ngày của lĩnh vực này.',
    'Mỗi ngày chỉ cấp {max} số.',
    'Mời Ông/Bà quay lại ngày làm việc sau, hoặc hỏi cán bộ hướng dẫn.',
  ),
  'person-limit': say(
    'Ông/Bà đã lấy đủ số trong ngày.',
    'Mỗi người lấy tối đa {max} số một ngày.',
    'Dùng số đang có, hoặc hỏi cán bộ hướng dẫn.',
  ),
};
