import { useMemo } from 'react';
import { assert } from '../../../../shared/basics/assert.ts';
import { wardDay } from '../../../../shared/basics/time.ts';
import { procedureOn } from '../../../../shared/law/procedure.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { useDossiers, useStores, useText } from '../../../store/hooks.ts';
import { textLimit } from '../../../store/dossier/intake-form.ts';
import type { FieldRefusal } from '../../../../shared/decide/refusal.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { Intake } from '../../../store/dossier/dossier-state.ts';

/** The reception being typed; its components stand only while there is one. */
export function useIntake(): Intake {
  const intake = useDossiers((state) => state.intake);
  assert(intake, 'a step of the reception stands only while there is one');
  return intake;
}

/** One value of the reception being typed: who selects little is drawn anew seldom, and a key draws its own field only. */
export function useIntakeOf<T>(select: (intake: Intake) => T): T {
  return useDossiers(({ intake }) => {
    assert(intake, 'a step of the reception stands only while there is one');
    return select(intake);
  });
}

/** The procedure chosen for the reception, as in force today. */
export function useProcedure(): Procedure | null {
  const { host, clock } = useStores();
  const procedureCode = useIntakeOf(({ form }) => form.procedureCode);
  return useMemo(
    () => procedureOn(host.catalogue(), procedureCode, wardDay(clock.nowMs())) ?? null,
    [host, clock, procedureCode],
  );
}

/** Says what is wrong with a field, or nothing. */
export function useFieldError(field: string): string | undefined {
  const error = useIntakeOf(({ errors }) => errors.find((each) => placeOf(each) === field));
  const words = useText().desk.intake;
  return error && errorText(error, words);
}

/** The field that a refusal belongs to on the screen; the officer's date is typed in two. */
export function placeOf({ field, code }: FieldRefusal): string {
  if (field !== 'officerDue') return field;
  return code === 'officer-due-ground' ? 'officerDue.ground' : 'officerDue.day';
}

/** Id of the control that types a field. */
export function fieldId(field: string): string {
  return `f-${field}`;
}

/** The sentence for a refused field. */
export function errorText(error: FieldRefusal, words: Messages['desk']['intake']): string {
  const { fieldErrors } = words;
  if (!isKnown(fieldErrors, error.code)) return words.fieldWrong(error.code);
  const say: (found: string, limit: string) => string = fieldErrors[error.code];
  const found = typeof error.found === 'number' ? formatMoney(error.found) : (error.found ?? '');
  return say(found, formatMoney(textLimit(placeOf(error))));
}

function isKnown<T extends object>(words: T, code: PropertyKey): code is keyof T {
  return Object.hasOwn(words, code);
}
