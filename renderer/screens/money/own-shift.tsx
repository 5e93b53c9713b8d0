import { Button } from '@mantine/core';
import { useState } from 'react';
import { tallyOf } from '../../../shared/decide/money/shifts.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { Loading } from '../../parts/empty-state.tsx';
import { useMoney, useText } from '../../store/hooks.ts';
import { CountForm } from './shifts/count-form.tsx';
import classes from './money.module.css';
import { OpenShift } from './open-shift.tsx';
import { timeOf, useOwnShift, usePayments } from './use-money.ts';
import type { Shift } from '../../../shared/project/office/shifts.ts';

/** The open shift of who is signed in, with what should be in the till; or the way to open one. */
export function OwnShift() {
  const { shift: words } = useText().money;
  const shift = useOwnShift();
  if (shift) return <Open key={shift.id} shift={shift} />;
  return (
    <>
      <p className={classes.state}>{words.none}</p>
      <OpenShift hint={words.noneHint} />
    </>
  );
}

function Open({ shift }: { readonly shift: Shift }) {
  const text = useText();
  const { shift: words, dong } = text.money;
  const day = useMoney((money) => money.day);
  const payments = usePayments({ shiftId: shift.id });
  const [counting, setCounting] = useState(false);
  if (payments === null) return <Loading words={text.common.loading} />;
  const tally = tallyOf(shift, payments);
  const facts = [
    [words.opening, dong(formatMoney(shift.openingCash))],
    [words.cash, dong(formatMoney(tally.taken.cash))],
    [words.back, dong(formatMoney(tally.backAgain.cash))],
    [words.transfer, dong(formatMoney(tally.taken.transfer - tally.backAgain.transfer))],
    [words.card, dong(formatMoney(tally.taken.card - tally.backAgain.card))],
    [words.slips, words.counts(tally.payments, tally.cancellations)],
  ] as const;
  return (
    <>
      <p className={classes.hint}>{words.since(timeOf(shift.openedAt, day), shift.till)}</p>
      <p className={classes.expected}>
        {words.expected}
        <strong>{dong(formatMoney(tally.expectedCash))}</strong>
      </p>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {counting ? (
        <CountForm shift={shift} expected={tally.expectedCash} onClose={() => setCounting(false)} />
      ) : (
        <Button variant="default" onClick={() => setCounting(true)}>
          {words.close}
        </Button>
      )}
    </>
  );
}
