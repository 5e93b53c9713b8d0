import { waitLight } from '../../../shared/report/hall/lights.ts';
import { sinceWords } from '../../parts/connection-pill.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLink, useText } from '../../store/hooks.ts';
import { lastedWords } from './durations.ts';
import classes from './hall.module.css';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { IconName } from '../../parts/icons.tsx';
import type { Room } from './use-room.ts';

type Answer = { readonly tone: 'ok' | 'warn' | 'late' | 'paused'; readonly words: string };

const icons: Readonly<Record<Answer['tone'], IconName>> = {
  ok: 'check',
  warn: 'clock',
  late: 'warning',
  paused: 'info',
};

/** How the room stands, in one sentence. */
export function Verdict({ room }: { readonly room: Room }) {
  const { tone, words } = answerOf(room, useText().hall);
  return (
    <p className={classes.verdict} data-tone={tone} role="status">
      <Icon name={icons[tone]} size={28} />
      {words}
    </p>
  );
}

/** People whom nobody can call come first, then those who wait too long, then those who wait long. */
function answerOf(room: Room, text: Messages['hall']): Answer {
  const { now, bounds, tickets, hours } = room;
  const { verdict } = text;
  const [longest] = now.waiting;
  if (!longest) {
    if (hours.sessions.length === 0) return { tone: 'paused', words: verdict.closed(hours.reason) };
    return tickets.length === 0
      ? { tone: 'paused', words: verdict.empty }
      : { tone: 'ok', words: verdict.nobody };
  }
  const words = lastedWords(longest.waitedMs, text);
  const light = waitLight(longest.waitedMs, bounds);
  const over = (lights: readonly string[]) =>
    now.waiting.filter(({ waitedMs }) => lights.includes(waitLight(waitedMs, bounds))).length;
  const uncalled = uncalledWords(room, verdict);
  const staffing = uncalled ?? fewWords(room, verdict);
  const said = {
    late: () => verdict.late(over(['late']), bounds.lateMinutes, words),
    warn: () => verdict.warn(over(['warn', 'late']), bounds.warnMinutes, words),
    // Whom nobody calls is counted already.
    ok: () => (uncalled === null ? verdict.ok(now.waiting.length, words) : ''),
  }[light]();
  return {
    tone: light === 'ok' && staffing !== null ? 'warn' : light,
    words: (uncalled === null ? [said, staffing] : [uncalled, said]).filter(Boolean).join(' '),
  };
}

/** People who wait in queues that no open counter calls. */
function uncalledWords({ counters, tickets, now }: Room, words: Messages['hall']['verdict']): string | null {
  const open = counters.filter(({ state }) => state === 'open');
  if (open.length === 0) return words.noneOpen(now.waiting.length);
  const called = new Set(
    open.flatMap(({ queues }) => queues.flatMap(({ waiting }) => waiting.map(({ id }) => id))),
  );
  const left = tickets.filter(({ id, status }) => status === 'waiting' && !called.has(id));
  if (left.length === 0) return null;
  return words.unserved(left.length, [...new Set(left.map(({ series }) => series))].toSorted().join(', '));
}

/** How many counters call, where people wait at one that does not; null where nobody does. */
function fewWords({ counters }: Room, words: Messages['hall']['verdict']): string | null {
  const isEmpty = counters.some(({ state, waiting }) => state !== 'open' && waiting > 0);
  const open = counters.filter(({ state }) => state === 'open').length;
  return isEmpty ? words.fewOpen(open, counters.length) : null;
}

/** Cut off, the figures are those of this machine: since when, and when others were heard last. */
export function LinkNote({ nowMs }: { readonly nowMs: number }) {
  const { hall } = useText();
  const pill = useLink((link) => link.pill);
  const heardAt = useLink((link) => link.status?.district.lastAnswerAt ?? null);
  if (pill.kind === 'online' || pill.kind === 'sending') return null;
  const heard = heardAt === null ? hall.neverHeard : hall.heard(sinceWords(heardAt, nowMs));
  return (
    <p className={classes.away} role="status">
      <Icon name="cloud-off" />
      {pill.kind === 'not-enrolled' ? hall.alone : `${hall.away(sinceWords(pill.since, nowMs))} ${heard}`}
    </p>
  );
}
