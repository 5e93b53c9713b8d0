import { useDossiers, useText } from '../../../store/hooks.ts';
import { useIntakeOf } from './use-intake.ts';
import classes from './intake.module.css';

const STEPS = [1, 2, 3, 4] as const;

/** The four steps; those already passed can be gone back to. */
export function StepBar() {
  const step = useIntakeOf((intake) => intake.step);
  const words = useText().desk.intake;
  const goTo = useDossiers((state) => state.goTo);
  return (
    <ol className={classes.steps} aria-label={words.stepsLabel}>
      {STEPS.map((each) => (
        <li key={each} data-state={each === step ? 'now' : each < step ? 'passed' : 'ahead'}>
          <button
            type="button"
            aria-current={each === step ? 'step' : undefined}
            disabled={each > step}
            onClick={() => goTo(each)}
          >
            <span className={classes.stepNo}>{each}</span>
            {words.steps[each]}
          </button>
        </li>
      ))}
    </ol>
  );
}
