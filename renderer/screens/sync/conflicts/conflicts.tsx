import { Button } from '@mantine/core';
import { Loading } from '../../../parts/empty-state.tsx';
import { Section } from '../../../parts/section.tsx';
import { Badge } from '../../../parts/status-badge.tsx';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { useStores, useText, useUi, useUpkeep } from '../../../store/hooks.ts';
import { ConflictView } from './conflict-view.tsx';
import { dossierStanding, ticketName, ticketStanding } from './conflict-words.ts';
import classes from './conflicts.module.css';
import type { ConflictKind } from '../../../store/upkeep/upkeep-state.ts';
import type { Naming } from './conflict-words.ts';

/** Acts that did not see each other: the list, or the one in view with both sides. */
export function Conflicts() {
  const text = useText();
  const inView = useUpkeep((state) => state.inView);
  const trouble = useUpkeep((state) => state.trouble);
  const forget = useUpkeep((state) => state.forgetTrouble);
  const words = text.upkeep.conflicts;
  const naming = useNamingOf(words);
  return (
    <Section title={words.title} line={words.line}>
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      {inView ? <ConflictView inView={inView} naming={naming} /> : <List naming={naming} />}
    </Section>
  );
}

function useNamingOf(words: Naming['words']): Naming {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  return { hello: host.hello(), lang, words };
}

function List({ naming }: { readonly naming: Naming }) {
  const text = useText();
  const { words } = naming;
  const conflicts = useUpkeep((state) => state.conflicts);
  if (!conflicts) return <Loading words={text.common.loading} />;
  const rows = [
    ...conflicts.dossiers.flatMap(({ id, state }) =>
      state
        ? [
            {
              id,
              kind: 'dossier' as const,
              name: words.dossierOf(state.code),
              now: dossierStanding(state, words),
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
  if (rows.length === 0) return <Badge tone="ok" icon="check" words={words.none} />;
  return (
    <>
      <Badge tone="warn" icon="alert" words={words.count(rows.length)} />
      <ul className={classes.list}>
        {rows.map((row) => (
          <Row key={row.id} {...row} words={words} />
        ))}
      </ul>
    </>
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
