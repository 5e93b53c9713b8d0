import { useState } from 'react';
import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { phaseOf } from '../../../../shared/law/life-cycle/acts.ts';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useSession, useText, useUi, useUpkeep } from '../../../store/hooks.ts';
import { useProcedureName } from '../../catalogue-names.ts';
import { DueBadge } from '../../due-badge.tsx';
import { FeePanel } from '../../money/pay/fee-panel.tsx';
import { explanationOf } from '../paper/explanation.ts';
import { PrintPanel } from '../paper/print-panel.tsx';
import { Attachments } from '../intake/attachments/attachments.tsx';
import { InternalSteps } from './course/internal-steps.tsx';
import { Trail } from './course/trail.tsx';
import { WhoRead } from './course/who-read.tsx';
import { DossierPersons } from './dossier-persons.tsx';
import { DueWords } from './due-words.tsx';
import { BesideActs } from './beside/beside-acts.tsx';
import { Erasure } from './erasure/erasure.tsx';
import { dayWords } from './acts/act-words.ts';
import { ActPanel } from './acts/act-panel.tsx';
import { ActPapers, useDossierPapers } from './papers/act-papers.tsx';
import { ReturnedBy } from './returned-by.tsx';
import classes from './dossier.module.css';
import type { Dossier } from '../../../../shared/project/dossiers.ts';

type DossierViewProps = {
  readonly dossierId: string;
  /** The reception stands open to be put right. */
  readonly onCorrect: () => void;
};

/** One dossier beside the register: how it stands, whose it is, what comes next, what happened. */
export function DossierView({ dossierId, onCorrect }: DossierViewProps) {
  const words = useText().desk.register;
  const row = useDossiers((state) => state.dossiers?.find(({ id }) => id === dossierId));
  const received = useDossiers((state) => state.received?.dossier);
  const openDossier = useDossiers((state) => state.openDossier);
  const dossier = row?.state ?? (received?.id === dossierId ? received : null);
  // Who only looks on prints no citizen's paper.
  const mayPrint = useSession((session) => session.clerk?.role !== 'inspector');
  const isTwice = useUpkeep(({ twice }) => twice.some(({ number }) => number === dossier?.code));
  return (
    <aside className={classes.dossier} aria-label={dossier?.code ?? words.notFound}>
      <header className={classes.dossierHead}>
        <h2>{dossier?.code ?? words.notFound}</h2>
        <button
          type="button"
          className={classes.close}
          aria-label={words.close}
          onClick={() => openDossier(null)}
        >
          <Icon name="cross" />
        </button>
        {dossier && (
          <p className={classes.dueLine}>
            <DueBadge dossier={dossier} />
            <strong>
              <DueWords dueAt={dossier.dueAt} />
            </strong>
          </p>
        )}
      </header>
      {dossier && (
        <div className={classes.dossierBody}>
          <Standing dossier={dossier} />
          {isTwice && <p className={classes.conflict}>{words.twiceWhy}</p>}
          {row && row.heads.length > 1 && <ConflictBand dossierId={row.id} />}
          <Acts dossier={dossier} />
          <BesideActs dossier={dossier} onCorrect={onCorrect} />
          <DossierPersons dossier={dossier} />
          <FeePanel dossier={dossier} />
          <Papers dossier={dossier} />
          {mayPrint && dossier.erasedAt === null && <PrintPanel dossierId={dossier.id} />}
          {dossier.erasedAt === null && <Attachments key={dossier.id} dossierId={dossier.id} />}
          <InternalSteps dossier={dossier} />
          <Trail dossierId={dossier.id} />
          <WhoRead dossierId={dossier.id} />
          <Erasure dossier={dossier} />
        </div>
      )}
    </aside>
  );
}

/** Two sides wait for a decision: any clerk of the desk may make it, on the page that shows both. */
function ConflictBand({ dossierId }: { readonly dossierId: string }) {
  const words = useText().desk.register;
  const open = useUpkeep((state) => state.open);
  return (
    <p className={classes.conflict}>
      {words.conflict}{' '}
      <a href="#/sync" onClick={() => void open('dossier', dossierId)}>
        {words.conflictOpen}
      </a>
    </p>
  );
}

