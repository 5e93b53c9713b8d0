import { formatDay } from '../../../shared/text/dates.ts';
import { Section, SmallTable } from '../../parts/section.tsx';
import { useLink, useStores, useText, useUpkeep } from '../../store/hooks.ts';
import { damageCell, damageWords, instantWords, machineName } from './sync-facts.ts';
import classes from './sync.module.css';
import type { QuarantineRow } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { SubjectName } from '../../store/upkeep/upkeep-state.ts';

/** What was kept apart on this machine: lines that fit nowhere, and branches that were found and written again. */
export function SetAside() {
  const text = useText();
  const aside = useUpkeep((state) => state.setAside);
  const fault = useUpkeep((state) => state.setAsideFault);
  const forks = useUpkeep((state) => state.notes?.forks.length ?? 0);
  const words = text.upkeep.machine.aside;
  const empty = (aside?.total ?? 0) === 0 && forks === 0;
  return (
    <Section title={words.title} line={words.line}>
      {fault && <p role="status">{words.away}</p>}
      {!fault && empty && <p>{aside ? words.none : text.common.loading}</p>}
      <Damage text={text} />
      <Forks text={text} />
      {aside && aside.rows.length > 0 && <Lines rows={aside.rows} total={aside.total} text={text} />}
    </Section>
  );
}

/** Damaged journal files stay told here, as they stand now, after a clerk has looked into them. */
function Damage({ text }: { readonly text: Messages }) {
  const { host } = useStores();
  const damaged = useLink((link) => link.status?.damaged);
  const words = text.upkeep.damage;
  const own = host.hello().device.id;
  if (!damaged || damaged.length === 0) return null;
  return (
    <ul className={classes.notes}>
      {damaged.map((file) => (
        <li key={file.piece}>
          <strong>
            {instantWords(file.seenAt)} · {words.title(file.fromLine)}
            {file.device !== null && ` · ${words.of(machineName(file.device, own, text.upkeep.conflicts))}`}
          </strong>
          <span data-tone={file.missing > 0 || file.places === 0 ? 'warn' : undefined}>
            {damageWords(file, words)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Forks({ text }: { readonly text: Messages }) {
  const { host } = useStores();
  const notes = useUpkeep((state) => state.notes);
  const { aside } = text.upkeep.machine;
  if (!notes || notes.forks.length === 0) return null;
  const own = host.hello().device.id;
  return (
    <ul className={classes.notes}>
      {notes.forks.map((fork) => (
        <li key={`${fork.epoch} ${fork.firstHash}`}>
          <strong>
            {instantWords(fork.wall)} · {machineName(fork.device, own, text.upkeep.conflicts)}
          </strong>
          <span>{aside.fork(fork.lines)}</span>
          <span data-tone={fork.numbers.length > 0 ? 'warn' : undefined}>
            {fork.numbers.length > 0 ? aside.twice(fork.numbers.join(', ')) : aside.twiceNone}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Lines({
  rows,
  total,
  text,
}: {
  readonly rows: readonly QuarantineRow[];
  readonly total: number;
  readonly text: Messages;
}) {
  const { host } = useStores();
  const names = useUpkeep((state) => state.asideNames);
  const { aside } = text.upkeep.machine;
  const own = host.hello().device.id;
  const types: Readonly<Record<string, string>> = aside.types;
  const whys: Readonly<Record<string, string>> = aside.whys;
  return (
    <>
      <SmallTable
        label={aside.title}
        columns={[aside.seen, aside.what, aside.about, aside.from, aside.why, aside.relayed]}
        rows={rows.map((row, index) => ({
          id: `${row.seenAt} ${row.epoch ?? ''} ${row.seq ?? ''} ${index}`,
          cells: [
            instantWords(row.seenAt),
            row.type === null ? aside.unreadable : (types[row.type] ?? aside.otherType),
            nameWords(names.get(row.subject ?? ''), text),
            row.device === null ? '–' : machineName(row.device, own, text.upkeep.conflicts),
            row.damage ? damageCell(row.damage, text.upkeep.damage) : (whys[row.code] ?? aside.otherWhy),
            row.relayed ? aside.relayedYes : aside.relayedNo,
          ],
        }))}
      />
      {rows.length < total && <p className={classes.intro}>{aside.more(rows.length, total)}</p>}
    </>
  );
}

/** Which ticket or dossier a line is about, as people know it. */
function nameWords(name: SubjectName | undefined, { upkeep }: Messages): string {
  if (!name) return '–';
  return name.kind === 'ticket'
    ? upkeep.conflicts.ticketOf(name.number, formatDay(name.day))
    : upkeep.conflicts.dossierOf(name.code);
}
