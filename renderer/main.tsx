// The only place that wires a page: storage, host, stores, screens.
import { setNonce } from 'get-nonce';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openBridge } from './bridge.ts';
import { DeskDatabase } from './db/desk-database.ts';
import { createDeskReads } from './db/reads/desk-reads.ts';
import { createDossierSearch } from './db/search/dossier-search.ts';
import { createSealer } from './db/seal.ts';
import { StartTrouble } from './parts/start-trouble.tsx';
import { drawTicket, ticketFontsReady, ticketPayload } from './slip/ticket-canvas.ts';
import { createDossierStore } from './store/dossier-store.ts';
import { createFilingStore } from './store/filings/filing-store.ts';
import { createHallStore } from './store/hall/hall-store.ts';
import { createKioskStore } from './store/kiosk-store.ts';
import { createLinkStore } from './store/link-store.ts';
import { createMoneyStore } from './store/money/money-store.ts';
import { createPeopleStore } from './store/people/people-store.ts';
import { makeUpSettings } from './store/people/kept-changes.ts';
import { followReads } from './store/people/read-notes.ts';
import { createProcedureBook } from './store/procedure-book.ts';
import { createBooksStore } from './store/papers/books-store.ts';
import { followLateOutcomes } from './store/papers/late-outcomes.ts';
import { createPapersStore } from './store/papers/papers-store.ts';
import { createQueueStore } from './store/queue-store.ts';
import { createReportStore } from './store/report/report-store.ts';
import { createSessionStore } from './store/session-store.ts';
import { createUiStore } from './store/ui-store.ts';
import { createUpkeepStore } from './store/upkeep/upkeep-store.ts';
import { createDeskActs } from './sync/desk-acts.ts';
import { createHostCalls } from './sync/host-calls.ts';
import { createHostLink } from './sync/host-link.ts';
import { newHex, newId } from './sync/page-world.ts';
import { reloadBecause, takeReloadNote } from './sync/page-reload.ts';
import { createIntakeDesk } from './sync/intake/intake-desk.ts';
import { inOneWindow } from './sync/papers/one-window.ts';
import { createPrintTest } from './sync/papers/print-test.ts';
import { createFindReads } from './db/find/find-reads.ts';
import { createFindStore } from './store/find/find-store.ts';
import { createOutageStore } from './store/outage/outage-store.ts';
import { createOutageCalls } from './sync/outage/outage-calls.ts';
import { createPrintForm, createPrintSlip } from './sync/print-slip.ts';
import { createStanding, startPage } from './sync/start-page.ts';
import { guardActs, roomOf } from './sync/upkeep/guard-acts.ts';
import { watchMachineClock } from './sync/upkeep/machine-clock.ts';
import { watchSpace } from './sync/upkeep/space-watch.ts';
import { startUpkeep } from './sync/upkeep/start-upkeep.ts';
import { watchUnattended } from './sync/upkeep/unattended.ts';
import { createVoice } from './voice/voice.ts';
import { voiceOf } from '../shared/law/waiting-room.ts';
import { drillTicket } from '../shared/slip/tickets/drill-mark.ts';
import type { TicketSlip } from '../shared/slip/tickets/ticket.ts';
import type { PrintDoorCall } from './slip/print-door.tsx';
import type { ReloadNote } from './store/session-store.ts';
import type { Stores } from './store/hooks.ts';
import type { StoreDeps } from './store/deps.ts';
import type { Started } from './sync/start-page.ts';

const nonce = meta('motcua-nonce');
setNonce(nonce);
const root = createRoot(document.querySelector('#app') ?? document.body);
const bridge = openBridge(meta('motcua-token'));
const db = new DeskDatabase();
// Before anything is written: a clock that cannot be right is corrected from the first event on.
const machine = watchMachineClock();
const { clock: pageClock } = machine;
const space = watchSpace(navigator.storage);
const storage = { db, bridge, newEpoch: () => newHex(8), nowMs: pageClock.nowMs };
const reloaded = takeReloadNote();
/** Whether what is being typed in this window ends when the page loads itself anew: it is no draft, or the drafts go too. */
let losesForm = (_why: ReloadNote['why']): boolean => false;
const reload = (why: ReloadNote['why']) => reloadBecause({ why, formLost: losesForm(why) });
// Another window brought a newer schema: this one must not go on with the old code. Or the storage is being deleted.
db.on('versionchange', ({ newVersion }) => reload(newVersion === null ? 'storage-deleted' : 'storage-newer'));

/** Drawing slips comes with what draws bar codes; the first picture does not wait for it, a first slip would. */
const PrintDoor = lazy(async () => ({ default: (await import('./slip/print-door.tsx')).PrintDoor }));

