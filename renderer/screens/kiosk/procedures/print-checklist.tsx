import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText, useUi } from '../../../store/hooks.ts';
import { checklistOf } from './checklist-input.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import styles from './procedure-step.module.css';

/** The papers of this procedure to take home, on the ticket printer [N02]. */
export function PrintChecklist({ procedure }: { readonly procedure: Procedure }) {
  const { kiosk, host } = useStores();
  const { kiosk: words, common } = useText();
  const lang = useUi((ui) => ui.lang);
  const fate = useKiosk((state) => state.checklist);
  const { ward } = host.hello();
  const { checklist } = words.ways;
  const print = () => {
    const footer = ward.hotline === '' ? [] : [common.hotline(ward.hotline)];
    void kiosk.getState().printChecklist(checklistOf(procedure, words, { lang, ward, footer }));
  };
  return (
    <>
      <button type="button" className={styles.print} disabled={fate === 'printing'} onClick={print}>
        <Icon name="printer" size="1.2em" /> {checklist.print}
      </button>
      {fate !== null && (
        <p className={styles.printed} data-fate={fate} role={fate === 'failed' ? 'alert' : 'status'}>
          {checklist[fate]}
        </p>
      )}
    </>
  );
}
