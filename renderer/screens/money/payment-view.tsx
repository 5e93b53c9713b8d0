import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { mayTakeMoney, overseesMoney } from '../../../shared/decide/money/roles.ts';
import { outsOf } from '../../../shared/project/office/prints.ts';
import { formatMoney } from '../../../shared/text/numbers.ts';
import { Icon } from '../../parts/icons.tsx';
import { feeCopies, refundCopies } from '../../store/money/money-prints.ts';
import { useDossiers, useMoney, useSession, useText } from '../../store/hooks.ts';
import { CancelForm } from './cancel-form.tsx';
import { MoneyPrint } from './money-print.tsx';
import classes from './money.module.css';
import { timeOf, useClerkNameOf, usePayments } from './use-money.ts';
import type { Payment } from '../../../shared/project/office/payments.ts';

type PaymentViewProps = { readonly paymentId: string; readonly onClose: () => void };

/** One slip beside the list: what it says, printing it, its biên lai, cancelling it. */
export function PaymentView({ paymentId, onClose }: PaymentViewProps) {
  const { slip: words } = useText().money;
  const [payment] = usePayments({ id: paymentId }) ?? [];
  const close = useRef<HTMLButtonElement>(null);
  const isRead = payment !== undefined;
  useEffect(() => close.current?.focus(), [isRead]);
  if (!payment) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc anywhere in it closes it; its button does the same
    <aside
      className={classes.view}
      aria-label={words.title(payment.number)}
      onKeyDown={(event) => {
        const isBehind = document.querySelector('dialog[open]') !== null;
        if (event.key === 'Escape' && !event.defaultPrevented && !isBehind) onClose();
      }}
    >
      <header className={classes.viewHead}>
        <h2>{words.title(payment.number)}</h2>
        <button
          ref={close}
          type="button"
          className={classes.close}
          aria-label={words.close}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </header>
      <div className={classes.viewBody}>
        <Facts payment={payment} />
        <Acts payment={payment} />
      </div>
    </aside>
  );
}

function Facts({ payment }: { readonly payment: Payment }) {
  const { slip: words, ways, dong, kinds, pay } = useText().money;
  const day = useMoney((money) => money.day);
  const nameOf = useClerkNameOf();
  const { cancelled } = payment;
  return (
    <>
      {cancelled && (
        <p className={classes.cancelled}>
          {words.cancelled(cancelled.number, timeOf(cancelled.at, day), nameOf(cancelled.approvedBy))}
          <br />
          {words.cancelReason(cancelled.reason)}
        </p>
      )}
      <p className={classes.bigSum}>{dong(formatMoney(payment.total))}</p>
      <ul className={classes.slipLines}>
        {payment.lines.map(({ kind, label, amount, waivedBy, note }) => (
          <li key={label}>
            {kinds[kind]}: {label}
            <strong>{dong(formatMoney(amount))}</strong>
            {waivedBy !== undefined && <span className={classes.soft}>{pay.waived(waivedBy)}</span>}
            {note !== undefined && <span className={classes.soft}>{note}</span>}
          </li>
        ))}
      </ul>
      <dl className={classes.viewFacts}>
        <dt>{words.dossier}</dt>
        <dd>
          <DossierLink payment={payment} />
        </dd>
        <dt>{words.by}</dt>
        <dd>{payment.cashierName}</dd>
        <dt>{words.at}</dt>
        <dd>{timeOf(payment.takenAt, day)}</dd>
        <dt>{words.way}</dt>
        <dd>{ways[payment.way]}</dd>
        <dt>{words.official}</dt>
        <dd>{payment.officialNo === '' ? words.officialNone : payment.officialNo}</dd>
      </dl>
    </>
  );
}

/** To the dossier that was paid for, open at the desk [D20]. */
function DossierLink({ payment }: { readonly payment: Payment }) {
  const { slip: words } = useText().money;
  const openDossier = useDossiers((state) => state.openDossier);
  const { dossierId, dossierCode } = payment;
  if (dossierId === null) return dossierCode;
  return (
    <a
      className={classes.link}
      href="#/desk"
      aria-label={`${dossierCode} – ${words.openDossier}`}
      onClick={() => openDossier(dossierId)}
    >
      {dossierCode}
    </a>
  );
}

function Acts({ payment }: { readonly payment: Payment }) {
  const { slip: words, pay } = useText().money;
  const role = useSession((session) => session.clerk?.role);
  const printFee = useMoney((money) => money.printFee);
  const [cancelling, setCancelling] = useState(false);
  const { copies, cancelled, number } = payment;
  if (role === undefined) return null;
  if (cancelled) return <Refund payment={payment} />;
  const wanted = feeCopies(payment);
  const missing = wanted.filter((copyNo) => (copies[copyNo - 1] ?? 0) === 0);
  const printed = copies.flatMap((count, at) => (count > 0 ? [words.printed(at + 1, count)] : []));
  const mayTake = mayTakeMoney(role);
  return (
    <>
      <p className={classes.soft}>
        {printed.length === 0 ? words.notPrinted : words.copies(printed.join(', '))}
      </p>
      <MoneyPrint
        subject={payment.id}
        paper="fee"
        isOut={missing.length === 0}
        words={{ print: pay.print, again: pay.again, title: pay.reprint(number) }}
        onPrint={(reason) => void printFee(payment, missing.length > 0 ? missing : wanted, reason)}
      />
      {mayTake && <OfficialForm payment={payment} />}
      {(mayTake || overseesMoney(role)) &&
        (cancelling ? (
          <CancelForm payment={payment} onClose={() => setCancelling(false)} />
        ) : (
          <Button variant="default" onClick={() => setCancelling(true)}>
            {words.cancel}
          </Button>
        ))}
    </>
  );
}

/** The slip of a cancellation, with which the money goes back. */
function Refund({ payment }: { readonly payment: Payment }) {
  const { slip: words } = useText().money;
  const printRefund = useMoney((money) => money.printRefund);
  const wanted = refundCopies(payment);
  const missing = wanted.filter((copyNo) => outsOf(payment.refundOuts, copyNo) === 0);
  return (
    <MoneyPrint
      subject={payment.id}
      paper="refund"
      isOut={missing.length === 0}
      words={{ print: words.refund, again: words.refundAgain, title: words.refundAgain }}
      onPrint={(reason) => void printRefund(payment, missing.length > 0 ? missing : wanted, reason)}
    />
  );
}

/** The number of the biên lai that a licensed provider issued. */
function OfficialForm({ payment }: { readonly payment: Payment }) {
  const { slip: words } = useText().money;
  const noteOfficial = useMoney((money) => money.noteOfficial);
  const [typed, setTyped] = useState(payment.officialNo);
  return (
    <form
      className={classes.official}
      aria-label={words.officialField}
      onSubmit={(event) => {
        event.preventDefault();
        void noteOfficial(payment.id, typed);
      }}
    >
      <TextInput
        label={words.officialField}
        description={words.officialHint}
        autoComplete="off"
        maxLength={120}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        size="sm"
        disabled={typed.trim() === '' || typed === payment.officialNo}
      >
        {words.officialSave}
      </Button>
    </form>
  );
}
