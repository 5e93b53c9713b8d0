import { useRef, useState } from 'react';
import { elapsedMs, parseInstant } from '../../../../../shared/basics/time.ts';
import { formatTime } from '../../../../../shared/text/dates.ts';
import { lacksPaper } from '../../../../../shared/project/tickets.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { Icon } from '../../../../parts/icons.tsx';
import { useText } from '../../../../store/hooks.ts';
import { useNowMs } from '../../../staff-frame.tsx';
import { useKeysWithin } from '../../shortcuts.tsx';
import { RowForm } from '../acts/act-forms.tsx';
import { countLights, pickOf, waitMark } from '../rules/counter-rules.ts';
import { LightShape, Matter, Standing, Twice } from '../ticket-marks.tsx';
import { rowAfterKey } from '../rules/list-keys.ts';
import classes from './lists.module.css';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { OpenForm } from '../acts/open-form.ts';
import type { CounterWork } from '../use-counter.ts';

const MINUTE_MS = 60_000;
const LIGHTS = ['late', 'warn', 'ok'] as const;

type ListProps = {
  readonly work: CounterWork;
  readonly form: OpenForm | null;
  readonly onForm: (form: OpenForm | null) => void;
};

/** Who waits, in the order of the calls, and at one glance how long. */
export function WaitingList(props: ListProps) {
  const words = useText().desk.queue;
  const { waiting, otherWaiting } = props.work;
  return (
    <>
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={words.empty} line={words.emptyHint} />
      ) : (
        <>
          <Lights work={props.work} />
          <Rows {...props} />
        </>
      )}
      <Others count={otherWaiting} />
    </>
  );
}

/** One row holds the focus; arrows and typed digits move it. */
function Rows({ work, form, onForm }: ListProps) {
  const { waiting } = work;
  const list = useRef<HTMLOListElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const typed = useRef({ digits: '', at: 0 });
  const found = waiting.findIndex(({ id }) => id === activeId);
  const active = Math.max(0, found);

  useKeysWithin(list, (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches('[data-call]')) return;
    const { timeStamp } = event;
    typed.current = typedAfter(typed.current, event.key, timeStamp);
    const to = rowAfterKey(
      event.key,
      typed.current.digits,
      waiting.map(({ number }) => number),
      active,
    );
    const ticket = to === null ? undefined : waiting[to];
    if (event.key === 'ArrowRight') {
      event.preventDefault();
      const here = waiting[active];
      if (here) onForm({ ticketId: here.id, kind: 'menu' });
    }
    if (!ticket) return;
    event.preventDefault();
    setActiveId(ticket.id);
    list.current?.querySelector<HTMLElement>(`[data-call="${ticket.id}"]`)?.focus();
  });

  return (
    <ol ref={list} className={classes.list}>
      {waiting.map((ticket, index) => (
        <WaitingRow
          key={ticket.id}
          ticket={ticket}
          work={work}
          isActive={index === active}
          onActive={() => setActiveId(ticket.id)}
          form={form?.ticketId === ticket.id ? form : null}
          onForm={onForm}
        />
      ))}
    </ol>
  );
}

/** Digits typed one after the other are one number; a pause begins a new one. */
function typedAfter(before: { readonly digits: string; readonly at: number }, key: string, at: number) {
  if (!/^\d$/.test(key)) return { digits: '', at };
  return { digits: at - before.at < 1200 ? before.digits + key : key, at };
}

function Others({ count }: { readonly count: number }) {
  const words = useText().desk.queue;
  return count > 0 ? <p className={classes.others}>{words.others(count)}</p> : null;
}

/** How many wait how long, at one glance. */
function Lights({ work: { waiting, bounds } }: { readonly work: CounterWork }) {
  const words = useText().desk.counterWork.lights;
  const nowMs = useNowMs();
  const counts = countLights(waiting.map((ticket) => waitMark(ticket, bounds, nowMs)));
  return (
    <p
      className={classes.lights}
      role="group"
      aria-label={words.label}
      title={words.meaning(bounds.warnMinutes, bounds.lateMinutes)}
    >
      {LIGHTS.filter((light) => counts[light] > 0).map((light) => (
        <span key={light} data-light={light}>
          <LightShape light={light} />
          {words.count(counts[light], words[light])}
        </span>
      ))}
    </p>
  );
}

