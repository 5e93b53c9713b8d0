// What needs a person, as the address asks: &conflicts=N  &opened=cloned  &verdict=battery  &space=low  &forks=1  &aside=3  &twice=A052,H26…
import { err, ok } from '../../../shared/basics/result.ts';
import { settleDossier, settleTicket } from '../../../shared/decide/conflicts.ts';
import { encodeEvent, NO_HASH } from '../../../shared/event/envelope.ts';
import { conflictOf } from '../../../shared/project/conflicts.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { applyTicket } from '../../../shared/project/tickets.ts';
import { toIso, wardDay } from '../../../shared/basics/time.ts';
import { judgeClock } from '../../../shared/decide/clock.ts';
import type { QuarantineRow } from '../../../shared/bridge.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Opened } from '../../../renderer/store/deps.ts';
import type { OpenConflicts, Told, UpkeepDeps } from '../../../renderer/store/upkeep/upkeep-state.ts';
import type { FakeWorld } from '../fake-world.ts';

const OTHER = 'd2-quay-ben-kia';

/** The world's part of the store of upkeep. */
export function devUpkeep({ deps }: FakeWorld, asked: URLSearchParams): UpkeepDeps {
  const nowMs = deps.clock.nowMs();
  const own = deps.host.hello().device.id;
  const events = asked.has('conflicts') ? twoSided(own, nowMs) : new Map<string, readonly LoggedEvent[]>();
  const listeners = new Set<(open: OpenConflicts) => void>();
  const open = (): OpenConflicts => {
    const rows = [...events.values()];
    const tickets = rows.flatMap((all) => foldAll(applyTicket, all) ?? []);
    const dossiers = rows.flatMap((all) => foldAll(applyDossier, all) ?? []);
    return {
      tickets: tickets.filter((row) => row.state && row.heads.length > 1),
      dossiers: dossiers.filter((row) => row.state && row.heads.length > 1),
      filings: [],
    };
  };
  let told = toldAsked(asked, deps.host.opened(), wardDay(nowMs));
  const toldListeners = new Set<(told: Told) => void>();
  const tell = (next: Told): Promise<void> => {
    told = next;
    for (const listener of toldListeners) listener(told);
    return Promise.resolve();
  };
  return {
    watchClock: (listener) => {
      listener({ ...clockAsked(asked.get('verdict'), nowMs), aheadMs: null });
      return () => undefined;
    },
    confirmClock: () => undefined,
    watchSpace: (listener) => {
      const level = asked.get('space');
      const known = level === 'low' || level === 'stop' ? level : 'fine';
      const usedBytes = { fine: 240e6, low: 8.6e9, stop: 9.85e9 }[known];
      listener({ persisted: asked.get('kept') !== 'no', usedBytes, quotaBytes: 10e9, level: known });
      return () => undefined;
    },
    watchConflicts: (listener) => {
      listeners.add(listener);
      listener(open());
      return () => void listeners.delete(listener);
    },
    sidesOf: (kind, id) => {
      const all = events.get(id) ?? [];
      const ticket = conflictOf(applyTicket, all);
      const dossier = conflictOf(applyDossier, all);
      if (kind === 'ticket') return Promise.resolve(ticket && { kind, conflict: ticket });
      return Promise.resolve(dossier && { kind, conflict: dossier });
    },
    settle: (kind, id, wish, clerk) => {
      const all = events.get(id) ?? [];
      const now = deps.clock.nowMs();
      const fact =
        kind === 'ticket'
          ? settleTicket(conflictOf(applyTicket, all), wish, now)
          : settleDossier(conflictOf(applyDossier, all), wish, now);
      if (!fact.ok) return Promise.resolve(fact);
      events.set(id, [...all, logged({ ...fact.value, device: own, atMs: now, actor: clerk })]);
      for (const listener of listeners) listener(open());
      return Promise.resolve(ok({ value: null, secondCopy: true }));
    },
    beginNumbers: ({ after }) =>
      Promise.resolve(
        after < 12 ? err({ code: 'numbers-begin-low', highest: 12 }) : ok({ value: null, secondCopy: true }),
      ),
    watchTold: (listener) => {
      toldListeners.add(listener);
      listener(told);
      return () => void toldListeners.delete(listener);
    },
    putOpenedAway: () => tell({ ...told, opened: null }),
    markTwiceSeen: () => tell({ ...told, twice: told.twice.map((one) => ({ ...one, seen: true })) }),
    markDamageSeen: (damageSeen) => tell({ ...told, damageSeen }),
    namesOf: (subjects) =>
      Promise.resolve(
        new Map(subjects.map((id) => [id, { kind: 'ticket', number: 'A014', day: '2026-06-05' } as const])),
      ),
    ownNotes: () => Promise.resolve(notes(asked, own, nowMs)),
    quarantine: () => Promise.resolve(ok(aside(Number(asked.get('aside') ?? 0), nowMs))),
    tryNow: () => Promise.resolve(ok({})),
  };
}

function toldAsked(asked: URLSearchParams, opened: Opened, today: string): Told {
  const twice = (asked.get('twice') ?? '').split(',').filter((number) => number !== '');
  return {
    opened: opened.how === 'continued' ? null : opened,
    twice: twice.map((number) => ({ number, day: number.length > 6 ? null : today, seen: false })),
    damageSeen: [],
  };
}

