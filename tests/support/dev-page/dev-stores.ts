// The stores of one page over a fake world; what renderer/main.tsx does with the real one.
import { ok } from '../../../shared/basics/result.ts';
import { toIso } from '../../../shared/basics/time.ts';
import { createDossierStore } from '../../../renderer/store/dossier-store.ts';
import { createHallStore } from '../../../renderer/store/hall/hall-store.ts';
import { createKioskStore } from '../../../renderer/store/kiosk-store.ts';
import { createLinkStore } from '../../../renderer/store/link-store.ts';
import { createFilingStore } from '../../../renderer/store/filings/filing-store.ts';
import { createFindStore } from '../../../renderer/store/find/find-store.ts';
import { createOutageStore } from '../../../renderer/store/outage/outage-store.ts';
import { createPeopleStore } from '../../../renderer/store/people/people-store.ts';
import { createMoneyStore } from '../../../renderer/store/money/money-store.ts';
import { createProcedureBook } from '../../../renderer/store/procedure-book.ts';
import { createReportStore } from '../../../renderer/store/report/report-store.ts';
import { createBooksStore } from '../../../renderer/store/papers/books-store.ts';
import { createPapersStore } from '../../../renderer/store/papers/papers-store.ts';
import { createQueueStore } from '../../../renderer/store/queue-store.ts';
import { createSessionStore } from '../../../renderer/store/session-store.ts';
import { createUiStore } from '../../../renderer/store/ui-store.ts';
import { createUpkeepStore } from '../../../renderer/store/upkeep/upkeep-store.ts';
import { createVoice } from '../../../renderer/voice/voice.ts';
import { voiceOf } from '../../../shared/law/waiting-room.ts';
import { drawTicket, ticketPayload } from '../../../renderer/slip/ticket-canvas.ts';
import { fakeFindReads, fakeOutage } from '../fake-outage.ts';
import { devUpkeep } from './dev-upkeep.ts';
import type { TicketSlip } from '../../../shared/slip/tickets/ticket.ts';
import type { Stores } from '../../../renderer/store/hooks.ts';
import type { FakeWorld } from '../fake-world.ts';

/** Builds every store of a page. Slips count as printed, nothing is drawn. */
export function devStores(world: FakeWorld, asked: URLSearchParams): Stores {
  const { deps } = world;
  const ui = createUiStore();
  const session = createSessionStore(deps);
  const printSlip = () =>
    Promise.resolve(
      ok({ jobId: deps.newId('job'), state: 'confirmed', at: toIso(deps.clock.nowMs()) } as const),
    );
  const papers = {
    ...deps,
    ui,
    drawTicket: async (slip: TicketSlip) => ticketPayload(await drawTicket(slip)),
  };
  const [queue, hall] = [createQueueStore(papers), createHallStore(deps)];
  const link = createLinkStore(deps);
  const dossiers = createDossierStore({ ...deps, session, printSlip, printForm: printSlip });
  const filings = createFilingStore({ ...deps, session, printForm: printSlip, dossiers });
  const procedures = createProcedureBook(() => deps.host.catalogue());
  return {
    ui,
    session,
    link,
    queue,
    hall,
    kiosk: createKioskStore({ ...papers, queue, hall }),
    dossiers,
    filings,
    report: createReportStore(deps),
    books: createBooksStore({ ...deps, session, printForm: printSlip }),
    papers: createPapersStore({ papers: deps.host.papers, watch: deps.host.watch, printTest: printSlip }),
    money: createMoneyStore({ ...deps, session, printForm: printSlip }),
    upkeep: createUpkeepStore({ ...devUpkeep(world, asked), session, host: deps.host }),
    outage: createOutageStore({ ...deps, outage: fakeOutage(), link, session, printForm: printSlip }),
    find: createFindStore({ ...deps, find: fakeFindReads(), session, dossiers, filings, procedures }),
    people: createPeopleStore({ ...deps, session }),
    host: deps.host,
    intake: deps.intake,
    procedures,
    clock: deps.clock,
    voice: createVoice(voiceOf(deps.host.hello().ward.voice), deps.clock.nowMs),
  };
}
