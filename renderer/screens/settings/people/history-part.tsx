import { useEffect } from 'react';
import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { Section } from '../../../parts/section.tsx';
import { usePeople, useSession, useStores, useText } from '../../../store/hooks.ts';
import { changeLines } from './history-lines.ts';
import classes from '../edit/edit.module.css';

/** Changes that are shown, the newest first. */
const SHOWN = 200;

/** Every change of the settings that this machine knows of: who, when, what it was and is, why, and who agreed. */
export function HistoryPart() {
  const text = useText();
  const words = text.people.settings;
  const { host } = useStores();
  const clerk = useSession((session) => session.clerk);
  const histories = usePeople((people) => people.histories);
  const follow = usePeople((people) => people.followSettings);
  useEffect(follow, [follow]);
  if (!clerk) return <p className={classes.soft}>{words.signIn}</p>;
  const { clerks } = host.hello().ward;
  const nameOf = (id: string | null) => clerks.find((one) => one.id === id)?.name ?? id ?? '';
  const changes = (histories ?? [])
    .flatMap((history) => history.changes)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, SHOWN);
  return (
    <Section title={words.parts.history}>
      {changes.length === 0 && <p className={classes.soft}>{words.history.none}</p>}
      <ol className={classes.history} aria-label={words.parts.history}>
        {changes.map((change) => (
          <li key={`${change.at} ${change.setting} ${change.device}`}>
            <p>
              <strong>{(words.sections as Readonly<Record<string, string>>)[change.setting]}</strong>
            </p>
            <p className={classes.soft}>{words.history.by(nameOf(change.by), whenOf(change.at))}</p>
            <ul>
              {changeLines(change, words, nameOf).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {change.reason !== '' && <p>{words.history.reason(change.reason)}</p>}
            {change.approvedBy !== '' && <p>{words.history.approved(nameOf(change.approvedBy))}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** An instant as day and time of the ward. */
export function whenOf(at: string): string {
  const ms = parseInstant(at);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}
