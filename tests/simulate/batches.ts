// One batch with everything in it: fresh lines, repeats, gaps, forks, branches and rubbish, each with the verdict it must get.
import { encodeEvent, LINE_LIMIT_BYTES, NO_HASH } from '../../shared/event/envelope.ts';
import { flush, heldOf, take, WARD } from './keeper.ts';
import { digestOf } from './once.ts';
import { keepersOf, promised, violated } from './world.ts';
import type { EventEnvelope, LoggedEvent } from '../../shared/event/envelope.ts';
import type { Keeper } from './keeper.ts';
import type { World } from './world.ts';

/** What must become of a line: taken, known, or refused with a code. */
type Verdict = 'fresh' | 'known' | `line-${string}`;

type Piece = { readonly line: string; readonly verdict: Verdict };

/** One epoch as the batch goes on: the true chain, how much of it the keeper held before, and how much with what is in the batch. */
type Epoch = {
  readonly chain: readonly LoggedEvent[];
  readonly before: number;
  held: number;
  /** Last line of the batch that was no repeat and stands beside the true chain. */
  forked: LoggedEvent | null;
};

/** Follows nothing that was ever written. */
const NOBODYS_HASH = 'f'.repeat(64);

/** Sends a batch of chosen lines to some keeper and looks at what becomes of each [J3, J4, J6, J7]. */
export function mixedBatch(world: World): boolean {
  const { dice } = world;
  const keeper = dice.pick(keepersOf(world)) ?? world.hub;
  const epochs = epochsFor(world, keeper);
  if (epochs.length === 0) return false;
  const forgetful = dice.chance(0.25);
  const pieces: Piece[] = [];
  for (let left = 2 + dice.below(9); left > 0; left -= 1) {
    const epoch = dice.pick(epochs);
    const piece = epoch && pieceOf(world, epoch, forgetful);
    if (piece) pieces.push(piece);
  }
  const lines = pieces.map(({ line }) => line);
  const { fresh, known, refused } = take(keeper, lines, forgetful);
  flush(keeper);
  const wanted = (verdict: Verdict) => pieces.filter((piece) => piece.verdict === verdict);
  const same =
    fresh.map(({ line }) => line).join('\n') ===
      wanted('fresh')
        .map(({ line }) => line)
        .join('\n') && known === wanted('known').length;
  const verdicts = pieces.flatMap(({ verdict }, index) =>
    verdict === 'fresh' || verdict === 'known' ? [] : [`${index} ${verdict}`],
  );
  const told = refused.map(({ index, code }) => `${index} ${code}`).join();
  if (!same || told !== verdicts.join())
    violated('J3', `${keeper.name} judged [${pieces.map(({ verdict }) => verdict).join()}] as [${told}]`);
  promised(
    world,
    [...wanted('fresh'), ...wanted('known')].map(({ line }) => line),
    keeper,
  );
  return pieces.length > 0;
}

/** Every epoch there is, with the longest chain anybody holds of it. */
function epochsFor(world: World, keeper: Keeper): readonly Epoch[] {
  const longest = new Map<string, readonly LoggedEvent[]>();
  for (const { chains } of keepersOf(world)) {
    for (const [key, chain] of chains) {
      if (chain.length > (longest.get(key)?.length ?? 0)) longest.set(key, [...chain]);
    }
  }
  return [...longest].map(([key, chain]) => {
    const before = heldOf(keeper, key);
    return { chain, before, held: before, forked: null };
  });
}

function pieceOf(world: World, epoch: Epoch, forgetful: boolean): Piece | null {
  const { dice } = world;
  const { chain, before, held } = epoch;
  const next = chain[held];
  const kind = dice.below(14);
  if (kind < 4 && next) {
    epoch.held += 1;
    return { line: next.line, verdict: 'fresh' };
  }
  if (kind < 6) {
    const repeated = chain[dice.below(held)];
    return repeated && held > 0 ? { line: repeated.line, verdict: 'known' } : null;
  }
  if (kind === 6) {
    const far = chain[held + 1 + dice.below(3)];
    return far ? { line: far.line, verdict: 'line-gap' } : null;
  }
  const real = chain[dice.below(chain.length)];
  if (!real) return null;
  if (kind === 7) return rubbish(world, real);
  if (kind === 8) return foreign(world, real);
  if (kind === 9) return branch(epoch);
  if (held === 0) return null;
  const seq = dice.below(held);
  const untold = forgetful && seq < before;
  if (kind > 11 && epoch.forked) return follow(epoch, epoch.forked, forgetful);
  const forked = strayOf({ ...(chain[seq] ?? real).event, actor: 'stray' });
  if (!untold) epoch.forked = forked;
  return { line: forked.line, verdict: untold ? 'known' : 'line-forked' };
}

