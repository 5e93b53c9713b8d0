// How a branch is found and recorded again [J13], said a second time.
import { encodeEvent, parseLine } from '../../../shared/event/envelope.ts';
import { forkFound, forkPoint, numbersIssued, rerecord } from '../../../shared/sync/fork.ts';
import { digestOf } from '../once.ts';
import { expectSame } from './expect.ts';
import { ISSUED, RECEIVED } from './rows.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Dice } from '../dice.ts';

const OLD = { ward: 'w', device: 'd1', epoch: 'e-old' };
/** With a longer name, so that what just fitted its line does not fit any more. */
const NEW = { ward: 'w', device: 'd1', epoch: 'e-newer-than-that' };
const LINE_BYTES = 65_536;
const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
const STAYS = ['epoch-opened', 'numbers-granted', 'fork-found'];

/** Looks at what becomes of a branch that the dice choose. */
export function forkRules(dice: Dice): void {
  const branch = branchOf(dice);
  const held = dice.below(4);
  const start = { head: { held, hash: 'a'.repeat(64) }, hlc: `178064640000${dice.below(9)}-0003` };
  const again = rerecord(branch, NEW, start, NOW_MS);
  const kept = branch
    .filter(({ event: { type } }) => !STAYS.includes(type))
    .reduce<readonly LoggedEvent[]>((so, one) => (fits(one, held + so.length) ? [...so, one] : so), []);
  const places = new Map(kept.map(({ hash }, index) => [hash, index]));
  let prev = start.head.hash;
  let hlc = [start.hlc, ...branch.map(({ event }) => event.hlc)].sort().at(-1) ?? '';
  expectSame('J13', 'how many facts are recorded again', again.length, kept.length);
  again.forEach((one, index) => {
    const read = parseLine(one.line, digestOf);
    const old = kept[index]?.event;
    expectSame('J13', 'a line recorded again', read.ok && read.value, one);
    expectSame('J13', 'what is recorded again', one.event, {
      ...old,
      ...NEW,
      seq: held + index,
      prev,
      hlc: one.event.hlc,
      wall: '2026-06-05T08:20:00.000Z',
      parents: old?.parents.map((parent) => again[places.get(parent) ?? -1]?.hash ?? parent),
    });
    expectSame('V2', 'whether it comes later', one.event.hlc > hlc, true);
    hlc = one.event.hlc;
    prev = one.hash;
  });
  told(branch);
}

/** Whether an event fits its line in the new epoch; the hash and a space stand before it. */
function fits({ event }: LoggedEvent, seq: number): boolean {
  return 65 + JSON.stringify({ ...event, ...NEW, seq }).length <= LINE_BYTES;
}

function told(branch: readonly LoggedEvent[]): void {
  const [first, last] = [branch[0], branch.at(-1)];
  const numbers = Array.from({ length: 501 }, (_, index) => `A${index}`);
  const wanted = first &&
    last && {
      epoch: [first.event.device, first.event.epoch].join('/').slice(0, 120),
      from: first.event.seq,
      lines: branch.length,
      firstHash: first.hash,
      lastHash: last.hash,
      numbers: numbers.slice(0, 500),
    };
  expectSame('J13', 'what is told of a branch', forkFound(branch, numbers), wanted ?? null);
  const issued = branch.flatMap(({ event: { type, subject } }): readonly object[] => {
    if (type === 'ticket-issued') return [{ subject, day: ISSUED.day, number: ISSUED.number }];
    const number = subject === 'dossier-1' ? RECEIVED.code : 'TAM-M1-260605-1';
    return type === 'dossier-received' ? [{ subject, day: null, number }] : [];
  });
  expectSame('J13', 'numbers of a branch', numbersIssued(branch), issued);
}

