import { useEffect } from 'react';
import { Icon } from '../../../../../parts/icons.tsx';
import { useFind, useText } from '../../../../../store/hooks.ts';
import classes from '../acts.module.css';

type Props = {
  readonly dossierId: string;
  /** The dossier's own genuine slip was scanned; absent where no slip is asked for. */
  readonly onOwn?: () => void;
};

/** What was scanned while an act is typed: it is said, and nothing is recorded by it [R10]. */
export function FormSlip({ dossierId, onOwn }: Props) {
  const words = useText().find;
  const scanned = useFind((state) => state.scanned);
  const isOther = scanned?.dossier && scanned.dossier.id !== dossierId;
  const isOwn = onOwn !== undefined && scanned?.verdict === 'genuine' && !isOther;
  useEffect(() => {
    if (isOwn) onOwn();
    // Each scan says it once; what the clerk unticks afterwards stays so.
    // oxlint-disable-next-line react/exhaustive-deps -- the handler is a new one at each drawing
  }, [scanned]);
  if (!scanned) return null;
  if (isOwn)
    return (
      <p className={classes.effect} role="status" data-verdict="own">
        <Icon name="check" size={16} /> {words.inForm.back}
      </p>
    );
  return (
    <p className={classes.errors} role="alert" data-verdict={scanned.verdict}>
      <Icon name="warning" size={16} />{' '}
      <strong>{isOther ? words.inForm.other(scanned.dossier.code) : words.slip[scanned.verdict]}</strong>{' '}
      {!isOther && scanned.code !== '' && `${words.slipCode(scanned.code)}. `}
      {isOther && scanned.verdict !== 'genuine' && `${words.slip[scanned.verdict]} `}
      {words.inForm.nothing}
    </p>
  );
}
