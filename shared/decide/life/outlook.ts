import { isPaused, phaseOf } from '../../law/life-cycle/acts.ts';
import { courseAfter } from '../../project/course.ts';
import { decideAct } from './act.ts';
import type { Course } from '../../event/course.ts';
import type { Fact } from '../../event/facts.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Folded } from '../../project/fold.ts';
import type { FieldRefusal, Refusal } from '../refusal.ts';
import type { ActWorld } from './act.ts';
import type { ActWish } from './wish.ts';

/** What an act would do, said before it is done. */
export type Outlook = {
  /** The fact as it would be written, unfilled texts as `…`; null where it cannot be told yet. */
  readonly fact: Fact | null;
  /** How the dossier would stand. */
  readonly after: Course | null;
  /** What would become of the date: it stops, runs again, stands still further, is finished or over, or nothing. */
  readonly clock: 'stops' | 'resumes' | 'still' | 'finishes' | 'ends' | 'same';
  /** Why it is not done, whatever is typed; null where only fields are missing. */
  readonly refusal: Refusal | null;
  /** What is still wrong in the fields. */
  readonly fields: readonly FieldRefusal[];
};

/** Asks the rules themselves what an act would do, with what is not typed yet filled in for the moment. Writes nothing. */
export function outlookOf(row: Folded<Dossier>, wish: ActWish, world: ActWorld): Outlook {
  const decided = decideAct(row, wish, world);
  const fields = !decided.ok && decided.error.code === 'fields-invalid' ? decided.error.fields : [];
  const tried = fields.length > 0 ? decideAct(row, filledIn(wish, fields), world) : decided;
  if (!tried.ok || !row.state) {
    const isField = !tried.ok && tried.error.code === 'fields-invalid';
    return {
      fact: null,
      after: null,
      clock: 'same',
      refusal: tried.ok || isField ? null : tried.error,
      fields,
    };
  }
  const fact: Fact = tried.value;
  const after = courseAfter(row.state, fact);
  return { fact, after, clock: after ? clockAfter(row.state, after) : 'same', refusal: null, fields };
}

function clockAfter(before: Course, after: Course): Outlook['clock'] {
  const phase = phaseOf(after.status);
  if (phase === 'ended') return 'ends';
  if (phase !== 'working') return phaseOf(before.status) === 'working' ? 'finishes' : 'same';
  if (isPaused(after.status)) return isPaused(before.status) ? 'still' : 'stops';
  return isPaused(before.status) ? 'resumes' : 'same';
}

/** The wish with something in each field that the rules refuse, where anything would do. */
function filledIn<W extends ActWish>(wish: W, fields: readonly FieldRefusal[]): W {
  const filled = fields.map(({ field }): readonly [string, unknown] => {
    const [name = ''] = field.split('.');
    if (name === 'items') return [name, ['…']];
    if (name === 'until' || name === 'amount' || name === 'limit') return [name, null];
    return [name, name === 'refund' ? 0 : name === 'day' || name === 'officerDay' ? '' : '…'];
  });
  return { ...wish, ...Object.fromEntries(filled) };
}