type RowProps = {
  readonly ticket: Ticket;
  readonly work: CounterWork;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly form: OpenForm | null;
  readonly onForm: (form: OpenForm | null) => void;
};

function WaitingRow({ ticket, work, isActive, onActive, form, onForm }: RowProps) {
  const { queue: words, counterWork: more } = useText().desk;
  const isPriority = ticket.priority !== null || ticket.priorityRule !== null;
  const call = () => {
    // A counter that cannot call now is told so by the rules themselves.
    const isFree = work.serving === null && (work.counterDay?.status ?? 'open') === 'open';
    const { need } = pickOf(work.world, work.desk, ticket);
    if (isFree && need !== 'nothing') onForm({ ticketId: ticket.id, kind: 'pick' });
    else void work.call(ticket.id, '');
  };
  return (
    <li className={classes.row} data-priority={isPriority ? '' : undefined} data-open={form ? '' : undefined}>
      <span className={classes.rowNumber}>{ticket.number}</span>
      <Matter ticket={ticket} />
      <span className={classes.rowMarks}>
        <Twice ticket={ticket} short />
        <Standing ticket={ticket} short />
        <Wait ticket={ticket} work={work} />
      </span>
      <span className={classes.rowActs}>
        <NoPaper ticket={ticket} work={work} />
        <button
          type="button"
          className={classes.rowCall}
          aria-label={words.callThis(ticket.number)}
          data-call={ticket.id}
          tabIndex={isActive ? 0 : -1}
          onFocus={onActive}
          onClick={call}
        >
          <Icon name="call" size={18} />
        </button>
        <button
          type="button"
          className={classes.rowCall}
          aria-label={more.more(ticket.number)}
          aria-expanded={form !== null}
          tabIndex={isActive ? 0 : -1}
          onClick={() => onForm(form ? null : { ticketId: ticket.id, kind: 'menu' })}
        >
          <span className={classes.dots} aria-hidden="true" />
        </button>
      </span>
      {form && <RowForm work={work} form={form} ticket={ticket} onForm={onForm} />}
    </li>
  );
}

/** How long a number waits: shape, minutes, word. */
function Wait({ ticket, work }: Pick<RowProps, 'ticket' | 'work'>) {
  const { queue: words, counterWork: more } = useText().desk;
  const nowMs = useNowMs();
  const { waitedMs, light, carried } = waitMark(ticket, work.bounds, nowMs);
  const minutes = words.minutes(Math.floor(waitedMs / MINUTE_MS));
  const taken = more.takenAt(formatTime(parseInstant(ticket.issuedAt) ?? nowMs));
  return (
    <span className={classes.rowTime} data-light={light} title={`${taken} · ${more.lights[light]}`}>
      <LightShape light={light} />
      {carried ? more.lights.carried : minutes}
      <span className={classes.hidden}> · {more.lights[light]}</span>
    </span>
  );
}

/** The ticket of a number was never printed: said in the row, and mended from it. */
function NoPaper({ ticket, work }: Pick<RowProps, 'ticket' | 'work'>) {
  const words = useText().desk.queue;
  const nowMs = useNowMs();
  const waitedMs = elapsedMs(parseInstant(ticket.issuedAt) ?? nowMs, nowMs);
  if (ticket.via === 'paper-roll' || !lacksPaper(ticket, waitedMs)) return null;
  return (
    <>
      <span className={classes.hidden}>{words.noPaper}</span>
      <button
        type="button"
        className={classes.printPaper}
        aria-label={words.printPaper(ticket.number)}
        title={`${words.noPaper}: ${words.printPaperShort}`}
        disabled={work.busy}
        onClick={() => work.printAgain(ticket)}
      >
        <Icon name="printer" size={16} />
      </button>
    </>
  );
}
