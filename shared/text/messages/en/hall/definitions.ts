import type { definitions as viDefinitions } from '../../vi/hall/definitions.ts';

/** What each figure of the waiting room means; it stands where the figure opens into its rows. */
export const definitions = {
  waiting: (warn: number, late: number): string =>
    `Numbers in the queue at this moment; a wait is counted from taking the number or coming back to the queue. Yellow from ${warn} minutes, red from ${late}.`,
  'at-counter': 'Numbers called and not finished: on the way to the counter or being served.',
  held: 'Numbers that a clerk set aside for a reason; their people come back.',
  done: 'Visits that ended today in a service. Without numbers given up and those closed at the end of the day.',
  absent: 'Numbers that were called and marked absent at least once today, those who came back among them.',
  given:
    'Numbers given today, by where they were given. Those carried over from earlier days are not counted.',
  ratings:
    'Answers today to the question how satisfied people are. The response rate is answers over visits done; below 5 answers there is no percentage.',
  services:
    'Each stay at this counter up to the end, a transfer or being set aside; from standing there, or from the call where nobody noted that.',
  counterLight:
    'Yellow when the present call takes over twice, red when over three times the mean of its queue today; without 5 measured calls there is no light.',
  newcomer:
    'For a plain number taken now: the span that four of five waits lie in, by what was measured today and the counters that are open.',
  fairness:
    'A call out of turn went before somebody who had waited longer in the same queue and whom that counter could have called. Those without an explanation stand first.',
  hours: 'By the working calendar of the ward, with days off, make-up days and recurring days.',
} satisfies typeof viDefinitions;
