import { useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { MOST_MATTERS } from '../../../store/kiosk/visit/several-actions.ts';
import { waitOfAll, waitWords } from '../../../store/kiosk/wait-words.ts';
import { useFieldNews } from '../waits/use-waits.ts';
import { arrangeFields } from './arrange-fields.ts';
import { FieldTile } from './field-tile.tsx';
import { MattersBar } from './matters-bar.tsx';
import { PriorityBar } from '../steps/priority-chooser.tsx';
import type { ProcedureField } from '../../../../shared/law/procedure.ts';
import styles from './fields-step.module.css';

/** Fields by their real names; one tap takes the ticket. Where there is room, the rare ones stand below the common ones. */
export function FieldsStep() {
  const { host } = useStores();
  const { fields: words, waits } = useText().kiosk;
  const several = useKiosk((state) => state.matters !== null);
  const [rest, setRest] = useState(false);
  const catalogue = host.catalogue();
  const { common, others } = arrangeFields(catalogue);
  const news = useFieldNews(catalogue.fields);
  const shared = waitOfAll([...news.values()].map(({ wait }) => wait));
  const saidAbove = shared && waitWords(shared, waits);
  const tile = (field: ProcedureField) => {
    const known = news.get(field.id);
    return known && <FieldTile key={field.id} field={field} news={known} saidAbove={saidAbove} />;
  };
  return (
    <section className={styles.fields} data-rest={rest}>
      <Head rest={rest} said={saidAbove} others={others.length} onRest={() => setRest(!rest)} />
      <PriorityBar key={String(several)} folded={several} />
      <div className={styles.scroll} tabIndex={-1}>
        <ul className={styles.common} aria-label={words.common}>
          {common.map(tile)}
        </ul>
        <h2 className={styles.subtitle}>{`${words.more} (${others.length})`}</h2>
        <ul className={styles.others} aria-label={words.more}>
          {others.map(tile)}
        </ul>
      </div>
      <MattersBar />
    </section>
  );
}

type HeadProps = {
  readonly rest: boolean;
  readonly said: string | null;
  readonly others: number;
  readonly onRest: () => void;
};

function Head({ rest, said, others, onRest }: HeadProps) {
  const { kiosk } = useStores();
  const { fields: words, visit, waits } = useText().kiosk;
  const several = useKiosk((state) => state.matters !== null);
  return (
    <div className={styles.head}>
      <div>
        <h1 tabIndex={-1} className={styles.title}>
          {several ? visit.several.title : words.title}
        </h1>
        <p className={styles.hint}>
          <span className={styles.how}>{several ? visit.several.hint(MOST_MATTERS) : words.hint}</span>{' '}
          {said !== null && `${waits.label}: ${said}.`}
        </p>
      </div>
      <div className={styles.ways}>
        {!several && (
          <>
            <button type="button" className={styles.unsure} onClick={() => kiosk.getState().startSeveral()}>
              <Icon name="plus" size="1.2em" /> {visit.several.open}
            </button>
            <button type="button" className={styles.unsure} onClick={() => kiosk.getState().startSearch()}>
              <Icon name="search" size="1.2em" /> {words.unsure}
            </button>
          </>
        )}
        <button type="button" className={styles.more} aria-expanded={rest} onClick={onRest}>
          {rest ? words.common : `${words.more} (${others})`}
        </button>
      </div>
    </div>
  );
}
