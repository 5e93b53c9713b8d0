import type { counterDay as viCounterDay } from '../../vi/desk/counter-day.ts';

/** The counter itself: open, on a break, closed; calls for help; the end of the day. */
export const counterDay = {
  title: 'State of the counter',
  states: { open: 'Open', break: 'On a break', closed: 'Closed' },
  since: (time: string): string => `since ${time}`,
  until: (time: string): string => `back at about ${time}`,
  meaning: {
    open: 'The counter takes people.',
    break: 'Nobody is called to this counter; waiting times told to people leave it out.',
    closed: 'Nobody is called to this counter until it opens again.',
  },
  change: 'Break, close',
  reopen: 'Open the counter again',
  pauseTitle: 'Break or close',
  what: 'What',
  pause: 'Break',
  shut: 'Close',
  reasons: {
    rest: 'Short rest',
    meal: 'Lunch',
    errand: 'Errand in the building',
    meeting: 'Meeting',
    other: 'Other',
  },
  back: 'Back in',
  backIn: (minutes: number): string => `${minutes} min`,
  backUnknown: 'Not known',
  submitPause: 'Take a break',
  submitClose: 'Close the counter',
  closeHint: 'Closed for the day; it can open again at any time.',
  help: {
    /** The verb is heard only; what stands on the button is short. */
    call: { verb: 'Call for', what: 'help' },
    title: 'Call for help now?',
    line: (counter: string): string => `Every other counter sees at once: ${counter} needs somebody.`,
    confirm: 'Call for help now',
    cancel: 'No, a slip',
    banner: 'Help needed',
    from: (counter: string, time: string): string => `${counter} has needed help since ${time}.`,
    mine: (time: string): string => `You called for help at ${time}. The other counters see it.`,
    coming: (clerk: string, counter: string): string => `${clerk} is on the way to ${counter}.`,
    mineComing: (clerk: string): string => `${clerk} is on the way to this counter.`,
    going: 'I am coming',
    over: 'It is over',
    offline: 'Offline: counters on other machines do not see this call yet. Call out loud.',
  },
  end: {
    open: 'End of day',
    title: 'End of day',
    loading: 'Counting the open numbers…',
    nothing: 'No number is open. Nothing to do.',
    today: 'Today',
    before: 'Earlier days',
    columns: { status: 'State', numbers: 'Numbers', count: 'Total' },
    statuses: {
      waiting: 'Waiting',
      called: 'Called',
      serving: 'Being served',
      held: 'Held',
      absent: 'Absent',
    },
    close: 'The ward closes open numbers: who is not done takes a new one on another day.',
    carry:
      'The ward carries waiting and held numbers to the next working day, each at its place; the others are closed.',
    atCounter: (count: number): string =>
      `${count} ${count === 1 ? 'number is' : 'numbers are'} still at a counter. Better press “Done” or “Absent” there first.`,
    submit: 'End the day',
    sure: (count: number): string => `End ${count} ${count === 1 ? 'number' : 'numbers'} now?`,
    yes: (count: number): string => `Yes, end ${count} ${count === 1 ? 'number' : 'numbers'}`,
    done: 'The day is ended',
    outcome: (closed: number, carried: number): string =>
      carried === 0
        ? `${closed} ${closed === 1 ? 'number' : 'numbers'} closed.`
        : `${closed} closed, ${carried} carried to the next working day.`,
  },
} satisfies typeof viCounterDay;
