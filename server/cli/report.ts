import { periodFigures } from '../../shared/report/day-figures.ts';
import { isRealDay } from '../../shared/basics/time.ts';
import { dossiersOf } from '../db/fold-subjects.ts';
import { EXIT, misused, refused } from './command.ts';
import { eventsIn } from '../files/stored-events.ts';
import { programOf } from '../open-data.ts';
import type { Command } from './command.ts';

/** Figures of Biểu II.06a from the data folder of either program; reads only, also beside a running program. */
export const reportCommand: Command = {
  help: `npx motcua report --from DAY --to DAY --data DIR [--ward W]

Prints the figures of Biểu II.06a for the days DAY (YYYY-MM-DD) to DAY, both included, with their self-check.

  --data DIR   data folder of the app or of the district server
  --ward W     needed when the folder holds several wards`,
  rules: { values: ['from', 'to', 'data', 'ward'] },
  needs: ['from', 'to', 'data'],
  run: (flags, world) => {
    const from = flags.get('from') ?? '';
    const to = flags.get('to') ?? '';
    if (!isRealDay(from) || !isRealDay(to)) return misused(world, '--from and --to are days (YYYY-MM-DD)');
    if (from > to) return misused(world, '--from is after --to');
    const data = flags.get('data') ?? '';
    if (!programOf(data))
      return misused(world, `${data} holds data of neither the app nor a district server`);
    const events = eventsIn(data, flags.get('ward'));
    if (!events.ok) return refused(world, events.error);
    world.out(JSON.stringify(periodFigures(dossiersOf(events.value), from, to, world.nowMs())));
    return EXIT.done;
  },
};
