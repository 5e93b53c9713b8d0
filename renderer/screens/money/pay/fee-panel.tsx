import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { mayTakeMoney } from '../../../../shared/decide/money/roles.ts';
import { feeStanding, paidTwice } from '../../../../shared/decide/money/payments.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { Icon } from '../../../parts/icons.tsx';
import { Badge } from '../../../parts/status-badge.tsx';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { feeCopies } from '../../../store/money/money-prints.ts';
import { useDossiers, useMoney, useSession, useText } from '../../../store/hooks.ts';
import { useShortcuts } from '../../desk/shortcuts.tsx';
import { MoneyPrint } from '../money-print.tsx';
import { OpenShift } from '../open-shift.tsx';
import { timeOf, useOwnShift, usePayments } from '../use-money.ts';
import { PayForm } from './pay-form.tsx';
import { VisitLine } from './visit-line.tsx';
import classes from './pay.module.css';
import type { FeeStanding } from '../../../../shared/decide/money/payments.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Payment } from '../../../../shared/project/office/payments.ts';

const NOTHING: readonly Payment[] = [];

const looks = {
  none: { tone: 'paused', icon: 'check' },
  unpaid: { tone: 'warn', icon: 'money' },
  part: { tone: 'warn', icon: 'money' },
  paid: { tone: 'ok', icon: 'check' },
} as const satisfies Readonly<Record<FeeStanding, object>>;

/** How a dossier stands to its fees, taking them, and its slips (Shift+F4 opens the form). */
export function FeePanel({ dossier }: { readonly dossier: Dossier }) {
  const { money: words } = useText();
  const payments = usePayments({ dossierId: dossier.id });
  const standing = feeStanding(dossier.fees, payments ?? NOTHING);
  const look = looks[standing];
  const twice = paidTwice(payments ?? NOTHING);
  // A key pressed while the payments are still being read is not lost; it is of this dossier, and of once.
  const [early, setEarly] = useState<string | null>(null);
  useShortcuts(payments === null ? { 'Shift+F4': () => setEarly(dossier.id) } : {});
  return (
    <section className={classes.panel} aria-label={words.pay.title}>
      <div className={classes.titleRow}>
        <h3 className={classes.title}>
          {words.pay.title}
          {payments !== null && <Badge tone={look.tone} icon={look.icon} words={words.standing[standing]} />}
        </h3>
        <VisitLine ticketId={dossier.ticketId} />
      </div>
      {twice.length > 0 && (
        <p className={classes.twice} role="alert">
          <Icon name="warning" size={18} />
          {words.pay.twice(twice.map(({ number }) => number).join(', '))}
        </p>
      )}
      {(payments ?? NOTHING).toReversed().map((payment) => (
        <Slip key={payment.id} payment={payment} />
      ))}
      {payments !== null && (standing === 'unpaid' || standing === 'part') && (
        <Taking
          dossier={dossier}
          payments={payments}
          atOnce={early === dossier.id}
          onAtOnce={() => setEarly(null)}
        />
      )}
    </section>
  );
}

type TakingProps = {
  readonly dossier: Dossier;
  readonly payments: readonly Payment[];
  /** It was asked for before it could stand here. */
  readonly atOnce: boolean;
  readonly onAtOnce: () => void;
};

/** The way to a payment: the shift first where none is open, then the form. */
function Taking({ dossier, payments, atOnce, onAtOnce }: TakingProps) {
  const text = useText();
  const { pay: words } = text.money;
  const role = useSession((session) => session.clerk?.role);
  const form = useMoney((money) => (money.form?.wish.dossierId === dossier.id ? money.form : null));
  const trouble = useMoney((money) => money.trouble);
  const forget = useMoney((money) => money.forgetTrouble);
  const startPayment = useMoney((money) => money.startPayment);
  const dropPayment = useMoney((money) => money.dropPayment);
  const payer = usePayer(dossier.id);
  const shift = useOwnShift();
  const [wanted, setWanted] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isOpen = form !== null;
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  useEffect(() => {
    if (!wanted || !shift) return;
    setWanted(false);
    startPayment(dossier, payer, payments);
    // oxlint-disable-next-line react/exhaustive-deps -- only the shift that was waited for goes on to the payment
  }, [wanted, shift?.id]);
  const open = () => {
    if (shift) startPayment(dossier, payer, payments);
    else setWanted(true);
  };
  const mayTake = role !== undefined && mayTakeMoney(role);
  useShortcuts(mayTake && !isOpen ? { 'Shift+F4': open } : {});
  useEffect(() => {
    if (!atOnce) return;
    onAtOnce();
    if (mayTake) open();
    // oxlint-disable-next-line react/exhaustive-deps -- once, as it comes to stand
  }, []);
  if (role === undefined) return null;
  if (!mayTake) return <p className={classes.soft}>{words.mayNot(text.life.roles[role])}</p>;
  return (
    <>
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      {form && <PayForm form={form} onClose={dropPayment} />}
      {!form && wanted && !shift && <OpenShift hint={words.noShift} autoFocus />}
      {!form && !wanted && (
        <Button
          ref={button}
          leftSection={<Icon name="money" />}
          rightSection={<kbd className={classes.kbd}>Shift F4</kbd>}
          onClick={open}
        >
          {words.open}
        </Button>
      )}
    </>
  );
}

/** Who hands the papers in pays, as far as this page has opened the persons. */
function usePayer(dossierId: string): { readonly name: string; readonly address: string } {
  const opened = useDossiers((state) => state.persons[dossierId]);
  if (opened === undefined || opened === 'opening' || opened === 'no-key') return { name: '', address: '' };
  return { name: opened.submitter.name, address: opened.submitter.address };
}

/** One slip of the dossier. */
function Slip({ payment }: { readonly payment: Payment }) {
  const { money: words } = useText();
  const day = useMoney((money) => money.day);
  const printFee = useMoney((money) => money.printFee);
  const { number, total, way, cancelled, copies, takenAt, cashierName } = payment;
  const wanted = feeCopies(payment);
  const missing = wanted.filter((copyNo) => (copies[copyNo - 1] ?? 0) === 0);
  return (
    <div className={classes.slip}>
      <p data-cancelled={cancelled ? '' : undefined}>
        <strong>{number}</strong> · {words.dong(formatMoney(total))} · {words.ways[way]}{' '}
        <span className={classes.soft}>
          {timeOf(takenAt, day)} · {cashierName}
        </span>
      </p>
      {cancelled ? (
        <p className={classes.soft}>
          {words.list.states.cancelled} · {cancelled.number} · {words.slip.cancelReason(cancelled.reason)}
        </p>
      ) : (
        <MoneyPrint
          subject={payment.id}
          paper="fee"
          isOut={missing.length === 0}
          words={{ print: words.pay.print, again: words.pay.again, title: words.pay.reprint(number) }}
          onPrint={(reason) => void printFee(payment, missing.length > 0 ? missing : wanted, reason)}
        />
      )}
    </div>
  );
}
