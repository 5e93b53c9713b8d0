// Calling a number: only one may, so it is claimed first wherever somebody can be asked (ARCHITECTURE 4).
import { err } from '../../shared/basics/result.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { claimRefusal, nextCallStep } from '../../shared/decide/queue/claims.ts';
import { deskOf } from '../../shared/decide/queue/world.ts';
import { issuedBy } from '../db/issued-by.ts';
import { countersOf, queueOf } from '../db/hall/queue-rows.ts';
import { actOnTicket, callNext } from '../db/ticket-acts.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, HostHello } from '../../shared/bridge.ts';
import type { ClaimStand, ClaimView } from '../../shared/decide/queue/claims.ts';
import type { TicketWish } from '../../shared/decide/queue/wish.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { ClaimRequest } from '../../shared/sync/messages.ts';
import type { DeskDatabase } from '../db/desk-database.ts';
import type { ActingSetup } from '../db/ticket-acts.ts';
import type { Committed, StorageFault, Writing } from '../db/transact.ts';

/** What a call works with. `claim` is random and new for each press of a clerk, the same when the act is tried again. */
export type CallDeps = {
  readonly db: DeskDatabase;
  readonly bridge: Pick<Bridge, 'call'>;
  readonly hello: Pick<HostHello, 'device' | 'ward'>;
  readonly writing: Writing;
  readonly setup: ActingSetup;
  readonly claim: string;
};

type Written = Promise<Result<Committed<string>, Refusal | StorageFault>>;

/** A claim that nothing ended is over after this time: the page that made it has died. */
const CLAIM_TTL_MS = 15_000;
/** The host answers far sooner, in reach or not; longer than this a clerk is not kept waiting for it. */
const CLAIM_WAIT_MS = 3_000;
/** Numbers that are tried in one call; more are in other hands at once only where something is wrong. */
const TRIES = 40;

/** Calls the next number that nobody else has: claimed, then called, in the order of the queue [CL6]. */
export async function callNextClaimed(deps: CallDeps, counter: string, series: readonly string[]): Written {
  const { db, writing, setup } = deps;
  const desk = { ...deskOf(setup, counter, series), id: counter, series };
  const day = wardDay(writing.nowMs);
  const stands = new Map<string, ClaimStand>();
  const wishes: ClaimRequest[] = [];
  let view: ClaimView = { stands, isOwn: () => true };
  let called: string | null = null;
  try {
    const read = () => Promise.all([queueOf(db, day, setup), countersOf(db, day)]);
    let [rows, counters] = await read();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const world = { role: null, ...setup, nowMs: writing.nowMs, counters };
      const next = nextCallStep(rows, desk, world, view);
      if (!next.ok) return named(deps, next);
      const { step, fact } = next.value;
      if (step === 'claim') {
        const wish = wishOf(deps, fact.subject, fact.parents, counter);
        const stand = await claimed(deps, wish);
        if (stand.outcome !== 'taken') wishes.push(wish);
        stands.set(fact.subject, stand);
        if (stand.outcome === 'out-of-reach')
          view = { stands, isOwn: await issuedBy(db, rows, machineIds(deps)) };
        continue;
      }
      let isOther = false;
      const written = await callNext(db, writing, counter, series, setup, (now, at, then) => {
        const again = nextCallStep(now, at, then, view);
        isOther = again.ok && again.value.step === 'claim';
        if (!again.ok) return again;
        return isOther ? err({ code: 'queue-empty' }) : { ok: true, value: again.value.fact };
      });
      // Somebody came meanwhile who goes first: that one is claimed now.
      if (isOther) [rows, counters] = await read();
      if (isOther) continue;
      if (written.ok) called = written.value.value;
      return written.ok ? written : named(deps, written);
    }
    return err({ code: 'queue-empty' });
  } finally {
    for (const wish of wishes) if (wish.subject !== called) letGo(deps, wish);
  }
}

/**
 * Calls one number: again at its counter, or a waiting one that is claimed first; out of reach it is called all the same.
 * @param call where, and the clerk's reason where it is out of turn
 */
export async function callOneClaimed(
  deps: CallDeps,
  ticketId: string,
  call: Extract<TicketWish, { readonly act: 'call' }>,
): Written {
  const { db, writing, setup } = deps;
  const row = await db.tickets.get(ticketId);
  const isFree = row?.state?.status === 'waiting' || row?.state?.status === 'absent';
  if (!row || !isFree) return actOnTicket(db, writing, ticketId, call, setup);
  const wish = wishOf(deps, ticketId, row.heads, call.counter);
  const stand = await claimed(deps, wish);
  if (stand.outcome === 'taken') return named(deps, claimRefusal(row, stand));
  const written = await actOnTicket(db, writing, ticketId, call, setup);
  if (!written.ok) letGo(deps, wish);
  return written;
}

function wishOf(
  { claim }: CallDeps,
  subject: string,
  heads: readonly string[],
  counter: string,
): ClaimRequest {
  return { claim, subject, act: 'call', counter, expected: heads.slice(0, 16), ttlMs: CLAIM_TTL_MS };
}

/** Asks the host; one that is away or silent is out of reach, as is everybody beyond it. */
async function claimed({ bridge }: CallDeps, wish: ClaimRequest): Promise<ClaimStand> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), CLAIM_WAIT_MS);
  });
  const answer = await Promise.race([bridge.call('claim', wish), late]);
  clearTimeout(timer);
  if (!answer?.ok) return { outcome: 'out-of-reach' };
  const { value } = answer;
  if (value.outcome === 'taken') return value;
  return { outcome: value.outcome === 'yours' ? 'yours' : 'out-of-reach' };
}

/** Nobody waits for it: a claim that is not let go is over by itself. */
function letGo({ bridge }: CallDeps, wish: ClaimRequest): void {
  void bridge.call('claim', { ...wish, ttlMs: 0 });
}

function machineIds({ hello }: CallDeps): ReadonlySet<string> {
  return new Set([hello.device.id, ...(hello.device.former ?? [])]);
}

/** Puts the name of the counter where its id stands, or of the machine where no counter is known. */
function named<E extends Refusal | StorageFault>(
  { hello }: CallDeps,
  refused: { readonly ok: false; readonly error: E },
): { readonly ok: false; readonly error: E | Refusal } {
  const { error } = refused;
  if (error.code !== 'ticket-claimed') return refused;
  const counter = hello.ward.counters.find(({ id }) => id === error.counter)?.name ?? error.counter;
  return err({ ...error, counter: counter ?? error.machine });
}
