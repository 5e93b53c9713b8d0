import type { definitions as viDefinitions } from '../../vi/hall/definitions.ts';

/** What each figure of the waiting room means; it stands where the figure opens into its rows. */
export const definitions = {
  waiting: (warn: number, late: number): string =>
    `Numbers in the queue at this moment; a wait is counted from taking the number or coming back to the queue. Yellow from ${warn} minutes, red from ${late}.`,
  'at-counter': 'Numbers called and not finished: on the way to the counter or being served.',
  held: 'Numbers that a clerk set aside for a reason; their people come back.',
  done: 'Numbers that ended today in a service. Without those given up, set aside or closed.',
  absent:
    'Numbers that were called, marked absent and have not come back, also when they were closed since. Those who came back stand elsewhere.',
  closed: 'Numbers closed without a service: given up by their people, or closed at the end of the day.',
  given:
    'Numbers given today, by where they were given; each stands in exactly one of the tiles before this one. Those carried over from earlier days are counted apart.',
  ratings:
    'Answers today to the question how satisfied people are. The response rate is answers over visits done; below 5 answers there is no percentage.',
  services:
    'Each service at this counter up to the end or to being sent on; from standing there, or from the call where nobody noted that. Numbers absent, set aside or closed are not counted.',
  counterLight:
    'Yellow when the present call takes over twice, red when over three times the mean of its queue today, and not before 5 minutes; without 5 measured calls there is no light.',
  newcomer:
    'For a plain number taken now: the span that four of five waits lie in, by what was measured today and on the last days, and the counters that are open.',
  fairness:
    'A call out of turn went before somebody who had waited longer in the same queue and whom that counter could have called. Those without an explanation stand first.',
  hours: 'By the working calendar of the ward, with days off, make-up days and recurring days.',
} satisfies typeof viDefinitions;
