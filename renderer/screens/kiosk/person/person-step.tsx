import { queueSetupOf } from '../../../../shared/decide/queue/world.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import { CodeForm } from '../frame/ask-step.tsx';
import { NumberPad } from '../keyboard/number-pad.tsx';
import styles from '../frame/ask-step.module.css';

/** The id number, where the ward bounds numbers by person [K08]: why it is asked for, and that it is not kept. */
export function PersonStep() {
  const { host } = useStores();
  const { person: words } = useText().kiosk.visit;
  const max = queueSetupOf(host.hello().ward).rules.issuing.perPerson ?? 1;
  return (
    <section className={styles.page}>
      <div className={styles.top}>
        <h1 tabIndex={-1} className={styles.title}>
          {words.title}
        </h1>
        <p className={styles.scan}>{words.why(max)}</p>
      </div>
      <div className={styles.answer}>
        <p className={styles.kept}>
          <Icon name="lock" size="1.4em" /> <span>{words.kept}</span>
        </p>
        <p className={styles.small}>{words.none}</p>
      </div>
      <NumberForm />
    </section>
  );
}

function NumberForm() {
  const { kiosk } = useStores();
  const { person: words } = useText().kiosk.visit;
  const typed = useKiosk((state) => state.typed);
  const wrong = useKiosk((state) => state.wrongPerson);
  const { typePerson, givePerson } = kiosk.getState();
  return (
    <CodeForm
      label={words.label}
      wrong={wrong ? words.wrong : null}
      value={typed}
      onType={typePerson}
      onSubmit={() => void givePerson(typed)}
      submit={{ icon: 'ticket', words: words.take }}
      keys={(button) => (
        <NumberPad value={typed} onChange={typePerson}>
          {button}
        </NumberPad>
      )}
    />
  );
}
