// Typing a payment and taking it.
import { checkPayment, openLines } from '../../../shared/decide/money/payments.ts';
import { feeCopies } from './money-prints.ts';
import type { LineWish } from '../../../shared/decide/money/payments.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { MoneyCell, MoneyState, MoneyStoreDeps, PayForm } from './money-state.ts';

type PayActions = Pick<
  MoneyState,
  'startPayment' | 'dropPayment' | 'changePayment' | 'changeLine' | 'submitPayment'
>;

/** Typing a payment, checking and taking it. */
export function payActions(deps: MoneyStoreDeps, cell: MoneyCell): PayActions {
  const change = (next: (form: PayForm) => PayForm) => {
    const { form, busy } = cell.getState();
    if (form && !busy) cell.setState({ form: next(form) });
  };
  return {
    startPayment: (dossier, payer, before) =>
      cell.setState({
        trouble: null,
        form: {
          errors: [],
          refusals: 0,
          wish: {
            // Made here, before anything is typed: however often one presses, it stays one payment.
            paymentId: deps.newId('payment'),
            dossierId: dossier.id,
            dossierCode: dossier.code,
            procedure: { code: dossier.procedure.code, name: dossier.procedure.name },
            lines: openLines(dossier.fees, before)
              .filter(({ amount, waived }) => amount !== 0 || waived !== undefined)
              .map(lineOf),
            way: 'cash',
            cashGiven: null,
            payer,
          },
        },
      }),
    dropPayment: () => cell.setState({ form: null, trouble: null }),
    changePayment: (said) =>
      change((form) => ({
        ...form,
        wish: { ...form.wish, ...said },
        errors: form.errors.filter(({ field }) => !Object.keys(said).some((name) => field.startsWith(name))),
      })),
    changeLine: (at, said) =>
      change((form) => ({
        ...form,
        wish: {
          ...form.wish,
          lines: form.wish.lines.map((line, place) => (place === at ? { ...line, ...said } : line)),
        },
        errors: form.errors.filter(({ field }) => !field.startsWith(`lines.${at}.`)),
      })),
    submitPayment: () => submit(deps, cell),
  };
}

/** What the tariff says cannot be typed over; what it does not say is typed with what it rests on. */
function lineOf({ kind, label, amount, waived }: Dossier['fees'][number]): LineWish {
  const fixed = amount !== null;
  return { kind, label, amount, fixed, waivedBy: waived?.ground ?? '', note: '' };
}

/** Takes the payment, and only then puts its slip on paper: paper never outruns the record. */
async function submit(deps: MoneyStoreDeps, cell: MoneyCell): Promise<boolean> {
  const { form, busy } = cell.getState();
  if (!form || busy) return false;
  const errors = checkPayment(form.wish);
  if (errors.length > 0) {
    cell.setState({ form: { ...form, errors, refusals: form.refusals + 1 } });
    return false;
  }
  const { clerk } = deps.session.getState();
  if (!clerk) {
    cell.setState({ trouble: { code: 'not-signed-in' } });
    return false;
  }
  cell.setState({ busy: true, trouble: null });
  const outcome = await deps.acts.takePayment(form.wish, clerk);
  if (!outcome.ok) {
    cell.setState({ busy: false, trouble: outcome.error });
    return false;
  }
  cell.setState({ busy: false, form: null });
  const { value: payment } = outcome.value;
  await cell.getState().printFee(payment, feeCopies(payment), '');
  return true;
}
