import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { useMoney, useText } from '../../store/hooks.ts';
import classes from './money.module.css';
import type { BookCheck as Check } from '../../../shared/decide/money/book.ts';

/** Whether the slips of this machine follow each other without a gap that nothing explains [F07]. */
export function BookCheck() {
  const { book: words } = useText().money;
  const checks = useMoney((money) => money.checks);
  const checkBooks = useMoney((money) => money.checkBooks);
  const busy = useMoney((money) => money.busy);
  // Looked through when the page opens and after each act on it.
  useEffect(() => {
    if (!busy) void checkBooks();
  }, [busy, checkBooks]);
  return (
    <>
      {checks?.length === 0 && <p className={classes.hint}>{words.empty}</p>}
      <ul className={classes.books} aria-live="polite">
        {(checks ?? []).map((check) => (
          <li key={check.book}>
            <Book check={check} />
          </li>
        ))}
      </ul>
      <Button variant="default" size="sm" onClick={() => void checkBooks()}>
        {words.check}
      </Button>
    </>
  );
}

/** So many numbers are named; a longer list says the first of them. */
const NAMED = 8;

function Book({ check }: { readonly check: Check }) {
  const { book: words } = useText().money;
  const { book, missing, broken, twice, voided, entries, first, last } = check;
  const named = (numbers: readonly string[]): string =>
    numbers.length > NAMED ? `${numbers.slice(0, NAMED).join(', ')}, …` : numbers.join(', ');
  const faults = [
    ...(missing.length > 0 ? [words.missing(book, named(missing))] : []),
    ...(broken.length > 0 ? [words.broken(book, named(broken))] : []),
    ...(twice.length > 0 ? [words.twice(book, named(twice))] : []),
  ];
  const isFine = faults.length === 0;
  return (
    <div className={classes.book} data-tone={isFine ? 'ok' : 'late'}>
      <Icon name={isFine ? 'check' : 'warning'} size={20} />
      <div>
        {isFine && <p>{words.fine(book, entries, first, last)}</p>}
        {faults.map((fault) => (
          <p key={fault}>{fault}</p>
        ))}
        {!isFine && <p>{words.todo}</p>}
        {voided > 0 && <p>{words.voided(voided)}</p>}
      </div>
    </div>
  );
}
