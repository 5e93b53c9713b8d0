import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { messages } from '../../shared/text/messages/index.ts';
import { ok } from '../../shared/basics/result.ts';
import { assert } from '../../shared/basics/assert.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { DamagedFile } from '../../shared/bridge.ts';
import type { Messages } from '../../shared/text/messages/index.ts';
import type { PrintTry } from './dossier/dossier-state.ts';
import type { DossierState } from './dossier-store.ts';
import type { HallState } from './hall/hall-store.ts';
import type { KioskState } from './kiosk-store.ts';
import type { LinkState } from './link-store.ts';
import type { MoneyState } from './money/money-state.ts';
import type { ReportState } from './report/report-state.ts';
import type { ProcedureBook } from './procedure-book.ts';
import type { FilingState } from './filings/filing-state.ts';
import type { FindState } from './find/find-store.ts';
import type { OutageState } from './outage/outage-store.ts';
import type { PeopleState } from './people/people-store.ts';
import type { QueueState } from './queue-store.ts';
import type { SessionState } from './session-store.ts';
import type { UiState } from './ui-store.ts';
import type { UpkeepState } from './upkeep/upkeep-state.ts';
import type { BooksState } from './papers/books-store.ts';
import type { PapersState } from './papers/papers-store.ts';
import type { HostCalls, PageClock } from './deps.ts';
import type { IntakeDesk } from './intake/intake-deps.ts';
import type { Voice, VoiceState } from '../voice/voice.ts';

/** The stores of one page. */
export type Stores = {
  readonly ui: StoreApi<UiState>;
  readonly link: StoreApi<LinkState>;
  readonly session: StoreApi<SessionState>;
  readonly queue: StoreApi<QueueState>;
  readonly hall: StoreApi<HallState>;
  readonly kiosk: StoreApi<KioskState>;
  readonly dossiers: StoreApi<DossierState>;
  readonly filings: StoreApi<FilingState>;
  readonly money: StoreApi<MoneyState>;
  readonly upkeep: StoreApi<UpkeepState>;
  readonly outage: StoreApi<OutageState>;
  readonly find: StoreApi<FindState>;
  readonly papers: StoreApi<PapersState>;
  readonly books: StoreApi<BooksState>;
  readonly people: StoreApi<PeopleState>;
  readonly report: StoreApi<ReportState>;
  /** Facts of the host that do not change while the page is open, and calls that need no store. */
  readonly host: HostCalls;
  readonly intake: IntakeDesk;
  readonly procedures: ProcedureBook;
  readonly clock: PageClock;
  readonly voice: Voice;
};

/** Gives the stores to every screen below it. */
export const StoresContext = createContext<Stores | null>(null);

/** The stores of this page. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  assert(stores, 'screens stand below StoresContext');
  return stores;
}

/** One value of the looks store. */
export const useUi = <T>(select: (state: UiState) => T): T => useStore(useStores().ui, select);

/** One value of the link store. */
export const useLink = <T>(select: (state: LinkState) => T): T => useStore(useStores().link, select);

/** One value of the session store. */
export const useSession = <T>(select: (state: SessionState) => T): T => useStore(useStores().session, select);

/** One value of the store of outages. */
export const useOutage = <T>(select: (state: OutageState) => T): T => useStore(useStores().outage, select);

/** One value of the search from anywhere. */
export const useFind = <T>(select: (state: FindState) => T): T => useStore(useStores().find, select);

/** One value of the store of register books and hand-over lists. */
export const useBooks = <T>(select: (state: BooksState) => T): T => useStore(useStores().books, select);

/** One value of the store of printers and papers. */
export const usePapers = <T>(select: (state: PapersState) => T): T => useStore(useStores().papers, select);

/** What became of a paper since its printer's system took it; the outcome itself where nothing more was heard. */
export function useFate(outcome: PrintTry['outcome']): PrintTry['outcome'] {
  const jobId = outcome?.ok === true ? outcome.value.jobId : '';
  const fate = usePapers((papers) => papers.fates[jobId]);
  return useMemo(() => (fate ? ok(fate) : outcome), [fate, outcome]);
}

/** One value of the queue store. */
export const useQueue = <T>(select: (state: QueueState) => T): T => useStore(useStores().queue, select);

/** One value of the waiting room's store. */
export const useHall = <T>(select: (state: HallState) => T): T => useStore(useStores().hall, select);

/** Has former days read while waits are shown, and again when a new day begins. */
export function useFormerDays(): void {
  const day = useHall((hall) => hall.day);
  const readFormer = useHall((hall) => hall.readFormer);
  useEffect(() => void readFormer(), [day, readFormer]);
}

/** One value of the store of a period's figures. */
export const useReport = <T>(select: (state: ReportState) => T): T => useStore(useStores().report, select);

/** One value of the store of filings. */
export const useFilings = <T>(select: (state: FilingState) => T): T => useStore(useStores().filings, select);

/** One value of the store of money. */
export const useMoney = <T>(select: (state: MoneyState) => T): T => useStore(useStores().money, select);

/** One value of the kiosk store. */
export const useKiosk = <T>(select: (state: KioskState) => T): T => useStore(useStores().kiosk, select);

/** One value of the dossier store. */
export const useDossiers = <T>(select: (state: DossierState) => T): T =>
  useStore(useStores().dossiers, select);

/** One value of the store of what needs a person besides the day's work. */
export const useUpkeep = <T>(select: (state: UpkeepState) => T): T => useStore(useStores().upkeep, select);

/** One value of the store of settings, PINs and who read what. */
export const usePeople = <T>(select: (state: PeopleState) => T): T => useStore(useStores().people, select);

/** Damaged pieces of this machine's journal files that no clerk of this storage has looked into. */
export function useDamage(): readonly DamagedFile[] {
  const damaged = useLink((link) => link.status?.damaged);
  const seen = useUpkeep((state) => state.damageSeen);
  // While it is not known what was looked into, nothing is told: it would be taken back in a moment.
  return seen === null ? [] : (damaged ?? []).filter(({ piece }) => !seen.includes(piece));
}

/** How the page's voice stands. */
export function useVoice(): VoiceState {
  const { voice } = useStores();
  return useSyncExternalStore(voice.watch, voice.state);
}

/** The words of the page in its language. */
export function useText(): Messages {
  return messages[useUi((ui) => ui.lang)];
}
