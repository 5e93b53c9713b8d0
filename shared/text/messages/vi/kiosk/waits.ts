/** How long a wait may be, said so that nobody takes it for a promise [K12]. */
export const waits = {
  label: 'Thời gian chờ',
  /** Minutes, rounded to five. */
  band: (low: number, high: number): string => {
    if (low === 0) return `trong khoảng ${high} phút`;
    return low === high ? `khoảng ${high} phút` : `khoảng ${low}–${high} phút`;
  },
  long: (hours: string): string => `khoảng ${hours}`,
  longWithin: (hours: string): string => `trong khoảng ${hours}`,
  minutes: (count: number): string => `${count} phút`,
  hours: (whole: number, minutes: number): string =>
    minutes === 0 ? `${whole} giờ` : `${whole} giờ ${minutes} phút`,
  noData: 'chưa đủ số liệu để ước tính',
  noCounter: 'hiện chưa có quầy nào phục vụ lĩnh vực này',
  onBreak: (until: string): string => `quầy đang tạm nghỉ, dự kiến gọi lại lúc ${until}`,
  opens: (at: string): string => `quầy bắt đầu gọi số lúc ${at}`,
  closed: 'ngoài giờ làm việc, chưa có quầy gọi số',
  afterBreak: (at: string): string => `có thể phải chờ đến sau ${at}`,
  maybeNotToday: 'có thể không kịp trong giờ làm việc hôm nay',
};
