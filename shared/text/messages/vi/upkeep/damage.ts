/** Words about journal files of which a part was damaged and set aside. */
export const damage = {
  title: (line: number): string => `Tệp nhật ký bị hỏng từ dòng ${line}`,
  of: (machine: string): string => `tệp của ${machine}`,
  aside: (lines: number, events: number): string =>
    events === 0
      ? `${lines} dòng từ đó đã để riêng nguyên vẹn.`
      : `${lines} dòng từ đó đã để riêng nguyên vẹn, trong đó ${events} việc còn đọc được và có thể đã được báo là xong.`,
  missing: (count: number): string =>
    `Còn thiếu ${count} việc. Các việc này sẽ tự được lấy lại nếu cấp trên hoặc trang khác còn giữ.`,
  back: 'Các việc nhận ra được trong đó đều đã lấy lại từ trang hoặc cấp trên.',
  unknown: 'Không nhận ra được việc nào trong đó.',
  admin: (piece: string): string =>
    `Nếu không lấy lại được, đưa tệp journal/torn/${piece} trong thư mục dữ liệu cho người quản trị.`,
  disk: 'Báo người quản trị kiểm tra ổ đĩa của máy.',
  row: (line: number, lines: number): string => `Tệp bị hỏng từ dòng ${line}: ${lines} dòng để riêng`,
  rowMissing: (count: number): string => `còn thiếu ${count} việc`,
  rowBack: 'đã lấy lại',
  rowUnknown: 'không nhận ra được',
  seen: 'Đã xem và xử lý',
  signIn: 'Cán bộ đăng nhập ở trang “Quầy tiếp nhận” để ghi là đã xem và xử lý.',
};
