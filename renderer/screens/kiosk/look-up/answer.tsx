import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText } from '../../../store/hooks.ts';
import { FoundDossier } from './found-dossier.tsx';
import type { LookUpAnswer } from '../../../store/kiosk/look-up.ts';
import styles from '../frame/ask-step.module.css';

/** What a look-up found, or why it tells nothing. */
export function Answer({ answer }: { readonly answer: LookUpAnswer }) {
  const { kiosk } = useStores();
  const { lookUp: words } = useText().kiosk;
  if (answer.kind === 'found') return <FoundDossier dossier={answer.dossier} proven={answer.proven} />;
  const { title, todo } = words.answers[answer.kind];
  return (
    <div className={styles.nothing} data-kind={answer.kind}>
      <Icon name={answer.kind === 'forged' ? 'alert' : 'info'} size="2em" />
      <div>
        <h2>{title}</h2>
        <p>{todo}</p>
      </div>
      {(answer.kind === 'at-counter' || answer.kind === 'too-many') && (
        <button type="button" className={styles.again} onClick={() => kiosk.getState().startTicket()}>
          <Icon name="ticket" size="1.2em" /> {words.take}
        </button>
      )}
    </div>
  );
}
