// `npm run rig:kiosk [-- --tickets N --first N]`: one kiosk session through all its tickets, in a real Chromium; the heap after
// collection at the end is held against that at the beginning.
import { readCommandLine, wholeNumber, wrong } from '../simulate/command-line.ts';
import { kioskDay } from '../support/kiosk/session.ts';
import type { Weighed } from '../support/kiosk/session.ts';

/** The heap at the end, at most so many times that at the first weighing. */
const MOST = 1.1;

const USAGE = `usage: npm run rig:kiosk -- [--tickets N] [--first N]

  --tickets N   how many people take a number, 10000 if not said; the rests between two are skipped
  --first N     after so many the page is weighed for the first time, 1000 if not said

Ends with 0 when no number came twice, every paper came out and the heap at the end is at most ${MOST} times the first,
1 when not, 2 for wrong flags.`;

const { tickets, first } = readCommandLine(
  'kiosk',
  USAGE,
  { tickets: { type: 'string', default: '10000' }, first: { type: 'string', default: '1000' } },
  (values) => {
    const wish = {
      tickets: wholeNumber('--tickets', values.tickets, 2),
      first: wholeNumber('--first', values.first, 1),
    };
    return wish.first < wish.tickets ? wish : wrong('--first is less than --tickets');
  },
);
const steps = [first, ...[1, 2, 3].map((step) => Math.round((tickets * step) / 4)), tickets];
const weighAt = [...new Set(steps)].filter((at) => at >= first).toSorted((a, b) => a - b);
const day = await kioskDay({ weighAt, fields: ['Hộ tịch', 'Chứng thực', 'Đất đai'], say });
const [begin, end] = [day.weighed[0], day.weighed.at(-1)];
const ratio = (end?.heapBytes ?? Infinity) / (begin?.heapBytes ?? 0);
const twice = day.numbers.length - new Set(day.numbers).size;
const verdicts = [
  [`heap after ${tickets} / after ${first}: ${ratio.toFixed(2)} (≤ ${MOST})`, ratio <= MOST],
  [`numbers shown twice: ${twice}`, twice === 0],
  [`papers: ${day.papers} of ${day.numbers.length}`, day.papers === day.numbers.length],
  [`complaints of the page: ${day.complaints.length}`, day.complaints.length === 0],
] as const;
for (const [words, holds] of verdicts) console.log(`${holds ? 'held' : 'FAILED'}  ${words}`);
for (const words of day.complaints.slice(0, 5)) console.log(words);
process.exit(verdicts.every(([, holds]) => holds) ? 0 : 1);

function say({ tickets: count, heapBytes, nodes, listeners }: Weighed): void {
  const mega = (heapBytes / 1_048_576).toFixed(2);
  console.log(`kiosk: ${count} tickets, heap ${mega} MB, ${nodes} nodes, ${listeners} listeners`);
}
