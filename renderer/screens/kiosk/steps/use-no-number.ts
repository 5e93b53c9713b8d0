import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../../../shared/text/dates.ts';
import { whyNoNumber } from '../../../store/kiosk/issuing.ts';
import { useHall, useStores } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';
import { useTickets } from '../waits/use-waits.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { NoNumber } from '../../../store/kiosk/issuing.ts';

/** Why no number is given now, of any field; follows the clock, the stops and the queue. */
export function useNoNumber(): NoNumber | null {
  const { host } = useStores();
  const nowMs = useNowMs();
  const tickets = useTickets() ?? [];
  const locks = useHall((hall) => hall.locks) ?? [];
  return whyNoNumber(host.hello(), null, tickets, nowMs, { locks });
}

/** What the kiosk says instead of giving a number: what it is, and what to do. */
export type NoNumberWords = { readonly title: string; readonly lines: readonly string[] };

type Shut = Messages['kiosk']['ways']['shut'];

/** A refusal as the kiosk says it: what, and when it will be otherwise. Null for what is no matter of hours and bounds. */
export function noNumberWords(
  refusal: { readonly code: string },
  { shut }: Messages['kiosk']['ways'],
  lang: 'vi' | 'en',
): NoNumberWords | null {
  switch (refusal.code) {
    case 'issuing-shut':
      return { title: shut.title, lines: [opensWords(refusal, shut, lang)] };
    case 'issuing-too-late':
      return { title: shut.out, lines: [shut.tooLate, opensWords(refusal, shut, lang)] };
    case 'issuing-stopped':
      return { title: shut.stopped, lines: stoppedLines(refusal, shut, lang) };
    case 'contingent-used':
      return { title: shut.out, lines: [shut.fieldOut(maxOf(refusal)), shut.comeBack] };
    case 'person-limit':
      return { title: shut.personTitle, lines: [shut.personOut(maxOf(refusal)), shut.personTodo] };
    default:
      return null;
  }
}

function maxOf(refusal: object): number {
  return 'max' in refusal ? Number(refusal.max) : 0;
}

function textOf(refusal: object, name: 'text' | 'textEn'): string {
  const value: unknown = Reflect.get(refusal, name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The ward's own words; where it wrote none in English, in Vietnamese, which is better than none. */
function stoppedLines(refusal: object, shut: Shut, lang: 'vi' | 'en'): readonly string[] {
  const own = (lang === 'en' ? textOf(refusal, 'textEn') : '') || textOf(refusal, 'text');
  // The desk's act alone does not know until when; the kiosk that sees the stop does.
  if (!('until' in refusal)) return own === '' ? [shut.stoppedWhy] : [own];
  const until = typeof refusal.until === 'string' ? parseInstant(refusal.until) : null;
  // What the ward wrote itself may name a time, which "nobody knows when" would contradict.
  if (until === null) return [own === '' ? shut.untilUnknown : own];
  return [...(own === '' ? [] : [own]), untilWords(until, shut, lang)];
}

function untilWords(untilMs: number, shut: Shut, lang: 'vi' | 'en'): string {
  const day = wardDay(untilMs);
  return shut.untilDay(formatTime(untilMs), weekdayName(day, lang), formatDay(day));
}

function opensWords(refusal: object, shut: Shut, lang: 'vi' | 'en'): string {
  const opens =
    'opensAt' in refusal && typeof refusal.opensAt === 'string' ? parseInstant(refusal.opensAt) : null;
  if (opens === null) return shut.opensUnknown;
  const day = wardDay(opens);
  return shut.opens(formatTime(opens), weekdayName(day, lang), formatDay(day));
}
