import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import { limitWords } from './procedure-words.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import styles from './procedure-list.module.css';

/** Procedures to choose one from. */
export function ProcedureList({ procedures }: { readonly procedures: readonly Procedure[] }) {
  const { kiosk } = useStores();
  const { procedure: words } = useText().kiosk;
  const id = useId();
  const lang = useUi((ui) => ui.lang);
  return (
    <ul className={styles.list}>
      {procedures.map(({ code, name, nameEn, limit }) => (
        <li key={code}>
          <button
            type="button"
            className={styles.row}
            aria-describedby={`${id}-${code}`}
            onClick={() => kiosk.getState().openProcedure(code)}
          >
            <span className={styles.words}>
              <span className={styles.name}>{lang === 'en' ? (nameEn ?? name) : name}</span>
              <span id={`${id}-${code}`} className={styles.limit} aria-hidden="true">
                {limitWords(limit, words)[0]}
              </span>
            </span>
            <Icon name="next" size="1.4em" />
          </button>
        </li>
      ))}
    </ul>
  );
}
