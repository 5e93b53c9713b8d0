import { err, ok } from '../../../shared/basics/result.ts';
import { readActs, readMoneyTroubles } from '../../db/reads/outage-reads.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Bridge, BridgeFault } from '../../../shared/bridge.ts';
import type { UsbImported } from '../../../shared/bridge/outage.ts';
import type { DeskDatabase } from '../../db/desk-database.ts';
import type { OutageDeps } from '../../store/outage/outage-deps.ts';

/** Characters of a file that go over the bridge at once. */
const PIECE = 1_000_000;

type Deps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly newId: (prefix: string) => string;
  /** Does a call as the signed-in clerk. */
  readonly within: <T>(
    call: (session: string) => Promise<Result<T, BridgeFault>>,
  ) => Promise<Result<T, BridgeFault>>;
};

/** Outages, files for the stick and the drill, over the bridge and from this page's journal. */
export function createOutageCalls({ db, bridge, newId, within }: Deps): OutageDeps {
  return {
    outages: () => bridge.call('outages', {}),
    actsBetween: (had, held) => readActs(db, had, held),
    moneyTroubles: () => readMoneyTroubles(db),
    writeFile: async (scope, onPart) => {
      const written = await within((session) => bridge.call('usb-export', { session, scope }));
      if (!written.ok) return written;
      const { file, bytes } = written.value;
      const parts: string[] = [];
      let from = 0;
      while (from < bytes) {
        const part = await bridge.call('usb-read', { file, from });
        if (!part.ok) return part;
        if (part.value.text === '') return err({ code: 'usb-file-gone' });
        parts.push(part.value.text);
        from += part.value.text.length;
        onPart(from, bytes);
      }
      return ok({ ...written.value, text: parts.join('') });
    },
    bringFile: (text, onPart) =>
      within(async (session): Promise<Result<UsbImported, BridgeFault>> => {
        const upload = newId('usb');
        for (let at = 0; ; at += PIECE) {
          const piece = text.slice(at, at + PIECE);
          const last = at + PIECE >= text.length;
          const taken = await bridge.call('usb-import', { session, upload, at, text: piece, last });
          if (!taken.ok) return taken;
          onPart(Math.min(at + PIECE, text.length), text.length);
          if (taken.value.done) return ok(taken.value.done);
          if (last) return err({ code: 'usb-file-gone' });
        }
      }),
    drill: (wish) =>
      wish === 'state'
        ? bridge.call('drill-state', {})
        : within((session) => bridge.call(wish === 'start' ? 'drill-start' : 'drill-stop', { session })),
    cut: (what, cut) => bridge.call('drill-cut', { what, cut }),
    saveFile,
  };
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it once the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
