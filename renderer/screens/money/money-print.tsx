import { useMoney, useText } from '../../store/hooks.ts';
import { PrintButton } from '../printing/print-button.tsx';
import { PrintFate } from '../printing/print-fate.tsx';
import printed from '../printing/printing.module.css';
import classes from './money.module.css';
import type { MoneyTry } from '../../store/money/money-state.ts';

const NO_TRIES: readonly MoneyTry[] = [];

type MoneyPrintProps = {
  /** The payment or shift. */
  readonly subject: string;
  readonly paper: MoneyTry['paper'];
  /** Whether every copy may be on paper already: then it is printed again, with a reason and a mark. */
  readonly isOut: boolean;
  readonly words: { readonly print: string; readonly again: string; readonly title: string };
  readonly onPrint: (reason: string) => void;
};

/** Printing one paper of money, again only with a reason; what became of each copy is said as it is. */
export function MoneyPrint({ subject, paper, isOut, words, onPrint }: MoneyPrintProps) {
  const all = useMoney((money) => money.prints[subject] ?? NO_TRIES);
  const tries = all.filter((made) => made.paper === paper);
  const { printTry } = useText().money;
  const printing = tries.some(({ outcome }) => outcome === null);
  return (
    <div className={classes.print}>
      <PrintButton
        words={{ label: isOut ? words.again : words.print, title: words.title }}
        again={isOut}
        printing={printing}
        onPrint={onPrint}
      />
      {tries.length > 0 && (
        <ul className={printed.tries} aria-live="polite">
          {tries.map((made) => (
            <li key={made.copyNo}>
              <span>
                {paper === 'fee' || paper === 'refund' ? printTry.copy(made.copyNo) : printTry.paper}
                {made.reprint > 0 && (
                  <span className={printed.soft}> · {printTry.reprint(made.reprint)}</span>
                )}
              </span>
              <PrintFate outcome={made.outcome} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
