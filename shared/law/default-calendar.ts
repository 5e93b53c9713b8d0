import type { CalendarData } from './calendar.ts';

type DefaultException = CalendarData['exceptions'][number];

const OFFICE_HOURS = ['07:30-11:30', '13:00-17:00'];

/**
 * Working time a new ward starts with (DOMAIN 4.7): Monday to Friday, days off of Bộ luật Lao động 2019 art. 112, swaps as
 * announced. `verified: false` marks what was computed or not officially confirmed; the ward checks it in its settings.
 */
export const defaultCalendar: CalendarData = {
  sessions: { mon: OFFICE_HOURS, tue: OFFICE_HOURS, wed: OFFICE_HOURS, thu: OFFICE_HOURS, fri: OFFICE_HOURS },
  exceptions: [
    off('2026-01-01', 'Tết Dương lịch'),
    off('2026-01-02', 'nghỉ hoán đổi sang thứ Bảy 10/01/2026'),
    { date: '2026-01-10', kind: 'work', reason: 'làm bù cho thứ Sáu 02/01/2026', verified: true },
    ...off16To20February2026(),
    off('2026-04-27', 'nghỉ bù Giỗ Tổ Hùng Vương'),
    off('2026-04-30', 'Ngày Chiến thắng 30/4'),
    off('2026-05-01', 'Ngày Quốc tế Lao động 1/5'),
    { date: '2026-08-22', kind: 'work', reason: 'làm bù cho thứ Hai 31/08/2026', verified: false },
    planned('2026-08-31', 'nghỉ hoán đổi sang thứ Bảy 22/08/2026'),
    planned('2026-09-01', 'Quốc khánh (ngày liền trước)'),
    off('2026-09-02', 'Quốc khánh 2/9'),
    off('2027-01-01', 'Tết Dương lịch'),
    planned('2027-02-05', 'Tết Nguyên đán'),
    planned('2027-02-08', 'Tết Nguyên đán'),
    planned('2027-02-09', 'Tết Nguyên đán'),
    planned('2027-02-10', 'nghỉ bù Tết Nguyên đán'),
    planned('2027-02-11', 'nghỉ bù Tết Nguyên đán'),
    planned('2027-04-16', 'Giỗ Tổ Hùng Vương'),
    off('2027-04-30', 'Ngày Chiến thắng 30/4'),
    off('2027-05-03', 'nghỉ bù Ngày Quốc tế Lao động 1/5'),
    off('2027-09-02', 'Quốc khánh 2/9'),
    planned('2027-09-03', 'Quốc khánh (ngày liền sau)'),
  ],
};

/** Days off that may come to be law but are not counted as such: the ward decides when it knows (DOMAIN 4.7). */
export const unverifiedDaysOff: readonly { readonly date: string; readonly reason: string }[] = [
  { date: '2026-11-24', reason: 'Ngày Văn hóa Việt Nam (NQ 80-NQ/TW)' },
  { date: '2027-11-24', reason: 'Ngày Văn hóa Việt Nam (NQ 80-NQ/TW)' },
];

function off(date: string, reason: string): DefaultException {
  return { date, kind: 'off', reason, verified: true };
}

function planned(date: string, reason: string): DefaultException {
  return { date, kind: 'off', reason, verified: false };
}

function off16To20February2026(): readonly DefaultException[] {
  return ['16', '17', '18', '19', '20'].map((day) => off(`2026-02-${day}`, 'Tết Nguyên đán'));
}