async function open(): Promise<void> {
  const started = await startPage(storage);
  if (!started.ok) return root.render(<StartTrouble trouble={started.error} retry={() => void open()} />);
  let doorStands: (door: PrintDoorCall) => void = () => undefined;
  const door = new Promise<PrintDoorCall>((resolve) => (doorStands = resolve));
  const print: PrintDoorCall = async (slip, deliver) => (await door)(slip, deliver);
  const stores = buildStores(started.value, print);
  root.render(
    <>
      <Suspense>
        <PrintDoor nonce={nonce} onReady={doorStands} />
      </Suspense>
      <App stores={stores} nonce={nonce} />
    </>,
  );
  // Beside the first picture; a ticket drawn before they are there waits for them and tries again.
  requestIdleCallback(() => void ticketFontsReady().catch((error: unknown) => reportError(error)));
}

function buildStores(started: Started, door: PrintDoorCall): Stores {
  const { hello, catalogue } = started;
  const { ward } = hello.ward;
  const sealer = createSealer();
  const standing = createStanding(storage, started, () => reload('host-changed'));
  const link = createHostLink({ db, bridge, ward, nowMs: pageClock.nowMs, standing });
  const reads = createDeskReads(db, sealer, ward, link.fetchKey, (error) => reportError(error));
  const search = createDossierSearch({
    db,
    ward,
    sealer,
    startWorker,
    watchJournal: (listener) => reads.watchHeld(listener),
    onFault: (detail) => reportError(new Error(`search list: ${detail}`)),
  });
  const host = createHostCalls(bridge, link, sealer, started, standing, search);
  const acting = {
    db,
    bridge,
    link,
    sealer,
    hello,
    catalogue,
    nowMs: pageClock.nowMs,
    newId,
    reopen: () => standing.reopen(),
  };
  const acts = createDeskActs(acting);
  const deps: StoreDeps = {
    acts: guardActs(acts, roomOf(space, link)),
    reads,
    search,
    host,
    intake: createIntakeDesk({ ...acting, space, onFault: (error) => reportError(error) }),
    clock: pageClock,
    newId,
  };
  const ui = createUiStore();
  const session = createSessionStore(deps, reloaded);
  const printTest = createPrintTest({
    host,
    door,
    newId,
    nowMs: pageClock.nowMs,
    lang: () => ui.getState().lang,
  });
  const paperStore = createPapersStore({
    papers: host.papers,
    watch: (listener) => host.watch(listener),
    printTest,
  });
  const printer = () => paperStore.getState().chosen;
  const printSlip = createPrintSlip({ ward: hello.ward, host, door, newId, nowMs: pageClock.nowMs, printer });
  const printForm = createPrintForm({ host, door, newId, printer });
  const papers = {
    ...deps,
    ui,
    drawTicket: async (slip: TicketSlip) =>
      ticketPayload(await drawTicket(hello.drill === true ? drillTicket(slip) : slip)),
  };
  const onFault = (error: unknown) => reportError(error);
  inOneWindow('late-prints', () => followLateOutcomes({ ...deps, onFault }));
  const upkeep = startUpkeep({ db, bridge, link, hello, machine, space, onFault });
  const dossiers = createDossierStore({ ...deps, session, printSlip, printForm });
  losesForm = (why) => {
    const { keeping, drafts } = dossiers.getState();
    return why === 'storage-deleted' ? keeping !== null || drafts.length > 0 : keeping === 'memory';
  };
  followReads({ ...deps, session, dossiers });
  // Once the journal is whole: a storage that is being filled would miss facts that stand.
  void link
    .exchange()
    .then(() => inOneWindow('kept-settings', () => void makeUpSettings(deps).catch(onFault)));
  const links = createLinkStore(deps);
  const filings = createFilingStore({ ...deps, session, printForm, dossiers });
  const procedures = createProcedureBook(() => host.catalogue());
  const queue = createQueueStore(papers);
  const hall = createHallStore(deps);
  const kiosk = createKioskStore({ ...papers, queue, hall });
  watchUnattended({
    clock: pageClock,
    ageMs: () => performance.now(),
    isAlone: () => /^#\/(kiosk|display)\b/.test(location.hash),
    isIdle: () => kiosk.getState().step === 'home',
    isUp: () => links.getState().hostUp,
    sayAlive: () => void bridge.call('status', {}),
    reload: () => location.reload(),
  });
  return {
    ui,
    session,
    link: links,
    queue,
    hall,
    kiosk,
    dossiers,
    filings,
    money: createMoneyStore({ ...deps, session, printForm }),
    report: createReportStore(deps),
    papers: paperStore,
    books: createBooksStore({ ...deps, session, printForm }),
    upkeep: createUpkeepStore({ ...upkeep, session, host }),
    outage: createOutageStore({
      outage: createOutageCalls({ db, bridge, newId, within: host.within }),
      host,
      clock: pageClock,
      link: links,
      session,
      printForm,
    }),
    find: createFindStore({ ...deps, find: createFindReads(db), session, dossiers, filings, procedures }),
    people: createPeopleStore({ ...deps, session }),
    host,
    intake: deps.intake,
    procedures,
    clock: pageClock,
    voice: createVoice(voiceOf(hello.ward.voice), pageClock.nowMs),
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./db/search/search.worker.ts', import.meta.url), { type: 'module' });
}

function meta(name: string): string {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}

void open();