function clockAsked(verdict: string | null, nowMs: number) {
  const fine = { nowMs, lastKnownMs: nowMs - 1000, districtAheadMs: 0, jumpedMs: 0 };
  if (verdict === 'battery') return judgeClock({ ...fine, nowMs: 0, districtAheadMs: nowMs });
  if (verdict === 'journal') return judgeClock({ ...fine, nowMs: 0, districtAheadMs: null });
  if (verdict === 'set-back') return judgeClock({ ...fine, districtAheadMs: 5_400_000 });
  return judgeClock(fine);
}

type Made = {
  readonly type: string;
  readonly subject: string;
  readonly body: unknown;
  readonly parents: readonly string[];
  readonly device: string;
  readonly atMs: number;
  readonly actor: string | null;
};

function logged({ type, subject, body, parents, device, atMs, actor }: Made): LoggedEvent {
  const hlc = `${String(atMs).padStart(13, '0')}-0000`;
  const place = { v: 1, ward: 'w', device, epoch: 'e', seq: 0, prev: NO_HASH, hlc, wall: toIso(atMs) };
  return encodeEvent({ ...place, type, subject, parents, actor, body, sealed: null });
}

/** A ticket called at two counters, and a dossier handed over here and answered there. */
function twoSided(own: string, nowMs: number): Map<string, readonly LoggedEvent[]> {
  const ago = (minutes: number) => nowMs - minutes * 60_000;
  const at = (minutes: number) => toIso(ago(minutes));
  const ticket = { subject: 'ticket-x', device: own, actor: null };
  const issued = logged({
    ...ticket,
    type: 'ticket-issued',
    parents: [],
    atMs: ago(40),
    body: {
      number: 'A014',
      series: 'A',
      day: '2026-06-05',
      fieldId: 'chung-thuc',
      procedureCode: null,
      priority: null,
      ahead: 2,
      at: at(40),
    },
  });
  const call = (device: string, counter: string, actor: string, minutes: number) =>
    logged({
      ...ticket,
      device,
      actor,
      type: 'ticket-called',
      parents: [issued.hash],
      atMs: ago(minutes),
      body: { counter, call: 1, at: at(minutes) },
    });
  const here = call(own, 'q1', 'lan', 30);
  const there = call(OTHER, 'q4', 'minh', 28);
  const end = logged({
    ...ticket,
    actor: 'lan',
    type: 'ticket-finished',
    parents: [here.hash],
    atMs: ago(20),
    body: { outcome: 'served', at: at(20) },
  });
  return new Map([
    ['ticket-x', [issued, here, there, end]],
    ['dossier-x', twoSteps(own, nowMs)],
  ]);
}

function twoSteps(own: string, nowMs: number): readonly LoggedEvent[] {
  const ago = (minutes: number) => nowMs - minutes * 60_000;
  const at = (minutes: number) => toIso(ago(minutes));
  const dossier = { subject: 'dossier-x', device: own, actor: 'lan' };
  const body = {
    code: 'H26.19.05-260604-0012',
    provisional: false,
    day: '2026-06-04',
    ticketId: null,
    ticketNumber: null,
    procedure: {
      code: '1.000894',
      version: '1',
      name: 'Đăng ký khai sinh',
      fieldId: 'ho-tich',
      fieldName: 'Hộ tịch',
      agency: 'UBND phường',
    },
    channel: 'counter',
    papers: [],
    sets: 1,
    fees: [],
    limitText: 'Trong ngày',
    receivedAt: at(900),
    dueAt: at(-300),
    dueTrace: [],
    dueExplanation: '',
    returnMethod: 'counter',
    book: 'ho-tich',
    officerName: 'Nguyễn Thị Lan',
    form: 'tt03-2025/mau-01',
  };
  const received = logged({ ...dossier, type: 'dossier-received', parents: [], atMs: ago(900), body });
  const parents = [received.hash];
  return [
    received,
    logged({
      ...dossier,
      type: 'dossier-handed-over',
      parents,
      atMs: ago(70),
      body: { to: 'Tư pháp – Hộ tịch', at: at(70) },
    }),
    logged({
      ...dossier,
      device: OTHER,
      actor: 'minh',
      type: 'dossier-result-ready',
      parents,
      atMs: ago(65),
      body: { resultNo: '41/2026', at: at(65) },
    }),
  ];
}

function notes(asked: URLSearchParams, own: string, nowMs: number) {
  const wall = toIso(nowMs - 3_600_000);
  const hash = 'a'.repeat(64);
  const fork = { epoch: `${own}/e1`, from: 12, lines: 4, firstHash: hash, lastHash: hash };
  return {
    jumps: asked.has('jumps')
      ? ([
          { byMs: -7_200_000, before: wall, after: wall, found: 'running', device: own, wall },
          { byMs: 86_400_000 * 3, before: wall, after: wall, found: 'start', device: OTHER, wall },
        ] as const)
      : [],
    forks: asked.has('forks') ? [{ ...fork, numbers: ['A014', 'A015'], device: own, wall }] : [],
  };
}

function aside(count: number, nowMs: number): { rows: readonly QuarantineRow[]; total: number } {
  const rows = Array.from({ length: count }, (_, index): QuarantineRow => {
    const forked = index % 2 === 0;
    return {
      code: forked ? 'line-forked' : 'line-malformed',
      seenAt: toIso(nowMs - index * 600_000),
      device: forked ? OTHER : null,
      epoch: forked ? 'e7' : null,
      seq: forked ? 40 + index : null,
      type: forked ? 'paper-printed' : null,
      subject: forked ? 'ticket-x' : null,
      wall: null,
      relayed: forked,
    };
  });
  return { rows, total: count === 0 ? 0 : count + 230 };
}
