// A kiosk's store over a fake world, with time in hand.
import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { createKioskStore } from '../../../renderer/store/kiosk-store.ts';
import { createHallStore } from '../../../renderer/store/hall/hall-store.ts';
import { createQueueStore } from '../../../renderer/store/queue-store.ts';
import { createUiStore } from '../../../renderer/store/ui-store.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { KioskState } from '../../../renderer/store/kiosk-store.ts';
import type { StoreDeps } from '../../../renderer/store/deps.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { TicketSlip } from '../../../shared/slip/tickets/ticket.ts';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../build/demo/${name}.json`, import.meta.url), 'utf8')) as T;

export const demoWard = read<WardConfig>('ward');
export const demoCatalogue = read<Catalogue>('catalogue');

/** Friday, 2026-06-05 08:14 at the ward. */
export const START_MS = Date.UTC(2026, 5, 5, 1, 14);

type Setup = {
  readonly ward?: WardConfig;
  readonly nowMs?: number;
  readonly deps?: (deps: StoreDeps) => Partial<StoreDeps>;
  readonly draw?: () => Promise<never>;
};

/** Opens a kiosk; timers must be faked. */
export function openKiosk({ ward = demoWard, nowMs = START_MS, deps = () => ({}), draw }: Setup = {}) {
  const world = createFakeWorld({ ward, catalogue: demoCatalogue, nowMs });
  const ui = createUiStore();
  const drawn: TicketSlip[] = [];
  const drawTicket = (slip: TicketSlip) => {
    drawn.push(slip);
    return draw?.() ?? Promise.resolve({ widthDots: 576, heightDots: 8, rowsBase64: '' });
  };
  const papers = { ...world.deps, ...deps(world.deps), ui, drawTicket };
  const queue = createQueueStore(papers);
  const hall = createHallStore(papers);
  const store = createKioskStore({ ...papers, queue, hall });
  const close = store.getState().open();
  return {
    world,
    ui,
    drawn,
    queue,
    hall,
    close,
    kiosk: (): KioskState => store.getState(),
    /** The finger is lifted; time goes on for the page's timers and for its clock alike. */
    rest: (ms: number) => {
      vi.advanceTimersByTime(ms);
      world.control.pass(ms);
    },
  };
}
