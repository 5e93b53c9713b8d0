import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { LINE_LIMIT_BYTES, NO_HASH } from '../../../shared/event/envelope.ts';
import { HLC_START } from '../../../shared/event/hlc.ts';
import { admitLines } from '../../../shared/sync/chain.ts';
import { forkFound, forkPoint, numbersIssued, rerecord } from '../../../shared/sync/fork.ts';
import { lineChain } from '../../support/events.ts';
import { dossierReceived } from '../../support/dossiers/facts.ts';

const PLACE = { ward: 'thach-ban', device: 'd1-test', epoch: 'epoch-new' };
const START = { head: { held: 0, hash: NO_HASH }, hlc: HLC_START };
const NOW = Date.UTC(2026, 5, 6);

/** A branch with every kind of line: a ticket called, a grant, a type of tomorrow, a sealed part. */
function branch() {
  const chain = lineChain();
  const ticket = {
    number: 'B004',
    series: 'B',
    day: '2026-06-05',
    fieldId: 'f',
    procedureCode: null,
    priority: null,
  };
  const issued = chain.add({
    type: 'ticket-issued',
    subject: 'ticket-1',
    body: { ...ticket, ahead: 0, at: 'x' },
  });
  const granted = chain.add({
    type: 'numbers-granted',
    subject: 'n',
    body: { namespace: 'n', from: 1, to: 50 },
  });
  const called = chain.add({
    type: 'ticket-called',
    subject: 'ticket-1',
    actor: 'lan',
    parents: [issued.hash],
    body: { counter: '1', call: 1, at: 'x' },
  });
  const later = chain.add({
    type: 'of-tomorrow',
    subject: 's',
    parents: ['e'.repeat(64), called.hash],
    body: { deep: [{ a: null, n: 1e21 }] },
    sealed: { keyId: 'k', iv: 'aXY=', ct: 'Y3Q=' },
  });
  return {
    opened: chain.lines()[0] ?? '',
    issued,
    granted,
    called,
    later,
    all: [issued, granted, called, later],
  };
}

