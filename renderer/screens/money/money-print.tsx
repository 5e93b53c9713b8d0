import { Button } from '@mantine/core';
import { useState } from 'react';
import { troubleWords } from '../../../shared/text/trouble-words.ts';
import { Icon } from '../../parts/icons.tsx';
import { Badge } from '../../parts/status-badge.tsx';
import { useMoney, useText } from '../../store/hooks.ts';
import { AskReason } from '../desk/register/papers/ask-reason.tsx';
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
  const [asking, setAsking] = useState(false);
  const printing = tries.some(({ outcome }) => outcome === null);
  return (
    <div className={classes.print}>
      {asking ? (
        <AskReason
          title={words.title}
          onReason={(reason) => {
            setAsking(false);
            onPrint(reason);
          }}
          onClose={() => setAsking(false)}
        />
      ) : (
        <Button
          size="sm"
          variant={isOut ? 'default' : 'filled'}
          loading={printing}
          leftSection={<Icon name="printer" />}
          onClick={() => (isOut ? setAsking(true) : onPrint(''))}
        >
          {isOut ? words.again : words.print}
        </Button>
      )}
      {tries.length > 0 && (
        <ul className={classes.tries} aria-live="polite">
          {tries.map((made) => (
            <Try key={made.copyNo} made={made} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Try({ made: { copyNo, reprint, outcome, paper } }: { readonly made: MoneyTry }) {
  const text = useText();
  const { printTry } = text.money;
  const { slips } = text.desk;
  const state = outcome === null ? null : outcome.ok ? outcome.value.state : 'failed';
  const code = outcome === null ? null : outcome.ok ? (outcome.value.code ?? null) : outcome.error.code;
  return (
    <li>
      <span>
        {paper === 'fee' || paper === 'refund' ? printTry.copy(copyNo) : printTry.paper}
        {reprint > 0 && <span className={classes.soft}> · {printTry.reprint(reprint)}</span>}
      </span>
      {state === null ? (
        <Badge tone="paused" icon="printer" words={slips.printing} />
      ) : (
        <Badge
          tone={state === 'confirmed' || state === 'spooled' ? 'ok' : state === 'queued' ? 'warn' : 'late'}
          icon={state === 'confirmed' ? 'check' : state === 'failed' ? 'warning' : 'printer'}
          words={slips.states[state]}
        />
      )}
      {code !== null && (
        <span className={classes.fault}>
          {troubleWords({ code }, text.trouble).what}{' '}
          <span className={classes.soft}>{slips.fault(code)}</span>
        </span>
      )}
    </li>
  );
}
