// The lines of the list of slips: a cancelled slip has a second one, its counter-entry, with a number of its own [MO5].
import type { Payment } from '../../../shared/project/office/payments.ts';

type Entry = {
  readonly payment: Payment;
  /** A counter-entry, which bears a number of its own. */
  readonly counter: boolean;
  readonly number: string;
  readonly at: string;
};

/** Every slip and every counter-entry as a line of its own, newest first. */
export function entriesOf(payments: readonly Payment[]): readonly Entry[] {
  const entries = payments.flatMap((payment): readonly Entry[] => {
    const { cancelled, alsoCancelled, number, takenAt } = payment;
    const counters = [...(cancelled ? [cancelled] : []), ...alsoCancelled];
    return [
      { payment, counter: false, number, at: takenAt },
      ...counters.map((entry) => ({ payment, counter: true, number: entry.number, at: entry.at })),
    ];
  });
  return entries.toSorted((a, b) => (`${a.at} ${a.number}` < `${b.at} ${b.number}` ? 1 : -1));
}