describe('forks', () => {
  it('[J13] the place where two versions part is found in few looks, whatever their lengths', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.nat(5000), async (shared, cut) => {
        const parts = Math.min(cut, shared);
        let looks = 0;
        const found = await forkPoint(shared, (seq) => {
          looks += 1;
          return Promise.resolve(seq < parts);
        });
        expect(found).toBe(parts);
        expect(looks).toBeLessThanOrEqual(Math.ceil(Math.log2(shared + 2)));
      }),
      { seed: 20_260_605 },
    );
  });

  it('[J13] facts are recorded again as they were: type, subject, body, sealed part, actor; parents within the branch follow', () => {
    const { issued, called, later, all } = branch();
    const again = rerecord(all, PLACE, START, NOW);
    expect(again.map(({ event }) => event.type)).toEqual(['ticket-issued', 'ticket-called', 'of-tomorrow']);
    [issued, called, later].forEach(({ event }, at) => {
      const { type, subject, body, sealed, actor, v } = event;
      expect(again[at]?.event).toMatchObject({ type, subject, body, sealed, actor, v, ...PLACE, seq: at });
    });
    expect(again[1]?.event.parents).toEqual([again[0]?.hash]);
    expect(again[2]?.event.parents).toEqual(['e'.repeat(64), again[1]?.hash]);
  });

  it('[J13] what is recorded again is a whole chain, later than the branch even where the clock went back', () => {
    const { all } = branch();
    const again = rerecord(all, PLACE, START, 5);
    const admitted = admitLines(
      'thach-ban',
      again.map(({ line }) => line),
      () => null,
      () => undefined,
    );
    expect(admitted).toMatchObject({ refused: [], fresh: { length: 3 } });
    const last = all.at(-1)?.event.hlc ?? '';
    expect(again.every(({ event }) => event.hlc > last)).toBe(true);
  });

  it('[J13] an event that would not fit its line any more stays set aside, and what follows is recorded', () => {
    const chain = lineChain({ epoch: 'e' });
    const text = (free: number) => {
      const bare = lineChain({ epoch: 'e' });
      const { line } = bare.add({ type: 'note', subject: 's', body: { text: '' } });
      return 'x'.repeat(LINE_LIMIT_BYTES - line.length - free);
    };
    const full = chain.add({ type: 'note', subject: 's', body: { text: text(0) } });
    const after = chain.add({ type: 'note', subject: 's', parents: [full.hash], body: { text: 'kept' } });
    expect(Buffer.byteLength(full.line)).toBe(LINE_LIMIT_BYTES);
    const again = rerecord([full, after], PLACE, START, NOW);
    expect(again.map(({ event }) => [event.seq, event.prev, event.body, event.parents])).toEqual([
      [0, NO_HASH, { text: 'kept' }, [full.hash]],
    ]);
    const longer = PLACE.epoch.length - 1;
    const fits = lineChain({ epoch: 'e' }).add({ type: 'note', subject: 's', body: { text: text(longer) } });
    expect(rerecord([fits], PLACE, START, NOW)).toHaveLength(1);
  });

  it('[J13] the new events follow the epoch’s end, under the clock of the one who writes', () => {
    const { all } = branch();
    const head = { held: 7, hash: 'c'.repeat(64) };
    const late = '9999999999998-00ff';
    const again = rerecord(all, PLACE, { head, hlc: late }, NOW);
    expect(again.map(({ event }) => [event.seq, event.wall])).toEqual(
      [7, 8, 9].map((seq) => [seq, '2026-06-06T00:00:00.000Z']),
    );
    expect(again.map(({ event }) => event.prev)).toEqual([head.hash, again[0]?.hash, again[1]?.hash]);
    expect(again.every(({ event }) => event.hlc > late)).toBe(true);
    const told = ['epoch-opened', 'numbers-granted', 'fork-found'].map((type) =>
      lineChain().add({ type, subject: 's', body: {} }),
    );
    expect(rerecord(told, PLACE, START, NOW)).toEqual([]);
  });

  it('[J13] what is told of a fork fits its fact, however long the names and however many the numbers', () => {
    expect(forkFound([], [])).toBeNull();
    const chain = lineChain({ device: 'd'.repeat(80), epoch: 'e'.repeat(80) });
    const only = chain.add({ type: 'x', subject: 's', body: {} });
    const numbers = Array.from({ length: 501 }, (_, at) => `B${at}`);
    expect(forkFound([only], numbers)).toEqual({
      epoch: `${'d'.repeat(80)}/${'e'.repeat(39)}`,
      from: 1,
      lines: 1,
      firstHash: only.hash,
      lastHash: only.hash,
      numbers: numbers.slice(0, 500),
    });
  });

  it('[J13] codes of dossiers are named, provisional ones too: both sides gave them', () => {
    const chain = lineChain();
    const official = dossierReceived('0001');
    const provisional = dossierReceived('0002', { provisional: true });
    const events = [chain.add(official), chain.add(provisional)];
    const [first, second] = events;
    expect(numbersIssued(events)).toEqual([
      { subject: first?.event.subject, day: null, number: 'H26.19.05-260605-0001' },
      { subject: second?.event.subject, day: null, number: 'H26.19.05-260605-0002' },
    ]);
  });

  it('[J13] the fork is told with its ends and the numbers that stand twice', () => {
    const { issued, later, all } = branch();
    expect(forkFound(all, ['B004'])).toEqual({
      epoch: 'd1-test/epoch-test',
      from: 1,
      lines: 4,
      firstHash: issued.hash,
      lastHash: later.hash,
      numbers: ['B004'],
    });
    expect(numbersIssued(all)).toEqual([{ subject: 'ticket-1', day: '2026-06-05', number: 'B004' }]);
  });

  it('[J7] what follows a fork in a batch is of its branch, not a gap; what follows neither is a gap', () => {
    const held = lineChain();
    const fork = lineChain({ startMs: 1_800_000_000_000 });
    held.fill(2);
    fork.fill(6);
    const { hash } = held.head();
    const offered = fork.lines().filter((_line, seq) => seq !== 5);
    const { refused, fresh } = admitLines(
      'thach-ban',
      offered,
      () => ({ held: 3, hash }),
      (_key, seq) => held.lines()[seq]?.slice(0, 64),
    );
    expect(fresh).toEqual([]);
    expect(refused.map(({ code }) => code)).toEqual([...Array<string>(5).fill('line-forked'), 'line-gap']);
  });
});
