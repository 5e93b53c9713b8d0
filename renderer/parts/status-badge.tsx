import { Icon } from './icons.tsx';
import classes from './parts.module.css';
import type { DueStatus } from '../../shared/report/due-status.ts';
import type { Messages } from '../../shared/text/messages/index.ts';
import type { IconName } from './icons.tsx';

const looks: Readonly<Record<DueStatus, { readonly tone: string; readonly icon: IconName }>> = {
  'in-time': { tone: 'ok', icon: 'check' },
  soon: { tone: 'warn', icon: 'clock' },
  late: { tone: 'late', icon: 'warning' },
  paused: { tone: 'paused', icon: 'pause' },
  ready: { tone: 'ok', icon: 'document' },
  returned: { tone: 'paused', icon: 'check' },
  ended: { tone: 'paused', icon: 'cross' },
};

/** How a dossier stands with its due date: colour, shape and word. */
export function StatusBadge({
  status,
  text,
  words = null,
}: {
  readonly status: DueStatus;
  readonly text: Messages['common']['due'];
  /** The time left or overdue, where it is known. */
  readonly words?: string | null;
}) {
  const { tone, icon } = looks[status];
  return <Badge tone={tone} icon={icon} words={words ?? text[status]} />;
}

/** A state in colour, shape and words; `tone` is one of ok, warn, late, paused. */
export function Badge({
  tone,
  icon,
  words,
}: {
  readonly tone: string;
  readonly icon: IconName;
  readonly words: string;
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon name={icon} size={16} />
      {words}
    </span>
  );
}
