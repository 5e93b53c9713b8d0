import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import { limitWords } from './procedure-words.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';
import styles from './procedure-list.module.css';

/** Rows drawn at once: whoever looks through more than these is better off typing another word. */
const STEP = 40;

/** Procedures to choose one from; a long list is drawn a part at a time. */
export function ProcedureList({ procedures }: { readonly procedures: readonly Procedure[] }) {
  const { search: words } = useText().kiosk;
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  // The button was touched and has moved away: go on where the new rows begin.
  useEffect(() => {
    if (shown > STEP) list.current?.querySelectorAll('button')[shown - STEP]?.focus();
  }, [shown]);
  const left = procedures.length - shown;
  return (
    <>
      <ul ref={list} className={styles.list}>
        {procedures.slice(0, shown).map((procedure) => (
          <Row key={procedure.code} procedure={procedure} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + STEP)}>
          {words.more(left)} <Icon name="down" size="1.2em" />
        </button>
      )}
    </>
  );
}

function Row({ procedure: { code, name, nameEn, limit } }: { readonly procedure: Procedure }) {
  const { kiosk } = useStores();
  const { procedure: words } = useText().kiosk;
  const id = useId();
  const lang = useUi((ui) => ui.lang);
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-describedby={id}
        onClick={() => kiosk.getState().openProcedure(code)}
      >
        <span className={styles.words}>
          <span className={styles.name}>{lang === 'en' ? (nameEn ?? name) : name}</span>
          <span id={id} className={styles.limit} aria-hidden="true">
            {limitWords(limit, words)[0]}
          </span>
        </span>
        <Icon name="next" size="1.4em" />
      </button>
    </li>
  );
}
