import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { useFind, useText } from '../../store/hooks.ts';
import classes from './intake/scan/scan.module.css';

type Props = {
  /** The button that opens the dossier takes the focus, and gives it back. */
  readonly asks: boolean;
};

/** What the slip is that was scanned at the desk, above all one that a correction replaced; its dossier is one key away [R10]. */
export function SlipNote({ asks }: Props) {
  const words = useText().find;
  const slip = useFind((state) => state.scanned);
  const choose = useFind((state) => state.choose);
  const dropSlip = useFind((state) => state.dropSlip);
  const isHeld = useFind((state) => state.held !== null);
  // An open form says it itself, where the eyes are.
  if (!slip || isHeld) return null;
  const { dossier, verdict, code } = slip;
  return (
    <section className={classes.note} data-state={verdict === 'genuine' ? 'filled' : 'refused'}>
      <Icon name={verdict === 'genuine' ? 'check' : 'warning'} size={20} />
      <div className={classes.said}>
        <p role="alert" data-verdict={verdict}>
          <strong>{words.slip[verdict]}</strong> {code !== '' && words.slipCode(code)}
        </p>
        {dossier && asks && (
          <p className={classes.acts}>
            <OpenButton
              label={words.openSlip(dossier.code)}
              onOpen={() => choose({ kind: 'dossier', id: dossier.id, dossier })}
            />
          </p>
        )}
      </div>
      <button type="button" className={classes.close} aria-label={words.closeSlip} onClick={dropSlip}>
        <Icon name="cross" size={18} />
      </button>
    </section>
  );
}

function OpenButton({ label, onOpen }: { readonly label: string; readonly onOpen: () => void }) {
  const from = useRef(document.activeElement);
  useEffect(() => {
    const element = from.current;
    return () => {
      if (element instanceof HTMLElement && element.isConnected) element.focus();
    };
  }, []);
  return (
    <Button size="sm" autoFocus onClick={onOpen}>
      {label}
    </Button>
  );
}
