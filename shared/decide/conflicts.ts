import { err, ok } from '../basics/result.ts';
import { toIso } from '../basics/time.ts';
import { isReturned } from '../law/life-cycle/acts.ts';
import { courseIn } from '../project/tickets.ts';
import type { Result } from '../basics/result.ts';
import type { Sealed } from '../event/envelope.ts';
import type { Course } from '../event/course.ts';
import type { NewFact } from '../event/facts.ts';
import type { Conflict } from '../project/conflicts.ts';
import type { Dossier } from '../project/dossiers.ts';
import type { Ticket } from '../project/tickets.ts';
import type { Refusal } from './refusal.ts';

/** What a clerk decides about acts that did not see each other. */
export type SettleWish = {
  /** Hash of the branch's last act that is taken for right. */
  readonly chosen: string;
  /** Heads that stood side by side when the clerk decided. */
  readonly seen: readonly string[];
  /** Why: it is all that tells the other side, and whoever asks later. */
  readonly note: string;
};

const LONGEST_NOTE = 500;

type Settled<S> = {
  readonly subject: string;
  readonly parents: readonly string[];
  readonly standing: S;
  readonly note: string;
};

/** Settles a ticket: from now on it stands as the chosen branch alone would make it; all heads are parents [V5]. */
export function settleTicket(
  conflict: Conflict<Ticket> | null,
  wish: SettleWish,
  nowMs: number,
): Result<NewFact, Refusal> {
  const settled = settle(conflict, wish);
  if (!settled.ok) return settled;
  const { subject, parents, standing, note } = settled.value;
  const body = { chosen: wish.chosen, standing: courseIn(standing), note, at: toIso(nowMs) };
  return ok({ type: 'ticket-conflict-settled', subject, parents, sealed: null, body });
}

/**
 * Settles a dossier [V5]. Who received the result in the chosen branch stays sealed as it was: the sealed part is carried
 * over whole, it opens as that of the `dossier-returned` it comes from.
 */
export function settleDossier(
  conflict: Conflict<Dossier> | null,
  wish: SettleWish,
  nowMs: number,
): Result<NewFact, Refusal> {
  const settled = settle(conflict, wish);
  if (!settled.ok) return settled;
  const { subject, parents, standing, note } = settled.value;
  const sealed: Sealed | null = isReturned(standing.status) ? standing.receiver : null;
  const reception = standing.receptions.length > 0 || corrected(conflict) ? standing.reception : null;
  const holds = reception === null ? {} : { reception };
  const body = { chosen: wish.chosen, standing: standingOf(standing), ...holds, note, at: toIso(nowMs) };
  return ok({ type: 'dossier-conflict-settled', subject, parents, sealed, body });
}

/** Whether some side corrected the reception: then the decision says whose reception holds [D13]. */
function corrected(conflict: Conflict<Dossier> | null): boolean {
  return (conflict?.branches ?? []).some(({ standing }) => (standing?.receptions.length ?? 0) > 0);
}

function standingOf(dossier: Dossier): Course {
  const { status, below, office, handedOverAt, readyAt, resultNo, returnedAt, returnedBy } = dossier;
  const { dueAt, dueTrace, dueExplanation, pauses, rounds, supplementUntil, extensions } = dossier;
  const { agency, agencyDueAt, endedAt } = dossier;
  const went = { status, below, office, handedOverAt, readyAt, resultNo, returnedAt, returnedBy };
  const due = { dueAt, dueTrace, dueExplanation, pauses, rounds, supplementUntil, extensions };
  return { ...went, ...due, agency, agencyDueAt, endedAt };
}

/** The chosen standing, unless the clerk decided about other branches than the ones that stand there now. */
function settle<S>(conflict: Conflict<S> | null, wish: SettleWish): Result<Settled<S>, Refusal> {
  if (!conflict) return err({ code: 'conflict-none' });
  const note = wish.note.normalize('NFC').trim();
  if (note === '') return err({ code: 'conflict-note-missing' });
  if (note.length > LONGEST_NOTE) return err({ code: 'conflict-note-long', longest: LONGEST_NOTE });
  const parents = conflict.branches.map(({ head }) => head).sort();
  const chosen = conflict.branches.find(({ head }) => head === wish.chosen);
  if (parents.join() !== [...wish.seen].sort().join() || !chosen?.standing)
    return err({ code: 'conflict-changed' });
  return ok({ subject: conflict.subject, parents, standing: chosen.standing, note });
}
