import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeEvent } from '../../shared/event/envelope.ts';
import { verifyJournal } from '../../server/files/verify-journal.ts';
import { deviceKeys, lineChain } from '../support/events.ts';

const keys = deviceKeys('verify');

/** 8 events, a checkpoint after the fourth and after the last, then `unsigned` more. */
function journal(unsigned = 0): readonly string[] {
  const chain = lineChain({ keys });
  chain.fill(3, 30);
  const first = [...chain.lines(), chain.checkpoint()];
  chain.fill(4, 30);
  const second = [...chain.lines().slice(4), chain.checkpoint()];
  chain.fill(unsigned, 30);
  return [...first, ...second, ...chain.lines().slice(8)];
}

const fileOf = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''));
const check = (lines: readonly string[], head: Parameters<typeof verifyJournal>[1] = null) =>
  verifyJournal(fileOf(lines), head);
const hashOf = (line: string | undefined) => (line ?? '').slice(0, 64);

describe('verify', () => {
  it('proves a whole file', () => {
    expect(check(journal(2))).toEqual({
      ok: true,
      events: 10,
      firstSeq: 0,
      lastSeq: 9,
      signedThrough: 7,
      tornTail: false,
    });
    expect(check(lineChain({ keys }).lines())).toMatchObject({ ok: true, signedThrough: null });
  });

  it('finds any changed byte up to the last signed checkpoint', () => {
    const good = fileOf(journal());
    fc.assert(
      fc.property(fc.nat(good.length - 2), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const edited = Buffer.from(good);
        edited[at] = (edited[at] ?? 0) ^ flip;
        // A NUL in the last line reads as a block the disk never wrote: torn, and no longer vouched for.
        const { ok, tornTail, signedThrough } = verifyJournal(edited, null);
        expect(ok && !(tornTail && signedThrough === 3)).toBe(false);
      }),
      { numRuns: 3000, seed: 20260605 },
    );
  }, 60_000);

  it('finds removed, inserted, repeated and reordered lines', () => {
    const lines = journal();
    const foreign = lineChain({ keys, epoch: 'other' }).lines()[0] ?? '';
    const edits = lines.slice(0, -1).flatMap((line, at) => {
      const swapped = [...lines];
      [swapped[at], swapped[at + 1]] = [lines[at + 1] ?? '', line];
      const removed = lines.filter((_line, index) => index !== at);
      const inserted = [foreign, '', 'rubbish'].map((extra) => [
        ...lines.slice(0, at),
        extra,
        ...lines.slice(at),
      ]);
      // Without a checkpoint in the middle the one at the end still vouches for every line.
      if (line.startsWith('#')) return inserted;
      return [...inserted, removed, swapped, [...lines.slice(0, at), line, ...lines.slice(at)]];
    });
    expect(edits.length).toBeGreaterThan(50);
    for (const edited of edits) expect(check(edited).ok).toBe(false);
  });

  it('finds a history written anew with right hashes, by its checkpoint', () => {
    const other = lineChain({ keys });
    other.fill(3, 60);
    const bad = check([...other.lines(), journal()[4] ?? '']);
    expect(bad).toMatchObject({ ok: false, bad: { line: 5, reason: 'checkpoint-wrong' } });
    const thief = lineChain({ keys: deviceKeys('thief') });
    const stolen = [journal()[0] ?? '', thief.checkpoint().replace(thief.head().hash, hashOf(journal()[0]))];
    expect(check(stolen)).toMatchObject({
      ok: false,
      bad: { line: 2, reason: 'checkpoint-signature-wrong' },
    });
  });

  it('a broken link after the last checkpoint is found too', () => {
    const lines = journal(3);
    expect(check(lines.filter((_line, index) => index !== 11))).toMatchObject({
      ok: false,
      signedThrough: 7,
      bad: { line: 12 },
    });
  });

  it('a torn last line is no fault, an edited one is', () => {
    const whole = fileOf(journal(2));
    const cut = whole.subarray(0, whole.length - 20);
    expect(verifyJournal(cut, null)).toMatchObject({ ok: true, events: 9, tornTail: true });
    const withoutNewline = whole.subarray(0, whole.length - 1);
    expect(verifyJournal(withoutNewline, null)).toMatchObject({ ok: true, events: 9, tornTail: true });
    const zeros = Buffer.concat([whole, Buffer.alloc(40), Buffer.from('\n')]);
    expect(verifyJournal(zeros, null)).toMatchObject({ ok: true, events: 10, tornTail: true });
    const edited = journal(2).map((line, index, all) =>
      index === all.length - 1 ? line.replace('note-of', 'note-0f') : line,
    );
    expect(check(edited)).toMatchObject({ ok: false, bad: { reason: 'line-hash-wrong' } });
    expect(check([...journal(), 'rubbish']).ok).toBe(false);
  });

  it('--head proves the end', () => {
    const lines = journal(2);
    const head = { seq: 9, hash: hashOf(lines.at(-1)) };
    expect(check(lines, head).ok).toBe(true);
    expect(check(lines.slice(0, -1), head)).toMatchObject({ ok: false, bad: { reason: 'head-missing' } });
    expect(check(lines, { seq: 9, hash: hashOf(lines[0]) })).toMatchObject({
      ok: false,
      bad: { reason: 'head-wrong' },
    });
  });

  it('[H2] a file of one torn line is a torn journal, a file of rubbish is none', () => {
    const [first = ''] = lineChain({ keys }).lines();
    const torn = { ok: true, events: 0, firstSeq: null, lastSeq: null, signedThrough: null, tornTail: true };
    for (const bytes of [1, 40, 64, 65, 66, 70, 200, first.length])
      expect(verifyJournal(Buffer.from(first.slice(0, bytes)), null)).toEqual(torn);
    const unwritten = Buffer.concat([Buffer.from(first.slice(0, 90)), Buffer.alloc(30)]);
    expect(verifyJournal(unwritten, null)).toEqual(torn);
    expect(verifyJournal(Buffer.concat([unwritten, Buffer.from('\n')]), null)).toEqual(torn);
    const hash = first.slice(0, 64);
    const rubbish = [
      'x'.repeat(200),
      '{"v":1,"ward":"thach-ban"',
      `${hash}_`,
      `${hash} {"w`,
      `${hash} [`,
      '#{"ward":"x"',
      `${hash.slice(0, 63)}g {"v":1`,
      hash.toUpperCase().replace(/^./, 'G'),
      '\0'.repeat(200),
      ` ${first}`,
    ];
    for (const text of rubbish)
      expect([text, verifyJournal(Buffer.from(text), null)]).toEqual([
        text,
        { ...torn, ok: false, tornTail: false, bad: { line: 1, reason: 'no-events' } },
      ]);
    expect(verifyJournal(Buffer.alloc(0), null)).toMatchObject({ tornTail: false, bad: { line: 0 } });
    expect(verifyJournal(Buffer.from(first.slice(0, 70)), { seq: 0, hash })).toMatchObject({
      ok: false,
      bad: { reason: 'head-missing' },
    });
  });

  it('says when a file is no journal', () => {
    expect(check([])).toMatchObject({ ok: false, bad: { reason: 'no-events' } });
    const { event } = lineChain({ keys }).add({ type: 'x', subject: 's', body: {} });
    expect(check([encodeEvent({ ...event, seq: 0, prev: '0'.repeat(64) }).line])).toMatchObject({
      ok: false,
      bad: { line: 1, reason: 'epoch-not-opened' },
    });
  });
});
