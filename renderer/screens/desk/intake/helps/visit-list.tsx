import { useState } from 'react';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { useProcedureName } from '../../../catalogue-names.ts';
import { PrintButton } from '../../../printing/print-button.tsx';
import { PrintFate } from '../../../printing/print-fate.tsx';
import fates from '../../../printing/printing.module.css';
import classes from './helps.module.css';
import type { FormTry } from '../../../../store/dossier/dossier-state.ts';

const NONE: readonly FormTry[] = [];

/** The dossiers received in this visit; all of them stand on its ticket and may go on one slip [D20]. */
export function VisitList() {
  const words = useText().desk.intake.more.visit;
  const visit = useDossiers((state) => state.visit);
  const procedureName = useProcedureName();
  const [first] = visit;
  if (!first || visit.length < 2) return null;
  const number = first.ticketNumber ?? null;
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
      <VisitSlip key={visit.map(({ id }) => id).join(' ')} firstId={first.id} />
    </section>
  );
}

/** The slip of the whole visit: printed once, again only with a reason. */
function VisitSlip({ firstId }: { readonly firstId: string }) {
  const text = useText();
  const words = text.desk.intake.more.visit;
  const printVisit = useDossiers((state) => state.printVisit);
  const tries = useDossiers((state) => state.formPrints[firstId] ?? NONE);
  const [printed, setPrinted] = useState(false);
  const own = printed ? tries.filter(({ key }) => key === 'visit-receipt') : NONE;
  const busy = own.some(({ outcome }) => outcome === null);
  const print = (reason: string) => {
    setPrinted(true);
    void printVisit(reason);
  };
  return (
    <>
      <PrintButton
        words={{ label: printed ? words.again : words.print, title: words.again }}
        again={printed}
        printing={busy}
        quiet
        onPrint={print}
      />
      <ul className={fates.tries} aria-live="polite">
        {own.map(({ copyNo, outcome }) => (
          <li key={copyNo}>
            {text.life.desk.papers.copy(copyNo)} <PrintFate outcome={outcome} />
          </li>
        ))}
      </ul>
    </>
  );
}
