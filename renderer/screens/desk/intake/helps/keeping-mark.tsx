import { Icon } from '../../../../parts/icons.tsx';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import classes from './helps.module.css';

/** Says quietly that what is being typed would outlive a power cut. */
export function KeepingMark() {
  const words = useText().desk.intake.more.drafts.keeping;
  const keeping = useDossiers((state) => state.keeping);
  if (keeping !== 'kept' && keeping !== 'saving') return null;
  return <span className={classes.keeping}>{words[keeping]}</span>;
}

/** Says plainly that it would not. */
export function KeepingTrouble() {
  const words = useText().desk.intake.more.drafts.keeping;
  const keeping = useDossiers((state) => state.keeping);
  if (keeping !== 'memory' && keeping !== 'failed') return null;
  return (
    <p className={classes.unkept} role="status">
      <Icon name="warning" size={18} />
      {words[keeping]}
    </p>
  );
}
