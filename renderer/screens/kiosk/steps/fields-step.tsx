import { useId, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useQueue, useStores, useText, useUi } from '../../../store/hooks.ts';
import { arrangeFields } from './arrange-fields.ts';
import { PriorityBar } from './priority-chooser.tsx';
import { noNumberWords, useNoNumber } from './use-no-number.ts';
import type { ProcedureField } from '../../../../shared/law/procedure.ts';
import styles from './fields-step.module.css';

/** Fields by their real names; one tap takes the ticket. Where there is room, the rare ones stand below the common ones. */
export function FieldsStep() {
  const { kiosk, host } = useStores();
  const { fields: words } = useText().kiosk;
  const [rest, setRest] = useState(false);
  const { common, others } = arrangeFields(host.catalogue());
  return (
    <section className={styles.fields} data-rest={rest}>
      <div className={styles.head}>
        <div>
          <h1 tabIndex={-1} className={styles.title}>
            {words.title}
          </h1>
          <p className={styles.hint}>{words.hint}</p>
        </div>
        <div className={styles.ways}>
          <button type="button" className={styles.unsure} onClick={() => kiosk.getState().startSearch()}>
            <Icon name="search" size="1.2em" /> {words.unsure}
          </button>
          <button type="button" className={styles.more} aria-expanded={rest} onClick={() => setRest(!rest)}>
            {rest ? words.common : `${words.more} (${others.length})`}
          </button>
        </div>
      </div>
      <PriorityBar />
      <div className={styles.scroll} tabIndex={-1}>
        <ul className={styles.common} aria-label={words.common}>
          {common.map((field) => (
            <FieldTile key={field.id} field={field} />
          ))}
        </ul>
        <h2 className={styles.subtitle}>{`${words.more} (${others.length})`}</h2>
        <ul className={styles.others} aria-label={words.more}>
          {others.map((field) => (
            <FieldTile key={field.id} field={field} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function FieldTile({ field }: { readonly field: ProcedureField }) {
  const id = useId();
  const { kiosk } = useStores();
  const { fields: words, ways } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const refusal = useNoNumber(field.id);
  const shut = refusal && noNumberWords(refusal, ways, lang);
  const waiting = useQueue(
    ({ tickets }) =>
      tickets?.filter(({ state }) => state?.status === 'waiting' && state.series === field.series).length ??
      null,
  );
  const name = lang === 'en' ? (field.nameEn ?? field.name) : field.name;
  return (
    <li>
      <button
        type="button"
        className={styles.tile}
        aria-describedby={`${id}-waiting`}
        disabled={shut !== null}
        onClick={() => void kiosk.getState().chooseField(field.id)}
      >
        <span className={styles.letter} aria-hidden="true">
          {field.series}
        </span>
        <span className={styles.name}>{name}</span>
        <span aria-hidden="true" id={`${id}-waiting`} className={styles.waiting}>
          {shut ? shut.title : waiting === null ? words.waitingUnknown : words.waiting(waiting)}
        </span>
      </button>
    </li>
  );
}
