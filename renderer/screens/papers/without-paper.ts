// What was recorded and has no copy that may be on paper: its person went home with nothing in the hand.
import { phaseOf } from '../../../shared/law/life-cycle/acts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';

/** Whether a dossier still lacks its slip [R03]: one whose result was given, at once or later, needs none any more. */
export function lacksSlip({ copies, status }: Pick<Dossier, 'copies' | 'status'>): boolean {
  return copies.every((count) => count === 0) && ['working', 'ready'].includes(phaseOf(status));
}

/** Whether a payment that holds lacks its slip. */
export function lacksFeeSlip({ copies, cancelled }: Pick<Payment, 'copies' | 'cancelled'>): boolean {
  return cancelled === null && copies.every((count) => count === 0);
}

/** One thing recorded without its paper. */
export type WithoutPaper = {
  readonly kind: 'dossier' | 'payment';
  readonly id: string;
  readonly code: string;
  readonly at: string;
};

/** Everything recorded without its paper, newest first. */
export function withoutPaper(
  dossiers: readonly Dossier[],
  payments: readonly Payment[],
): readonly WithoutPaper[] {
  const found: readonly WithoutPaper[] = [
    ...dossiers
      .filter(lacksSlip)
      .map(({ id, code, receivedAt: at }) => ({ kind: 'dossier' as const, id, code, at })),
    ...payments
      .filter(lacksFeeSlip)
      .map(({ id, number: code, takenAt: at }) => ({ kind: 'payment' as const, id, code, at })),
  ];
  return found.toSorted((a, b) => (`${a.at} ${a.code}` < `${b.at} ${b.code}` ? 1 : -1));
}
