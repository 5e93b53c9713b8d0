/** What each figure of the waiting room means; it stands where the figure opens into its rows. */
export const definitions = {
  waiting: (warn: number, late: number): string =>
    `Số đang trong hàng chờ ở thời điểm này; thời gian chờ tính từ lúc lấy số hoặc trở lại hàng chờ. Vàng từ ${warn} phút, đỏ từ ${late} phút.`,
  'at-counter': 'Số đã được gọi và chưa xong: người dân đang đến quầy hoặc đang được phục vụ.',
  held: 'Số cán bộ để lại vì một lý do, chờ người dân quay lại.',
  done: 'Lượt đã kết thúc hôm nay bằng việc được phục vụ. Không gồm số vắng mặt và số đóng cuối ngày.',
  absent: 'Số đã được gọi mà hôm nay có lần ghi vắng mặt, gồm cả người sau đó quay lại.',
  given: 'Số cấp trong ngày hôm nay, theo nơi cấp. Số mang sang từ ngày trước không tính.',
  ratings:
    'Phiếu trả lời câu hỏi hài lòng hôm nay. Tỷ lệ trả lời là số phiếu trên số lượt đã xong; dưới 5 phiếu không tính tỷ lệ phần trăm.',
  services:
    'Mỗi lần một người ở quầy này đến khi xong, chuyển quầy hoặc để số lại; tính từ lúc đứng ở quầy, hoặc từ lúc gọi nếu không ghi lúc đến.',
  counterLight:
    'Vàng khi lượt đang phục vụ lâu quá hai lần, đỏ khi quá ba lần trung bình của hàng đó hôm nay; dưới 5 lượt đo thì không có đèn.',
  newcomer:
    'Nếu lấy số thường ngay bây giờ: khoảng thời gian chờ mà bốn trên năm người rơi vào, tính từ các lượt đo được hôm nay và các quầy đang mở.',
  fairness:
    'Một lượt gọi trái thứ tự là lượt gọi trước một người đã chờ cùng hàng từ sớm hơn và quầy đó gọi được. Lượt chưa có lời giải thích đứng đầu.',
  hours: 'Theo lịch làm việc của phường, gồm ngày nghỉ, ngày làm bù và các ngày lặp lại.',
};
