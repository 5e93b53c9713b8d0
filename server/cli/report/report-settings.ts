import { z } from 'zod';
import { err, ok } from '../../../shared/basics/result.ts';
import { isRealDay } from '../../../shared/basics/time.ts';
import { calendarSchema } from '../../../shared/law/calendar.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { faultsOf } from '../../../shared/law/faults.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { dueWorldOf } from '../../../shared/report/due-status.ts';
import { figureRulesSchema } from '../../../shared/report/figure-rules.ts';
import { periodNamed } from '../../../shared/report/periods.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { parsedJson } from '../../files/json-text.ts';
import { reportLists } from './report-lists.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { DueWorld } from '../../../shared/report/due-status.ts';
import type { FigureWorld } from '../../../shared/report/figure-rules.ts';
import type { ReportPeriod } from '../../../shared/report/periods.ts';
import type { CommandFlags } from '../command.ts';

const settingsSchema = z.strictObject({
  figures: figureRulesSchema.prefault({}),
  calendar: calendarSchema.default(defaultCalendar),
  standing: wardSchema.shape.standing,
});

/** What a report is counted by. */
export type ReportSettings = { readonly figures: FigureWorld; readonly due: DueWorld };

/** Reads the document of `--rules`; without one, the usual rules. The error is one line that names the field. */
export function settingsIn(text: string | null): Result<ReportSettings, string> {
  const json = text === null ? ok({}) : parsedJson(text);
  if (!json.ok) return err('is not JSON');
  const parsed = settingsSchema.safeParse(json.value);
  if (!parsed.success) {
    const [fault] = faultsOf(parsed.error);
    return err(fault ? `${fault.path || 'document'}: ${fault.message}` : 'is no set of rules');
  }
  const { figures: rules, calendar, standing } = parsed.data;
  const due = dueWorldOf({ calendar, standing });
  return ok({ figures: { rules, calendarOf: due.calendarOf }, due });
}

/** The period of the flags: two days, or a name with the day on which periods begin. The error is one line. */
export function periodIn(flags: CommandFlags): Result<ReportPeriod, string> {
  const name = flags.get('period');
  const from = flags.get('from');
  const to = flags.get('to');
  if (name !== undefined) {
    if (from !== undefined || to !== undefined) return err('--period stands in place of --from and --to');
    const period = periodNamed(name, Number(flags.get('first-day') ?? 1));
    return period ? ok(period) : err('--period is 2026, 2026-H1, 2026-Q2 or 2026-06, --first-day 1 to 28');
  }
  if (flags.get('first-day') !== undefined) return err('--first-day belongs to --period');
  if (from === undefined || to === undefined) return err('--from and --to, or --period, are missing');
  if (!isRealDay(from) || !isRealDay(to)) return err('--from and --to are days (YYYY-MM-DD)');
  if (from > to) return err('--from is after --to');
  return ok({ from, to, name: `${formatDay(from)} – ${formatDay(to)}` });
}

/** Name of a list that a report can carry. */
type ListName = keyof typeof reportLists;

/** The lists that `--with` names, each once. */
export function listsIn(flags: CommandFlags): Result<readonly ListName[], string> {
  const asked = [...new Set((flags.get('with') ?? '').split(',').filter((name) => name !== ''))];
  const known = Object.keys(reportLists) as ListName[];
  const names = asked.flatMap((name) => known.filter((one) => one === name));
  if (names.length < asked.length) return err(`--with takes ${known.join(',')}`);
  return ok(names);
}
