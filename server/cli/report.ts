import { readFileSync } from 'node:fs';
import { err, ok } from '../../shared/basics/result.ts';
import { parseCatalogue } from '../../shared/law/procedure.ts';
import { periodReport } from '../../shared/report/period-report.ts';
import { dossiersOf } from '../db/fold-subjects.ts';
import { parsedJson } from '../files/json-text.ts';
import { eventsIn } from '../files/stored-events.ts';
import { programOf } from '../open-data.ts';
import { EXIT, misused, refused } from './command.ts';
import { cellNamed, openedCell, reportLists, reviewed } from './report/report-lists.ts';
import { listsIn, periodIn, settingsIn } from './report/report-settings.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { Command } from './command.ts';

/** Results that wait longer are listed by `--with waiting`; a ward sets its own by `--waiting-days`. */
const WAITING_DAYS = 7;

/** Figures of Biểu II.06a from the data folder of either program; reads only, also beside a running program. */
export const reportCommand: Command = {
  help: `npx motcua report --from DAY --to DAY --data DIR [--ward W] [--rules FILE] [--with LIST,…]
npx motcua report --period 2026-Q2 [--first-day 15] --data DIR …

Prints the figures of Biểu II.06a for the days DAY (YYYY-MM-DD) to DAY, both included, with their self-check, ratios,
definitions and the rules they were counted by.

  --data DIR        data folder of the app or of the district server
  --ward W          needed when the folder holds several wards
  --period NAME     2026, 2026-H1, 2026-Q2 or 2026-06 in place of the days
  --first-day N     day of the month on which periods begin, 1 to 28 (default 1)
  --rules FILE      {"figures":{…},"calendar":{…},"standing":{…}}: what counts where, and working time
  --with LIST,…     lists beside the form: ${Object.keys(reportLists).join(',')}
  --open FIELD:COLUMN  the dossiers that a cell counts, with their events, e.g. total:finishedLate
  --review FILE     the review list of procedures (rà soát) by this catalogue, with proposals and their figures
  --waiting-days N  results waiting longer than this are in the list "waiting" (default ${WAITING_DAYS})`,
  rules: {
    values: [
      'from',
      'to',
      'period',
      'first-day',
      'data',
      'ward',
      'rules',
      'with',
      'open',
      'waiting-days',
      'review',
    ],
  },
  needs: ['data'],
  run: (flags, world) => {
    const period = periodIn(flags);
    if (!period.ok) return misused(world, period.error);
    const lists = listsIn(flags);
    if (!lists.ok) return misused(world, lists.error);
    const open = flags.get('open');
    const cell = open === undefined ? null : cellNamed(open);
    if (open !== undefined && !cell)
      return misused(world, '--open takes FIELD:COLUMN, e.g. total:finishedLate');
    const waitingDays = Number(flags.get('waiting-days') ?? WAITING_DAYS);
    if (!Number.isInteger(waitingDays) || waitingDays < 0)
      return misused(world, '--waiting-days is a number of days');
    const file = flags.get('rules');
    const text = file === undefined ? null : readText(file);
    if (file !== undefined && text === null) return misused(world, `cannot read ${file}`);
    const settings = settingsIn(text);
    if (!settings.ok) return misused(world, `${file ?? '--rules'}: ${settings.error}`);
    const review = reviewOf(flags.get('review'));
    if (!review.ok) return misused(world, review.error);
    const data = flags.get('data') ?? '';
    if (!programOf(data))
      return misused(world, `${data} holds data of neither the app nor a district server`);
    const events = eventsIn(data, flags.get('ward'));
    if (!events.ok) return refused(world, events.error);
    const dossiers = dossiersOf(events.value);
    const nowMs = world.nowMs();
    const report = periodReport(dossiers, period.value, nowMs, settings.value.figures);
    const source = { report, dossiers, events: events.value, nowMs, waitingDays, ...settings.value };
    const asked = lists.value.map((name) => [name, reportLists[name](source)] as const);
    world.out(
      JSON.stringify({
        ...report,
        ...(asked.length === 0 ? {} : { lists: Object.fromEntries(asked) }),
        ...(review.value ? { review: reviewed(review.value, source) } : {}),
        ...(cell ? { opened: openedCell(cell, source) } : {}),
      }),
    );
    return EXIT.done;
  },
};

/** The catalogue that a review goes by; null where none is asked for. The error is one line. */
function reviewOf(file: string | undefined): Result<Catalogue | null, string> {
  if (file === undefined) return ok(null);
  const json = parsedJson(readText(file) ?? '');
  const read = json.ok ? parseCatalogue(json.value) : null;
  return read?.ok ? ok(read.value) : err(`${file} is no catalogue`);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
