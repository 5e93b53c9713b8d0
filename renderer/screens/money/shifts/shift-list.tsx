import { Button } from '@mantine/core';
import { useState } from 'react';
import { overseesMoney } from '../../../../shared/decide/money/roles.ts';
import { tallyOf } from '../../../../shared/decide/money/shifts.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { Icon } from '../../../parts/icons.tsx';
import { Badge } from '../../../parts/status-badge.tsx';
import { printedOf } from '../../../store/money/money-prints.ts';
import { useMoney, useSession, useText } from '../../../store/hooks.ts';
import { MoneyPrint } from '../money-print.tsx';
import { timeOf, usePayments } from '../use-money.ts';
import { CountForm } from './count-form.tsx';
import { RemitForm } from './remit-form.tsx';
import classes from './shifts.module.css';
import type { Shift } from '../../../../shared/project/office/shifts.ts';

/** Shifts that are open, whose money is still here, or of today. */
export function ShiftList({ shifts }: { readonly shifts: readonly Shift[] }) {
  const { shifts: words } = useText().money;
  if (shifts.length === 0) return <p className={classes.hint}>{words.none}</p>;
  return (
    <ul className={classes.list}>
      {shifts.map((shift) => (
        <li key={shift.id}>
          <Row shift={shift} />
        </li>
      ))}
    </ul>
  );
}

const looks = {
  open: { tone: 'ok', icon: 'clock' },
  closed: { tone: 'warn', icon: 'money' },
  remitted: { tone: 'paused', icon: 'check' },
} as const satisfies Readonly<Record<Shift['status'], object>>;

function Row({ shift }: { readonly shift: Shift }) {
  const { shifts: words } = useText().money;
  const day = useMoney((money) => money.day);
  const { status, cashierName, till, openedAt, closed, remitted } = shift;
  const look = looks[status];
  const difference = closed ? closed.countedCash - closed.expectedCash : 0;
  return (
    <article className={classes.shift} aria-label={words.line(cashierName, till)}>
      <p className={classes.line}>
        <strong>{words.line(cashierName, till)}</strong>
        <span className={classes.soft}>
          {timeOf(openedAt, day)}
          {closed && ` – ${timeOf(closed.at, day)}`}
        </span>
        <Badge tone={look.tone} icon={look.icon} words={words.states[status]} />
      </p>
      {closed && (
        <p className={classes.soft}>
          {words.counted(formatMoney(closed.countedCash), formatMoney(closed.expectedCash))}
          {difference !== 0 && (
            <span className={classes.off}>
              {' '}
              <Icon name="warning" size={16} /> {words.difference(formatMoney(difference))} · {closed.reason}
            </span>
          )}
        </p>
      )}
      {remitted && (
        <p className={classes.soft}>
          {words.remittedTo(formatMoney(remitted.amount), remitted.to, remitted.listNo)}
          {remitted.reason !== undefined && ` · ${words.remitReasonTold(remitted.reason)}`}
        </p>
      )}
      <Acts shift={shift} />
    </article>
  );
}

function Acts({ shift }: { readonly shift: Shift }) {
  const { shifts: words } = useText().money;
  const clerk = useSession((session) => session.clerk);
  const printShift = useMoney((money) => money.printShift);
  const [doing, setDoing] = useState<'count' | 'remit' | null>(null);
  if (!clerk) return null;
  const isOwn = clerk.id === shift.cashier;
  const mayLead = isOwn || overseesMoney(clerk.role);
  const stop = () => setDoing(null);
  return (
    <div className={classes.shiftActs}>
      {shift.closed && (
        <MoneyPrint
          subject={shift.id}
          paper="close"
          isOut={printedOf(shift, 'close') > 0}
          words={{ print: words.printClose, again: words.printAgainClose, title: words.printAgainClose }}
          onPrint={(reason) => void printShift(shift, 'close', reason)}
        />
      )}
      {shift.remitted && (
        <MoneyPrint
          subject={shift.id}
          paper="remittance"
          isOut={printedOf(shift, 'remittance') > 0}
          words={{
            print: words.printRemittance,
            again: words.printAgainRemittance,
            title: words.printAgainRemittance,
          }}
          onPrint={(reason) => void printShift(shift, 'remittance', reason)}
        />
      )}
      {doing === null && shift.status === 'closed' && mayLead && (
        <Button size="sm" onClick={() => setDoing('remit')}>
          {words.remit}
        </Button>
      )}
      {doing === null && shift.status === 'open' && !isOwn && mayLead && (
        <Button size="sm" variant="default" onClick={() => setDoing('count')}>
          {words.closeOther}
        </Button>
      )}
      {doing === 'remit' && <RemitForm shift={shift} onClose={stop} />}
      {doing === 'count' && <CountOther shift={shift} onClose={stop} />}
    </div>
  );
}

function CountOther({ shift, onClose }: { readonly shift: Shift; readonly onClose: () => void }) {
  const payments = usePayments({ shiftId: shift.id });
  if (payments === null) return null;
  return <CountForm shift={shift} expected={tallyOf(shift, payments).expectedCash} onClose={onClose} />;
}
