// Lists on paper: recorded each time, marked and with a reason when they were printed before [R04].
import { expect, it } from 'vitest';
import { bulkList } from '../../../renderer/screens/desk/register/beside/bulk-list.ts';
import {
  bookPaper,
  booksOf,
  custodyPaper,
} from '../../../renderer/screens/desk/register/books/list-slips.ts';
import { printListPaper } from '../../../renderer/store/papers/list-prints.ts';
import { ok } from '../../../shared/basics/result.ts';
import { printedFact } from '../../../renderer/db/paper-acts.ts';
import { wordsOf } from '../../support/papers/words-of.ts';
import { demoWard } from '../../support/demo.ts';
import { reportDossier } from '../../support/dossiers/report-dossiers.ts';
import type { PrintRecord } from '../../../renderer/store/deps.ts';
import type { ListPrintDeps } from '../../../renderer/store/papers/list-prints.ts';
import type { PrintOutcome } from '../../../shared/slip/print-job.ts';
import type { Slip } from '../../../shared/slip/slip.ts';

const ward = demoWard();
const at = '2026-06-05T02:00:00.000Z';
const listed = ['0001', '0002'].map((no) => ({
  dossier: reportDossier(no, { office: 'Phòng Kinh tế', handedOverAt: at }),
  owner: 'Trần Thị Đào',
  address: '',
}));

function desk() {
  const recorded: PrintRecord[] = [];
  const drawn: Slip[] = [];
  let state: PrintOutcome['state'] = 'confirmed';
  const deps = {
    acts: {
      recordPrint: (record: PrintRecord) => {
        recorded.push(record);
        return Promise.resolve(ok({ value: null, secondCopy: true }));
      },
    },
    reads: {
      arrivals: (subject: string) =>
        Promise.resolve(
          recorded.filter((one) => one.subject === subject).map((one) => ({ fact: printedFact(one, []) })),
        ),
    },
    host: { papers: { list: () => Promise.resolve(ok([])) } },
    session: { getState: () => ({ clerk: { id: 'lan' } }) },
    clock: { nowMs: () => Date.UTC(2026, 5, 5, 3) },
    newId: (prefix: string) => `${prefix}-failed`,
    printForm: (_subject: string, slip: Slip) => {
      drawn.push(slip);
      return Promise.resolve(ok({ jobId: `job-${drawn.length}`, state, at }));
    },
  } as unknown as ListPrintDeps;
  return { deps, recorded, drawn, set: (now: PrintOutcome['state']) => (state = now) };
}

it('[R04] a list is recorded for each dossier on it; again it needs a reason and says BẢN IN LẠI LẦN n', async () => {
  const { deps, recorded, drawn, set } = desk();
  const list = bulkList('hand-over', 'Phòng Kinh tế', listed, { ward, at, clerk: 'Lan' });
  const print = (reason: string) => printListPaper(deps, list, ['dossier-1', 'dossier-2'], reason);
  set('failed');
  expect(await print('')).toMatchObject({ state: 'tried', reprint: 0 });
  set('confirmed');
  // What certainly failed lies nowhere: the next one is the first.
  expect(await print('')).toMatchObject({ state: 'tried', reprint: 0 });
  expect(await print('')).toEqual({ state: 'reason-needed' });
  expect(drawn).toHaveLength(2);
  expect(await print('Kẹt giấy')).toMatchObject({ state: 'tried', reprint: 1 });
  expect(wordsOf(drawn[1] as Slip).join(' ')).not.toContain('BẢN IN LẠI');
  expect(wordsOf(drawn[2] as Slip).join(' ')).toContain('BẢN IN LẠI LẦN 1');
  expect(recorded.map(({ subject, reprint, copyNo }) => [subject, reprint, copyNo])).toEqual([
    ['dossier-1', 0, 1],
    ['dossier-2', 0, 1],
    ['dossier-1', 0, 1],
    ['dossier-2', 0, 1],
    ['dossier-1', 1, 1],
    ['dossier-2', 1, 1],
  ]);
  expect(recorded.at(-1)).toMatchObject({ paper: 'book', formNo: list.no, reason: 'Kẹt giấy' });
});

it('[R04] register books and lists of a session count their own prints; one that has got longer is another paper', async () => {
  const { deps } = desk();
  const dossiers = listed.map(({ dossier }) => dossier);
  const rows = {
    days: { from: '2026-06-01', to: '2026-06-05' },
    dossiers,
    persons: new Map(),
    closed: 2,
  };
  const around = { ward, at, giver: 'Lan' };
  const [book] = booksOf(rows);
  if (!book) throw new Error('two dossiers stand in a book');
  const whole = bookPaper(book, rows, around);
  const print = (list: typeof whole, reason: string) => printListPaper(deps, list, ['register'], reason);
  expect(await print(whole, '')).toMatchObject({ reprint: 0 });
  expect(await print(whole, '')).toEqual({ state: 'reason-needed' });
  const first = { ...rows, dossiers: dossiers.slice(0, 1) };
  const [shorter] = booksOf(first);
  if (!shorter) throw new Error('one dossier stands in a book');
  expect(await print(bookPaper(shorter, first, around), '')).toMatchObject({ reprint: 0 });
  const session = { session: 'all', receiver: 'Phòng Kinh tế', sessionWords: 'cả ngày' } as const;
  const custody = custodyPaper(rows, session, around);
  if (!custody) throw new Error('two dossiers were handed over');
  expect(await print(custody, '')).toMatchObject({ reprint: 0 });
  expect(await print(custody, 'Mờ')).toMatchObject({ reprint: 1 });
});

it('[D16] both rooms print hand-overs on the same sheet', () => {
  const rows = {
    days: { from: '2026-06-05', to: '2026-06-05' },
    dossiers: listed.map(({ dossier }) => dossier),
    persons: new Map(),
    closed: 2,
  };
  const session = { session: 'all', receiver: 'Phòng Kinh tế', sessionWords: 'cả ngày' } as const;
  const later = custodyPaper(rows, session, { ward, at, giver: 'Lan' })?.draw(null);
  const now = bulkList('hand-over', 'Phòng Kinh tế', listed, { ward, at, clerk: 'Lan' }).draw(null);
  expect([now.template, now.sheet]).toEqual([later?.template, later?.sheet]);
  const columns = (slip: Slip | undefined) =>
    slip?.blocks.flatMap((block) => (block.kind === 'table' ? block.columns : []));
  expect(columns(now)).toEqual(columns(later));
  const widths = (columns(now) ?? []).map(({ width }) => width);
  expect(widths.reduce((all, width) => all + width, 0)).toBe(100);
});
