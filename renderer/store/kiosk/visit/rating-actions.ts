import { wardDay } from '../../../../shared/basics/time.ts';
import { ticketsNow } from '../kiosk-state.ts';
import { judgeRating, ticketNumberOf } from './rating.ts';
import type { Cell } from '../cell.ts';
import type { KioskDeps, KioskState } from '../kiosk-state.ts';
import type { Rating, RatingAnswer, RatingGrade } from './rating.ts';
import type { Tries } from './tries.ts';

/** No number is longer. */
const MAX_NUMBER = 8;

type RatingActions = Pick<
  KioskState,
  | 'startFeedback'
  | 'startRating'
  | 'startSuggestion'
  | 'typeNumber'
  | 'findNumber'
  | 'grade'
  | 'toggleReason'
  | 'sendRating'
>;

/** Rating a visit [E05]; what comes back after the person left is not shown to the next. */
export function ratingActions(deps: KioskDeps, { get, set, goTo }: Cell, tries: Tries): RatingActions {
  const { acts, clock, reads } = deps;
  const send = async (rating: Rating, grade: RatingGrade): Promise<void> => {
    const { visit } = get();
    set({ rating: { ...rating, stage: 'sending' } });
    const reasons = grade === 'dissatisfied' ? [...rating.reasons] : [];
    const outcome = await acts.rateTicket(rating.ticketId, { grade, reasons });
    if (get().visit !== visit || get().step !== 'rate') return;
    if (outcome.ok) return goTo('rate', { rating: { ...rating, stage: 'thanks' } });
    goTo('rate', { rating: null, ratingAnswer: answerTo(outcome.error.code, rating) });
  };
  /** A number of today, or one that was carried to it. */
  const judge = async (number: string | null, day: string): Promise<Rating | RatingAnswer> => {
    if (number === null) return { kind: 'unknown' };
    const carried = ticketsNow(deps).filter((one) => one.number === number);
    return judgeRating(number, day, [...(await reads.ticketsNumbered(day, number)), ...carried]);
  };
  return {
    startFeedback: () => goTo('feedback'),
    startRating: () => goTo('rate', { typed: '', rating: null, ratingAnswer: null }),
    startSuggestion: () => goTo('suggest'),
    typeNumber: (typed) => set({ typed: typed.slice(0, MAX_NUMBER).toUpperCase(), ratingAnswer: null }),
    findNumber: async (text, how) => {
      const nowMs = clock.nowMs();
      const { step, visit } = get();
      if (text.trim() === '' || step === 'printing') return;
      const judged =
        how === 'typed' && !tries.areLeft(nowMs)
          ? ({ kind: 'too-many' } as const)
          : await judge(ticketNumberOf(text), wardDay(nowMs));
      if (get().visit !== visit || get().step !== step) return;
      const found = 'stage' in judged;
      if (how === 'typed' && !found && judged.kind === 'unknown') tries.countWrong(nowMs);
      const change = { typed: '', rating: found ? judged : null, ratingAnswer: found ? null : judged };
      // A new question rests, so that the tap that asked for it answers nothing; an answer beside the keys does not.
      if (step === 'rate' && !found) set(change);
      else goTo('rate', change);
    },
    grade: async (grade) => {
      const { rating, ready } = get();
      if (rating?.stage !== 'question' || !ready) return;
      if (grade === 'dissatisfied') return goTo('rate', { rating: { ...rating, stage: 'reasons' } });
      await send(rating, grade);
    },
    toggleReason: (reason) => {
      const { rating } = get();
      if (rating?.stage !== 'reasons') return;
      const others = rating.reasons.filter((one) => one !== reason);
      const reasons = others.length < rating.reasons.length ? others : [...rating.reasons, reason];
      set({ rating: { ...rating, reasons } });
    },
    sendRating: async () => {
      const { rating, ready } = get();
      if (rating?.stage === 'reasons' && ready) await send(rating, 'dissatisfied');
    },
  };
}

/** Somebody rated it, or called it back to a counter, between the question and the answer. */
function answerTo(code: string, { ticketId }: Rating): RatingAnswer {
  if (code === 'rating-given') return { kind: 'rated' };
  if (code === 'rating-too-early') return { kind: 'not-yet', ticketId };
  return code === 'ticket-unknown' || code === 'rating-too-late' ? { kind: 'unknown' } : { kind: 'failed' };
}
