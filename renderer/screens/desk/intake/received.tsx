import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useText } from '../../../store/hooks.ts';
import { PrintPanel } from '../paper/print-panel.tsx';
import { DueWords } from '../register/due-words.tsx';
import { useProcedureName } from '../../catalogue-names.ts';
import { useShortcuts } from '../shortcuts.tsx';
import classes from './received.module.css';
import type { Ticket } from '../../../../shared/project/tickets.ts';

type ReceivedProps = {
  readonly serving: Ticket | null;
  readonly finishTicket: () => void;
  readonly onNext: () => void;
  readonly onLeave: () => void;
};

/** The dossier just received: its code, its slips, and what comes next. */
export function Received({ serving, finishTicket, onNext, onLeave }: ReceivedProps) {
  const text = useText();
  const words = text.desk.slips;
  const received = useDossiers((state) => state.received);
  const openDossier = useDossiers((state) => state.openDossier);
  const leaveReceived = useDossiers((state) => state.leaveReceived);
  const procedureName = useProcedureName();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useShortcuts({
    Escape: () => {
      leaveReceived();
      onLeave();
    },
  });
  if (!received) return null;
  const { dossier, secondCopy } = received;
  return (
    <div className={classes.received}>
      <h2 ref={title} tabIndex={-1} className={classes.receivedTitle}>
        <Icon name="check" size={28} />
        {words.received}
      </h2>
      <p className={classes.codeLabel}>{words.code}</p>
      <p className={classes.code}>{dossier.code}</p>
      {dossier.provisional && <p className={classes.hint}>{words.provisional}</p>}
      <p className={classes.receivedProcedure}>{procedureName(dossier.procedure)}</p>
      <p className={classes.receivedDue}>
        <DueWords dueAt={dossier.dueAt} />
      </p>
      {!secondCopy && (
        <p className={classes.caution} role="status">
          <Icon name="warning" size={18} />
          {text.desk.noSecondCopy}
        </p>
      )}
      <PrintPanel dossierId={dossier.id} />
      <div className={classes.receivedActs}>
        <Button
          variant="default"
          onClick={() => {
            openDossier(dossier.id);
            onLeave();
          }}
        >
          {words.open}
        </Button>
        {serving && serving.id === dossier.ticketId && (
          <Button variant="default" onClick={finishTicket}>
            {words.finishTicket(serving.number)}
          </Button>
        )}
        <span className={classes.gap} />
        <Button onClick={onNext}>{words.again}</Button>
      </div>
    </div>
  );
}
