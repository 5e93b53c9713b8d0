import { describe, expect, it } from 'vitest';
import { createQueueStore } from '../../../renderer/store/queue-store.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import { createUiStore } from '../../../renderer/store/ui-store.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import { rowOf, ticketWith } from '../../support/queue/tickets.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 1, 14);

const called = ticketWith({
  id: 't1',
  number: 'B001',
  fieldId: 'ho-tich',
  status: 'called',
  counter: 'q1',
  clerk: 'lan',
  calls: 1,
  calledAt: '2026-06-05T01:10:00.000Z',
  printed: 'confirmed',
  papers: 1,
});

/** A counter that serves B001: every next call is refused, finishing is accepted. */
function busyCounter() {
  let show: (rows: readonly Folded<Ticket>[]) => void = () => undefined;
  const deps = {
    clock: { nowMs: () => NOW_MS, onTick: () => () => undefined },
    acts: {
      callNext: () => Promise.resolve(err({ code: 'counter-busy' as const, number: 'B001' })),
      finishTicket: () => Promise.resolve(ok({ value: called, secondCopy: true })),
    },
    reads: {
      watchTickets: (_day: string, listener: typeof show) => {
        show = listener;
        listener([rowOf(called)]);
        return () => undefined;
      },
    },
  };
  const store = createQueueStore(deps as unknown as Parameters<typeof createQueueStore>[0]);
  return { store, show: (rows: readonly Folded<Ticket>[]) => show(rows) };
}

describe('what the queue refused', () => {
  it('[L01] "the counter serves B001" stays while B001 is served and goes when it is finished elsewhere', async () => {
    const { store, show } = busyCounter();
    await store.getState().callNext('q1', ['B'], 'lan');
    expect(store.getState().trouble).toEqual({ code: 'counter-busy', number: 'B001' });
    show([rowOf({ ...called, calls: 2 })]);
    expect(store.getState().trouble).not.toBeNull();
    show([rowOf({ ...called, status: 'served' })]);
    expect(store.getState().trouble).toBeNull();
  });

  it('[L01] goes with the next act that succeeds', async () => {
    const { store } = busyCounter();
    await store.getState().callNext('q1', ['B'], 'lan');
    await store.getState().finish('t1', 'served', 'lan');
    expect(store.getState().trouble).toBeNull();
  });
});

describe('what is pressed while the act before it is being kept', () => {
  /** A counter whose acts are noted when they begin, and end when they are let. */
  function slowCounter() {
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const act = (name: string) => () => {
      begun.push(name);
      return new Promise((end) => ends.push(() => end(ok({ value: called, secondCopy: true }))));
    };
    const deps = {
      clock: { nowMs: () => NOW_MS, onTick: () => () => undefined },
      acts: { callNext: act('call'), finishTicket: act('finish') },
      reads: { watchTickets: () => () => undefined },
    };
    const store = createQueueStore(deps as unknown as Parameters<typeof createQueueStore>[0]);
    return { store, begun, endOne: () => ends.shift()?.() };
  }

  it('[L01] a call waits for the end of the ticket before it, and is done once', async () => {
    const { store, begun, endOne } = slowCounter();
    const { callNext, finish } = store.getState();
    const finished = finish('t1', 'served', 'lan');
    const calls = [callNext('q1', ['B'], 'lan'), callNext('q1', ['B'], 'lan')];
    await Promise.resolve();
    expect(begun).toEqual(['finish']);
    endOne();
    await finished;
    await expect.poll(() => begun).toEqual(['finish', 'call']);
    expect(store.getState().busy).toBe(true);
    endOne();
    await Promise.all(calls);
    await expect.poll(() => store.getState().busy).toBe(false);
    expect(begun).toEqual(['finish', 'call']);
  });

  it('[L01] a call that has ended leaves room for the next one', async () => {
    const { store, begun, endOne } = slowCounter();
    for (const _ of [1, 2]) {
      const call = store.getState().callNext('q1', ['B'], 'lan');
      await expect.poll(() => begun.length).toBeGreaterThan(0);
      endOne();
      await call;
      begun.length = 0;
      expect(store.getState().busy).toBe(false);
    }
  });
});

describe('a number given by a clerk', () => {
  const lan = { id: 'lan', role: 'reception' as const };
  const request = { fieldId: 'ho-tich', procedureCode: null, priority: null };

  it('[K15] its paper is the first one; who is served at once or has one from the roll gets none', async () => {
    const { deps, control } = createFakeWorld({
      ward: demoWard(),
      catalogue: demoCatalogue(),
      nowMs: NOW_MS,
    });
    const drawn: boolean[] = [];
    const store = createQueueStore({
      ...deps,
      ui: createUiStore(),
      drawTicket: (slip) => {
        drawn.push(slip.items.some((item) => item.kind === 'text' && item.text.includes('in lại')));
        return Promise.resolve({ widthDots: 8, heightDots: 1, rowsBase64: 'AA==' });
      },
    });
    const { issue } = store.getState();
    expect((await issue({ ...request, by: { clerk: lan } })).ok).toBe(true);
    await expect.poll(() => control.jobs.length).toBe(1);
    expect(drawn).toEqual([false]);
    expect((await issue({ ...request, by: { clerk: lan, direct: 'q2' } })).ok).toBe(true);
    expect((await issue({ ...request, by: { clerk: lan, rollNumber: 'B1001' } })).ok).toBe(true);
    await expect.poll(() => store.getState().busy).toBe(false);
    expect([control.jobs.length, drawn.length]).toEqual([1, 1]);
    const again = store.getState().tickets?.find(({ state }) => state?.via === 'clerk')?.state;
    await store.getState().printAgain(again!, 'lan');
    expect(drawn).toEqual([false, true]);
  });
});
