import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../../../shared/text/dates.ts';
import { whyNoNumber } from '../../../store/kiosk/issuing.ts';
import { useQueue, useStores } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';
import type { QueueRefusal } from '../../../../shared/decide/queue/refusal.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';

/** Why no number of this field is given now, or of any; follows the clock and the queue. */
export function useNoNumber(fieldId: string | null): QueueRefusal | null {
  const { host } = useStores();
  const nowMs = useNowMs();
  const rows = useQueue(({ tickets }) => tickets);
  const tickets = (rows ?? []).flatMap(({ state }) => (state ? [state] : []));
  return whyNoNumber(host.hello(), fieldId, tickets, nowMs);
}

/** A refusal as the kiosk says it: what, and when it will be otherwise. Null for what is no matter of hours and bounds. */
export function noNumberWords(
  refusal: { readonly code: string },
  { shut }: Messages['kiosk']['ways'],
  lang: 'vi' | 'en',
): { readonly title: string; readonly lines: readonly string[] } | null {
  const opens =
    'opensAt' in refusal && typeof refusal.opensAt === 'string' ? parseInstant(refusal.opensAt) : null;
  const day = wardDay(opens ?? 0);
  const again =
    opens === null
      ? shut.opensUnknown
      : shut.opens(formatTime(opens), weekdayName(day, lang), formatDay(day));
  switch (refusal.code) {
    case 'issuing-shut':
      return { title: shut.title, lines: [again] };
    case 'issuing-too-late':
      return { title: shut.out, lines: [shut.tooLate, again] };
    case 'issuing-stopped':
      return { title: shut.stopped, lines: 'text' in refusal ? [String(refusal.text)] : [] };
    case 'contingent-used':
      return { title: shut.out, lines: 'max' in refusal ? [shut.fieldOut(Number(refusal.max))] : [] };
    default:
      return null;
  }
}
