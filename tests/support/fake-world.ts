// A desk without a database or a host: the same deps the stores get from main.tsx, over arrays, folded by the real folds.
// For unit tests of stores and for the dev page; `control` plays the world's part (printer out, host gone, time passing).
import { err, ok } from '../../shared/basics/result.ts';
import { toIso, wardDay } from '../../shared/basics/time.ts';
import { fakeActs } from './fake-acts.ts';
import { fakeJournal } from './fake-journal.ts';
import { fakePapers } from './papers/fake-papers.ts';
import { fakePeople } from './people/fake-people.ts';
import { fakeIntake } from './intake/fake-intake.ts';
import { fakeSearch } from './fake-search.ts';
import type { FakeIntake } from './intake/fake-intake.ts';
import type { HostHello, HostStatus, PrinterStatus } from '../../shared/bridge.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { WardConfig } from '../../shared/law/ward.ts';
import type { PrintJob } from '../../shared/slip/print-job.ts';
import type { Trouble } from '../../renderer/store/act.ts';
import type { HostCalls, PageClock, StoreDeps } from '../../renderer/store/deps.ts';

type FakeWorldSetup = {
  readonly ward: WardConfig;
  readonly catalogue: Catalogue;
  /** Where time stands at first. */
  readonly nowMs: number;
  /** True: time runs with the machine's clock; false: only `control.pass` moves it. */
  readonly live?: boolean;
};

type Link = Parameters<Parameters<HostCalls['watch']>[0]>[0];

/** What a test or the dev page may do to the world. */
export type FakeControl = {
  readonly intake: FakeIntake;
  /** Lets time pass, second by second; a negative span sets the clock back. */
  readonly pass: (ms: number) => void;
  /** The host answers, or is gone from now on. */
  readonly setHost: (up: boolean) => void;
  readonly setDistrict: (state: HostStatus['district']['state']) => void;
  readonly setPrinter: (state: 'ok' | 'failing') => void;
  /** The next acts fail with this until it is set to null. */
  readonly setTrouble: (trouble: Trouble | null) => void;
  /** While held, acts wait and do not end. */
  readonly holdActs: (held: boolean) => void;
  /** While held, print jobs wait. */
  readonly holdPrints: (held: boolean) => void;
  /** Every print job so far. */
  readonly jobs: readonly PrintJob[];
};

export type FakeWorld = { readonly deps: StoreDeps; readonly control: FakeControl };

/** Builds a world of its own. */
export function createFakeWorld(setup: FakeWorldSetup): FakeWorld {
  const clock = fakeClock(setup.nowMs, setup.live ?? false);
  const journal = fakeJournal(setup.ward.ward, clock.clock.nowMs);
  const gate = { trouble: null as Trouble | null, acts: openGate(), prints: openGate() };
  const host = fakeHost(setup, clock.clock, gate.prints, () => journal.held());
  journal.onChange(() => host.refresh());
  let ids = 0;
  const newId = (prefix: string): string => `${prefix}-${String((ids += 1)).padStart(8, '0')}`;
  const intake = fakeIntake(journal.reads);
  const deps: StoreDeps = {
    acts: fakeActs({
      ...setup,
      journal,
      clock: clock.clock,
      newId,
      gate: () => gate.acts.passed().then(() => gate.trouble),
    }),
    reads: journal.reads,
    search: fakeSearch(journal.reads),
    host: host.calls,
    intake: intake.desk,
    clock: clock.clock,
    newId,
  };
  const control: FakeControl = {
    intake,
    pass: clock.pass,
    setHost: host.setUp,
    setDistrict: host.setDistrict,
    setPrinter: host.setPrinter,
    setTrouble: (trouble) => void (gate.trouble = trouble),
    holdActs: gate.acts.hold,
    holdPrints: gate.prints.hold,
    jobs: host.jobs,
  };
  return { deps, control };
}

type Gate = { readonly hold: (held: boolean) => void; readonly passed: () => Promise<void> };

function openGate(): Gate {
  let held = false;
  let waiting: (() => void)[] = [];
  return {
    hold: (next) => {
      held = next;
      if (held) return;
      for (const go of waiting) go();
      waiting = [];
    },
    passed: () => (held ? new Promise((go) => waiting.push(go)) : Promise.resolve()),
  };
}

