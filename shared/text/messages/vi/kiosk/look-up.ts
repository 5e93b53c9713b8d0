/** Looking up a dossier at the kiosk [E04]. */
export const lookUp = {
  title: 'Tra cứu hồ sơ',
  scan: 'Đưa mã QR trên giấy hẹn vào máy quét, hoặc nhập mã hồ sơ.',
  label: 'Mã hồ sơ trên giấy hẹn',
  hint: (unit: string): string => `Có thể bỏ phần ${unit}, chỉ nhập các số phía sau. Ví dụ: 260605-0001`,
  find: 'Tra cứu',
  looking: 'Đang tra cứu…',
  again: 'Tra cứu mã khác',
  result: 'Kết quả tra cứu',
  yours: 'Hồ sơ của Ông/Bà',
  scanForName: 'Đưa mã QR trên giấy hẹn vào máy quét để xem cả tên thủ tục.',
  code: (code: string): string => `Mã hồ sơ ${code}`,
  state: 'Tình trạng',
  due: 'Hẹn trả kết quả',
  dueAt: (time: string, weekday: string, day: string): string => `${time}, ${weekday} ${day}`,
  received: 'Ngày nhận',
  goTo: 'Ông/Bà cần làm gì?',
  proven: 'Giấy hẹn thật, do nơi đây cấp.',
  private: 'Máy không hiện tên và số giấy tờ của ai.',
  take: 'Lấy số vào quầy',
  or: 'hoặc',
  anyCounter: 'một quầy bất kỳ',
  steps: {
    working: 'Chưa cần đến. Mời Ông/Bà quay lại vào ngày hẹn, mang theo giấy hẹn.',
    late: (at: string): string =>
      `Hồ sơ đã quá hạn. Mời Ông/Bà lấy số, gặp cán bộ tại ${at} để được giải thích.`,
    ready: (at: string): string =>
      `Đã có kết quả. Mời Ông/Bà lấy số, đến ${at} nhận kết quả, mang theo giấy hẹn.`,
    supplement: (at: string): string => `Hồ sơ cần thêm giấy tờ. Mời Ông/Bà lấy số, đến ${at} để bổ sung.`,
    duty: (at: string): string =>
      `Hồ sơ chờ nộp tiền theo thông báo. Nộp xong, mời Ông/Bà lấy số, mang chứng từ đến ${at}.`,
    paused: (at: string): string => `Hồ sơ đang tạm dừng. Mời Ông/Bà hỏi cán bộ tại ${at}.`,
    post: 'Kết quả đang được gửi qua bưu chính đến địa chỉ đã đăng ký.',
    returned: (at: string): string => `Kết quả đã được trả. Nếu Ông/Bà chưa nhận, mời gặp cán bộ tại ${at}.`,
    ended: (at: string): string => `Hồ sơ đã kết thúc. Mời Ông/Bà gặp cán bộ tại ${at} để nhận thông báo.`,
  },
  answers: {
    'not-here': {
      title: 'Không có hồ sơ với mã này ở đây.',
      todo: 'Mời Ông/Bà xem lại mã trên giấy hẹn rồi nhập lại, hoặc hỏi cán bộ hướng dẫn.',
    },
    forged: {
      title: 'Giấy hẹn này không phải do nơi đây cấp, hoặc đã bị sửa.',
      todo: 'Chữ ký trong mã QR không đúng. Mời Ông/Bà mang giấy đến quầy để cán bộ kiểm tra.',
    },
    foreign: {
      title: 'Giấy hẹn này của cơ quan khác.',
      todo: 'Mời Ông/Bà tra cứu tại nơi đã nhận hồ sơ, ghi ở đầu giấy hẹn.',
    },
    unreadable: {
      title: 'Chưa đọc được mã.',
      todo: 'Mời Ông/Bà vuốt phẳng giấy rồi quét lại, hoặc nhập mã hồ sơ.',
    },
    'too-many': {
      title: 'Đã nhập sai nhiều lần.',
      todo: 'Mời Ông/Bà đến quầy, cán bộ tra cứu giúp ngay. Mã QR trên giấy hẹn vẫn quét được ở máy này.',
    },
    'at-counter': {
      title: 'Tra cứu tại quầy.',
      todo: 'Máy này không giữ hồ sơ nên không trả lời được. Mời Ông/Bà lấy số, cán bộ tra cứu giúp ngay.',
    },
  },
};
