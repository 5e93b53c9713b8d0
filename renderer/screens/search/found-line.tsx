import { parseInstant } from '../../../shared/basics/time.ts';
import { formatDate } from '../../../shared/text/dates.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { openedPersons } from '../../store/filings/filing-state.ts';
import { useDossiers, useFilings, useText } from '../../store/hooks.ts';
import { DueBadge } from '../due-badge.tsx';
import classes from './search.module.css';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { FoundRow } from '../../store/find/find-store.ts';

/** One line of the answer in words: what it is, whose, and how it stands. */
export function FoundLine({ row }: { readonly row: FoundRow }) {
  const words = useText().find;
  const kind = <span className={classes.kind}>{words.kinds[row.kind]}</span>;
  switch (row.kind) {
    case 'dossier':
      return <DossierLine dossier={row.dossier} kind={words.kinds.dossier} />;
    case 'ticket': {
      const { status, number } = row.ticket;
      const state =
        status === 'waiting'
          ? words.ticketState.waiting
          : status === 'called'
            ? words.ticketState.called
            : words.ticketState.other;
      return (
        <>
          {kind}
          <strong>{number}</strong>
          <span className={classes.detail}>{state}</span>
        </>
      );
    }
    case 'filing':
      return (
        <>
          {kind}
          <FilingParts filing={row.filing} />
        </>
      );
    case 'payment': {
      const { number, lines, cancelled, dossierCode } = row.payment;
      const sum = lines.reduce((all, line) => all + line.amount, 0);
      return (
        <>
          {kind}
          <strong>{number}</strong>
          <span className={classes.detail}>
            {dossierCode} {words.payment(formatMoney(sum), cancelled !== null)}
          </span>
        </>
      );
    }
    case 'procedure':
      return (
        <>
          {kind}
          <strong>{row.procedure.code}</strong>
          <span className={classes.detail}>{row.procedure.name}</span>
          <span className={`${classes.end} ${classes.does}`}>{words.startProcedure}</span>
        </>
      );
  }
}

/** What came by post has no code: it is known by whose it is. */
function FilingParts({ filing }: { readonly filing: Filing }) {
  const { noCode } = useText().filings;
  const name = useFilings(({ persons }) => openedPersons(persons[filing.id])?.submitter.name ?? '');
  return (
    <>
      <strong>{filing.portalCode === '' ? noCode[filing.channel] : filing.portalCode}</strong>
      <span className={classes.detail}>
        {name !== '' && <span className={classes.name}>{name}</span>} {filing.procedure.name}
      </span>
    </>
  );
}

function DossierLine({ dossier, kind }: { readonly dossier: Dossier; readonly kind: string }) {
  const words = useText().find;
  const opened = useDossiers((state) => state.persons[dossier.id]);
  const returnedMs = dossier.returnedAt ? parseInstant(dossier.returnedAt) : null;
  const name =
    dossier.erasedAt !== null
      ? words.erased
      : opened === 'no-key'
        ? words.noName
        : typeof opened === 'object'
          ? opened.owner.name
          : '';
  return (
    <>
      <span className={classes.kind}>{kind}</span>
      <strong>{dossier.code}</strong>
      <span className={classes.detail}>
        {name !== '' && <span className={classes.name}>{name}</span>} {dossier.procedure.name}
      </span>
      <span className={classes.end}>
        {returnedMs === null ? (
          <DueBadge dossier={dossier} />
        ) : (
          words.returnedOn(formatDate(returnedMs).slice(0, 5))
        )}
      </span>
    </>
  );
}
