import type { head as viHead } from '../vi/head.ts';

/** Words of the head of desk's page. */
export const head = {
  title: 'Are we on time today?',
  asOf: (time: string, day: string): string => `As of ${time}, ${day}, from the data on this machine`,
  verdict: {
    none: 'No dossier is being processed yet.',
    yes: (open: number): string => `Yes. All ${open} open dossiers are in time.`,
    soon: (soon: number): string =>
      `Yes, but ${soon} ${soon === 1 ? 'dossier is' : 'dossiers are'} nearly due.`,
    no: (late: number, open: number): string => `No. ${late} of ${open} open dossiers are overdue.`,
  },
  queue: {
    title: 'Today’s queue',
    waiting: 'Waiting',
    called: 'Being served',
    served: 'Served',
    absent: 'Absent',
    longest: 'Longest wait',
    minutes: (count: number): string => `${count} min`,
    nobody: 'Nobody has taken a number today.',
    columns: { number: 'Number', issued: 'Taken at', field: 'Field', counter: 'Counter' },
  },
  due: {
    title: 'Dossiers by due date',
    late: 'Overdue',
    soon: 'Due soon',
    'in-time': 'In time',
    paused: 'Paused',
    ready: 'Result ready, to be given back',
  },
  offices: {
    title: 'Overdue by office',
    none: 'No office has an overdue dossier.',
    desk: 'At the one-stop desk',
    office: 'Where the dossier is',
    count: 'Overdue',
  },
  figures: {
    title: 'The day’s figures by field',
    subtitle: 'Columns of form II.06a/VPCP/KSTT. Press a figure to see the dossiers it counts.',
    none: 'There is no dossier to count today.',
    field: 'Field',
    groups: { received: 'Received', finished: 'Finished', pending: 'In process' },
    columns: {
      received: 'Total',
      receivedOnline: 'Online',
      receivedAtCounter: 'Counter, post',
      carriedOver: 'Carried over',
      finished: 'Total',
      finishedEarly: 'Early',
      finishedOnTime: 'On time',
      finishedLate: 'Late',
      pending: 'Total',
      pendingInTime: 'In time',
      pendingOverdue: 'Overdue',
    },
    total: 'Total',
    agree: 'The figures agree: (3) = (7) + (11) on every row.',
    differ: (rows: string): string =>
      `The figures do not agree: (3) is not (7) + (11), or a part sum is wrong, on row ${rows}. Tell the administrator.`,
  },
  district: {
    title: (level: string): string => `Compared with the figures of the level above (${level})`,
    asOf: (time: string): string => `Counted above at ${time}`,
    here: 'This machine',
    there: 'Level above',
    figure: 'Figure',
    compared: 'Compared',
    same: 'Same',
    differs: 'Differs',
    allSame: 'Both places have the same figures.',
    someDiffer: (unsent: number): string =>
      unsent > 0
        ? `The two still differ because ${unsent} ${unsent === 1 ? 'item is' : 'items are'} not sent yet; they will agree when all is sent.`
        : 'The two still differ: this machine may not have read all work of other counters. See “Where the data is”.',
    away: (since: string): string =>
      `The figures of the level above cannot be seen since ${since}. All figures here are counted on this machine.`,
    never:
      'The figures of the level above have not been seen yet. All figures here are counted on this machine.',
    loading: 'Asking the level above for its figures…',
  },
  list: {
    label: 'What the figure counts',
    close: 'Close the list',
    count: (count: number): string => `${count} ${count === 1 ? 'dossier' : 'dossiers'}`,
    people: (count: number): string => `${count} ${count === 1 ? 'visit' : 'visits'}`,
    code: 'Dossier code',
    procedure: 'Procedure',
    due: 'Due',
    state: 'State',
    empty: 'No dossiers.',
    opens: (figure: string, count: number): string => `${figure}: ${count}. Show the list`,
    dossiers: (count: number, state: string): string =>
      `${count} ${count === 1 ? 'dossier' : 'dossiers'}: ${state.toLowerCase()}`,
    visitors: (count: number, state: string): string =>
      `${count} ${count === 1 ? 'visitor' : 'visitors'}: ${state.toLowerCase()}`,
  },
} satisfies typeof viHead;
