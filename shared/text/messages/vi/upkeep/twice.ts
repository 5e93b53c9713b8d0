/** Words about numbers that two tickets or dossiers bear, after a machine was put back to an earlier state. */
export const twice = {
  title: (count: number): string => (count === 1 ? 'Có số bị trùng' : `Có ${count} số bị trùng`),
  ticket: (number: string, day: string): string => `${number} ngày ${day}`,
  others: (count: number): string => `và ${count} số khác`,
  why: 'Máy từng được phục hồi về lúc trước khi đang mất mạng, nên đã cấp lại số mà người khác đang giữ.',
  todo: 'Mỗi số này đang ở trong tay hai người. Xem cả hai dòng có dấu “Trùng số”, báo cho người dân và ghi lại trên giấy.',
  seen: 'Đã xem và xử lý',
  more: 'Xem chi tiết',
  signIn: 'Cán bộ đăng nhập ở trang “Quầy tiếp nhận” để ghi là đã xem và xử lý.',
};