/** What comes next, and the papers that came of it: a fresh one opens at once. */
function Acts({ dossier }: { readonly dossier: Dossier }) {
  const papers = useDossierPapers(dossier.id);
  const [before, setBefore] = useState<number | null>(null);
  return (
    <>
      <ActPanel dossier={dossier} onDone={() => setBefore(papers.length)} />
      <ActPapers key={before} dossier={dossier} before={before} />
    </>
  );
}

function Standing({ dossier }: { readonly dossier: Dossier }) {
  const text = useText();
  const words = text.desk.register;
  const lang = useUi((ui) => ui.lang);
  const procedureName = useProcedureName()(dossier.procedure);
  return (
    <section className={classes.standing}>
      <p className={classes.procedure}>
        {procedureName}
        {procedureName !== dossier.procedure.name && (
          <span className={classes.official} lang="vi">
            {dossier.procedure.name}
          </span>
        )}
      </p>
      <details className={classes.why}>
        <summary>{text.desk.slips.why}</summary>
        <p>{explanationOf(dossier, lang)}</p>
      </details>
      <dl className={classes.facts}>
        <dt>{words.columns.status}</dt>
        <dd>{text.life.states[dossier.status]}</dd>
        <dt>{words.columns.received}</dt>
        <dd>
          {longTime(dossier.receivedAt)} · {dossier.officerName}
        </dd>
        {dossier.ticketNumber !== null && (
          <>
            <dt>{words.ticket}</dt>
            <dd>{dossier.ticketNumber}</dd>
          </>
        )}
        {phaseOf(dossier.status) === 'working' && (
          <>
            <dt>{words.where}</dt>
            <dd>{dossier.agency ?? dossier.office ?? words.atDesk}</dd>
          </>
        )}
        <Awaited dossier={dossier} />
        {dossier.resultNo !== null && dossier.resultNo !== '' && (
          <>
            <dt>{words.resultNo}</dt>
            <dd>{dossier.resultNo}</dd>
          </>
        )}
        <ReturnedBy dossier={dossier} />
      </dl>
    </section>
  );
}

/** Until when the other agency answers, or papers are awaited: dates beside the dossier's own. */
function Awaited({ dossier }: { readonly dossier: Dossier }) {
  const { life } = useText();
  const lang = useUi((ui) => ui.lang);
  const { agencyDueAt, supplementUntil } = dossier;
  return (
    <>
      {agencyDueAt !== null && (
        <>
          <dt>{life.desk.fields.limit}</dt>
          <dd>{dayWords(agencyDueAt, lang, life)}</dd>
        </>
      )}
      {supplementUntil !== null && (
        <>
          <dt>{life.desk.fields.until}</dt>
          <dd>{formatDay(supplementUntil)}</dd>
        </>
      )}
    </>
  );
}

function Papers({ dossier }: { readonly dossier: Dossier }) {
  const text = useText();
  const words = text.desk.register;
  const { money, feeUnknown } = text.desk.intake.finish;
  return (
    <section>
      <h3>
        {words.papers} · {words.sets(dossier.sets)}
      </h3>
      {dossier.papers.length === 0 && <p>{words.noPapers}</p>}
      <ul className={classes.papers}>
        {dossier.papers.map(({ name, original, certifiedCopy, photocopy }) => (
          <li key={name}>
            {name}{' '}
            <span className={classes.soft}>{words.paperCounts(original, certifiedCopy, photocopy)}</span>
          </li>
        ))}
      </ul>
      {dossier.fees.length > 0 && (
        <>
          <h3>{words.fees}</h3>
          <ul className={classes.papers}>
            {dossier.fees.map(({ label, amount }) => (
              <li key={label}>
                {label}{' '}
                <span className={classes.soft}>
                  {amount === null ? feeUnknown : money(formatMoney(amount))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function longTime(iso: string): string {
  const ms = parseInstant(iso);
  return ms === null ? '' : `${formatTime(ms)} ${formatDay(wardDay(ms))}`;
}
