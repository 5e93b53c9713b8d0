import { parseInstant } from '../../../../shared/basics/time.ts';
import { formatTime } from '../../../../shared/text/dates.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useText, useUpkeep } from '../../../store/hooks.ts';
import { useServiceName } from './names.ts';
import classes from './marks.module.css';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { Light } from '../../../../shared/report/hall/lights.ts';

/** Shapes that are told apart without colour: a disc, a triangle, a diamond. */
const lightShapes = {
  ok: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9',
  warn: 'M6 1L11.2 10.5H.8z',
  late: 'M6 .4L11.6 6L6 11.6L.4 6z',
} as const satisfies Readonly<Record<Light, string>>;

/** The shape of a light; its word stands beside it. */
export function LightShape({ light }: { readonly light: Light }) {
  return (
    <svg
      className={classes.light}
      data-light={light}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <path d={lightShapes[light]} />
    </svg>
  );
}

/** `short`: shapes in a row of one line; the words stand in their titles, and screen readers say them. */
type MarkProps = { readonly ticket: Ticket; readonly short?: boolean };

/** Another ticket of the day bears the same number. */
export function Twice({ ticket: { number, day }, short = false }: MarkProps) {
  const words = useText().desk.queue;
  const isTwice = useUpkeep(({ twice }) => twice.some((one) => one.number === number && one.day === day));
  if (!isTwice) return null;
  return (
    <span className={classes.twice} title={words.twiceWhy}>
      <Icon name="warning" size={14} />
      <span className={short ? classes.hidden : undefined}>{words.twice}</span>
    </span>
  );
}

/** What gives a number its place before others; `named` says the ground too. */
export function Standing({ ticket, named = false, short = false }: MarkProps & { readonly named?: boolean }) {
  const { queue: words, counterWork: more } = useText().desk;
  const { priority, priorityRule, appointmentAt, boundTo } = ticket;
  const appointmentMs = appointmentAt === null ? null : parseInstant(appointmentAt);
  return (
    <>
      {(priority !== null || priorityRule !== null) && (
        <span
          className={classes.priority}
          title={priority === null ? words.priority : words.grounds[priority]}
        >
          <Icon name="star" size={14} />
          <span className={short ? classes.hidden : undefined}>
            <strong>{words.priority}</strong>
            {named && priority !== null && `: ${words.grounds[priority]}`}
          </span>
        </span>
      )}
      {appointmentMs !== null && (
        <span className={classes.mark} title={more.appointmentAt(formatTime(appointmentMs))}>
          <Icon name="clock" size={14} />
          <span className={short ? classes.hidden : undefined}>
            {more.appointmentAt(formatTime(appointmentMs))}
          </span>
        </span>
      )}
      {boundTo !== null && ticket.status === 'waiting' && (
        <span className={classes.mark} title={more.onlyHere}>
          <Icon name="desk" size={14} />
          <span className={short ? classes.hidden : undefined}>{more.onlyHere}</span>
        </span>
      )}
    </>
  );
}

/** What a person comes for, in two short lines. */
export function Matter({ ticket }: { readonly ticket: Ticket }) {
  const serviceName = useServiceName();
  const words = useText().desk.counterWork;
  const name = serviceName(ticket);
  const { length: more } = ticket.services;
  return (
    <span className={classes.matter} data-matter="" title={name}>
      {name}
      {more > 0 && ` ${words.moreServices(more)}`}
    </span>
  );
}
