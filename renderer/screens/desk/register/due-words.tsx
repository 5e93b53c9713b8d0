import { addDays, parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../../../shared/text/dates.ts';
import { useText, useUi } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';

/** A due date in words: "Hẹn trả 17:00 hôm nay", "… ngày mai", "… thứ Hai 08/06/2026". */
export function DueWords({ dueAt }: { readonly dueAt: string }) {
  const { dueWords } = useText().desk.register;
  const lang = useUi((ui) => ui.lang);
  const nowMs = useNowMs();
  const dueMs = parseInstant(dueAt);
  if (dueMs === null) return null;
  const day = wardDay(dueMs);
  const time = formatTime(dueMs);
  const today = wardDay(nowMs);
  if (day === today) return <>{dueWords.today(time)}</>;
  if (day === addDays(today, 1)) return <>{dueWords.tomorrow(time)}</>;
  return <>{dueWords.onDay(time, weekdayName(day, lang), formatDay(day))}</>;
}
