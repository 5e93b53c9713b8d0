import { parseInstant } from '../../../../shared/basics/time.ts';
import { waitLight } from '../../../../shared/report/hall/lights.ts';
import { formatTime } from '../../../../shared/text/dates.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useText } from '../../../store/hooks.ts';
import { useFieldName } from '../../catalogue-names.ts';
import { lastedWords, meanWords } from '../durations.ts';
import { LightBadge } from '../light-badge.tsx';
import { useCounterName } from '../use-room.ts';
import { SidePanel } from '../../side-panel/side-panel.tsx';
import rowClasses from '../../side-panel/side-panel.module.css';
import classes from './panel.module.css';
import type { ReactNode } from 'react';
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
  return (
    <SidePanel
      label={words.label}
      title={title}
      line={words.count(list.rows.length)}
      close={words.close}
      onClose={onClose}
    >
      <p className={classes.definition}>
        <Icon name="info" size={18} />
        {definition}
      </p>
      <ul className={rowClasses.rows}>
        {list.kind === 'waiters' &&
          list.rows.map((row) => <WaiterRow key={row.ticket.id} row={row} bounds={bounds} />)}
        {list.kind === 'tickets' && list.rows.map((row) => <TicketRow key={row.id} row={row} />)}
        {list.kind === 'stages' &&
          list.rows.map((row) => <StageRow key={`${row.ticket.id} ${row.stage.key}`} row={row} />)}
      </ul>
      {list.rows.length === 0 && <p className={rowClasses.empty}>{words.empty}</p>}
    </SidePanel>
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
    <li className={rowClasses.row}>
      <div className={rowClasses.top}>
        <strong className={classes.number}>{ticket.number}</strong>
        {aside}
      </div>
      <span>{fieldName(ticket.fieldId)}</span>
      <span className={rowClasses.soft}>{line}</span>
    </li>
  );
}

function clock(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : formatTime(ms);
}
