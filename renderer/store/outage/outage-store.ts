import { createStore } from 'zustand/vanilla';
import { toIso } from '../../../shared/basics/time.ts';
import { outageReport } from '../../../shared/report/outage/outage-report.ts';
import { drawOutage } from './draw-outage.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { BridgeFault } from '../../../shared/bridge.ts';
import type {
  DrillCuts,
  DrillState,
  Outage,
  UsbExported,
  UsbImported,
} from '../../../shared/bridge/outage.ts';
import type { OutageAct } from '../../../shared/report/outage/outage-report.ts';
import type { HostCalls, PageClock } from '../deps.ts';
import type { DossierDeps } from '../dossier/dossier-state.ts';
import type { LinkState } from '../link-store.ts';
import type { SessionState } from '../session-store.ts';
import type { MoneyTroubles, OutageDeps, OutageView } from './outage-deps.ts';

/** A file on its way to or from the stick. */
export type UsbState =
  | { readonly step: 'idle' }
  | { readonly step: 'writing' | 'reading'; readonly done: number; readonly of: number }
  | { readonly step: 'written'; readonly file: UsbExported }
  | { readonly step: 'read'; readonly brought: UsbImported }
  | { readonly step: 'failed'; readonly fault: BridgeFault };

/** What the page about outages shows, and what people can do there. */
export type OutageState = {
  /** Newest first; null while the first reading is under way. */
  readonly outages: readonly Outage[] | null;
  /** What waits above now: acts of this machine that the level above lacks. */
  readonly waiting: { readonly acts: readonly OutageAct[]; readonly more: boolean } | null;
  readonly money: MoneyTroubles;
  readonly open: OutageView | null;
  readonly usb: UsbState;
  readonly drill: DrillState | null;
  /** How the paper of the open outage went; null: none was asked for. */
  readonly paper: 'printing' | 'printed' | { readonly code: string } | null;
  readonly fault: BridgeFault | null;
  /** Every act of this storage, for a drill's progress. */
  readonly all: readonly OutageAct[];
  readonly readAll: () => Promise<void>;
  readonly look: () => Promise<void>;
  /** Reads what was done in an outage; null closes it. */
  readonly openOutage: (id: string | null) => Promise<void>;
  readonly print: (open: readonly string[]) => Promise<void>;
  readonly exportFile: (scope: 'missing' | 'all') => Promise<void>;
  readonly importFile: (text: string) => Promise<void>;
  readonly forgetUsb: () => void;
  readonly startDrill: () => Promise<void>;
  readonly stopDrill: () => Promise<void>;
  readonly cut: (what: keyof DrillCuts, cut: boolean) => Promise<void>;
};

type Deps = {
  readonly outage: OutageDeps;
  readonly host: Pick<HostCalls, 'hello'>;
  readonly clock: Pick<PageClock, 'nowMs'>;
  readonly link: Pick<StoreApi<LinkState>, 'getState'>;
  readonly session: Pick<StoreApi<SessionState>, 'getState'>;
  readonly printForm: DossierDeps['printForm'];
};

type Cell = Pick<StoreApi<OutageState>, 'getState' | 'setState'>;

/** Asks again how the drill stands, ms. */
const DRILL_LOOK_MS = 700;

/** Builds the store of outages. */
export function createOutageStore(deps: Deps) {
  return createStore<OutageState>()((setState, getState) => {
    const cell: Cell = { setState, getState };
    return {
      outages: null,
      waiting: null,
      money: { conflicts: 0, doublePaid: 0 },
      open: null,
      usb: { step: 'idle' },
      drill: null,
      paper: null,
      fault: null,
      all: [],
      readAll: async () => {
        const { acts } = await deps.outage.actsBetween({}, deps.link.getState().held);
        setState({ all: acts });
      },
      look: () => look(deps, cell),
      openOutage: (id) => openOutage(deps, cell, id),
      print: (open) => print(deps, cell, open),
      ...fileActions(deps, cell),
      startDrill: () => followDrill(deps, cell, 'start'),
      stopDrill: () => followDrill(deps, cell, 'stop'),
      cut: async (what, cut) => {
        const done = await deps.outage.cut(what, cut);
        setState({ fault: done.ok ? null : done.error });
      },
    };
  });
}

