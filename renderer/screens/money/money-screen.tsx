import { useState } from 'react';
import { mayTakeMoney, overseesMoney } from '../../../shared/decide/money/roles.ts';
import { Loading } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useMoney, useText } from '../../store/hooks.ts';
import { ClerkForm, ClerkLine, useHallClerk } from '../hall/hall-clerk.tsx';
import { StaffFrame } from '../staff-frame.tsx';
import { BookCheck } from './book-check.tsx';
import classes from './money.module.css';
import { OwnShift } from './own-shift.tsx';
import { PaymentList } from './payment-list.tsx';
import { PaymentView } from './payment-view.tsx';
import { ShiftList } from './shifts/shift-list.tsx';

/** Money of this desk: the own shift, its slips, the book and the shifts of the day [F02]–[F07]. */
export function MoneyScreen() {
  const text = useText();
  const shifts = useMoney((money) => money.shifts);
  const who = useHallClerk();
  const trouble = useMoney((money) => money.trouble);
  const forget = useMoney((money) => money.forgetTrouble);
  const [openId, setOpenId] = useState<string | null>(null);
  const { money: words } = text;
  const role = who.clerk?.role;
  const mayLead = role !== undefined && (mayTakeMoney(role) || overseesMoney(role));
  return (
    <StaffFrame page="money" layout="fill">
      {shifts === null ? (
        <Loading words={text.common.loading} />
      ) : (
        <div className={classes.page}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.title}>
            <header className={classes.head}>
              <h1>{words.title}</h1>
              <ClerkLine who={who} />
            </header>
            {who.asking && <ClerkForm onClose={who.stopAsking} />}
            {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
            <div className={classes.pairOfSections}>
              <Section title={words.shift.title}>
                {mayLead ? (
                  <OwnShift />
                ) : (
                  <p className={classes.hint}>
                    {role === undefined ? words.shift.signIn : words.pay.mayNot(text.life.roles[role])}
                  </p>
                )}
              </Section>
              <Section title={words.book.title}>
                <BookCheck />
              </Section>
            </div>
            <Section title={words.list.title}>
              <PaymentList openId={openId} onOpen={setOpenId} />
            </Section>
            <Section title={words.shifts.title}>
              <ShiftList shifts={shifts} />
            </Section>
          </div>
          {openId !== null && <PaymentView key={openId} paymentId={openId} onClose={() => setOpenId(null)} />}
        </div>
      )}
    </StaffFrame>
  );
}
