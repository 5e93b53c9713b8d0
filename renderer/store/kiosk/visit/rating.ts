// What a person thinks of a visit, asked at the kiosk [E05] (DOMAIN 6.3). No name; the number ties it to the visit.
import { compactCode } from '../../../../shared/law/ids/typed.ts';
import type { FactBody } from '../../../../shared/event/facts.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';

/** An answer to the question. */
export type RatingGrade = FactBody<'ticket-rated'>['grade'];

/** A reason for being dissatisfied. */
export type RatingReason = FactBody<'ticket-rated'>['reasons'][number];

/** A rating on its way; `stage` says what the person is asked now. */
export type Rating = {
  readonly ticketId: string;
  readonly number: string;
  readonly stage: 'question' | 'reasons' | 'sending' | 'thanks';
  readonly reasons: readonly RatingReason[];
};

/** Why a number is not rated now; of one that is not served yet, how it stands. */
export type RatingAnswer =
  | { readonly kind: 'unknown' | 'rated' | 'too-many' | 'failed' }
  | { readonly kind: 'not-yet'; readonly ticketId: string };

/** Figures of a number are written with so many places. */
const PLACES = 3;
const TYPED = /^([A-Z]{1,4})(\d{1,4})$/;

/** A ticket's number as it stands on the paper: `a 14` is A014; null for what is none. */
export function ticketNumberOf(typed: string): string | null {
  const [, letters, figures] = TYPED.exec(compactCode(typed).replaceAll('-', '')) ?? [];
  return letters === undefined || figures === undefined ? null : `${letters}${figures.padStart(PLACES, '0')}`;
}

/** Finds what is rated; the day's tickets are those that this machine sees. */
export function judgeRating(
  number: string | null,
  day: string,
  tickets: readonly Ticket[],
): Rating | RatingAnswer {
  // A number that was carried over from another day may stand beside one of today.
  const ticket =
    tickets.find((one) => one.number === number && one.day === day) ??
    tickets.find((one) => one.number === number);
  if (!ticket) return { kind: 'unknown' };
  if (ticket.rating !== null) return { kind: 'rated' };
  if (ticket.status !== 'served') return { kind: 'not-yet', ticketId: ticket.id };
  return { ticketId: ticket.id, number: ticket.number, stage: 'question', reasons: [] };
}
