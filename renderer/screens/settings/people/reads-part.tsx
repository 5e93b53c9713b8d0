import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Section, SmallTable } from '../../../parts/section.tsx';
import { usePeople, useSession, useStores, useText } from '../../../store/hooks.ts';
import { whenOf } from './history-part.tsx';
import classes from '../edit/edit.module.css';

/** Who may see who read what. */
const READERS: readonly string[] = ['head', 'leader', 'inspector'];
const DAYS = [0, 7, 30, 90, 365] as const;

/** Rows that are shown; the rest is found by narrowing. */
const SHOWN = 300;

/** Who read which record: by time, clerk and dossier (promise 7) [PE5]. */
export function ReadsPart() {
  const text = useText();
  const words = text.people.reads;
  const { host } = useStores();
  const clerk = useSession((session) => session.clerk);
  const logs = usePeople((people) => people.logs);
  const follow = usePeople((people) => people.followLogs);
  const [days, setDays] = useState(0);
  const [who, setWho] = useState('');
  const [code, setCode] = useState('');
  const may = clerk !== null && READERS.includes(clerk.role);
  useEffect(() => (may ? follow(days) : undefined), [may, follow, days]);
  if (!clerk) return <p className={classes.soft}>{text.people.settings.signIn}</p>;
  if (!may) return <p className={classes.soft}>{words.notAllowed}</p>;
  const { clerks } = host.hello().ward;
  const nameOf = (id: string | null) => clerks.find((one) => one.id === id)?.name ?? id ?? words.unknown;
  const reads = (logs ?? [])
    .flatMap((log) => log.reads)
    .filter((read) => (who === '' || read.by === who) && read.code.includes(code.trim().toUpperCase()))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const { columns } = words;
  return (
    <Section title={words.title} line={words.intro}>
      <div className={classes.filters}>
        <NativeSelect
          label={words.days}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={DAYS.map((count) => ({ value: String(count), label: words.lastDays(count) }))}
        />
        <NativeSelect
          label={words.clerk}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
          data={[
            { value: '', label: words.everyone },
            ...clerks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          label={words.dossier}
          placeholder={words.dossierHint}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      <p className={classes.soft} role="status">
        {reads.length === 0 ? words.none : words.count(reads.length)}
      </p>
      {reads.length > 0 && (
        <div className={classes.scroll}>
          <SmallTable
            label={words.title}
            columns={[columns.when, columns.who, columns.code, columns.why, columns.note]}
            rows={reads.slice(0, SHOWN).map((read) => ({
              id: `${read.at} ${read.by} ${read.dossierId} ${read.why}`,
              cells: [whenOf(read.at), nameOf(read.by), read.code, words.why[read.why], read.note],
            }))}
          />
        </div>
      )}
    </Section>
  );
}
