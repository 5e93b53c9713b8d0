import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isReturned } from '../../../../shared/law/life-cycle/acts.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useText } from '../../../store/hooks.ts';
import { PrintPanel } from '../paper/print-panel.tsx';
import { DueWords } from '../register/due-words.tsx';
import { FeePanel } from '../../money/pay/fee-panel.tsx';
import { useProcedureName } from '../../catalogue-names.ts';
import { useShortcuts } from '../shortcuts.tsx';
import { Attachments } from './attachments/attachments.tsx';
import { VisitList } from './helps/visit-list.tsx';
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
  const startNext = useDossiers((state) => state.startNext);
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
  const onSpot = isReturned(dossier.status);
  return (
    <div className={classes.received}>
      <h2 ref={title} tabIndex={-1} className={classes.receivedTitle}>
        <Icon name="check" size={28} />
        {onSpot ? text.desk.intake.more.onSpot.done : words.received}
      </h2>
      <p className={classes.codeLabel}>{words.code}</p>
      <p className={classes.code}>{dossier.code}</p>
      {dossier.provisional && <p className={classes.hint}>{words.provisional}</p>}
      <p className={classes.receivedProcedure}>{procedureName(dossier.procedure)}</p>
      {onSpot ? (
        <p>{text.desk.intake.more.onSpot.noSlip}</p>
      ) : (
        <p className={classes.receivedDue}>
          <DueWords dueAt={dossier.dueAt} />
        </p>
      )}
      {!secondCopy && (
        <p className={classes.caution} role="status">
          <Icon name="warning" size={18} />
          {text.desk.noSecondCopy}
        </p>
      )}
      {!onSpot && <PrintPanel dossierId={dossier.id} />}
      <FeePanel dossier={dossier} />
      <VisitList />
      <Attachments dossierId={dossier.id} />
      <div className={classes.receivedActs}>
        <Button
          size="sm"
          variant="default"
          onClick={() => {
            openDossier(dossier.id);
            onLeave();
          }}
        >
          {words.open}
        </Button>
        {serving && serving.id === dossier.ticketId && (
          <Button size="sm" variant="default" onClick={finishTicket}>
            {words.finishTicket(serving.number)}
          </Button>
        )}
        <span className={classes.gap} />
        <Button size="sm" variant="default" onClick={onNext}>
          {words.again}
        </Button>
        <Button onClick={startNext}>{text.desk.intake.more.visit.next}</Button>
      </div>
    </div>
  );
}
