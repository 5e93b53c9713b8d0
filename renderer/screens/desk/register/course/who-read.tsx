import { useEffect, useState } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { usePeople, useSession, useStores, useText } from '../../../../store/hooks.ts';
import classes from './course.module.css';
import type { ReadLog } from '../../../../../shared/project/office/read-log.ts';

/** Roles that see who read a record. */
const READERS: readonly string[] = ['head', 'leader', 'inspector'];

type Read = ReadLog['reads'][number];

/** Who has read this dossier, folded away until it is asked for (promise 7) [PE5]. */
export function WhoRead({ dossierId }: { readonly dossierId: string }) {
  const words = useText().people.reads;
  const role = useSession((session) => session.clerk?.role ?? '');
  const [shown, setShown] = useState(false);
  if (!READERS.includes(role)) return null;
  return (
    <details className={classes.reads} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{words.own}</summary>
      {shown && <Reads key={dossierId} dossierId={dossierId} />}
    </details>
  );
}

function Reads({ dossierId }: { readonly dossierId: string }) {
  const words = useText().people.reads;
  const { host } = useStores();
  const readsOf = usePeople((people) => people.readsOf);
  const [reads, setReads] = useState<readonly Read[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void readsOf(dossierId).then((logs) => {
      const own = logs.flatMap((log) => log.reads).filter((read) => read.dossierId === dossierId);
      if (wanted) setReads(own.toSorted((a, b) => (a.at < b.at ? 1 : -1)));
    });
    return () => void (wanted = false);
  }, [dossierId, readsOf]);
  if (reads === null) return null;
  if (reads.length === 0) return <p>{words.ownNone}</p>;
  const { clerks } = host.hello().ward;
  const nameOf = (id: string | null) => clerks.find((one) => one.id === id)?.name ?? id ?? words.unknown;
  return (
    <ul aria-label={words.own}>
      {reads.map((read) => (
        <li key={`${read.at} ${read.by} ${read.why}`}>
          {words.line(nameOf(read.by), words.why[read.why], when(read.at))}
          {read.note !== '' && `: ${read.note}`}
        </li>
      ))}
    </ul>
  );
}

function when(at: string): string {
  const ms = parseInstant(at);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}
