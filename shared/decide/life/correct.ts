import { err, ok } from '../../basics/result.ts';
import { parseInstant, toIso } from '../../basics/time.ts';
import { undecided } from '../../law/life-cycle/acts.ts';
import { mayApprove, needsApproval } from '../../law/people/approval.ts';
import { prepareReception } from '../reception.ts';
import { actWorldOf } from './world.ts';
import { dueWithWaits } from './due-after.ts';
import type { Result } from '../../basics/result.ts';
import type { ReceivedPersons } from '../../event/dossier-facts.ts';
import type { FactBody } from '../../event/facts.ts';
import type { Catalogue } from '../../law/procedure.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Folded } from '../../project/fold.ts';
import type { PreparedReception, ReceptionForm } from '../reception.ts';
import type { Refusal } from '../refusal.ts';

/** What is to stand instead of a wrong reception, why, and which head agreed (empty: nobody was asked). */
export type CorrectionWish = {
  readonly form: ReceptionForm;
  readonly reason: string;
  readonly approvedBy: string;
};

/** By what a correction is judged: the persons as they stand now tell whether anything is corrected. */
export type CorrectionWorld = {
  readonly catalogue: Catalogue;
  readonly ward: WardConfig;
  readonly nowMs: number;
  readonly actor: string;
  readonly role: ActorRole;
  readonly persons: ReceivedPersons;
};

/** A correction that passed: its public body without tokens, and the persons to be sealed anew. */
export type PreparedCorrection = {
  readonly body: Omit<FactBody<'dossier-corrected'>, 'tokens'>;
  readonly persons: ReceivedPersons;
};

const LONGEST_REASON = 1000;

/** Whether a reception may still be corrected: only before its result is decided [D13]. */
export function mayBeCorrected({ status }: Pick<Dossier, 'status'>): boolean {
  return undecided.includes(status);
}

/**
 * Corrects a wrong reception [D13]: procedure, case, papers, persons, way of return. Code, day and the instant of reception
 * stay; the date is counted anew from that instant, by the procedure in force on that day (DOMAIN 4.6), and moved by the
 * waits there were. A date that a letter of apology set stays where it is the later one. Whether a second person agreed is
 * looked at last: who is asked is asked for something that is right.
 */
export function prepareCorrection(
  row: Folded<Dossier> | undefined,
  wish: CorrectionWish,
  world: CorrectionWorld,
): Result<PreparedCorrection, Refusal> {
  const judged = judgeCorrection(row?.state ?? null, wish, world);
  if (!judged.ok) return judged;
  const { ward, actor } = world;
  const head = ward.clerks.find(({ id }) => id === wish.approvedBy && id !== actor);
  const agreed = head !== undefined && mayApprove(head.role, 'correction');
  if (needsApproval(ward, 'correction') && !agreed) return err({ code: 'correction-needs-head' });
  const { body, persons } = judged.value;
  return ok({ body: { ...body, approvedBy: agreed ? head.id : '' }, persons });
}

/** What a correction would change, whoever agrees to it: `prepareCorrection` without the second person. */
export function judgeCorrection(
  dossier: Dossier | null,
  wish: Omit<CorrectionWish, 'approvedBy'>,
  world: CorrectionWorld,
): Result<PreparedCorrection, Refusal> {
  if (!dossier) return err({ code: 'dossier-unknown' });
  if (!mayBeCorrected(dossier)) return err({ code: 'correction-late' });
  const reason = wish.reason.normalize('NFC').trim();
  if (reason === '' || reason.length > LONGEST_REASON) {
    const code = reason === '' ? 'text-missing' : 'text-too-long';
    return err({ code: 'fields-invalid', fields: [{ field: 'reason', code, found: reason.length }] });
  }
  const { ward, catalogue, role, nowMs } = world;
  const receivedMs = parseInstant(dossier.receivedAt) ?? nowMs;
  const officer = { name: dossier.officerName, role };
  const again = prepareReception(wish.form, { catalogue, ward, nowMs: receivedMs }, officer);
  if (!again.ok) return again;
  const { persons } = again.value;
  const part = partOf(again.value.body);
  if (isSame({ ...partOf(dossier), persons: world.persons }, { ...part, persons }))
    return err({ code: 'correction-nothing' });
  const first = firstDueOf(dossier, part.procedure, again.value.body);
  const due = dueWithWaits(
    { ...dossier, ...part, ...first, clock: again.value.body.clock },
    nowMs,
    actWorldOf(ward, part.procedure.fieldId, role, nowMs).due,
  );
  const done = { reason, approvedBy: '', due, at: toIso(nowMs), role };
  return ok({ body: { ...part, ...first, correction: dossier.correction + 1, ...done }, persons });
}

type Part = Pick<
  PreparedReception['body'],
  'procedure' | 'papers' | 'sets' | 'fees' | 'returnMethod' | 'book' | 'form' | 'limitText'
>;

function partOf(body: Part): Part {
  const { procedure, papers, sets, fees, returnMethod, book, form, limitText } = body;
  return { procedure, papers, sets, fees, returnMethod, book, form, limitText };
}

/** Nothing of the date changes where the procedure stays: calendars may have been corrected since, slips were not. */
function firstDueOf(dossier: Dossier, procedure: Part['procedure'], fresh: PreparedReception['body']) {
  const { dueAt, dueTrace, dueExplanation, clock } = fresh;
  const isOther = procedure.code !== dossier.procedure.code || dossier.clock === undefined;
  const own = clock ? { clock } : {};
  if (isOther) return { dueAt, dueTrace, dueExplanation, ...own };
  return { dueAt: dossier.firstDueAt, dueTrace, dueExplanation: dossier.firstDueExplanation, ...own };
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The same value with the fields of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [key, sorted(held)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
