import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { openedPersons } from '../../../store/filings/filing-state.ts';
import { useFilings, useText, useUi } from '../../../store/hooks.ts';
import { useProcedureName } from '../../catalogue-names.ts';
import dossierClasses from '../register/dossier.module.css';
import { dayWords } from '../register/acts/act-words.ts';
import { AnswerForm } from './answer-form.tsx';
import { AnsweredPaper } from './answered-paper.tsx';
import { codeOfFiling } from './filing-rows.ts';
import classes from './filings.module.css';
import type { Person } from '../../../../shared/event/dossier-facts.ts';
import type { Filing } from '../../../../shared/project/filings.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

type Props = {
  readonly filingId: string;
  readonly serving: Ticket | null;
  readonly onReceived: () => void;
};

/** One filing beside the list: who filed what, and the three answers. */
export function FilingView({ filingId, serving, onReceived }: Props) {
  const words = useText().filings;
  const row = useFilings((state) => state.filings?.find(({ id }) => id === filingId)?.state ?? null);
  const answered = useFilings((state) => (state.answered?.id === filingId ? state.answered : null));
  const open = useFilings((state) => state.open);
  const filing = row ?? answered;
  const code = filing ? codeOfFiling(filing, words.noCode) : '';
  return (
    <aside className={dossierClasses.dossier} aria-label={code}>
      <header className={dossierClasses.dossierHead}>
        <h2>{code}</h2>
        <button
          type="button"
          className={dossierClasses.close}
          aria-label={words.close}
          onClick={() => open(null)}
        >
          <Icon name="cross" />
        </button>
      </header>
      {filing && (
        <div className={dossierClasses.dossierBody}>
          <Standing filing={filing} />
          {row && <Answers filing={filing} serving={serving} onReceived={onReceived} />}
          {filing.paperAt !== null && <AnsweredPaper filing={filing} />}
          <Persons filing={filing} />
        </div>
      )}
    </aside>
  );
}

function Standing({ filing }: { readonly filing: Filing }) {
  const text = useText();
  const words = text.filings;
  const lang = useUi((ui) => ui.lang);
  const name = useProcedureName()(filing.procedure);
  const isOwed = filing.status === 'filed' && filing.answerDueAt !== null;
  return (
    <section className={dossierClasses.standing}>
      <p className={dossierClasses.procedure}>{name}</p>
      {isOwed && <p>{words.answerBy(dayWords(filing.answerDueAt ?? '', lang, text.life))}</p>}
      {filing.status === 'incomplete' && <p>{words.turnedBack(filing.rounds)}</p>}
      {filing.status === 'refused' && <p>{words.refused}</p>}
      <dl className={dossierClasses.facts}>
        <dt>{words.columns.channel}</dt>
        <dd>{words.channels[filing.channel]}</dd>
        <dt>{words.columns.filed}</dt>
        <dd>{dayWords(filing.filedAt, lang, text.life)}</dd>
        {filing.items.length > 0 && (
          <>
            <dt>{words.asked}</dt>
            <dd>{filing.items.join('; ')}</dd>
          </>
        )}
        {filing.reason !== '' && (
          <>
            <dt>{words.reason}</dt>
            <dd>{filing.reason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Answers({ filing, serving, onReceived }: { readonly filing: Filing } & Omit<Props, 'filingId'>) {
  const words = useText().filings;
  const receive = useFilings((state) => state.receive);
  const [shown, setShown] = useState<'turn-back' | 'refuse' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (shown === null) button.current?.focus();
  }, [shown]);
  if (shown !== null)
    return <AnswerForm act={shown} target={{ filingId: filing.id }} onClose={() => setShown(null)} />;
  return (
    <section className={classes.answers} aria-label={words.answers}>
      <Button
        ref={button}
        size="sm"
        onClick={() => void receive(filing.id, serving).then((begun) => begun && onReceived())}
      >
        {words.receive}
      </Button>
      <Button size="sm" variant="default" onClick={() => setShown('turn-back')}>
        {words.turnBack}
      </Button>
      <Button size="sm" variant="default" onClick={() => setShown('refuse')}>
        {words.refuse}
      </Button>
    </section>
  );
}

function Persons({ filing }: { readonly filing: Filing }) {
  const words = useText().filings;
  const held = useFilings((state) => state.persons[filing.id]);
  const persons = openedPersons(held);
  if (!persons) return <p>{held === 'no-key' ? words.closedPersons : words.opening}</p>;
  const isOther = persons.owner.name !== persons.submitter.name;
  return (
    <section>
      <h3>{words.persons}</h3>
      <PersonLines person={persons.submitter} />
      {isOther && <h3>{words.owner}</h3>}
      {isOther && <PersonLines person={persons.owner} />}
      {persons.note !== '' && <p>{persons.note}</p>}
    </section>
  );
}

function PersonLines({ person }: { readonly person: Person }) {
  const { name, idNumber, phone, email, address } = person;
  const rest = [idNumber, phone, email, address].filter((one) => one !== '');
  return (
    <p>
      <strong>{name}</strong>
      {rest.length > 0 && <br />}
      {rest.join(' · ')}
    </p>
  );
}
