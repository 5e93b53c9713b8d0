import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../server/cli/command.ts';
import { reportCommand } from '../../server/cli/report.ts';
import { demoCatalogue } from '../support/demo.ts';
import { lineChain } from '../support/events.ts';
import { dossierReceived, resultReady } from '../support/dossiers/facts.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'motcua-report-'));
  const chain = lineChain();
  const one = chain.add(dossierReceived('0001'));
  chain.add(
    dossierReceived('0002', { channel: 'online', fees: [{ kind: 'lePhi', label: 'x', amount: 8000 }] }),
  );
  chain.add(resultReady('0001', '2026-06-05T08:00:00.000Z', [one.hash]));
  mkdirSync(join(dir, 'journal'));
  writeFileSync(join(dir, 'journal/epoch-test.log'), `${chain.lines().join('\n')}\n`);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function report(...argv: readonly string[]) {
  const said: string[] = [];
  let out = '';
  const exitCode = await runCommand(reportCommand, [...argv, '--data', dir], {
    stdin: () => Promise.resolve(''),
    out: (text) => (out += text),
    complain: (line) => said.push(line),
    nowMs: () => Date.UTC(2026, 5, 20),
    randomBytes: (count) => Buffer.alloc(count, 7),
  });
  return { exitCode, said, answer: out === '' ? null : (JSON.parse(out) as Record<string, unknown>) };
}

const day = ['--from', '2026-06-05', '--to', '2026-06-05'];

describe('motcua report', () => {
  it('[T09] [FG5] gives the form, its check, ratios, definitions and the rules it was counted by', async () => {
    const { exitCode, answer } = await report(...day);
    expect(exitCode).toBe(0);
    expect(answer).toMatchObject({
      from: '2026-06-05',
      to: '2026-06-05',
      total: { received: 2, finished: 1, finishedOnTime: 1, pending: 1, pendingOverdue: 1 },
      wrongRows: [],
      form: { number: 'Biểu số II.06a/VPCP/KSTT', check: 'Số liệu khớp' },
      levels: [{ level: 'Cấp xã', total: { received: 2 } }],
      beside: { paused: 0, withdrawn: 0, stopped: 0, ineligible: 0 },
      uncounted: [],
    });
    expect(answer).toHaveProperty('ratios.0', {
      id: 'completion',
      part: 1,
      whole: 2,
      percent: 50,
      text: '50,0\u00A0%',
    });
    expect(answer).toHaveProperty('definitions.0.formula', '(3) = (4) + (5) + (6)');
    expect(answer).toHaveProperty('rules.0.id', 'withdrawn');
    expect(answer).not.toHaveProperty('lists');
  });

  it('[FG6] takes a period by name, cut on another day', async () => {
    const { answer } = await report('--period', '2026-Q2', '--first-day', '15');
    expect(answer).toMatchObject({ from: '2026-03-15', to: '2026-06-14', total: { received: 2 } });
    for (const wrong of [
      [],
      ['--from', '2026-06-05'],
      ['--period', '2026-Q9'],
      ['--period', '2026', '--first-day', '31'],
      ['--period', '2026', ...day],
      [...day, '--first-day', '15'],
    ]) {
      const { exitCode, said } = await report(...wrong);
      expect([wrong, exitCode, said.length]).toEqual([wrong, 2, 1]);
    }
  });

  it('[FG1] counts by the rules of a file, and names the field of a bad one', async () => {
    const file = join(dir, 'rules.json');
    const withRules = async (rules: unknown) => {
      writeFileSync(file, JSON.stringify(rules));
      return report(...day, '--rules', file);
    };
    // Ready at 15:00, due at 17:00: early for an office that says so from two hours on.
    const early = await withRules({ figures: { earlyMinutes: 120 } });
    expect(early.answer).toMatchObject({ total: { finishedEarly: 1, finishedOnTime: 0 } });
    const bad = await withRules({ figures: { withdrawn: 'never' } });
    expect([bad.exitCode, bad.answer, bad.said[0]?.includes('figures.withdrawn')]).toEqual([2, null, true]);
    expect((await withRules({ figure: {} })).exitCode).toBe(2);
    expect((await withRules({ calendar: { sessions: { mon: ['9-5'] } } })).said[0]).toContain(
      'calendar.sessions',
    );
    expect((await report(...day, '--rules', join(dir, 'nope'))).exitCode).toBe(2);
  });

  it('[FG2] opens a cell into its dossiers and their events', async () => {
    const { answer } = await report(...day, '--open', 'ho-tich:finished');
    expect(answer?.['opened']).toEqual([
      {
        id: 'ho-so-0001',
        code: 'H26.19.05-260605-0001',
        events: [
          expect.objectContaining({ seq: 1, type: 'dossier-received' }),
          expect.objectContaining({ seq: 3, type: 'dossier-result-ready' }),
        ],
      },
    ]);
    expect((await report(...day, '--open', 'total:received')).answer?.['opened']).toHaveLength(2);
    for (const wrong of ['total', ':finished', 'total:soon'])
      expect((await report(...day, '--open', wrong)).exitCode).toBe(2);
  });

  it('[FG8] [FG7] carries lists beside the form when they are asked for', async () => {
    const { answer } = await report(
      ...day,
      '--with',
      'due,overdue,waiting,fees,fields,refusals,books,estimates',
    );
    expect(answer?.['lists']).toMatchObject({
      due: { overdue: ['ho-so-0002'], today: [] },
      overdue: [{ office: null, dossiers: [{ id: 'ho-so-0002', cause: null }] }],
      waiting: [{ id: 'ho-so-0001', days: 15 }],
      fees: [{ day: '2026-06-05', kind: 'lePhi', amount: 8000, waived: 0 }],
      fields: [{ fieldId: 'ho-tich', received: 2 }, { fieldId: 'total' }],
      refusals: [],
      books: [{ book: 'ho-tich', year: '2026', entries: [{ no: '260605-0001' }, { no: '260605-0002' }] }],
      estimates: [
        { group: 2, label: 'ước tính nội bộ', points: 10 },
        { group: 3 },
        { group: 4 },
        { group: 5 },
      ],
    });
    expect((await report(...day, '--with', 'waiting', '--waiting-days', '15')).answer).toMatchObject({
      lists: { waiting: [] },
    });
    expect((await report(...day, '--with', 'salaries')).exitCode).toBe(2);
    expect((await report(...day, '--waiting-days', '-1')).exitCode).toBe(2);
  });

  it('[PR12] carries the review list of a catalogue, counted from the journal', async () => {
    const file = join(dir, 'catalogue.json');
    writeFileSync(file, JSON.stringify(demoCatalogue()));
    const { answer } = await report(...day, '--review', file);
    expect(answer?.['review']).toHaveLength(demoCatalogue().procedures.length);
    expect(answer?.['review']).toContainEqual(
      expect.objectContaining({
        code: '1.001193',
        counts: { received: 2, withSupplement: 0, refused: 0, papersAsked: 0 },
      }),
    );
    writeFileSync(file, '{}');
    const refused = await report(...day, '--review', file);
    expect([refused.exitCode, refused.said.join()]).toEqual([2, expect.stringContaining('no catalogue')]);
  });
});
