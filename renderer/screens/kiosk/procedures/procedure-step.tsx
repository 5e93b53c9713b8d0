import { Icon } from '../../../parts/icons.tsx';
import { procedureOn } from '../../../../shared/law/procedure.ts';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { useKiosk, useQueue, useStores, useText, useUi } from '../../../store/hooks.ts';
import { PriorityBar } from '../steps/priority-chooser.tsx';
import { feeWords, limitWords } from './procedure-words.ts';
import { Papers } from './papers.tsx';
import { PrintChecklist } from './print-checklist.tsx';
import type { ReactNode } from 'react';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import styles from './procedure-step.module.css';

/** One procedure on one page: papers, time, fees, result, and a ticket for it. */
export function ProcedureStep() {
  const { host } = useStores();
  const { procedure: words } = useText().kiosk;
  const day = useQueue((queue) => queue.day);
  const code = useKiosk((state) => state.procedureCode);
  const procedure = procedureOn(host.catalogue(), code ?? '', day);
  if (!procedure) return <h1 tabIndex={-1}>{words.gone}</h1>;
  return <ProcedurePage procedure={procedure} />;
}

function ProcedurePage({ procedure }: { readonly procedure: Procedure }) {
  const { kiosk } = useStores();
  const { procedure: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const english = lang === 'en' ? procedure.nameEn : undefined;
  return (
    <section className={styles.page}>
      <div className={styles.head}>
        <h1 tabIndex={-1} className={styles.title}>
          {english ?? procedure.name}
        </h1>
        <p className={styles.code}>
          {english === undefined ? '' : `${procedure.name} · `}
          {words.code(procedure.code)}
        </p>
      </div>
      <ScrollBox className={styles.papers} label={words.papers} more={words.morePapers}>
        <Papers procedure={procedure} />
      </ScrollBox>
      <ScrollBox className={styles.side} label={words.limit} more={words.more}>
        <Limits procedure={procedure} />
        <Fees procedure={procedure} />
        {lang === 'en' && <p className={styles.small}>{words.feesInVietnamese}</p>}
        <Part title={words.results}>
          <ul className={styles.plain}>
            {procedure.results.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Part>
        {procedure.note !== null && <Part title={words.note}>{procedure.note}</Part>}
      </ScrollBox>
      <div className={styles.take}>
        <div className={styles.extras}>
          <PriorityBar folded />
          <PrintChecklist procedure={procedure} />
        </div>
        <button
          type="button"
          className={styles.button}
          onClick={() => void kiosk.getState().takeTicket(procedure.fieldId, procedure.code)}
        >
          <Icon name="ticket" size="1.4em" /> {words.take}
        </button>
      </div>
    </section>
  );
}

function Limits({ procedure: { limit, variants } }: { readonly procedure: Procedure }) {
  const { procedure: words } = useText().kiosk;
  const [first, ...more] = limitWords(limit, words);
  return (
    <Part title={words.limit}>
      <p className={styles.big}>{first}</p>
      {more.map((line) => (
        <p key={line} className={styles.small}>
          {line}
        </p>
      ))}
      {variants.length > 0 && (
        <ul className={styles.plain}>
          {variants.map((variant) => (
            <li key={variant.name}>
              {variant.name}: <strong>{limitWords(variant.limit, words)[0]}</strong>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Fees({ procedure: { fees } }: { readonly procedure: Procedure }) {
  const { procedure: words } = useText().kiosk;
  if (fees.length === 0) {
    return (
      <Part title={words.fees}>
        <p className={styles.big}>{words.noFees}</p>
      </Part>
    );
  }
  return (
    <Part title={words.fees}>
      <ul className={styles.plain}>
        {fees.map((fee, index) => {
          const { price, more } = feeWords(fee, words);
          return (
            <li key={`${index} ${fee.label}`}>
              <span className={styles.small}>{fee.label}</span>
              <p className={styles.price}>{price}</p>
              {more.length > 0 && <p className={styles.small}>{more.join('. ')}</p>}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
