import { parseInstant } from '../../../../../shared/basics/time.ts';
import { formatDate } from '../../../../../shared/text/dates.ts';
import { Icon } from '../../../../parts/icons.tsx';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import classes from './helps.module.css';

/** So many are named; more would only say the same. */
const SHOWN = 3;

/** The same matter of the same person may be here already; the clerk asks and may go on. */
export function TwinWarning() {
  const text = useText();
  const words = text.desk.intake.more.twins;
  const twins = useDossiers((state) => state.twins);
  if (twins.length === 0) return null;
  return (
    <section className={classes.twins} aria-label={words.title} role="status">
      <Icon name="warning" size={20} />
      <div>
        <strong>{words.title}</strong>
        <ul>
          {twins.slice(0, SHOWN).map(({ id, code, receivedAt, status }) => (
            <li key={id}>
              {words.line(code, formatDate(parseInstant(receivedAt) ?? 0), text.life.states[status])}
            </li>
          ))}
        </ul>
        <p>{words.goOn}</p>
      </div>
    </section>
  );
}
