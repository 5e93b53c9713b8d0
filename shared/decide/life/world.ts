import { readCalendar } from '../../law/calendar.ts';
import { defaultCalendar } from '../../law/default-calendar.ts';
import { usualLifeRules } from '../../law/life-cycle/life-rules.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { ActWorld } from './act.ts';

/**
 * By what an act on a dossier is judged in a ward: its rules, and its working time for the dossier's field.
 * @param fieldId field (lĩnh vực) of the dossier's procedure
 */
export function actWorldOf(ward: WardConfig, fieldId: string, role: ActorRole, nowMs: number): ActWorld {
  const calendar = ward.calendar ?? defaultCalendar;
  const rules = ward.lifeCycle ?? usualLifeRules;
  const { maxSupplements: maxRounds, supplementClock: clock } = rules;
  return {
    nowMs,
    role,
    rules,
    due: { calendar: readCalendar(calendar, { field: fieldId }), supplement: { clock, maxRounds } },
    calendarOfAgency: (office) => readCalendar(calendar, { office }),
    policy: ward.duePolicy,
  };
}
