import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault } from '../../../shared/bridge.ts';
import type {
  DrillCuts,
  DrillState,
  Outage,
  UsbExported,
  UsbImported,
} from '../../../shared/bridge/outage.ts';
import type { OutageAct, OutageReport } from '../../../shared/report/outage/outage-report.ts';
import type { Vector } from '../../../shared/sync/vector.ts';

type Answer<T> = Promise<Result<T, BridgeFault>>;

/** Acts between two marks; `more`: only the newest ones are here. */
export type ActsBetween = { readonly acts: readonly OutageAct[]; readonly more: boolean };

/** Payments that a person must look at. */
export type MoneyTroubles = { readonly conflicts: number; readonly doublePaid: number };

/** What the store of outages needs from the world. */
export type OutageDeps = {
  outages(): Answer<{ readonly outages: readonly Outage[] }>;
  /** Acts of this storage's journal that lie between two marks, oldest first. */
  actsBetween(had: Vector, held: Vector): Promise<ActsBetween>;
  /** Payments that a person must look at: changed at two places, and dossiers paid twice. */
  moneyTroubles(): Promise<MoneyTroubles>;
  /** Has the host write a file and brings it here whole; a signed-in clerk only. */
  writeFile(
    scope: 'missing' | 'all',
    onPart: (done: number, of: number) => void,
  ): Answer<UsbExported & { readonly text: string }>;
  /** Gives a file to the host piece by piece. */
  bringFile(text: string, onPart: (done: number, of: number) => void): Answer<UsbImported>;
  drill(wish: 'start' | 'stop' | 'state'): Answer<DrillState>;
  cut(what: keyof DrillCuts, cut: boolean): Answer<DrillCuts>;
  /** Gives a text to the person as a file. */
  saveFile(name: string, text: string): void;
};

/** One outage with what was done in it. */
export type OutageView = {
  readonly outage: Outage;
  readonly acts: readonly OutageAct[];
  /** Older acts are not among them. */
  readonly more: boolean;
  readonly report: OutageReport;
};
