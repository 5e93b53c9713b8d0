import type { Standing } from '../law/clock/standing.ts';
import type { Language } from './dates.ts';

/** How early, how late or how near a dossier is has one length of day: 8 hours, whatever the sessions (DOMAIN 4.5). */
const DAY_MINUTES = 480;

/**
 * Working minutes in working days of 8 hours: "2 ngày làm việc 3 giờ 15 phút", "4 giờ". Below one minute "0 phút".
 * @param mostDays what is more than so many days stands in hours
 */
export function workingTimeText(minutes: number, language: Language, mostDays = Infinity): string {
  const days = daysIn(minutes, mostDays);
  const hours = Math.floor((minutes - days * DAY_MINUTES) / 60);
  const rest = Math.floor(minutes % 60);
  const vi = language === 'vi';
  const parts = [
    days > 0 ? (vi ? `${days} ngày làm việc` : `${days} working ${days === 1 ? 'day' : 'days'}`) : '',
    hours > 0 ? `${hours} ${vi ? 'giờ' : 'h'}` : '',
    rest > 0 || minutes < 1 ? `${rest} ${vi ? 'phút' : 'min'}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function daysIn(minutes: number, mostDays: number): number {
  return Math.min(mostDays, Math.floor(minutes / DAY_MINUTES));
}

/** How a dossier stands, in words: "quá hạn 1 ngày làm việc 4 giờ", "sắp đến hạn, còn 3 giờ", "trước hạn 4 giờ". */
export function standingText({ status, workMinutes, mostDays }: Standing, language: Language): string {
  const time = workingTimeText(Math.abs(workMinutes), language, mostDays);
  const vi = language === 'vi';
  // Past the due minute, but nobody has worked since.
  const late = workMinutes === 0 ? '' : ` ${time}`;
  switch (status) {
    case 'early':
      return vi ? `trước hạn ${time}` : `${time} early`;
    case 'onTime':
      return vi ? 'đúng hạn' : 'on time';
    case 'late':
      return vi ? `xong, quá hạn${late}` : `finished${late} late`;
    case 'inTime':
      return vi ? `trong hạn, còn ${time}` : `${time} left`;
    case 'nearlyDue':
      return vi ? `sắp đến hạn, còn ${time}` : `nearly due, ${time} left`;
    case 'overdue':
      return vi ? `quá hạn${late}` : `overdue${late}`;
  }
}

/**
 * The time left or overdue as it stands in a list: "còn 2 ngày làm việc", "còn 3 giờ 15 phút", "quá hạn 1 ngày 4 giờ". Whole
 * days from two days on, hours from one; what is left out is never more than the unit that is shown.
 */
export function shortStandingText(standing: Standing, language: Language): string {
  const { status, workMinutes, mostDays } = standing;
  const vi = language === 'vi';
  const minutes = Math.abs(workMinutes);
  const time = shortTime(minutes, status !== 'overdue', language, mostDays);
  if (status === 'overdue') {
    if (minutes === 0) return vi ? 'quá hạn' : 'overdue';
    return vi ? `quá hạn ${time}` : `${time} overdue`;
  }
  if (status === 'inTime' || status === 'nearlyDue') return vi ? `còn ${time}` : `${time} left`;
  return standingText(standing, language);
}

function shortTime(minutes: number, named: boolean, language: Language, mostDays = Infinity): string {
  const days = daysIn(minutes, mostDays);
  if (days === 0) return workingTimeText(minutes, language, 0);
  const hours = days === 1 ? Math.floor((minutes - DAY_MINUTES) / 60) : 0;
  const vi = language === 'vi';
  const whole = named && hours === 0;
  const day = vi
    ? `${days} ngày${whole ? ' làm việc' : ''}`
    : `${days} ${whole ? 'working ' : ''}day${days === 1 ? '' : 's'}`;
  return hours === 0 ? day : `${day} ${hours} ${vi ? 'giờ' : 'h'}`;
}
