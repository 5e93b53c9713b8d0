import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isReturned } from '../../../../shared/law/life-cycle/acts.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useMoney, useText } from '../../../store/hooks.ts';
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
  /** While money is taken, its form comes first and the head is short. */
  const isPaying = useMoney(({ form }) => form !== null && form.wish.dossierId === received?.dossier.id);
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
  const isCorrected = dossier.correction > 0;
  const more = text.desk.intake.more;
  return (
    <div className={classes.received} data-paying={isPaying ? '' : undefined}>
      <header className={classes.receivedHead}>
        <h2 ref={title} tabIndex={-1} className={classes.receivedTitle}>
          <Icon name="check" size={24} />
          {onSpot ? more.onSpot.done : isCorrected ? text.filings.correction.done : words.received}
        </h2>
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
        <p className={classes.code}>
          <span className={classes.hidden}>{words.code} </span>
          <span>{dossier.code}</span>
        </p>
        <p className={classes.receivedProcedure}>{procedureName(dossier.procedure)}</p>
        <p className={classes.receivedDue}>
          {onSpot ? more.onSpot.noSlip : <DueWords dueAt={dossier.dueAt} />}
        </p>
      </header>
      {isCorrected && (
        <p className={classes.caution} role="status">
          <Icon name="warning" size={18} />
          {text.filings.correction.oldSlip}
        </p>
      )}
      {dossier.provisional && <p className={classes.hint}>{words.provisional}</p>}
      {!secondCopy && (
        <p className={classes.caution} role="status">
          <Icon name="warning" size={18} />
          {text.desk.noSecondCopy}
        </p>
      )}
      <div className={classes.receivedParts}>
        {!onSpot && <PrintPanel dossierId={dossier.id} />}
        <div className={classes.receivedFees}>
          <FeePanel dossier={dossier} />
        </div>
        <VisitList />
        <Attachments dossierId={dossier.id} />
      </div>
      <div className={classes.receivedActs}>
        {serving && serving.id === dossier.ticketId && (
          <Button size="sm" variant="default" onClick={finishTicket}>
            {words.finishTicket(serving.number)}
          </Button>
        )}
        <span className={classes.gap} />
        <Button size="sm" variant="default" onClick={onNext}>
          {words.again}
        </Button>
        <Button size="sm" onClick={startNext}>
          {more.visit.next}
        </Button>
      </div>
    </div>
  );
}
