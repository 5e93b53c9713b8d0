import { describe, expect, it } from 'vitest';
import { BATCH_BYTES } from '../../shared/sync/messages.ts';
import { lineChain } from '../support/events.ts';
import type { AppendOutcome, Journal } from '../../shared/journal.ts';

/** A journal under test. `reopen` closes it and opens what it left behind; `close` removes it. */
export type JournalUnderTest = {
  readonly journal: Journal;
  readonly reopen: () => Promise<Journal>;
  readonly close: () => Promise<void>;
};

const WARD = 'thach-ban';
const KEY = 'd1-test/epoch-test';

async function appended(journal: Journal, lines: readonly string[]): Promise<AppendOutcome> {
  const outcome = await journal.append(lines);
  if (!outcome.ok) throw new Error(`append failed: ${outcome.error.code} ${outcome.error.detail}`);
  return outcome.value;
}

function whole(count: number) {
  return { device: 'd1-test', epoch: 'epoch-test', from: 0, to: count };
}

/**
 * What every keeper of events promises (shared/journal.ts). `make` gives an empty journal of ward `thach-ban`.
 */
export function journalContract(name: string, make: () => Promise<JournalUnderTest>): void {
  describe(`journal contract: ${name}`, () => {
    const using = async (test: (made: JournalUnderTest) => Promise<void>): Promise<void> => {
      const made = await make();
      try {
        await test(made);
      } finally {
        await made.close();
      }
    };

    it('[J2] [J6] gives lines back byte for byte, unknown types and every script included', () =>
      using(async ({ journal }) => {
        const chain = lineChain({ ward: WARD });
        chain.fill(3);
        const text = 'Đỗ Thị Ngữ 😀 <b>"&\u2028 e\u0323\u0302 \\u0000';
        chain.add({ type: 'x.unheard-of', subject: 's', body: { text, n: 1e21, deep: [{ a: null }] } });
        await appended(journal, chain.lines());
        expect(await journal.read(whole(5), 100)).toEqual(chain.lines());
      }));

    it('[J4] stores the same line once', () =>
      using(async ({ journal }) => {
        const chain = lineChain({ ward: WARD });
        chain.fill(9);
        const first = await appended(journal, chain.lines());
        const second = await appended(journal, chain.lines());
        expect([first.fresh, second.fresh, second.refused]).toEqual([10, 0, []]);
        expect(second.vector[KEY]).toBe(10);
        expect(await journal.read(whole(10), 100)).toHaveLength(10);
      }));

    it('[J3] takes the strict prefix: nothing after a gap, and the gap fills later', () =>
      using(async ({ journal }) => {
        const chain = lineChain({ ward: WARD });
        chain.fill(5);
        const lines = chain.lines();
        const gapped = await appended(
          journal,
          lines.filter((_line, seq) => seq !== 2),
        );
        expect(gapped.fresh).toBe(2);
        expect(gapped.vector[KEY]).toBe(2);
        expect(gapped.refused).toEqual([2, 3, 4].map((index) => ({ index, code: 'line-gap' })));
        expect((await appended(journal, lines)).fresh).toBe(4);
        expect(await journal.vector()).toEqual({ [KEY]: 6 });
      }));

    it('[J3] a gap in one epoch stops only that epoch', () =>
      using(async ({ journal }) => {
        const a = lineChain({ ward: WARD });
        const b = lineChain({ ward: WARD, epoch: 'epoch-other' });
        a.fill(2);
        b.fill(2);
        const outcome = await appended(journal, [...a.lines().slice(1), ...b.lines()]);
        expect(outcome.fresh).toBe(3);
        expect((await journal.vector())['d1-test/epoch-other']).toBe(3);
      }));

    it('[J7] refuses a fork at its place and keeps what stood first', () =>
      using(async ({ journal }) => {
        const mine = lineChain({ ward: WARD });
        const twin = lineChain({ ward: WARD });
        mine.fill(3);
        twin.add({ type: 'other', subject: 's', body: 1 });
        twin.fill(3);
        await appended(journal, mine.lines());
        const outcome = await appended(journal, twin.lines());
        expect(outcome.fresh).toBe(0);
        expect(outcome.refused.map(({ code }) => code)).toContain('line-forked');
        expect(await journal.read(whole(4), 100)).toEqual(mine.lines());
      }));

    it('[J7] [J4] tells fork, repeat and gap apart within one batch, and takes what fits around them', () =>
      using(async ({ journal }) => {
        const mine = lineChain({ ward: WARD });
        const twin = lineChain({ ward: WARD });
        const other = lineChain({ ward: WARD, device: 'd2-test' });
        mine.fill(6);
        twin.fill(2);
        twin.add({ type: 'other', subject: 's', body: 1 });
        twin.fill(2);
        other.fill(1);
        const [m, t] = [mine.lines(), twin.lines()];
        const at = (lines: readonly string[], seq: number) => lines[seq] ?? '';
        const batch = [
          ...m.slice(0, 4),
          at(t, 3),
          at(m, 1),
          at(t, 4),
          ...other.lines(),
          at(m, 6),
          at(t, 5),
          at(m, 4),
        ];
        const outcome = await appended(journal, batch);
        expect(outcome.refused).toEqual([
          { index: 4, code: 'line-forked' },
          { index: 6, code: 'line-forked' },
          { index: 9, code: 'line-gap' },
          { index: 10, code: 'line-forked' },
        ]);
        expect(outcome.fresh).toBe(7);
        expect(await journal.vector()).toEqual({ [KEY]: 5, 'd2-test/epoch-test': 2 });
        expect(await journal.read(whole(9), 100)).toEqual(m.slice(0, 5));
      }));

    it('[J3] a vector tells what is durable and nothing else, after every append and a reopening', () =>
      using(async ({ journal, reopen }) => {
        expect(await journal.vector()).toEqual({});
        expect(await journal.read(whole(3), 10)).toEqual([]);
        const chain = lineChain({ ward: WARD });
        chain.fill(9);
        const both = await Promise.all([
          journal.append(chain.lines().slice(0, 5)),
          journal.append(chain.lines().slice(5)),
        ]);
        const told = both.map((one) => (one.ok ? (one.value.vector[KEY] ?? 0) : -1));
        const again = await reopen();
        expect(Math.max(...told)).toBe((await again.vector())[KEY]);
        expect(await appended(again, ['rubbish'])).toMatchObject({ fresh: 0 });
        expect(await again.vector()).toEqual({ [KEY]: 10 });
      }));

    it('[J3] one poisoned line blocks nothing else', () =>
      using(async ({ journal }) => {
        const chain = lineChain({ ward: WARD });
        chain.fill(2);
        const foreign = lineChain({ ward: 'another-ward' });
        const edited = (chain.lines()[1] ?? '').replace('note-of', 'note-0f');
        const poison = ['', 'rubbish', edited, ...foreign.lines(), 'x'.repeat(70_000)];
        const outcome = await appended(journal, [...poison, ...chain.lines()]);
        expect(outcome.fresh).toBe(3);
        expect(outcome.refused.map(({ index, code }) => [index, code])).toEqual([
          [0, 'line-malformed'],
          [1, 'line-malformed'],
          [2, 'line-hash-wrong'],
          [3, 'line-ward-wrong'],
          [4, 'line-too-long'],
        ]);
      }));

    it('[J3] keeps everything acknowledged over a reopening, and goes on from there', () =>
      using(async ({ journal, reopen }) => {
        const chain = lineChain({ ward: WARD });
        chain.fill(20);
        const { vector } = await appended(journal, chain.lines());
        const again = await reopen();
        expect(await again.vector()).toEqual(vector);
        expect(await again.read(whole(21), 100)).toEqual(chain.lines());
        chain.fill(1);
        expect((await appended(again, chain.lines().slice(-1))).vector[KEY]).toBe(22);
      }));

    it('[J2] reads in order, at most the limit, at most about a batch of bytes, and nothing outside the range', () =>
      using(async ({ journal }) => {
        const chain = lineChain({ ward: WARD });
        chain.fill(59, 40_000);
        for (let from = 0; from < 60; from += 20)
          await appended(journal, chain.lines().slice(from, from + 20));
        expect(await journal.read({ ...whole(9), from: 4 }, 3)).toEqual(chain.lines().slice(4, 7));
        expect(await journal.read({ ...whole(9), from: 7 }, 100)).toEqual(chain.lines().slice(7, 9));
        expect(await journal.read({ ...whole(60), epoch: 'nobody' }, 100)).toEqual([]);
        const some = await journal.read(whole(60), 1000);
        expect(some).toEqual(chain.lines().slice(0, some.length));
        expect(some.length).toBeGreaterThan(10);
        expect(Buffer.byteLength(some.join('\n'))).toBeLessThanOrEqual(BATCH_BYTES);
      }));
  });
}
