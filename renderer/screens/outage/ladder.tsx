import { parseInstant } from '../../../shared/basics/time.ts';
import { Section } from '../../parts/section.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { useLink, useOutage, useText, useUpkeep } from '../../store/hooks.ts';
import { useNowMs } from '../staff-frame.tsx';
import { instantWords } from '../sync/sync-facts.ts';
import { downCount, ladderOf } from './ladder-facts.ts';
import classes from './outage.module.css';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { IconName } from '../../parts/icons.tsx';
import type { LevelState } from './ladder-facts.ts';

const looks = {
  ok: { tone: 'ok', icon: 'check' },
  down: { tone: 'late', icon: 'warning' },
  warn: { tone: 'warn', icon: 'alert' },
  unknown: { tone: 'paused', icon: 'info' },
} as const satisfies Record<LevelState['state'], { readonly tone: string; readonly icon: IconName }>;

/** The levels of an outage: each with its state, what still works and what to do. */
export function Ladder() {
  const words = useText().outage;
  const levels = useLevels();
  const lastAnswerAt = useLink((link) => link.status?.district.lastAnswerAt ?? null);
  const count = downCount(levels);
  return (
    <Section title={words.ladder.title}>
      <p className={classes.sum} role="status">
        <Badge
          tone={count === 0 ? 'ok' : 'late'}
          icon={count === 0 ? 'check' : 'warning'}
          words={count === 0 ? words.fine : words.down(count)}
        />
        <span>{lastAnswerAt === null ? words.neverSync : words.lastSync(instantWords(lastAnswerAt))}</span>
      </p>
      <ol className={classes.ladder}>
        {levels.map((level) => (
          <Level key={level.level} level={level} words={words} />
        ))}
      </ol>
    </Section>
  );
}

function useLevels(): readonly LevelState[] {
  const hostUp = useLink((link) => link.hostUp);
  const hostSince = useLink((link) => link.hostSince);
  const status = useLink((link) => link.status);
  const clock = useUpkeep((state) => state.clock);
  const space = useUpkeep((state) => state.space);
  const outages = useOutage((state) => state.outages);
  const lasting = (outages ?? []).filter(({ to }) => to === null);
  const began = Object.fromEntries(lasting.map(({ what, from }) => [what, from]));
  return ladderOf({ hostUp, hostSince, status, clock, space, began });
}

function Level({ level, words }: { readonly level: LevelState; readonly words: Messages['outage'] }) {
  const text = useLevelWords(level);
  const facts = (
    <dl className={classes.facts}>
      <dt>{words.still}</dt>
      <dd>{text.still}</dd>
      <dt>{words.todo}</dt>
      <dd>{text.todo}</dd>
    </dl>
  );
  const isWell = level.state === 'ok' || level.state === 'unknown';
  return (
    <li className={classes.level} data-level={level.level} data-state={level.state}>
      {isWell ? (
        <details>
          <summary>
            <LevelHead level={level} name={text.name} words={words} />
          </summary>
          {facts}
        </details>
      ) : (
        <>
          <LevelHead level={level} name={text.name} words={words} />
          {facts}
        </>
      )}
    </li>
  );
}

function LevelHead({
  level,
  name,
  words,
}: {
  readonly level: LevelState;
  readonly name: string;
  readonly words: Messages['outage'];
}) {
  const nowMs = useNowMs();
  const { tone, icon } = looks[level.state];
  const sinceMs = level.since === null ? null : parseInstant(level.since);
  return (
    <span className={classes.head}>
      <strong>{name}</strong>
      <Badge
        tone={tone}
        icon={icon}
        words={level.level === 'power' ? words.ladder.power.words : words.state[level.state]}
      />
      {sinceMs !== null && level.since !== null && (
        <span className={classes.since}>
          {words.since(instantWords(level.since), words.length(Math.max(0, nowMs - sinceMs)))}
        </span>
      )}
    </span>
  );
}

function useLevelWords({ level, why }: LevelState) {
  const { ladder } = useText().outage;
  const status = useLink((link) => link.status);
  switch (level) {
    case 'line': {
      const stopped = Object.keys(status?.district.stopped ?? {}).length;
      const todo =
        why === 'refused'
          ? ladder.line.refused
          : why === 'not-enrolled'
            ? ladder.line.notEnrolled
            : why === 'stopped'
              ? ladder.line.stopped(stopped)
              : ladder.line.todo;
      return { ...ladder.line, todo };
    }
    case 'peers': {
      const devices = new Set(Object.keys(status?.host.held ?? {}).map((key) => key.split('/')[0]));
      const others = Math.max(0, devices.size - 1);
      return {
        ...ladder.peers,
        todo: others === 0 ? ladder.peers.todo : `${ladder.peers.known(others)} ${ladder.peers.todo}`,
      };
    }
    case 'printer': {
      const all = status?.printers ?? [];
      const failing = all.filter(({ state }) => state === 'failing');
      const named = (failing.length > 0 ? failing : all).map((printer) => printer.name).join(', ');
      return { ...ladder.printer, todo: ladder.printer.todo(named) };
    }
    case 'host':
    case 'storage':
    case 'clock':
    case 'power':
      return ladder[level];
  }
}
