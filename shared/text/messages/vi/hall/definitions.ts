/** What each figure of the waiting room means; it stands where the figure opens into its rows. */
export const definitions = {
  waiting: (warn: number, late: number): string =>
    `Số đang trong hàng chờ ở thời điểm này; thời gian chờ tính từ lúc lấy số hoặc trở lại hàng chờ. Vàng từ ${warn} phút, đỏ từ ${late} phút.`,
  'at-counter': 'Số đã được gọi và chưa xong: người dân đang đến quầy hoặc đang được phục vụ.',
  held: 'Số cán bộ tạm giữ vì một lý do, chờ người dân quay lại.',
  done: 'Số đã kết thúc hôm nay bằng việc được phục vụ. Không gồm số vắng mặt, số tạm giữ và số bị đóng.',
  absent:
    'Số đã được gọi, bị ghi vắng mặt và chưa quay lại, kể cả khi sau đó bị đóng cuối ngày. Người đã quay lại nằm ở ô khác.',
  closed: 'Số bị đóng mà chưa được phục vụ: người dân không làm nữa, hoặc bị đóng khi hết ngày.',
  given:
    'Số cấp trong ngày hôm nay, theo nơi cấp; mỗi số nằm ở đúng một trong các ô bên trái. Số mang sang từ ngày trước đếm riêng.',
  ratings:
    'Phiếu trả lời câu hỏi hài lòng hôm nay. Tỷ lệ trả lời là số phiếu trên số lượt đã xong; dưới 5 phiếu không tính tỷ lệ phần trăm.',
  services:
    'Mỗi lần một người được phục vụ ở quầy này đến khi xong hoặc chuyển tiếp; tính từ lúc đứng ở quầy, hoặc từ lúc gọi nếu không ghi lúc đến. Số vắng mặt, tạm giữ hoặc bị đóng không tính.',
  counterLight:
    'Vàng khi lượt đang phục vụ, tính từ lúc gọi, lâu quá hai lần, đỏ khi quá ba lần trung bình của hàng đó hôm nay, và không sớm hơn 5 phút; dưới 5 lượt đo thì không có đèn.',
  newcomer:
    'Nếu lấy số thường ngay bây giờ: khoảng thời gian chờ mà bốn trên năm người rơi vào, tính từ các lượt đo được hôm nay, những ngày gần đây và các quầy đang mở.',
  fairness:
    'Một lượt gọi trái thứ tự là lượt gọi trước một người đã chờ cùng hàng từ sớm hơn và quầy đó gọi được. Lượt chưa có lời giải thích đứng đầu.',
  hours: 'Theo lịch làm việc của phường, gồm ngày nghỉ, ngày làm bù và các ngày lặp lại.',
};
