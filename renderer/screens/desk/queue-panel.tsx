import { Button } from '@mantine/core';
import { elapsedMs, parseInstant } from '../../../shared/basics/time.ts';
import { formatTime } from '../../../shared/text/dates.ts';
import { EmptyState, Loading } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icons.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useQueue, useStores, useText, useUi, useUpkeep } from '../../store/hooks.ts';
import { useFieldName } from '../catalogue-names.ts';
import { useNowMs } from '../staff-frame.tsx';
import classes from './queue.module.css';
import { lacksPaper } from '../../../shared/project/tickets.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { CounterWork } from './use-counter.ts';

const MINUTE_MS = 60_000;

type QueuePanelProps = { readonly work: CounterWork; readonly onReceive: () => void };

/** Left of the desk: who is being served, who comes next. */
export function QueuePanel({ work, onReceive }: QueuePanelProps) {
  const text = useText();
  const words = text.desk.queue;
  const trouble = useQueue((queue) => queue.trouble);
  const forget = useQueue((queue) => queue.forgetTrouble);
  return (
    <section className={classes.panel} aria-label={words.title}>
      <NowServing work={work} onReceive={onReceive} />
      <Button
        className={classes.next}
        size="md"
        aria-busy={work.busy}
        onClick={work.callNext}
        leftSection={<Icon name="call" />}
      >
        {words.next}
      </Button>
      {trouble && (
        <div className={classes.trouble}>
          <TroubleNote trouble={trouble} text={text} tone="warn" onClose={forget} />
        </div>
      )}
      {work.doubled.map(({ id, number }) => (
        <p key={id} className={classes.doubled} role="status">
          <Icon name="warning" size={18} />
          {words.doubled(number)}
        </p>
      ))}
      <h2 className={classes.listTitle}>{words.waiting(work.waiting.length)}</h2>
      {!work.loaded && <Loading words={words.loading} />}
      {work.loaded && work.waiting.length === 0 && (
        <EmptyState icon="check" title={words.empty} line={words.emptyHint} />
      )}
      <ol className={classes.list}>
        {work.waiting.map((ticket) => (
          <WaitingRow key={ticket.id} ticket={ticket} work={work} />
        ))}
      </ol>
      {work.otherWaiting > 0 && <p className={classes.others}>{words.others(work.otherWaiting)}</p>}
    </section>
  );
}

function NowServing({ work, onReceive }: QueuePanelProps) {
  const words = useText().desk.queue;
  const { serving } = work;
  if (!serving) {
    return (
      <div className={classes.now} data-empty="">
        <p className={classes.nowTitle}>{words.nobody}</p>
        <p className={classes.soft}>{words.nobodyHint}</p>
      </div>
    );
  }
  return (
    <div className={classes.now}>
      <p className={classes.nowTitle}>
        {words.now}
        {serving.calls > 1 && <span> · {words.calls(serving.calls)}</span>}
      </p>
      <p className={classes.number} aria-live="polite">
        {serving.number}
      </p>
      <Twice ticket={serving} />
      <p className={classes.nowField}>
        <FieldName fieldId={serving.fieldId} />
        {serving.priority && <Priority ground={words.grounds[serving.priority]} />}
      </p>
      <div className={classes.acts}>
        <Button variant="default" size="sm" onClick={work.callAgain} disabled={work.busy}>
          {words.again}
        </Button>
        <Button variant="default" size="sm" onClick={() => work.finish('served')} disabled={work.busy}>
          {words.done}
        </Button>
        <Button variant="default" size="sm" onClick={() => work.finish('absent')} disabled={work.busy}>
          {words.absent}
        </Button>
      </div>
      <Button
        variant="light"
        size="sm"
        fullWidth
        onClick={onReceive}
        leftSection={<Icon name="document" size={18} />}
      >
        {words.receive}
      </Button>
    </div>
  );
}

function WaitingRow({ ticket, work }: { readonly ticket: Ticket; readonly work: CounterWork }) {
  const words = useText().desk.queue;
  const nowMs = useNowMs();
  const issuedMs = parseInstant(ticket.issuedAt) ?? nowMs;
  const waitedMs = elapsedMs(issuedMs, nowMs);
  const waitedMin = Math.floor(waitedMs / MINUTE_MS);
  return (
    <li className={classes.row} data-priority={ticket.priority ? '' : undefined}>
      <span className={classes.rowWhen}>
        <span className={classes.rowNumber}>{ticket.number}</span>
        <span className={classes.rowTime} title={formatTime(issuedMs)}>
          {words.minutes(waitedMin)}
        </span>
      </span>
      <span className={classes.rowWhat}>
        <Twice ticket={ticket} />
        {ticket.priority && <Priority />}
        <Matter ticket={ticket} />
      </span>
      <button
        type="button"
        className={classes.rowCall}
        aria-label={words.callThis(ticket.number)}
        onClick={() => work.callThis(ticket.id)}
      >
        <Icon name="call" size={18} />
      </button>
      {lacksPaper(ticket, waitedMs) && (
        <span className={classes.noPaper}>
          <span>{words.noPaper}</span>
          <button
            type="button"
            className={classes.printPaper}
            aria-label={words.printPaper(ticket.number)}
            disabled={work.busy}
            onClick={() => work.printAgain(ticket)}
          >
            <Icon name="printer" size={16} />
            {words.printPaperShort}
          </button>
        </span>
      )}
    </li>
  );
}

/** Another ticket of the day bears the same number. */
function Twice({ ticket: { number, day } }: { readonly ticket: Ticket }) {
  const words = useText().desk.queue;
  const isTwice = useUpkeep(({ twice }) => twice.some((one) => one.number === number && one.day === day));
  if (!isTwice) return null;
  return (
    <span className={classes.twice} title={words.twiceWhy}>
      <Icon name="warning" size={14} />
      {words.twice}
    </span>
  );
}

function Priority({ ground }: { readonly ground?: string }) {
  const words = useText().desk.queue;
  return (
    <span className={classes.priority}>
      <Icon name="star" size={14} />
      <span>
        <strong>{words.priority}</strong>
        {ground !== undefined && `: ${ground}`}
      </span>
    </span>
  );
}

/** What a person comes for, in two short lines: the procedure where one was chosen, otherwise the field. */
function Matter({ ticket: { fieldId, procedureCode } }: { readonly ticket: Ticket }) {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const procedure = host.catalogue().procedures.find(({ code }) => code === procedureCode);
  return (
    <span className={classes.matter} title={procedure?.name}>
      {procedure ? (
        ((lang === 'en' ? procedure.nameEn : undefined) ?? procedure.shortName)
      ) : (
        <FieldName fieldId={fieldId} />
      )}
    </span>
  );
}

function FieldName({ fieldId }: { readonly fieldId: string }) {
  const fieldName = useFieldName();
  return <>{fieldName(fieldId)}</>;
}
