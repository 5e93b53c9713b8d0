// Facts in an array, folded by the real folds; watchers hear of each change.
import { encodeEvent, NO_HASH } from '../../shared/event/envelope.ts';
import { toIso, wardDay } from '../../shared/basics/time.ts';
import { isOpen } from '../../shared/law/queue/stages.ts';
import { foldNext } from '../../shared/project/fold.ts';
import { applyOf } from '../../shared/project/kinds.ts';
import { fakeFilingReads, fakeFilings } from './filings/fake-filings.ts';
import { fakeMoney, fakeMoneyReads } from './money/fake-money.ts';
import { arrivalsOf } from '../../renderer/db/reads/arrivals.ts';
import { fakeReport } from './queue/fake-report.ts';
import { verifySlipQr } from '../../shared/slip/slip-qr.ts';
import type { FakeFilings } from './filings/fake-filings.ts';
import type { FakeMoney } from './money/fake-money.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { ReceivedPersons, ReturnedPersons } from '../../shared/event/dossier-facts.ts';
import type { Apply, Folded } from '../../shared/project/fold.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { CounterDay, IssuingLock } from '../../shared/project/counters.ts';
import type { ReadLog } from '../../shared/project/office/read-log.ts';
import type { SettingHistory } from '../../shared/project/office/settings.ts';
import type { Appointment, HelpCall } from '../../shared/project/hall.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskReads, DossierPart, DossierRows } from '../../renderer/store/deps.ts';

export type FakeJournal = {
  readonly add: (fact: NewFact, actor: string | null) => void;
  readonly ticket: (id: string) => Folded<Ticket> | undefined;
  readonly tickets: (day: string) => readonly Folded<Ticket>[];
  readonly dossier: (id: string) => Folded<Dossier> | undefined;
  readonly counter: (id: string) => Folded<CounterDay> | undefined;
  readonly counters: (day: string) => readonly CounterDay[];
  readonly lock: (id: string) => Folded<IssuingLock> | undefined;
  readonly locks: () => readonly IssuingLock[];
  readonly help: (id: string) => Folded<HelpCall> | undefined;
  readonly appointment: (id: string) => Folded<Appointment> | undefined;
  readonly filings: FakeFilings;
  readonly money: FakeMoney;
  readonly openBefore: (day: string) => readonly Folded<Ticket>[];
  readonly keepPersons: (dossierId: string, persons: ReceivedPersons) => void;
  readonly keepReceiver: (dossierId: string, receiver: ReturnedPersons) => void;
  readonly held: () => Vector;
  readonly onChange: (listener: () => void) => void;
  readonly reads: DeskReads;
};

const DEVICE = 'd1-gia-lap';
const EPOCH = 'e-gia-lap';

