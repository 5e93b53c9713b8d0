/** Who read whose record, who may do what, how long things are kept. */
export const reads = {
  title: 'Nhật ký xem hồ sơ',
  intro:
    'Mỗi lần mở, tìm theo người, in hoặc kiểm tra một hồ sơ được ghi lại: một lần cho mỗi cán bộ, hồ sơ và 10 phút. Giữ ít nhất 2 năm.',
  notAllowed: 'Chỉ Trưởng bộ phận, Lãnh đạo và Thanh tra xem được nhật ký này.',
  days: 'Khoảng thời gian',
  lastDays: (count: number): string => (count === 0 ? 'Hôm nay' : `${count} ngày gần đây`),
  clerk: 'Cán bộ',
  everyone: 'Tất cả',
  dossier: 'Mã hồ sơ',
  dossierHint: 'một phần mã cũng được',
  columns: { when: 'Lúc', who: 'Ai', code: 'Hồ sơ', why: 'Việc', note: 'Lý do' },
  none: 'Không có lượt xem nào.',
  count: (count: number): string => `${count} lượt xem`,
  why: {
    opened: 'Mở xem',
    searched: 'Thấy khi tìm kiếm',
    printed: 'In giấy',
    inspection: 'Kiểm tra, thanh tra',
    exported: 'Xuất ra tệp',
  },
  own: 'Ai đã xem',
  ownNone: 'Chưa ai xem hồ sơ này.',
  line: (who: string, why: string, when: string): string => `${when} · ${who} · ${why}`,
  unknown: 'không rõ',
  purpose: {
    title: 'Mục đích kiểm tra',
    intro: 'Thanh tra xem hồ sơ, không thay đổi gì. Mỗi hồ sơ mở xem được ghi lại cùng mục đích này.',
    label: 'Căn cứ, mục đích kiểm tra',
    hint: 'ví dụ: Quyết định thanh tra số 15/QĐ',
    missing: 'Ghi căn cứ hoặc mục đích.',
    submit: 'Bắt đầu xem',
  },
};

/** The table of rights. */
export const rights = {
  title: 'Ai được làm gì',
  intro:
    'Theo quy trình đang áp dụng. ● là người làm chính, ○ là người được làm thay. Quản trị và Thanh tra không thay đổi hồ sơ.',
  act: 'Việc',
  does: 'làm chính',
  also: 'được làm thay',
  no: 'không',
  four: 'Việc cần hai người',
  fourWho: 'Người xác nhận',
  approval: (what: string, roles: string): string => `${what}: ${roles}`,
};

/** How long things are kept. */
export const keep = {
  title: 'Giữ trong bao lâu',
  intro:
    'Hồ sơ và sổ là tài liệu lưu trữ, không tự xóa. Những gì không phải việc đã ghi được dọn tự động khi mở trang.',
  columns: { what: 'Dữ liệu', how: 'Giữ', after: 'Sau đó' },
  days: (count: number): string => `${count} ngày`,
  years: (count: number): string => `ít nhất ${count} năm`,
  rows: {
    dossiers: { what: 'Hồ sơ, sổ tiếp nhận, thu tiền', how: 'Theo Luật Lưu trữ', after: 'Không tự xóa' },
    persons: {
      what: 'Họ tên, số định danh, điện thoại trong hồ sơ',
      how: 'Cùng hồ sơ',
      after: 'Xóa theo yêu cầu: hủy khóa, hai người xác nhận',
    },
    drafts: { what: 'Bản nháp đang nhập', how: '', after: 'Tự xóa' },
    tickets: {
      what: 'Số thứ tự và lượt phục vụ',
      how: 'Không có dữ liệu cá nhân',
      after: 'Giữ cho thống kê',
    },
    readlog: { what: 'Nhật ký xem hồ sơ', how: '', after: 'Không tự xóa' },
    settings: { what: 'Lịch sử cài đặt', how: 'Luôn giữ', after: 'Không có mã PIN' },
    attachments: {
      what: 'Bản quét kèm hồ sơ (mã hóa)',
      how: 'Cùng hồ sơ',
      after: 'Bản trong trình duyệt chỉ giữ đến khi máy đã có',
    },
    kiosk: { what: 'Thẻ quét ở máy lấy số', how: 'Không giữ', after: 'Mất khi về màn hình chính' },
  },
};
