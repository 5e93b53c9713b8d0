import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useText } from '../../store/hooks.ts';
import { useKeysWithin } from '../desk/shortcuts.tsx';
import classes from './printing.module.css';

type Props = {
  readonly title: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
};

/** Why a paper is printed again; the reason stands in the record, the mark on the paper. */
export function AskReason({ title, onReason, onClose }: Props) {
  const words = useText().desk.slips;
  const box = useRef<HTMLDivElement>(null);
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  return (
    <div ref={box} className={classes.ask} role="group" aria-label={title}>
      <p>
        <strong>{title}</strong>
        <br />
        {words.reasonHint}
      </p>
      <div className={classes.reasons}>
        {Object.entries(words.reasons).map(([code, reason], index) => (
          <Button
            key={code}
            variant="default"
            size="sm"
            autoFocus={index === 0}
            onClick={() => onReason(reason)}
          >
            {reason}
          </Button>
        ))}
        <Button variant="subtle" size="sm" onClick={onClose}>
          {words.reasonNo}
        </Button>
      </div>
    </div>
  );
}
