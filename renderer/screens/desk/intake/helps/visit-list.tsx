import { useDossiers, useText } from '../../../../store/hooks.ts';
import { useProcedureName } from '../../../catalogue-names.ts';
import classes from './helps.module.css';

/** The dossiers received in this visit; all of them stand on its ticket [D20]. */
export function VisitList() {
  const words = useText().desk.intake.more.visit;
  const visit = useDossiers((state) => state.visit);
  const procedureName = useProcedureName();
  if (visit.length < 2) return null;
  const number = visit[0]?.ticketNumber ?? null;
  return (
    <section className={classes.visit} aria-label={words.title(visit.length)}>
      <h3>
        {words.title(visit.length)}
        {number !== null && <span> · {words.ticket(number)}</span>}
      </h3>
      <ul>
        {visit.map(({ id, code, procedure }) => (
          <li key={id}>
            <strong>{code}</strong> {procedureName(procedure)}
          </li>
        ))}
      </ul>
    </section>
  );
}