/** What follows a fork belongs to its branch, however far that goes. */
function follow(epoch: Epoch, { event, hash }: LoggedEvent, forgetful: boolean): Piece {
  const next = strayOf({ ...event, seq: event.seq + 1, prev: hash });
  if (forgetful && next.event.seq < epoch.before) return { line: next.line, verdict: 'known' };
  epoch.forked = next;
  return { line: next.line, verdict: 'line-forked' };
}

/** An event for the next place that follows another one than the last. */
function branch(epoch: Epoch): Piece | null {
  const { chain, held } = epoch;
  const sample = chain[0]?.event;
  if (!sample) return null;
  const prev = held === 1 ? NO_HASH : (chain[held - 2]?.hash ?? NOBODYS_HASH);
  epoch.forked = strayOf({ ...sample, seq: held, prev, actor: 'stray' });
  return { line: epoch.forked.line, verdict: 'line-forked' };
}

function foreign(world: World, { event }: LoggedEvent): Piece {
  const ward = world.dice.pick([`${WARD}-2`, 'x', WARD.toUpperCase()]) ?? 'x';
  return { line: strayOf({ ...event, ward }).line, verdict: 'line-ward-wrong' };
}

function rubbish({ dice }: World, { line, event, hash }: LoggedEvent): Piece | null {
  const json = line.slice(65);
  const spot = dice.below(json.length);
  const kinds: readonly (() => Piece)[] = [
    () => ({ line: `${line.slice(0, 65 + spot)}~${line.slice(66 + spot)}`, verdict: 'line-hash-wrong' }),
    () => ({ line: line.slice(0, 65 + spot), verdict: 'line-hash-wrong' }),
    () => ({ line: line.slice(0, dice.below(64)), verdict: 'line-malformed' }),
    () => ({ line: `${hash}${json}`, verdict: 'line-malformed' }),
    () => ({ line: `${hash}\t${json}`, verdict: 'line-malformed' }),
    () => ({ line: `g${line.slice(1)}`, verdict: 'line-malformed' }),
    () => hashed(json.slice(0, spot), 'line-malformed'),
    () => hashed(JSON.stringify({ ...event, [dice.pick(NEEDED) ?? 'v']: undefined }), 'line-malformed'),
    () => hashed(JSON.stringify({ ...event, ...dice.pick(WRONG) }), 'line-malformed'),
    () => hashed(`${json}${' '.repeat(LINE_LIMIT_BYTES - 65)}`, 'line-too-long'),
    () => hashed(`${json}${'\u1ebf'.repeat(LINE_LIMIT_BYTES / 3)}`, 'line-too-long'),
  ];
  return dice.pick(kinds)?.() ?? null;
}

const NEEDED = [
  'v',
  'ward',
  'device',
  'epoch',
  'seq',
  'prev',
  'hlc',
  'wall',
  'type',
  'subject',
  'parents',
  'body',
];

const WRONG: readonly Readonly<Record<string, unknown>>[] = [
  { v: 0 },
  { v: 1.5 },
  { seq: -1 },
  { seq: '0' },
  { device: 'a/b' },
  { epoch: '' },
  { type: 'x'.repeat(121) },
  { prev: 'F'.repeat(64) },
  { prev: '0'.repeat(63) },
  { hlc: '1780646400000-000' },
  { parents: ['x'] },
  { parents: Array<string>(65).fill(NO_HASH) },
  { wall: 'x'.repeat(41) },
  { actor: 7 },
  { sealed: { keyId: '', iv: '', ct: '' } },
];

function hashed(json: string, verdict: Verdict): Piece {
  return { line: `${digestOf(json)} ${json}`, verdict };
}

function strayOf(event: EventEnvelope): LoggedEvent {
  return encodeEvent(event, digestOf);
}
