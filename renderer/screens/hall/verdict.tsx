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
  const uncalled = uncalledWords(room, verdict);
  if (uncalled !== null) return { tone: light === 'late' ? 'late' : 'warn', words: uncalled };
  const over = (lights: readonly string[]) =>
    now.waiting.filter(({ waitedMs }) => lights.includes(waitLight(waitedMs, bounds))).length;
  switch (light) {
    case 'late':
      return { tone: 'late', words: verdict.late(over(['late']), bounds.lateMinutes, words) };
    case 'warn':
      return { tone: 'warn', words: verdict.warn(over(['warn', 'late']), bounds.warnMinutes, words) };
    case 'ok':
      return { tone: 'ok', words: verdict.ok(now.waiting.length, words) };
  }
}

/** People who wait where no open counter calls them. */
function uncalledWords({ counters, queues, now }: Room, words: Messages['hall']['verdict']): string | null {
  const open = counters.filter(({ state }) => state === 'open');
  if (open.length === 0) return words.noneOpen(now.waiting.length);
  const called = new Set(open.flatMap((counter) => counter.queues.map(({ series }) => series)));
  const left = queues.find(({ series, waiting }) => waiting.length > 0 && !called.has(series));
  return left ? words.unserved(left.series, left.waiting.length) : null;
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
