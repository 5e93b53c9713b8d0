// What is different inside a drill: a line, a printer and a host that the trainer can take away; papers that say so [G05].
import { openCutLine } from './cut-line.ts';
import type { DrillCuts } from '../../../shared/bridge/outage.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

/** The drill as its host lives in it. */
export type DrillWorld = {
  /** Address of the district behind the line that can be cut. */
  readonly districtUrl: string | null;
  readonly cuts: () => DrillCuts;
  readonly cut: (what: keyof DrillCuts, isCut: boolean) => DrillCuts;
  /** Called when the host goes away for its pages; returns how to stop. */
  readonly onAway: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** A host that is taken away comes back by itself: nobody could press the button that brings it back. */
const AWAY_MS = 20_000;

/** Opens the drill's world. @param onChange something was cut or mended */
export async function openDrillWorld(url: string | null, onChange: () => void): Promise<DrillWorld> {
  const line = url === null ? null : await openCutLine(url);
  const leaving = new Set<() => void>();
  let cuts: DrillCuts = { line: false, printer: false, host: false };
  let timer: NodeJS.Timeout | undefined;
  const set = (change: Partial<DrillCuts>): DrillCuts => {
    cuts = { ...cuts, ...change };
    line?.set(cuts.line);
    onChange();
    return cuts;
  };
  return {
    districtUrl: line?.url ?? null,
    cuts: () => cuts,
    cut: (what, isCut) => {
      const after = set({ [what]: isCut });
      clearTimeout(timer);
      if (!after.host) return after;
      timer = setTimeout(() => set({ host: false }), AWAY_MS);
      timer.unref();
      // The answer to the press that took it away still reaches its page.
      setTimeout(() => leaving.forEach((leave) => leave()), 200).unref();
      return after;
    },
    onAway: (listener) => {
      leaving.add(listener);
      return () => leaving.delete(listener);
    },
    close: () => {
      clearTimeout(timer);
      line?.close();
    },
  };
}

/** The ward of a drill prints into its folder alone. */
export function wardOfDrill(ward: WardConfig): WardConfig {
  return { ...ward, printers: ward.printers.map((printer) => ({ ...printer, target: { kind: 'folder' } })) };
}

/** Across every sheet of a drill. */
const MARK = 'DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ';

/** A document with the drill's mark across every page, and once more along its foot where nothing crosses it. */
export function markedDocument(html: string): string {
  const place = 'position:fixed;z-index:9;left:0;right:0;text-align:center;pointer-events:none;';
  const across = `${place}top:42%;transform:rotate(-28deg);font:700 34pt Tinos,serif;color:rgba(160,0,0,.38)`;
  const along = `${place}bottom:0;font:700 11pt Tinos,serif;color:#a00000`;
  const mark = `<div style="${across}" aria-hidden="true">${MARK}</div><div style="${along}">${MARK}</div>`;
  return html.includes('</body>') ? html.replace('</body>', `${mark}</body>`) : `${html}${mark}`;
}
