/** Words of the search from anywhere. */
export const find = {
  title: 'Tìm mọi thứ',
  label: 'Tìm hồ sơ, số thứ tự, khoản thu, thủ tục',
  hint: 'Tên (không cần dấu), mã hoặc 4 số cuối, điện thoại, số giấy tờ, ngày hẹn 5/6, số thứ tự A012; hoặc quét phiếu.',
  keys: '↑ ↓ chọn · Enter mở · Esc đóng',
  asking: 'Đang tìm…',
  nothing: (query: string): string => `Không tìm thấy “${query}” trong sổ của máy này.`,
  preparing: 'Danh sách tên đang được lập; có thể còn thiếu.',
  failed: 'Danh sách tên không mở được: chỉ tìm được theo mã và số.',
  closed: 'Vai của bạn không xem người nộp: chỉ tìm được theo mã và số.',
  broken: 'Không đọc được sổ của máy này. Thử lại; nếu vẫn vậy, tải lại trang.',
  more: 'Còn nữa. Gõ thêm để thu hẹp.',
  found: (count: number): string => `${count} kết quả`,
  kinds: {
    dossier: 'Hồ sơ',
    ticket: 'Số thứ tự',
    filing: 'Hồ sơ nộp trực tuyến',
    payment: 'Khoản thu',
    procedure: 'Thủ tục',
  },
  waiting: 'chưa lên cấp trên',
  returnedOn: (day: string): string => `đã trả ${day}`,
  due: (words: string): string => `hẹn ${words}`,
  noName: 'tên không đọc được ở đây',
  erased: 'đã xoá theo yêu cầu',
  ticketState: {
    waiting: 'đang chờ',
    called: 'đang gọi',
    other: 'đã xong hoặc đang xử lý',
  },
  payment: (amount: string, cancelled: boolean): string =>
    cancelled ? `${amount} đ, đã huỷ` : `${amount} đ`,
  startProcedure: 'Enter: bắt đầu tiếp nhận',
  slip: {
    genuine: 'Phiếu thật, do nơi này cấp.',
    superseded:
      'Phiếu thật nhưng đã cũ: hồ sơ đã được sửa sau khi in. Thu lại phiếu này, in phiếu mới cho người dân.',
    'other-ward': 'Phiếu này của nơi khác. Hướng dẫn người dân đến đúng nơi ghi trên phiếu.',
    forged:
      'Phiếu đã bị sửa hoặc làm giả: chữ ký không khớp. Không trả kết quả theo phiếu này, báo lãnh đạo.',
    'unknown-key':
      'Phiếu mang mã đơn vị này nhưng do một máy chưa biết ký. Khi có mạng hãy quét lại; chưa trả kết quả theo phiếu này.',
    newer: 'Phiếu do bản phần mềm mới hơn in. Cập nhật máy này, hoặc tìm bằng mã hồ sơ.',
    damaged: 'Không đọc được mã trên phiếu. Quét lại, hoặc gõ mã hồ sơ in dưới vạch.',
    'not-here': 'Phiếu thật nhưng hồ sơ chưa về máy này. Chờ có mạng, hoặc sang quầy đã nhận.',
    named:
      'Mã vạch chỉ cho biết mã hồ sơ, không chứng minh phiếu là thật. Quét ô QR trên phiếu trước khi trả kết quả.',
    'code-unknown':
      'Mã hồ sơ vừa quét không có trong sổ của máy này. Quét ô QR trên phiếu, hoặc chờ có mạng rồi tìm lại.',
    unread:
      'Mã vừa quét không phải giấy hẹn. Quét ô QR trên phiếu (tắt bộ gõ tiếng Việt); thẻ căn cước thì bấm F4 rồi quét.',
  },
  openSlip: (code: string): string => `Mở hồ sơ ${code}`,
  inForm: {
    back: 'Đúng giấy hẹn của hồ sơ này: đã đánh dấu “Đã thu lại giấy hẹn”.',
    other: (code: string): string => `Đây là phiếu của hồ sơ ${code}, không phải hồ sơ đang mở.`,
    nothing: 'Chưa ghi gì. Bấm Esc để đóng biểu mẫu nếu muốn mở hồ sơ khác.',
  },
  closeSlip: 'Đóng ghi chú về phiếu',
  slipCode: (code: string): string => `Mã trên phiếu: ${code}`,
};
