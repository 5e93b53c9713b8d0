// Reads of months of work over arrays.
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { ReportReads } from '../../../renderer/store/report/report-deps.ts';

type World = {
  readonly tickets: () => readonly Ticket[];
  readonly dossiers: () => readonly Dossier[];
  readonly events: readonly LoggedEvent[];
};

/** Everything in one slice; no money stands in this journal. */
export function fakeReport({ tickets, dossiers, events }: World): ReportReads {
  return {
    sliceDossiers: (_days, take) => Promise.resolve(void take(dossiers(), 0)),
    sliceTickets: (_days, take) => Promise.resolve(void take(tickets(), 0)),
    moneyOf: () => Promise.resolve({ payments: [], shifts: [] }),
    refusals: () => Promise.resolve(events.filter(({ event }) => event.type === 'filing-refused')),
    dossiersNamed: (ids) => Promise.resolve(dossiers().filter(({ id }) => ids.includes(id))),
    ticketsNamed: (ids) => Promise.resolve(tickets().filter(({ id }) => ids.includes(id))),
  };
}
