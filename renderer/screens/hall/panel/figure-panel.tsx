import { useEffect, useRef } from 'react';
import { parseInstant } from '../../../../shared/basics/time.ts';
import { waitLight } from '../../../../shared/report/hall/lights.ts';
import { formatTime } from '../../../../shared/text/dates.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useText } from '../../../store/hooks.ts';
import { useFieldName } from '../../catalogue-names.ts';
import { lastedWords, meanWords } from '../durations.ts';
import { LightBadge } from '../light-badge.tsx';
import { useCounterName } from '../use-room.ts';
import classes from './panel.module.css';
import type { KeyboardEvent, ReactNode } from 'react';
import type { WaitBounds } from '../../../../shared/law/queue/rules.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { Service } from '../../../../shared/report/hall/counter-board.ts';
import type { Waiter } from '../../../../shared/report/hall/room-now.ts';
import type { FigureRows } from './figure-query.ts';

type Props = {
  readonly title: string;
  /** What the figure means. */
  readonly definition: string;
  readonly list: FigureRows;
  readonly bounds: WaitBounds;
  readonly onClose: () => void;
};

/** What a figure counts, beside the page, with its definition. Numbers only, nothing of their people. */
export function FigurePanel({ title, definition, list, bounds, onClose }: Props) {
  const { panel: words } = useText().hall;
  const heading = useFocusWhileOpen();
  const { length } = list.rows;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc anywhere in the panel closes it; its button does the same
    <aside className={classes.panel} aria-label={words.label} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <p>{words.count(length)}</p>
        </div>
        <button type="button" className={classes.close} aria-label={words.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.body} tabIndex={0} role="region" aria-label={title}>
        <p className={classes.definition}>
          <Icon name="info" size={18} />
          {definition}
        </p>
        <ul className={classes.rows}>
          {list.kind === 'waiters' &&
            list.rows.map((row) => <WaiterRow key={row.ticket.id} row={row} bounds={bounds} />)}
          {list.kind === 'tickets' && list.rows.map((row) => <TicketRow key={row.id} row={row} />)}
          {list.kind === 'stages' &&
            list.rows.map((row) => <StageRow key={`${row.ticket.id} ${row.stage.key}`} row={row} />)}
        </ul>
        {length === 0 && <p className={classes.empty}>{words.empty}</p>}
      </div>
    </aside>
  );
}

function WaiterRow({ row, bounds }: { readonly row: Waiter; readonly bounds: WaitBounds }) {
  const text = useText();
  const light = waitLight(row.waitedMs, bounds);
  return (
    <Row
      ticket={row.ticket}
      aside={
        <LightBadge
          light={light}
          name={text.hall.lights[light]}
          words={lastedWords(row.waitedMs, text.hall)}
        />
      }
      line={text.hall.panel.issued(clock(row.ticket.issuedAt))}
    />
  );
}

function TicketRow({ row }: { readonly row: Ticket }) {
  const { hall } = useText();
  const counterName = useCounterName();
  const place = row.counter === null ? '' : ` ${hall.panel.at(counterName(row.counter))}`;
  return (
    <Row
      ticket={row}
      aside={<span>{row.rating ? hall.grades[row.rating.grade] : hall.panel.states[row.status]}</span>}
      line={`${hall.panel.issued(clock(row.issuedAt))}${place === '' ? '' : ` ·${place}`}`}
    />
  );
}

function StageRow({ row: { ticket, stage, ms } }: { readonly row: Service }) {
  const { hall } = useText();
  const counterName = useCounterName();
  const span = hall.times.span(clock(stage.from), clock(stage.to ?? stage.from));
  return (
    <Row
      ticket={ticket}
      aside={<strong>{meanWords(ms, hall)}</strong>}
      line={stage.counter === null ? span : `${span} · ${counterName(stage.counter)}`}
    />
  );
}

function Row({
  ticket,
  aside,
  line,
}: {
  readonly ticket: Ticket;
  readonly aside: ReactNode;
  readonly line: string;
}) {
  const fieldName = useFieldName();
  return (
    <li className={classes.row}>
      <div className={classes.top}>
        <strong className={classes.number}>{ticket.number}</strong>
        {aside}
      </div>
      <span>{fieldName(ticket.fieldId)}</span>
      <span className={classes.soft}>{line}</span>
    </li>
  );
}

function clock(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : formatTime(ms);
}

/** Takes the focus to the heading when the panel opens, and back to where it was when it closes. */
function useFocusWhileOpen() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return heading;
}
