/** Words of the waiting room's display. */
export const display = {
  title: 'Màn hình gọi số',
  nowCalling: 'Đang gọi',
  recent: 'Vừa gọi',
  lastCalled: 'Vừa gọi',
  /** Stands for a picture where it is not seen. */
  slide: 'Hình ảnh của phường',
  waiting: 'Sắp đến lượt',
  waitingCount: (count: number): string => `${count} người đang chờ`,
  /** Name of the list of letters with how many wait for each. */
  waitingBySeries: 'Đang chờ theo dãy số',
  nobodyWaiting: 'Không còn ai chờ',
  /** Read out by screen readers, and the model of the spoken call (DOMAIN 8.3). */
  invite: (number: string, counter: string): string => `Mời công dân có số thứ tự ${number} đến ${counter}`,
  emptyTitle: 'Chưa gọi số nào hôm nay',
  emptyHint: 'Mời Ông/Bà lấy số tại máy lấy số và chờ gọi trên bảng này',
  /** Some were called, and nobody is awaited now. */
  restTitle: 'Xin chờ gọi số tiếp theo',
  restHint: 'Số được gọi và quầy cần đến sẽ hiện trên bảng này',
  loading: 'Đang đọc hàng chờ hôm nay…',
  away: (since: string): string => `Mất kết nối với máy chủ của quầy từ ${since} – bảng có thể chưa cập nhật`,
  strip: [
    'Xin giữ vé đến khi xong việc. Khi nghe gọi số, mời Ông/Bà đến đúng quầy ghi trên bảng.',
    'Người cao tuổi, người khuyết tật, phụ nữ mang thai, người bế con nhỏ và người có công được ưu tiên.',
    'Số quá ba lần gọi mà vắng mặt: mời Ông/Bà báo cán bộ hướng dẫn để được gọi lại.',
  ],
  notices: 'Thông báo',
  /** A day to come on which the desk is closed or open otherwise. */
  otherDay: (
    day: string,
    kind: 'off' | 'work' | 'offMorning' | 'offAfternoon',
    { reason, sessions }: { readonly reason: string; readonly sessions: string },
  ): string => {
    const kinds = {
      off: sessions === '' ? 'nghỉ' : `chỉ làm việc ${sessions}`,
      work: sessions === '' ? 'làm việc bù' : `làm việc bù ${sessions}`,
      offMorning: 'nghỉ buổi sáng',
      offAfternoon: 'nghỉ buổi chiều',
    };
    return `${day}: ${kinds[kind]}${reason === '' ? '' : ` (${reason})`}.`;
  },
  zoneUnknown: (zone: string): string =>
    `Không có khu vực “${zone}” trong tệp của phường – bảng đang gọi cho tất cả các quầy`,
  sound: {
    turnOn: 'Bật tiếng',
    off: 'Đã tắt tiếng',
    quiet: 'Giờ yên lặng, không phát tiếng',
    elsewhere: 'Tiếng phát ở bảng khác',
  },
};
