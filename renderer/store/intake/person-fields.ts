import type { FieldChange } from '../../../shared/decide/intake/card-fill.ts';
import type { Intake } from '../dossier/dossier-state.ts';
import type { Who } from './intake-state.ts';

/** The reception with other texts in the fields of a person; what was said about these fields is taken back. */
export function withPerson(intake: Intake, who: Who, changes: readonly FieldChange[]): Intake {
  const texts = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  const changed = new Set(changes.map(({ field }) => `${who}.${field}`));
  const { form, errors } = intake;
  return {
    ...intake,
    form: { ...form, [who]: { ...form[who], ...texts } },
    errors: errors.filter(({ field }) => !changed.has(field)),
  };
}
