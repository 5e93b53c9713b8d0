import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/basics/result.ts';
import { createOutageStore } from '../../../renderer/store/outage/outage-store.ts';
import { fakeOutage } from '../../support/fake-outage.ts';
import type { LinkState } from '../../../renderer/store/link-store.ts';
import type { OutageDeps } from '../../../renderer/store/outage/outage-deps.ts';
import type { Outage } from '../../../shared/bridge/outage.ts';
import type { OutageAct } from '../../../shared/report/outage/outage-report.ts';

const outage: Outage = {
  id: 'o1',
  what: 'district',
  from: '2026-06-05T01:00:00.000Z',
  to: null,
  fault: 'district-unreachable',
  had: { 'd1/e1': 2 },
  held: null,
};
const act = (seq: number): OutageAct => ({
  device: 'd1',
  epoch: 'e1',
  seq,
  type: 'ticket-issued',
  wall: '2026-06-05T01:10:00.000Z',
  actor: null,
  subject: `t${seq}`,
  name: `A00${seq}`,
  gave: `A00${seq}`,
});

function storeOf(more: Partial<OutageDeps>, above: Record<string, number> = { 'd1/e1': 2 }) {
  const link = {
    held: { 'd1/e1': 4, 'd2/e9': 7 },
    status: { district: { held: above } },
  } as unknown as LinkState;
  return createOutageStore({
    outage: fakeOutage({ outages: () => Promise.resolve(ok({ outages: [outage] })), ...more }),
    host: { hello: () => ({ ward: {}, device: { name: 'Quầy 1' } }) as never },
    clock: { nowMs: () => 0 },
    link: { getState: () => link },
    session: { getState: () => ({ clerk: null }) as never },
    printForm: () => Promise.resolve(err({ code: 'host-away' })),
  });
}

describe('the store of outages', () => {
  it('[OUT2] reads the acts of this machine alone, and tells what the level above proves', async () => {
    const asked: unknown[] = [];
    const store = storeOf({
      actsBetween: (had, held) => {
        asked.push([had, held]);
        return Promise.resolve({ acts: [act(2), act(3)], more: false });
      },
    });
    await store.getState().look();
    await store.getState().openOutage('o1');
    // Another machine's acts are no part of what was done here.
    expect(asked.at(-1)).toEqual([{ 'd1/e1': 2 }, { 'd1/e1': 4 }]);
    expect(store.getState().open?.report).toMatchObject({ acts: 2, confirmed: 0, tickets: ['A002', 'A003'] });
    await store.getState().openOutage(null);
    expect(store.getState().open).toBeNull();
  });

  it('[S14] writes one file at a time, shows its passphrase, and says what went wrong', async () => {
    const saved: string[] = [];
    const file = { file: 'f', name: 'a.mcusb', bytes: 4, lines: 2, keys: 0, passphrase: 'K7QM' };
    const store = storeOf({
      writeFile: () => Promise.resolve(ok({ ...file, text: 'text' })),
      bringFile: () => Promise.resolve(err({ code: 'usb-damaged' })),
      saveFile: (name, text) => void saved.push(`${name} ${text}`),
    });
    await Promise.all([store.getState().exportFile('missing'), store.getState().exportFile('all')]);
    expect(saved).toEqual(['a.mcusb text']);
    expect(store.getState().usb).toEqual({ step: 'written', file });
    await store.getState().importFile('x');
    expect(store.getState().usb).toEqual({ step: 'failed', fault: { code: 'usb-damaged' } });
    store.getState().forgetUsb();
    expect(store.getState().usb).toEqual({ step: 'idle' });
  });

  it('[G05] follows a drill until it is ready or has failed', async () => {
    const states = [
      { state: 'starting', url: null },
      { state: 'ready', url: 'http://127.0.0.1:9999' },
    ] as const;
    let asked = 0;
    const store = storeOf({ drill: () => Promise.resolve(ok(states[Math.min(asked++, 1)] ?? states[1])) });
    await store.getState().startDrill();
    expect(store.getState().drill).toEqual(states[1]);
  });
});
