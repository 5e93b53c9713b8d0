import { Button } from '@mantine/core';
import { Loading } from '../../../parts/empty-state.tsx';
import { Section } from '../../../parts/section.tsx';
import { Badge } from '../../../parts/status-badge.tsx';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { useDamage, useSession, useStores, useText, useUi, useUpkeep } from '../../../store/hooks.ts';
import { ConflictView } from './conflict-view.tsx';
import { DamageRow } from './damage-row.tsx';
import { dossierStanding, ticketName, ticketStanding } from './conflict-words.ts';
import { twiceWords } from '../sync-facts.ts';
import classes from './conflicts.module.css';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { ConflictKind, FilingTwice, TwiceNumber } from '../../../store/upkeep/upkeep-state.ts';
import type { Naming } from './conflict-words.ts';

/** Acts that did not see each other: the list, or the one in view with both sides. */
export function Conflicts() {
  const text = useText();
  const inView = useUpkeep((state) => state.inView);
  const trouble = useUpkeep((state) => state.trouble);
  const forget = useUpkeep((state) => state.forgetTrouble);
  const words = text.upkeep.conflicts;
  const naming = useNamingOf(text);
  return (
    <Section title={words.title} {...(inView ? {} : { line: words.line })}>
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      {inView ? <ConflictView inView={inView} naming={naming} /> : <List naming={naming} />}
    </Section>
  );
}

function useNamingOf({ upkeep, life }: Messages): Naming {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  return { hello: host.hello(), lang, words: upkeep.conflicts, life };
}

function List({ naming }: { readonly naming: Naming }) {
  const text = useText();
  const { words } = naming;
  const conflicts = useUpkeep((state) => state.conflicts);
  const twice = useUpkeep((state) => state.twice);
  const unseen = twice.filter(({ seen }) => !seen);
  const damaged = useDamage();
  if (!conflicts) return <Loading words={text.common.loading} />;
  const rows = [
    ...conflicts.dossiers.flatMap(({ id, state }) =>
      state
        ? [
            {
              id,
              kind: 'dossier' as const,
              name: words.dossierOf(state.code),
              now: dossierStanding(state, naming),
            },
          ]
        : [],
    ),
    ...conflicts.tickets.flatMap(({ id, state }) =>
      state
        ? [
            {
              id,
              kind: 'ticket' as const,
              name: ticketName(state, words),
              now: ticketStanding(state, naming),
            },
          ]
        : [],
    ),
  ];
  const count = rows.length + conflicts.filings.length + unseen.length + damaged.length;
  if (count === 0) return <Badge tone="ok" icon="check" words={words.none} />;
  return (
    <>
      <Badge tone="warn" icon="alert" words={words.count(count)} />
      <ul className={classes.list}>
        {damaged.map((file) => (
          <DamageRow key={file.piece} file={file} words={text.upkeep.damage} />
        ))}
        {unseen.length > 0 && <TwiceRow unseen={unseen} words={text.upkeep.twice} />}
        {conflicts.filings.map((filing) => (
          <FilingRow key={filing.id} filing={filing} words={words} />
        ))}
        {rows.map((row) => (
          <Row key={row.id} {...row} words={words} />
        ))}
      </ul>
    </>
  );
}

/** Numbers that stand for two; a signed-in clerk says that they were looked into. */
function TwiceRow({
  unseen,
  words,
}: {
  readonly unseen: readonly TwiceNumber[];
  readonly words: Messages['upkeep']['twice'];
}) {
  const clerk = useSession((session) => session.clerk);
  const markSeen = useUpkeep((state) => state.markTwiceSeen);
  return (
    <li className={classes.row}>
      <div>
        <strong>
          {words.title(unseen.length)}: {twiceWords(unseen, words)}
        </strong>
        <p>{words.why}</p>
        <p>{clerk ? words.todo : `${words.todo} ${words.signIn}`}</p>
      </div>
      {clerk && (
        <Button variant="outline" className={classes.rowAct} onClick={markSeen}>
          {words.seen}
        </Button>
      )}
    </li>
  );
}

/** One filing, several dossiers: it goes once all but one are ended in the register. */
function FilingRow({ filing, words }: { readonly filing: FilingTwice; readonly words: Naming['words'] }) {
  return (
    <li className={classes.row}>
      <div>
        <strong>{words.filingOf(filing.portalCode)}</strong>
        <p>{words.filingWhat(filing.codes.join(', '))}</p>
      </div>
      <Button component="a" variant="outline" href="#/desk">
        {words.toDesk}
      </Button>
    </li>
  );
}

type RowProps = {
  readonly id: string;
  readonly kind: ConflictKind;
  readonly name: string;
  readonly now: string;
  readonly words: Naming['words'];
};

function Row({ id, kind, name, now, words }: RowProps) {
  const open = useUpkeep((state) => state.open);
  return (
    <li className={classes.row}>
      <div>
        <strong>{name}</strong>
        <p>{kind === 'ticket' ? words.ticketWhat : words.dossierWhat}</p>
        <p>
          {words.now}: <strong>{now}</strong>
        </p>
      </div>
      <Button variant="outline" aria-label={words.open(name)} onClick={() => void open(kind, id)}>
        {words.openShort}
      </Button>
    </li>
  );
}