function branchOf(dice: Dice): readonly LoggedEvent[] {
  const branch: LoggedEvent[] = [];
  const first = dice.below(5);
  const old = dice.chance(0.2) ? { ...OLD, device: 'd'.repeat(110 + dice.below(9)) } : OLD;
  for (let index = dice.below(7); index > 0; index -= 1) {
    const { type, subject, body } = dice.pick(FACTS) ?? FACTS[0];
    const seen = branch.map(({ hash }) => hash).filter(() => dice.chance(0.5));
    const head = branch.at(-1);
    const gives = type === 'ticket-issued' || type === 'dossier-received';
    const event = {
      v: !gives && dice.chance(0.2) ? 2 : 1,
      ...old,
      seq: first + branch.length,
      prev: head?.hash ?? 'b'.repeat(64),
      hlc: `178064640000${dice.below(9)}-000${dice.below(9)}`,
      wall: '2026-06-05T08:00:00.000Z',
      type,
      subject,
      parents: dice.chance(0.3) ? ['c'.repeat(64), ...seen] : seen,
      actor: dice.pick(['lan', null]) ?? null,
      body,
      sealed: dice.chance(0.3) ? SEALED : null,
    };
    const room = LINE_BYTES - 65 - JSON.stringify(event).length;
    const long = type === 'ticket-rated' && dice.chance(0.7);
    const full = { text: 'x'.repeat(long ? room - dice.below(24) : 0) };
    branch.push(encodeEvent(long ? { ...event, body: full } : event, digestOf));
  }
  return branch;
}

const SEALED = { keyId: 'k', iv: 'i', ct: 'c' };

/** Every type of fact, and one that nobody knows: all but those of the epoch itself are recorded again. */
const FACTS = [
  { type: 'ticket-called', subject: 'ticket-1', body: { counter: 'q1', call: 1, at: '' } },
  { type: 'ticket-issued', subject: 'ticket-1', body: ISSUED },
  { type: 'dossier-received', subject: 'dossier-1', body: RECEIVED },
  {
    type: 'dossier-received',
    subject: 'dossier-2',
    body: { ...RECEIVED, code: 'TAM-M1-260605-1', provisional: true },
  },
  { type: 'epoch-opened', subject: 'epoch:e-old', body: { publicKey: '', reason: 'first', previous: [] } },
  { type: 'numbers-granted', subject: 'numbers:x', body: { namespace: 'x', from: 1, to: 2 } },
  { type: 'fork-found', subject: 'fork:x', body: {} },
  { type: 'ticket-rated', subject: 'ticket-1', body: { stars: 5 } },
  { type: 'ticket-finished', subject: 'ticket-1', body: { outcome: 'served', at: '' } },
  { type: 'ticket-conflict-settled', subject: 'ticket-1', body: {} },
  { type: 'dossier-handed-over', subject: 'dossier-1', body: { to: 'Phòng', at: '' } },
  { type: 'dossier-result-ready', subject: 'dossier-1', body: { resultNo: '', at: '' } },
  { type: 'dossier-returned', subject: 'dossier-1', body: {} },
  { type: 'dossier-conflict-settled', subject: 'dossier-1', body: {} },
  { type: 'numbers-begun', subject: 'numbers:x', body: { namespace: 'x', after: 7, why: 'w' } },
  { type: 'clock-jumped', subject: 'clock:d1', body: { byMs: 1, before: '', after: '', found: 'start' } },
  { type: 'subject-erased', subject: 'dossier-1', body: { keyIds: ['k'], ground: 'g', at: '' } },
  { type: 'paper-printed', subject: 'ticket-1', body: {} },
] as const;

/** Looks at the search for the place where two versions of an epoch part; asked of a host, so it waits. */
export async function forkPointRule(dice: Dice): Promise<void> {
  const shared = dice.below(12);
  const parts = dice.below(shared + 1);
  const asked: number[] = [];
  const found = await forkPoint(shared, (seq) => {
    asked.push(seq);
    return Promise.resolve(seq < parts);
  });
  expectSame('J13', `where ${shared} events part`, found, parts);
  expectSame(
    'J13',
    'a question beyond what both hold',
    asked.every((seq) => seq >= 0 && seq < shared),
    true,
  );
  expectSame('J13', 'few questions', asked.length <= 4, true);
}
