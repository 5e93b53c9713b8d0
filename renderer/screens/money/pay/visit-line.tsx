import { useEffect, useState } from 'react';
import { useMoney, useText } from '../../../store/hooks.ts';
import classes from './pay.module.css';
import type { Ticket } from '../../../../shared/project/tickets.ts';

/** The visit in which a dossier came: its number and what its person thought of it [D20]; nothing without a ticket. */
export function VisitLine({ ticketId }: { readonly ticketId: string | null }) {
  const text = useText();
  const { visit: words } = text.money.pay;
  const ticketOf = useMoney((money) => money.ticketOf);
  const [ticket, setTicket] = useState<Ticket | null>(null);
  useEffect(() => {
    let isHere = true;
    if (ticketId !== null) void ticketOf(ticketId).then((found) => isHere && setTicket(found));
    return () => {
      isHere = false;
    };
  }, [ticketId, ticketOf]);
  if (ticketId === null || ticket?.id !== ticketId) return null;
  const { number, rating } = ticket;
  return (
    <p className={classes.soft}>
      {words.number(number)} · {rating ? words.rated(text.hall.grades[rating.grade]) : words.unrated}
    </p>
  );
}
