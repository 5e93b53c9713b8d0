/** The page is covered; who comes back, who comes instead. */
export const lock = {
  title: 'Màn hình đã khóa',
  because: {
    idle: 'Máy tự khóa vì lâu không có ai thao tác. Việc đang làm vẫn được giữ nguyên.',
    pressed: 'Việc đang làm vẫn được giữ nguyên ở phía sau.',
    ended: 'Phiên đăng nhập đã hết. Việc đang làm vẫn được giữ nguyên.',
  },
  mine: 'Mở khóa',
  pin: 'Mã PIN',
  unlock: 'Mở khóa',
  other: 'Người khác vào làm việc',
  otherHint:
    'Người vào sau không thấy việc của người trước. Hồ sơ đang nhập được giữ ở mục bản nháp của người trước.',
  come: 'Vào làm việc',
  back: 'Quay lại',
  now: 'Khóa máy',
  left: (minutes: number, seconds: number): string =>
    `Thử lại sau ${minutes} phút ${String(seconds).padStart(2, '0')} giây.`,
  again: 'Đã hết thời gian khóa. Nhập lại mã PIN.',
};

/** A clerk's PIN. */
export const pin = {
  title: 'Đổi mã PIN của tôi',
  open: 'Đổi mã PIN của tôi',
  old: 'Mã PIN đang dùng',
  fresh: 'Mã PIN mới',
  again: 'Nhập lại mã PIN mới',
  rules: '4 đến 8 chữ số; không dùng dãy liền nhau, số lặp lại, năm sinh hay ngày sinh.',
  submit: 'Đổi mã PIN',
  cancel: 'Thôi',
  close: 'Đóng',
  done: 'Đã đổi mã PIN. Lần sau đăng nhập bằng mã mới.',
  first: 'Đây là mã tạm. Đặt mã PIN của riêng mình để vào làm việc.',
  faults: {
    'pin-format': 'Mã PIN gồm 4 đến 8 chữ số.',
    'pin-weak': 'Mã này dễ đoán (số liền nhau hoặc lặp lại). Chọn mã khác.',
    'pin-birthday': 'Mã này giống ngày hoặc năm sinh. Chọn mã khác.',
    differ: 'Hai lần nhập mã mới chưa giống nhau.',
  },
};
