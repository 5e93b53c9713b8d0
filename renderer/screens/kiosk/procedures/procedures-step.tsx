import { proceduresOn } from '../../../../shared/law/procedure.ts';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { useKiosk, useQueue, useStores, useText, useUi } from '../../../store/hooks.ts';
import { ProcedureList } from './procedure-list.tsx';
import styles from './search-step.module.css';

/** The procedures of one field. */
export function ProceduresStep() {
  const { host } = useStores();
  const { search: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const day = useQueue((queue) => queue.day);
  const chosen = useKiosk((state) => state.fieldId);
  const catalogue = host.catalogue();
  const field = catalogue.fields.find(({ id }) => id === chosen);
  const procedures = proceduresOn(catalogue, day).filter(({ fieldId }) => fieldId === chosen);
  return (
    <section className={styles.results}>
      <h1 tabIndex={-1} className={styles.title}>
        {(lang === 'en' ? field?.nameEn : undefined) ?? field?.name ?? ''}
      </h1>
      <ScrollBox className={styles.scroll} label={words.results}>
        <p className={styles.count}>{words.procedures(procedures.length)}</p>
        <ProcedureList procedures={procedures} />
      </ScrollBox>
    </section>
  );
}
