import { parseInstant, wardDay } from '../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../shared/text/dates.ts';
import { Icon } from './icons.tsx';
import classes from './parts.module.css';
import type { Messages } from '../../shared/text/messages/index.ts';
import type { IconName } from './icons.tsx';

/** What the pill is drawn from; the link store holds the same. */
export type PillFacts = {
  readonly pill: {
    readonly kind: 'online' | 'sending' | 'offline' | 'refused' | 'not-enrolled' | 'host-away';
    /** UTC ISO. */
    readonly since: string;
  };
  readonly unsent: number;
  readonly unsavedAtHost: number;
  /** Epochs of which the level above takes no more. */
  readonly stopped?: number;
  /** Conflicts that wait for a person. */
  readonly toDecide?: number;
  /** Numbers that stand for two and that nobody has looked into. */
  readonly twice?: number;
  /** Damaged journal files that nobody has looked into. */
  readonly damaged?: number;
  readonly nowMs: number;
  /** When the level above last answered, in words. */
  readonly lastSync?: string;
};

type Words = Messages['common']['pill'];
type Tone = 'ok' | 'warn' | 'late' | 'paused';

/** How a page stands with the level above: colour, shape and words. It leads to the page that explains it. */
export function ConnectionPill({ text, ...facts }: PillFacts & { readonly text: Words }) {
  const { main, rest } = pillWords(facts, text);
  const { tone, icon } = looks(facts.pill.kind, needsAPerson(facts));
  return (
    <a
      className={classes.pill}
      data-tone={tone}
      data-kind={facts.pill.kind}
      href={leadsTo(facts)}
      title={facts.lastSync ? `${text.opens}. ${facts.lastSync}` : text.opens}
    >
      <Icon name={icon} size={18} />
      <span>
        <span className={classes.hidden}>{text.label}: </span>
        {main}
        {rest !== '' && (
          <span className={classes.pillRest}>
            <span className={classes.hidden}>· </span>
            {rest}
          </span>
        )}
      </span>
    </a>
  );
}

/** The words of the pill: how it stands, and what is still on its way. */
export function pillWords(facts: PillFacts, text: Words): { readonly main: string; readonly rest: string } {
  const { main, rest } = lineWords(facts, text);
  const { stopped = 0, toDecide = 0, twice = 0, damaged = 0 } = facts;
  const more = [
    stopped > 0 ? text.stopped(stopped) : '',
    toDecide > 0 ? text.toDecide(toDecide) : '',
    twice > 0 ? text.twice(twice) : '',
    damaged > 0 ? text.damaged(damaged) : '',
  ];
  return { main, rest: [rest, ...more].filter((words) => words !== '').join(' · ') };
}

function lineWords(
  { pill, unsent, unsavedAtHost, nowMs }: PillFacts,
  text: Words,
): { readonly main: string; readonly rest: string } {
  const since = sinceWords(pill.since, nowMs);
  const unsentWords = unsent > 0 ? text.unsent(unsent) : '';
  switch (pill.kind) {
    case 'online':
      return { main: text.online, rest: unsentWords };
    case 'sending':
      return unsent > 0 ? { main: text.sending(unsent), rest: '' } : { main: text.online, rest: '' };
    case 'offline':
      return { main: text.offline(since), rest: unsentWords };
    case 'refused':
      return { main: text.refused(since), rest: unsentWords };
    case 'not-enrolled':
      return { main: text.notEnrolled, rest: unsentWords };
    case 'host-away':
      return { main: text.hostAway(since), rest: unsavedAtHost > 0 ? text.unsaved(unsavedAtHost) : '' };
  }
}

/** "08:14" today, "08:14 20/11/2026" on another day; empty when it is no instant. */
export function sinceWords(iso: string, nowMs: number): string {
  const ms = parseInstant(iso);
  if (ms === null) return '';
  const day = wardDay(ms);
  return day === wardDay(nowMs) ? formatTime(ms) : `${formatTime(ms)} ${formatDay(day)}`;
}

/** To the decisions that wait, to what to do without a line, or to where everything has arrived. */
function leadsTo(facts: PillFacts): string {
  const { kind } = facts.pill;
  return needsAPerson(facts) || kind === 'online' || kind === 'sending' ? '#/sync' : '#/outage';
}

/** Whether anything waits for a person; then a line that works does not look like all well. */
export function needsAPerson({
  stopped = 0,
  toDecide = 0,
  twice = 0,
  damaged = 0,
}: Partial<PillFacts>): boolean {
  return stopped + toDecide + twice + damaged > 0;
}

function looks(
  kind: PillFacts['pill']['kind'],
  waits: boolean,
): { readonly tone: Tone; readonly icon: IconName } {
  if (waits && (kind === 'online' || kind === 'sending')) return { tone: 'warn', icon: 'alert' };
  switch (kind) {
    case 'online':
      return { tone: 'ok', icon: 'cloud' };
    case 'sending':
      return { tone: 'ok', icon: 'sync' };
    case 'offline':
      return { tone: 'warn', icon: 'cloud-off' };
    case 'not-enrolled':
      return { tone: 'paused', icon: 'computer' };
    case 'refused':
      return { tone: 'late', icon: 'lock' };
    case 'host-away':
      return { tone: 'late', icon: 'warning' };
  }
}