async function look({ outage, link }: Deps, { setState, getState }: Cell): Promise<void> {
  const { status, held } = link.getState();
  const [listed, drill, waiting, money] = await Promise.all([
    outage.outages(),
    outage.drill('state'),
    outage.actsBetween(status?.district.held ?? {}, held),
    outage.moneyTroubles(),
  ]);
  // While the host is away what was read before stays in view.
  if (listed.ok) setState({ outages: listed.value.outages });
  else if (getState().outages === null) setState({ outages: [] });
  setState({ waiting, money, ...(drill.ok && { drill: drill.value }) });
  const { open } = getState();
  if (open) await openOutage({ outage, link }, { setState, getState }, open.outage.id);
}

async function openOutage(
  { outage, link }: Pick<Deps, 'outage' | 'link'>,
  { setState, getState }: Cell,
  id: string | null,
): Promise<void> {
  const chosen = getState().outages?.find((one) => one.id === id);
  if (!chosen) return setState({ open: null, paper: null });
  const { status, held } = link.getState();
  // While it lasts, what this page holds is its end.
  const read = await outage.actsBetween(chosen.had, chosen.held ?? onlyEpochs(held, chosen.had));
  const report = outageReport(read.acts, status?.district.held ?? {});
  const isNew = getState().open?.outage.id !== chosen.id;
  setState({ open: { outage: chosen, ...read, report }, ...(isNew && { paper: null }) });
}

/** Epochs of this machine: those that the outage knew, and such as began meanwhile on the same devices. */
function onlyEpochs(held: Readonly<Record<string, number>>, had: Readonly<Record<string, number>>) {
  const devices = new Set(Object.keys(had).map((key) => key.split('/')[0]));
  return Object.fromEntries(Object.entries(held).filter(([key]) => devices.has(key.split('/')[0])));
}

async function print(deps: Deps, { setState, getState }: Cell, waits: readonly string[]): Promise<void> {
  const { open, paper } = getState();
  if (!open || paper === 'printing') return;
  setState({ paper: 'printing' });
  const at = toIso(deps.clock.nowMs());
  const slip = drawOutage(open, deps.host.hello(), {
    at,
    waits,
    clerk: deps.session.getState().clerk?.name ?? '',
  });
  const printed = await deps.printForm(`outage-${open.outage.id}`, slip, 1);
  const code = printed.ok
    ? printed.value.state === 'failed'
      ? (printed.value.code ?? 'print-failed')
      : null
    : printed.error.code;
  setState({ paper: code === null ? 'printed' : { code } });
}

function fileActions(
  { outage }: Deps,
  { setState, getState }: Cell,
): Pick<OutageState, 'exportFile' | 'importFile' | 'forgetUsb'> {
  const busy = () => ['writing', 'reading'].includes(getState().usb.step);
  return {
    exportFile: async (scope) => {
      if (busy()) return;
      setState({ usb: { step: 'writing', done: 0, of: 0 } });
      const written = await outage.writeFile(scope, (done, of) =>
        setState({ usb: { step: 'writing', done, of } }),
      );
      if (!written.ok) return setState({ usb: { step: 'failed', fault: written.error } });
      const { text, ...file } = written.value;
      outage.saveFile(file.name, text);
      setState({ usb: { step: 'written', file } });
    },
    importFile: async (text) => {
      if (busy()) return;
      setState({ usb: { step: 'reading', done: 0, of: text.length } });
      const brought = await outage.bringFile(text, (done, of) =>
        setState({ usb: { step: 'reading', done, of } }),
      );
      setState({
        usb: brought.ok ? { step: 'read', brought: brought.value } : { step: 'failed', fault: brought.error },
      });
      await getState().look();
    },
    forgetUsb: () => setState({ usb: { step: 'idle' } }),
  };
}

async function followDrill({ outage }: Deps, { setState }: Cell, wish: 'start' | 'stop'): Promise<void> {
  let drill = await outage.drill(wish);
  while (drill.ok && drill.value.state === 'starting') {
    setState({ drill: drill.value, fault: null });
    await new Promise((settle) => setTimeout(settle, DRILL_LOOK_MS));
    drill = await outage.drill('state');
  }
  setState(drill.ok ? { drill: drill.value, fault: null } : { fault: drill.error });
}
