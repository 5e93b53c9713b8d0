import { parseInstant, wardDay } from '../../../../shared/basics/time.ts';
import { phaseOf } from '../../../../shared/law/life-cycle/acts.ts';
import { formatDay, formatTime } from '../../../../shared/text/dates.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useDossiers, useText, useUi, useUpkeep } from '../../../store/hooks.ts';
import { useProcedureName } from '../../catalogue-names.ts';
import { DueBadge } from '../../due-badge.tsx';
import { explanationOf } from '../paper/explanation.ts';
import { PrintPanel } from '../paper/print-panel.tsx';
import { Arrivals } from './arrivals.tsx';
import { DossierPersons } from './dossier-persons.tsx';
import { DueWords } from './due-words.tsx';
import { Erasure } from './erasure/erasure.tsx';
import { NextStep } from './next-step.tsx';
import { ReturnedBy } from './returned-by.tsx';
import classes from './dossier.module.css';
import type { Dossier } from '../../../../shared/project/dossiers.ts';

/** One dossier beside the register: how it stands, whose it is, what comes next, what happened. */
export function DossierView({ dossierId }: { readonly dossierId: string }) {
  const words = useText().desk.register;
  const row = useDossiers((state) => state.dossiers?.find(({ id }) => id === dossierId));
  const received = useDossiers((state) => state.received?.dossier);
  const openDossier = useDossiers((state) => state.openDossier);
  const dossier = row?.state ?? (received?.id === dossierId ? received : null);
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
      </header>
      {dossier && (
        <div className={classes.dossierBody}>
          <Standing dossier={dossier} />
          {isTwice && <p className={classes.conflict}>{words.twiceWhy}</p>}
          {row && row.heads.length > 1 && <p className={classes.conflict}>{words.conflict}</p>}
          <NextStep key={dossier.status} dossier={dossier} />
          <DossierPersons dossier={dossier} />
          <Papers dossier={dossier} />
          {dossier.erasedAt === null && <PrintPanel dossierId={dossier.id} />}
          <Arrivals dossierId={dossier.id} />
          <Erasure dossier={dossier} />
        </div>
      )}
    </aside>
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
      <p className={classes.dueLine}>
        <DueBadge dossier={dossier} />
        <strong>
          <DueWords dueAt={dossier.dueAt} />
        </strong>
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
            <dd>{dossier.office ?? words.atDesk}</dd>
          </>
        )}
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
