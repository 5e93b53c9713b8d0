import { parseInstant } from '../../../../../shared/basics/time.ts';
import { stageNow } from '../../../../../shared/law/queue/stages.ts';
import { formatTime } from '../../../../../shared/text/dates.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { useText } from '../../../../store/hooks.ts';
import { readmissionOf } from '../rules/counter-rules.ts';
import { useClerkName, useCounterName } from '../names.ts';
import { useShownReason } from '../acts/reasons.ts';
import { Matter, Standing } from '../ticket-marks.tsx';
import classes from './lists.module.css';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';
import type { Readmission } from '../rules/counter-rules.ts';
import type { CounterWork } from '../use-counter.ts';

const clock = (at: string | undefined) => formatTime(parseInstant(at ?? '') ?? 0);

/** Numbers that were set aside: where their people are, why, and who knows of it [P06]. */
export function HeldList({ work }: { readonly work: CounterWork }) {
  const words = useText().desk.counterWork.lists;
  if (work.held.length === 0)
    return <EmptyState icon="pause" title={words.heldEmpty} line={words.heldEmptyHint} />;
  return (
    <ul className={classes.list} aria-label={words.heldTitle}>
      {work.held.map((ticket) => (
        <HeldRow key={ticket.id} ticket={ticket} work={work} />
      ))}
    </ul>
  );
}

function HeldRow({ ticket, work }: { readonly ticket: Ticket; readonly work: CounterWork }) {
  const words = useText().desk.counterWork.lists;
  const clerkName = useClerkName();
  const counterName = useCounterName();
  const shownReason = useShownReason();
  const { hold } = ticket;
  return (
    <li className={classes.asideRow}>
      <span className={classes.rowNumber}>{ticket.number}</span>
      <span className={classes.rowWhat}>
        <Standing ticket={ticket} />
        <Matter ticket={ticket} />
        {hold && (
          <>
            <strong className={classes.holdWhy}>{shownReason(hold.reason)}</strong>
            {hold.where !== '' && <span>{words.at(hold.where)}</span>}
            <span className={classes.softLine}>{words.heldBy(clerkName(hold.clerk), clock(hold.since))}</span>
            {hold.counter !== null && hold.counter !== work.desk.id && (
              <span className={classes.softLine}>{words.onlyFor(counterName(hold.counter))}</span>
            )}
          </>
        )}
      </span>
      <button
        type="button"
        className={classes.asideAct}
        aria-label={words.releaseThis(ticket.number)}
        disabled={work.busy}
        onClick={() =>
          void work.act(
            ticket.id,
            // Asked for another counter's number, the rules say whose it is.
            { act: 'release', counter: hold?.counter === null ? null : work.desk.id },
            words.released(ticket.number),
          )
        }
      >
        {words.release}
      </button>
    </li>
  );
}

/** Who was called and did not come; taking one back says which place the number gets [P10]. */
export function AbsentList({ work }: { readonly work: CounterWork }) {
  const words = useText().desk.counterWork.lists;
  if (work.absent.length === 0)
    return <EmptyState icon="person" title={words.absentEmpty} line={words.absentEmptyHint} />;
  return (
    <ul className={classes.list} aria-label={words.absentTitle}>
      {work.absent.map((ticket) => (
        <AbsentRow key={ticket.id} ticket={ticket} work={work} />
      ))}
    </ul>
  );
}

function AbsentRow({ ticket, work }: { readonly ticket: Ticket; readonly work: CounterWork }) {
  const words = useText().desk.counterWork.lists;
  const counterName = useCounterName();
  const row = work.rows.find(({ id }) => id === ticket.id);
  const back = row && readmissionOf(row, work.world);
  const readmit = async () => {
    const done = await work.act(ticket.id, { act: 'readmit' }, '');
    if (done) work.tell(done.place === ticket.place ? words.kept(done.number) : words.ended(done.number));
  };
  return (
    <li className={classes.asideRow}>
      <span className={classes.rowNumber}>{ticket.number}</span>
      <span className={classes.rowWhat}>
        <Standing ticket={ticket} />
        <Matter ticket={ticket} />
        <span className={classes.softLine}>
          {words.missedAt(clock(stageNow(ticket)?.from), counterName(ticket.counter))}
        </span>
        {back && <span className={classes.holdWhy}>{readmissionWords(back, words)}</span>}
      </span>
      <button
        type="button"
        className={classes.asideAct}
        aria-label={words.readmitThis(ticket.number)}
        disabled={work.busy}
        onClick={() => void readmit()}
      >
        {words.readmit}
      </button>
    </li>
  );
}

function readmissionWords(back: Readmission, words: Messages['desk']['counterWork']['lists']): string {
  if (!('refused' in back))
    return back.place === 'kept' ? words.keeps(back.passed) : words.toEnd(back.passed);
  const { refused } = back;
  if (refused.code === 'ticket-expired') return words.expired(refused.minutes);
  return refused.code === 'ticket-passed' ? words.passedBy(refused.passed) : '';
}