function fakeClock(startMs: number, live: boolean) {
  let ms = startMs;
  const listeners = new Set<(nowMs: number) => void>();
  const tick = () => {
    for (const listener of listeners) listener(ms);
  };
  const pass = (by: number) => {
    if (by < 0) ms += by;
    for (let left = by; left > 0; left -= 1000) {
      ms += Math.min(1000, left);
      tick();
    }
  };
  if (live) setInterval(() => pass(1000), 1000);
  const clock: PageClock = {
    nowMs: () => ms,
    onTick: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return { clock, pass };
}

function fakeHost(
  setup: FakeWorldSetup,
  clock: PageClock,
  prints: Gate,
  held: () => HostStatus['host']['held'],
) {
  const { ward, catalogue } = setup;
  const listeners = new Set<(link: Link) => void>();
  const jobs: PrintJob[] = [];
  let up = true;
  let since = toIso(clock.nowMs());
  let districtSince = since;
  let district: HostStatus['district']['state'] = 'online';
  let districtHeld: HostStatus['host']['held'] = {};
  let printer: 'ok' | 'failing' = 'ok';
  const status = (): HostStatus => {
    if (district === 'online') districtHeld = { ...held() };
    return {
      district: {
        state: district,
        url: 'http://127.0.0.1:4781',
        since: districtSince,
        lastAnswerAt: districtSince,
        fault: district === 'offline' ? 'district-away' : null,
        held: districtHeld,
        clockAheadMs: 0,
        stopped: {},
        level: 'district',
        nextTryAt: null,
      },
      host: { held: { ...held() }, journalFault: null },
      quarantined: 0,
      damaged: [],
      disk: { freeBytes: 40_000_000_000, level: 'fine' },
      printers: ward.printers.map((config) => printerStatus(config, printer)),
    };
  };
  const link = (): Link => ({ up, since, status: status() });
  const refresh = () => {
    for (const listener of listeners) listener(link());
  };
  const calls: HostCalls = {
    hello: () => helloOf(ward, catalogue),
    opened: () => ({ epoch: 'e1-gia-lap', how: 'continued', recorded: 0 }),
    catalogue: () => catalogue,
    ...fakePeople(ward),
    signSlip: () => Promise.resolve(err({ code: 'host-away' })),
    print: async (job) => {
      await prints.passed();
      if (!up) return err({ code: 'host-away' });
      jobs.push(job);
      const at = toIso(clock.nowMs());
      if (printer === 'failing')
        return ok({ jobId: job.jobId, state: 'failed', code: 'printer-out-of-reach', at });
      return ok({ jobId: job.jobId, state: 'confirmed', where: 'thư mục', at });
    },
    papers: fakePapers(jobs, clock.nowMs, () => link().status?.printers ?? []),
    districtFigures: () => Promise.resolve(err({ code: 'district-away' })),
    slides: () => Promise.resolve([]),
    restoreWardKey: () => Promise.resolve(ok({ fingerprint: '00'.repeat(8) })),
    recoverySheet: () => Promise.resolve(ok({ words: 'KHOA-THU-NGHIEM-0000', fingerprint: '00'.repeat(8) })),
    watch: (listener) => {
      listeners.add(listener);
      listener(link());
      return () => void listeners.delete(listener);
    },
  };
  return {
    calls,
    jobs,
    refresh,
    setUp: (next: boolean) => {
      up = next;
      since = toIso(clock.nowMs());
      refresh();
    },
    setDistrict: (next: HostStatus['district']['state']) => {
      district = next;
      districtSince = toIso(clock.nowMs());
      refresh();
    },
    setPrinter: (next: 'ok' | 'failing') => {
      printer = next;
      refresh();
    },
  };
}

function printerStatus(config: WardConfig['printers'][number], state: 'ok' | 'failing'): PrinterStatus {
  const fault = state === 'failing' ? 'printer-out-of-reach' : null;
  return {
    id: config.id,
    name: config.name,
    purpose: config.purpose,
    kind: config.target.kind,
    state,
    waiting: 0,
    fault,
  };
}

function helloOf(ward: WardConfig, catalogue: Catalogue): HostHello {
  return {
    bridge: 1,
    appVersion: '0.1.0',
    shell: 'browser',
    ward,
    wardRevision: '0',
    device: { id: 'd1-gia-lap', name: 'Máy giả lập', role: 'all', slot: 1 },
    publicKey: '',
    enrolled: true,
    wardKey: 'file',
    catalogue: { sha256: '0'.repeat(64), procedures: catalogue.procedures.length, asOf: catalogue.asOf },
  };
}

/** The ward day a world begins on; for tests that read the queue. */
export function dayOf(world: FakeWorld): string {
  return wardDay(world.deps.clock.nowMs());
}
