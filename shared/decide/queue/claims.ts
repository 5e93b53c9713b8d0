// Which ticket a counter may call when only one may call each: by what became of its claims (ARCHITECTURE 4).
import { err, ok } from '../../basics/result.ts';
import { serves } from '../../law/queue/order.ts';
import { callNextAt } from './act.ts';
import type { Result } from '../../basics/result.ts';
import type { NewFact } from '../../event/facts.ts';
import type { QueueDesk } from '../../law/queue/order.ts';
import type { Folded } from '../../project/fold.ts';
import type { Ticket } from '../../project/tickets.ts';
import type { ClaimHolder } from '../../sync/messages.ts';
import type { Refusal } from '../refusal.ts';
import type { QueueWorld } from './world.ts';

/** What became of the claim of one ticket. */
export type ClaimStand =
  | { readonly outcome: 'yours' | 'out-of-reach' }
  | { readonly outcome: 'taken'; readonly holder: ClaimHolder };

/** What is known when a counter calls the next number. */
export type ClaimView = {
  /** Claims asked so far in this call, by ticket. */
  readonly stands: ReadonlyMap<string, ClaimStand>;
  /** Whether a ticket was issued on this machine; asked only when the level above is out of reach. */
  readonly isOwn: (ticketId: string) => boolean;
};

/** What to do next: claim this ticket, or call it. */
export type CallStep = { readonly step: 'claim' | 'call'; readonly fact: NewFact };

/**
 * The next step of a call [CL6]. Whoever is first in the counter's order is claimed; one that somebody else has is passed
 * over. Out of reach, a counter calls what its own machine issued and passes over the rest: those it calls by their number,
 * when the person shows the paper.
 */
export function nextCallStep(
  rows: readonly Folded<Ticket>[],
  desk: QueueDesk,
  world: Omit<QueueWorld, 'tickets'>,
  view: ClaimView,
): Result<CallStep, Refusal> {
  const { stands } = view;
  const isCutOff = [...stands.values()].some(({ outcome }) => outcome === 'out-of-reach');
  const isTaken = ({ id }: Folded<Ticket>) => stands.get(id)?.outcome === 'taken';
  const isForeign = ({ id, state }: Folded<Ticket>) =>
    isCutOff && (state?.status === 'waiting' || state?.status === 'absent') && !view.isOwn(id);
  const able = rows.filter((row) => !isTaken(row) && !isForeign(row));
  const next = callNextAt(able, desk, world);
  if (next.ok) return ok({ step: stands.has(next.value.subject) ? 'call' : 'claim', fact: next.value });
  if (next.error.code !== 'queue-empty') return next;
  const atDesk = ({ state }: Folded<Ticket>) => state?.status === 'waiting' && serves(desk, state);
  const foreign = rows.filter((row) => isForeign(row) && !isTaken(row) && atDesk(row)).length;
  if (foreign > 0) return err({ code: 'calls-cut-off', waiting: foreign });
  const taken = rows.find((row) => isTaken(row) && atDesk(row));
  return taken ? claimRefusal(taken, stands.get(taken.id)) : next;
}

/** Why a ticket is not called that somebody else has; `machine` is for where no counter is named. */
export function claimRefusal(
  { state }: Pick<Folded<Ticket>, 'state'>,
  stand: ClaimStand | undefined,
): { readonly ok: false; readonly error: Refusal } {
  const holder = stand?.outcome === 'taken' ? stand.holder : null;
  const { counter = null, deviceName = null, device = '', since = '' } = holder ?? {};
  const number = state?.number ?? '';
  return err({ code: 'ticket-claimed', number, counter, machine: deviceName ?? device, since });
}
