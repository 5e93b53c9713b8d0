import { err, ok } from '../../shared/basics/result.ts';
import type { FindReads } from '../../renderer/store/find/find-deps.ts';
import type { OutageDeps } from '../../renderer/store/outage/outage-deps.ts';

/** A machine that has seen no outage and has no drill program. */
export function fakeOutage(more: Partial<OutageDeps> = {}): OutageDeps {
  return {
    outages: () => Promise.resolve(ok({ outages: [] })),
    actsBetween: () => Promise.resolve({ acts: [], more: false }),
    moneyTroubles: () => Promise.resolve({ conflicts: 0, doublePaid: 0 }),
    writeFile: () => Promise.resolve(err({ code: 'host-away' })),
    bringFile: () => Promise.resolve(err({ code: 'host-away' })),
    drill: () => Promise.resolve(ok({ state: 'none', url: null })),
    cut: () => Promise.resolve(err({ code: 'not-a-drill' })),
    saveFile: () => undefined,
    ...more,
  };
}

/** A storage in which nothing is found. */
export function fakeFindReads(more: Partial<FindReads> = {}): FindReads {
  return {
    dossiers: () => Promise.resolve([]),
    byCodes: () => Promise.resolve([]),
    dueOn: () => Promise.resolve([]),
    tickets: () => Promise.resolve([]),
    payments: () => Promise.resolve([]),
    filings: () => Promise.resolve([]),
    ...more,
  };
}
