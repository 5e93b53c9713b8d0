import { ScrollBox } from '../frame/scroll-box.tsx';
import { useKiosk, useQueue, useStores, useText, useUi } from '../../../store/hooks.ts';
import { ProcedureList } from './procedure-list.tsx';
import styles from './search-step.module.css';

/** The procedures of one field. */
export function ProceduresStep() {
  const { host, procedures } = useStores();
  const { search: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const day = useQueue((queue) => queue.day);
  const chosen = useKiosk((state) => state.fieldId);
  const field = host.catalogue().fields.find(({ id }) => id === chosen);
  const ofField = procedures.on(day).byField.get(chosen ?? '') ?? [];
  return (
    <section className={styles.results}>
      <h1 tabIndex={-1} className={styles.title}>
        {(lang === 'en' ? field?.nameEn : undefined) ?? field?.name ?? ''}
      </h1>
      <ScrollBox className={styles.scroll} label={words.results}>
        <p className={styles.count}>{words.procedures(ofField.length)}</p>
        <ProcedureList procedures={ofField} />
      </ScrollBox>
    </section>
  );
}
