import { cameOut } from '../../../store/dossier/slip-actions.ts';
import { useDossiers, useText } from '../../../store/hooks.ts';
import { PrintButton } from '../../printing/print-button.tsx';
import { PrintFate } from '../../printing/print-fate.tsx';
import classes from './paper.module.css';
import type { CopyNo, PrintTry } from '../../../store/dossier/dossier-state.ts';

const COPIES = [1, 2] as const satisfies readonly CopyNo[];
const NO_TRIES: readonly PrintTry[] = [];
const NONE_OUT = [0, 0] as const;

/** What became of the two copies, said as it is; and printing them, again if need be. */
export function PrintPanel({ dossierId }: { readonly dossierId: string }) {
  const words = useText().desk.slips;
  const tries = useDossiers((state) => state.prints[dossierId] ?? NO_TRIES);
  const copies = useDossiers(
    (state) => state.dossiers?.find(({ id }) => id === dossierId)?.state?.copies ?? NONE_OUT,
  );
  const printSlips = useDossiers((state) => state.printSlips);
  const printing = tries.some(({ outcome }) => outcome === null);
  const missing = COPIES.filter((copyNo) => !isOut(tries, copyNo) && copies[copyNo - 1] === 0);
  return (
    <section className={classes.print} aria-label={words.previewTitle}>
      {tries.length > 0 && (
        <ul className={classes.tries} aria-live="polite">
          {COPIES.map((copyNo) => (
            <Copy key={copyNo} copyNo={copyNo} made={tries.find((each) => each.copyNo === copyNo)} />
          ))}
        </ul>
      )}
      <PrintButton
        words={{
          label:
            missing.length === 2
              ? words.printBoth
              : missing.length === 1
                ? words.printMissing
                : words.printAgain,
          title: words.reasonTitle,
        }}
        again={missing.length === 0}
        printing={printing}
        shortcut="F8"
        onPrint={(reason) => void printSlips(dossierId, missing.length === 0 ? COPIES : missing, reason)}
      />
    </section>
  );
}

function Copy({ copyNo, made }: { readonly copyNo: CopyNo; readonly made: PrintTry | undefined }) {
  const words = useText().desk.slips;
  return (
    <li className={classes.try}>
      <span className={classes.tryName}>
        {words.copies[copyNo]}
        {made && made.reprint > 0 && <span className={classes.soft}> · {words.reprint(made.reprint)}</span>}
      </span>
      {!made && <span className={classes.soft}>{words.notPrinted}</span>}
      {made && <PrintFate outcome={made.outcome} full />}
    </li>
  );
}

function isOut(tries: readonly PrintTry[], copyNo: CopyNo): boolean {
  return tries.some((made) => made.copyNo === copyNo && cameOut(made.outcome));
}
