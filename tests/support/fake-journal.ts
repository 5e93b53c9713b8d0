// Facts in an array, folded by the real folds; watchers hear of each change.
import { encodeEvent, NO_HASH } from '../../shared/event/envelope.ts';
import { toIso, wardDay } from '../../shared/basics/time.ts';
import { foldNext } from '../../shared/project/fold.ts';
import { applyDossier } from '../../shared/project/dossiers.ts';
import { applyTicket } from '../../shared/project/tickets.ts';
import { verifySlipQr } from '../../shared/slip/slip-qr.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { ReceivedPersons, ReturnedPersons } from '../../shared/event/dossier-facts.ts';
import type { Apply, Folded } from '../../shared/project/fold.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { DeskReads, DossierPart, DossierRows } from '../../renderer/store/deps.ts';

export type FakeJournal = {
  readonly add: (fact: NewFact, actor: string | null) => void;
  readonly ticket: (id: string) => Folded<Ticket> | undefined;
  readonly tickets: (day: string) => readonly Folded<Ticket>[];
  readonly dossier: (id: string) => Folded<Dossier> | undefined;
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
  const listeners = new Set<() => void>();
  const held = (): Vector => ({ [`${DEVICE}/${EPOCH}`]: events.length });
  const ticketsOf = (day: string) => [...tickets.values()].filter((row) => row.state?.day === day);
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
      keep(tickets, applyTicket, logged);
      keep(dossiers, applyDossier, logged);
      for (const listener of listeners) listener();
    },
    ticket: (id) => tickets.get(id),
    tickets: ticketsOf,
    dossier: (id) => dossiers.get(id),
    keepPersons: (dossierId, one) => void persons.set(dossierId, one),
    keepReceiver: (dossierId, one) => void receivers.set(dossierId, one),
    held,
    onChange: (listener) => void listeners.add(listener),
    reads: {
      watchTickets: (day, listener) => watch(() => ticketsOf(day), listener),
      watchDossiers: (part, listener) => watch(() => partOf([...dossiers.values()], part), listener),
      watchHeld: (listener) => watch(held, listener),
      dossierOf: (code) =>
        Promise.resolve([...dossiers.values()].find(({ state }) => state?.code === code)?.state ?? null),
      // No key stands in this journal: nothing that is scanned here can be proven.
      slipSays: (text) =>
        verifySlipQr(text, { keyOf: () => undefined, verify: () => Promise.resolve(false) }),
      personsOf: (dossier) => Promise.resolve(persons.get(dossier.id) ?? null),
      receiverOf: (dossier) => Promise.resolve(receivers.get(dossier.id) ?? null),
      arrivals: (subject) => Promise.resolve(arrivalsOf(events, subject)),
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

function arrivalsOf(events: readonly LoggedEvent[], subject: string) {
  return events
    .filter(({ event }) => event.subject === subject)
    .map(({ event: { device, epoch, seq, type, wall } }) => ({ device, epoch, seq, type, wall }));
}
