// Slips that a scanner reads into the desk itself, wherever the keys go there.
import { parseDossierCode } from '../../../shared/law/ids/dossier-code.ts';
import { readScannedCode, readScannedSlip } from './scanned-slip.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { SessionState } from '../session-store.ts';
import type { ScanReads, SlipVerdict } from './scanned-slip.ts';

/** A slip scanned at the desk, and what it is. */
export type DeskSlip = {
  /** Null: none was scanned, or it was put away. */
  readonly scanned: SlipVerdict | null;
  /** The dossier whose act is being typed: a scan must neither leave the form nor do the act. */
  readonly held: string | null;
  readonly holdSlips: (dossierId: string | null) => void;
  /** Proves a slip, or reads its bars, and says what it is; null without a clerk. Of two, the later one is told. */
  readonly takeSlip: (text: string) => Promise<SlipVerdict | null>;
  readonly dropSlip: () => void;
};

type Deps = ScanReads & { readonly session: Pick<StoreApi<SessionState>, 'getState'> };

/** Whether a text begins as the signed codes of slips do. */
export function isSlipText(text: string): boolean {
  return /^MCS\d/i.test(text.trim());
}

/** Whether a text is the code of a dossier as bars say it. */
export function isCodeText(text: string): boolean {
  return /^[A-Z0-9.-]{12,}$/i.test(text.trim()) && parseDossierCode(text).ok;
}

type Told = Partial<Pick<DeskSlip, 'scanned' | 'held'>>;

/** Builds it. @param tell shows a verdict, or none any more */
export function deskSlip(deps: Deps, tell: (told: Told) => void): DeskSlip {
  let asked = 0;
  return {
    scanned: null,
    held: null,
    holdSlips: (held) => {
      asked += 1;
      tell({ held, scanned: null });
    },
    takeSlip: async (text) => {
      const { clerk } = deps.session.getState();
      asked += 1;
      const mine = asked;
      tell({ scanned: null });
      if (!clerk) return null;
      const read = isSlipText(text) ? readScannedSlip : readScannedCode;
      const verdict = await read(deps, text.trim());
      if (mine !== asked || deps.session.getState().clerk?.id !== clerk.id) return null;
      tell({ scanned: verdict });
      return verdict;
    },
    dropSlip: () => {
      asked += 1;
      tell({ scanned: null });
    },
  };
}