/** An empty journal. */
export function fakeJournal(ward: string, nowMs: () => number): FakeJournal {
  const events: LoggedEvent[] = [];
  const persons = new Map<string, ReceivedPersons>();
  const receivers = new Map<string, ReturnedPersons>();
  const tickets = new Map<string, Folded<Ticket>>();
  const dossiers = new Map<string, Folded<Dossier>>();
  const counters = new Map<string, Folded<CounterDay>>();
  const locks = new Map<string, Folded<IssuingLock>>();
  const help = new Map<string, Folded<HelpCall>>();
  const appointments = new Map<string, Folded<Appointment>>();
  const settings = new Map<string, Folded<SettingHistory>>();
  const readlogs = new Map<string, Folded<ReadLog>>();
  const filings = fakeFilings();
  const money = fakeMoney();
  const listeners = new Set<() => void>();
  const held = (): Vector => ({ [`${DEVICE}/${EPOCH}`]: events.length });
  const ticketsOf = (day: string) => [...tickets.values()].filter((row) => row.state?.queueDay === day);
  const openBefore = (day: string) =>
    [...tickets.values()].filter(({ state }) => state && isOpen(state.status) && state.queueDay < day);
  const countersOf = (day: string) => states(counters).filter((one) => one.day === day);
  const watch = <T>(read: () => T, listener: (value: T) => void): (() => void) => {
    const tell = () => listener(read());
    listeners.add(tell);
    tell();
    return () => void listeners.delete(tell);
  };
  return {
    add: (fact, actor) => {
      const logged = logOf(ward, events, fact, actor, nowMs());
      events.push(logged);
      keep(tickets, applyOf.ticket, logged);
      keep(dossiers, applyOf.dossier, logged);
      keep(counters, applyOf.counter, logged);
      keep(locks, applyOf.issuing, logged);
      keep(help, applyOf.help, logged);
      keep(appointments, applyOf.appointment, logged);
      filings.fold(logged);
      money.fold(logged);
      keep(settings, applyOf.setting, logged);
      keep(readlogs, applyOf.readlog, logged);
      for (const listener of listeners) listener();
    },
    ticket: (id) => tickets.get(id),
    tickets: ticketsOf,
    dossier: (id) => dossiers.get(id),
    counter: (id) => counters.get(id),
    counters: countersOf,
    lock: (id) => locks.get(id),
    locks: () => states(locks),
    help: (id) => help.get(id),
    appointment: (id) => appointments.get(id),
    filings,
    money,
    openBefore,
    keepPersons: (dossierId, one) => void persons.set(dossierId, one),
    keepReceiver: (dossierId, one) => void receivers.set(dossierId, one),
    held,
    onChange: (listener) => void listeners.add(listener),
    reads: {
      watchTickets: (day, listener) => watch(() => ticketsOf(day), listener),
      watchDossiers: (part, listener) => watch(() => partOf([...dossiers.values()], part), listener),
      watchHeld: (listener) => watch(held, listener),
      watchCounters: (day, listener) => watch(() => countersOf(day), listener),
      watchIssuing: (listener) => watch(() => states(locks), listener),
      watchHelp: (day, listener) => watch(() => states(help).filter((one) => one.day === day), listener),
      watchAppointments: (day, listener) =>
        watch(() => states(appointments).filter((one) => one.day === day), listener),
      watchSettings: (listener) => watch(() => states(settings), listener),
      watchReadLogs: (day, listener) =>
        watch(() => states(readlogs).filter((one) => one.day >= day), listener),
      readsOf: (id) => Promise.resolve(states(readlogs).filter(({ dossierIds }) => dossierIds.includes(id))),
      appointmentOf: (code) => Promise.resolve(states(appointments).find((one) => one.code === code) ?? null),
      ticketsNumbered: (day, number) =>
        Promise.resolve(states(tickets).filter((one) => one.day === day && one.number === number)),
      formerHandlings: () => Promise.resolve(new Map()),
      ticketOf: (id) => Promise.resolve(tickets.get(id)?.state ?? null),
      openBefore: (day) => Promise.resolve(openBefore(day)),
      ...fakeFilingReads(filings, watch),
      ...fakeMoneyReads(money, watch),
      ...fakeReport({ tickets: () => states(tickets), dossiers: () => states(dossiers), events }),
      dossierOf: (code) =>
        Promise.resolve([...dossiers.values()].find(({ state }) => state?.code === code)?.state ?? null),
      // No key stands in this journal: nothing that is scanned here can be proven.
      slipSays: (text) =>
        verifySlipQr(text, { keyOf: () => undefined, verify: () => Promise.resolve(false) }),
      personsOf: (dossier) => Promise.resolve(persons.get(dossier.id) ?? null),
      receiverOf: (dossier) => Promise.resolve(receivers.get(dossier.id) ?? null),
      arrivals: (subject) =>
        Promise.resolve(
          arrivalsOf(
            events.filter(({ event }) => event.subject === subject),
            subject,
          ),
        ),
    },
  };
}

function partOf(all: readonly Folded<Dossier>[], part: DossierPart): DossierRows {
  if ('ids' in part)
    return { rows: all.filter(({ id }) => part.ids.includes(id)), older: false, whole: true };
  const dayOf = (at: string | null | undefined) => (at ? wardDay(Date.parse(at)) : '');
  const byDay = all.toSorted((a, b) => ((a.state?.day ?? '') < (b.state?.day ?? '') ? 1 : -1));
  const rows = byDay.filter(
    ({ state }, place) =>
      place < part.recent ||
      state?.status !== 'returned' ||
      [dayOf(state.readyAt), dayOf(state.returnedAt), state.day].some((day) => day >= part.day),
  );
  return { rows, older: all.length > part.recent, whole: true };
}

function states<S>(rows: ReadonlyMap<string, Folded<S>>): readonly S[] {
  return [...rows.values()].flatMap(({ state }) => (state === null ? [] : [state]));
}

function keep<S>(rows: Map<string, Folded<S>>, apply: Apply<S>, logged: LoggedEvent): void {
  const row = foldNext(apply, rows.get(logged.event.subject) ?? null, logged);
  if (row?.state) rows.set(row.id, row);
}

function logOf(
  ward: string,
  events: readonly LoggedEvent[],
  fact: NewFact,
  actor: string | null,
  now: number,
): LoggedEvent {
  const { type, subject, parents, body, sealed } = fact;
  const seq = events.length;
  return encodeEvent({
    v: 1,
    ward,
    device: DEVICE,
    epoch: EPOCH,
    seq,
    prev: events.at(-1)?.hash ?? NO_HASH,
    hlc: `${String(now).padStart(13, '0')}-${seq.toString(16).padStart(4, '0')}`,
    wall: toIso(now),
    type,
    subject,
    parents,
    actor,
    body,
    sealed,
  });
}
