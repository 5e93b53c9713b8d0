import { useEffect } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useText } from '../../../store/hooks.ts';
import { errorText, fieldId, placeOf, useIntakeOf, useProcedure } from './use-intake.ts';
import classes from './intake.module.css';
import type { FieldRefusal } from '../../../../shared/decide/refusal.ts';

/** All that has to be corrected on this step, each line leading to its field; the first wrong field takes the focus. */
export function ErrorSummary() {
  const errors = useIntakeOf((intake) => intake.errors);
  const refusals = useIntakeOf((intake) => intake.refusals);
  const words = useText().desk.intake;
  const whose = useWhose();
  const first = errors[0];
  const firstPlace = first ? placeOf(first) : null;
  useEffect(() => {
    if (refusals > 0 && firstPlace !== null) focusField(firstPlace);
    // Only a refused check moves the focus; typing clears errors without moving anything.
    // oxlint-disable-next-line react/exhaustive-deps -- the first place may change while one types
  }, [refusals]);
  if (errors.length === 0) return null;
  return (
    <div className={classes.summary} role="alert" aria-labelledby="error-summary">
      <h3 id="error-summary">
        <Icon name="warning" />
        {words.errorsTitle(errors.length)}
      </h3>
      <ul>
        {errors.map((error) => (
          <li key={`${placeOf(error)}-${error.code}`}>
            <a
              href={`#${fieldId(placeOf(error))}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(placeOf(error));
              }}
            >
              {whose(error)}
              {errorText(error, words)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says which of several like fields a line means: the person, the paper, or the text that is too long. */
function useWhose(): (error: FieldRefusal) => string {
  const procedure = useProcedure();
  const submitterIsOwner = useIntakeOf(({ form }) => form.submitterIsOwner);
  const words = useText().desk.intake;
  return ({ field, code }) => {
    const [head = '', tail = ''] = field.split('.');
    if (head === 'papers')
      return named(shortened(procedure?.papers.find(({ id }) => id === tail)?.name ?? ''));
    const labels: Readonly<Record<string, string>> = {
      ...words.person,
      missingReason: words.papers.missingReason,
      note: words.finish.note,
      ground: words.finish.officerGround,
    };
    const person = submitterIsOwner || tail === '' ? '' : named(labels[head] ?? '');
    return `${person}${code === 'text-too-long' ? named(labels[tail === '' ? head : tail] ?? '') : ''}`;
  };
}

function named(name: string): string {
  return name === '' ? '' : `${name}: `;
}

function shortened(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name;
}

function focusField(field: string): void {
  const control = document.getElementById(fieldId(field));
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}
