import { err, ok } from '../../basics/result.ts';
import { toIso } from '../../basics/time.ts';
import { deskRoles } from '../../law/life-cycle/roles.ts';
import type { Result } from '../../basics/result.ts';
import type { FactBody, NewFact } from '../../event/facts.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Folded } from '../../project/fold.ts';
import type { Refusal } from '../refusal.ts';

/** Why somebody says that a dossier is late. */
export type DelayWish = Pick<FactBody<'dossier-delay-explained'>, 'because' | 'note'>;

/** Every cause, in the order in which they are asked. */
export const delayCauses = [
  'volume',
  'other-agency',
  'verification',
  'signer-away',
  'system',
  'applicant',
  'other',
] as const satisfies readonly DelayWish['because'][];

const LONGEST_NOTE = 1000;

/** Notes why a dossier is late (DOMAIN 6.5) [D10]; whoever works on dossiers may say it, again if it was said wrong. */
export function decideDelay(
  row: Folded<Dossier> | undefined,
  wish: DelayWish,
  role: ActorRole,
  nowMs: number,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'dossier-unknown' });
  if (!deskRoles.some((one) => one === role)) return err({ code: 'not-allowed' });
  const note = wish.note.normalize('NFC').trim();
  // "Other" says nothing by itself.
  if (wish.because === 'other' && note === '')
    return err({ code: 'fields-invalid', fields: [{ field: 'note', code: 'text-missing' }] });
  if (note.length > LONGEST_NOTE)
    return err({
      code: 'fields-invalid',
      fields: [{ field: 'note', code: 'text-too-long', found: note.length }],
    });
  const body = { because: wish.because, note, at: toIso(nowMs), role };
  return ok({ type: 'dossier-delay-explained', subject: row.id, parents: row.heads, sealed: null, body });
}
