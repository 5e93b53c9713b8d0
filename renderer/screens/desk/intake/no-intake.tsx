import { Button } from '@mantine/core';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useText } from '../../../store/hooks.ts';
import { useShortcuts } from '../shortcuts.tsx';
import classes from './intake.module.css';

/** Nothing is being typed. */
export function NoIntake({
  onReceive,
  onLeave,
}: {
  readonly onReceive: () => void;
  readonly onLeave: () => void;
}) {
  const words = useText().desk.intake;
  useShortcuts({ Escape: onLeave });
  return (
    <div className={classes.centre}>
      <EmptyState icon="document" title={words.noIntake} line={words.noIntakeHint}>
        <Button onClick={onReceive} autoFocus>
          {words.start}
        </Button>
      </EmptyState>
    </div>
  );
}
