// A page's storage as renderer/db keeps it: journal, projections and supplies change together.
import { highestHlc, placeFacts } from '../../renderer/db/append.ts';
import { isOvertaken } from '../../shared/decide/machine/claims.ts';
import { NO_HASH } from '../../shared/event/envelope.ts';
import { foldAll } from '../../shared/project/fold.ts';
import { applyOf } from '../../shared/project/kinds.ts';
import { kindOf } from '../../shared/project/subjects.ts';
import { paymentsIn } from './office/desk-rows.ts';
import { numbersIssued } from '../../shared/sync/fork.ts';
import { vectorKey } from '../../shared/sync/vector.ts';
import { digestOf } from './once.ts';
import { createKeeper, flush, powerCut, put, replaceLog, WARD } from './keeper.ts';
import type { LeavingReason } from '../../shared/decide/machine/claims.ts';
import type { NumberSupply } from '../../shared/decide/numbers.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Apply, Folded } from '../../shared/project/fold.ts';
import type { SubjectKind } from '../../shared/project/subjects.ts';
import type { IssuedNumber } from '../../shared/sync/fork.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Host } from './host.ts';
import type { Keeper } from './keeper.ts';

/** Whose epoch a storage writes. */
export type OwnPlace = {
  readonly device: string;
  readonly epoch: string;
  readonly ordinal: number;
  readonly slot: number;
  /** The secret that proves the storage to its host, and the one that is to follow it. */
  readonly tenancy: string;
  readonly next: string | null;
};

/** A copy of a storage as it stood on the disk. */
export type PageCopy = {
  readonly own: OwnPlace | null;
  readonly log: readonly LoggedEvent[];
  readonly supplies: ReadonlyMap<string, NumberSupply>;
  readonly twice: ReadonlySet<string>;
};

/** One page storage. */
export type Page = {
  readonly host: Host;
  readonly keeper: Keeper;
  own: OwnPlace | null;
  /** Why the last epoch was left; null once another is open. */
  left: LeavingReason | null;
  tickets: Map<string, Folded<Ticket>>;
  dossiers: Map<string, Folded<Dossier>>;
  /** Everything else: what is in the waiting room beside tickets, filings, money, settings, who read what. */
  hall: Map<string, Folded<unknown>>;
  subjects: Map<string, LoggedEvent[]>;
  supplies: Map<string, NumberSupply>;
  durableSupplies: Map<string, NumberSupply>;
  /** Highest number of this machine that stands on paper from before, by namespace [N9]. */
  begun: Map<string, number>;
  /** The ward's day of the last number taken here. */
  day: string;
  /** Whether the host is in reach. */
  link: boolean;
  /** A window of it is open; the host tells others that the epoch is held. */
  open: boolean;
  copy: PageCopy | null;
  /** Numbers it found behind two subjects, as people call them [J15]. */
  twice: Set<string>;
};

/** A browser storage nothing was written into. */
export function createPage(host: Host, name: string): Page {
  const keeper = createKeeper(name, host.keeper.once);
  const page: Page = {
    host,
    keeper,
    own: null,
    left: null,
    tickets: new Map(),
    dossiers: new Map(),
    hall: new Map(),
    subjects: new Map(),
    supplies: new Map(),
    durableSupplies: new Map(),
    begun: new Map(),
    day: '',
    link: true,
    open: true,
    copy: null,
    twice: new Set(),
  };
  keeper.onFresh = (events) => project(page, events);
  keeper.onTaken = (events) => {
    noteTwice(page, events);
    leaveIfOvertaken(page, events);
  };
  keeper.onRestart = (gone) => (gone ? withdraw(page, gone) : readAnew(page));
  return page;
}

/** Key of the storage's own epoch. */
export function ownKey(page: Page): string {
  return page.own ? vectorKey(page.own.device, page.own.epoch) : '/';
}

/** The highest logical time in a storage. */
export function hlcOf({ keeper }: Page): string {
  return highestHlc([...keeper.chains.values()].map((chain) => ({ hlc: chain.at(-1)?.event.hlc ?? '' })));
}

/** Writes facts and what is left of supplies in one transaction; not durable before `settle`. */
export function write(
  page: Page,
  facts: readonly NewFact[],
  writing: { readonly actor: string | null; readonly nowMs: number },
  supplies: readonly NumberSupply[] = [],
): readonly LoggedEvent[] {
  if (!page.own) throw new Error('Bug: a storage without an epoch writes');
  const { device, epoch } = page.own;
  const last = page.keeper.chains.get(ownKey(page))?.at(-1);
  const head = last ? { held: last.event.seq + 1, hash: last.hash } : { held: 0, hash: NO_HASH };
  const logged = placeFacts(
    { ward: WARD, device, epoch },
    { head, hlc: hlcOf(page) },
    facts,
    writing,
    digestOf,
  );
  if ('code' in logged) throw new Error('Bug: facts of a history are short');
  const taken = logged.map((own) => readBack(page, own));
  for (const supply of supplies) page.supplies.set(supply.namespace, supply);
  put(page.keeper, taken);
  return taken;
}

/** How many events are read back before one is compared in full. */
const COMPARED = 8;

/** A line says what was written; from here on the event as it is read stands for both, everywhere. */
function readBack({ keeper }: Page, own: LoggedEvent): LoggedEvent {
  const read = keeper.once.read(own.line);
  const compared = own.event.seq % COMPARED === 0;
  if (!read.ok || read.value.hash !== own.hash) throw new Error('J2: a line that was written cannot be read');
  if (compared && JSON.stringify(read.value.event) !== own.line.slice(65))
    throw new Error('J2: a line reads as another event than was written');
  return read.value;
}

/** The transaction is on the disk. */
export function settle(page: Page): void {
  flush(page.keeper);
  page.durableSupplies = new Map(page.supplies);
}

/** The power fails under a page; a transaction that was not settled is there as a whole or not at all. */
export function cutPage(page: Page, lucky: boolean): void {
  if (lucky) settle(page);
  powerCut(page.keeper, 0);
  page.supplies = new Map(page.durableSupplies);
}

/** Copies a storage as it stands on the disk. */
export function copyOf(page: Page): PageCopy {
  const log = page.keeper.log.slice(0, page.keeper.durable);
  return { own: page.own, log, supplies: new Map(page.durableSupplies), twice: new Set(page.twice) };
}

function leaveIfOvertaken(page: Page, taken: readonly LoggedEvent[]): void {
  if (!isOvertaken(page.own, [...page.supplies.values()], taken)) return;
  page.own = null;
  page.left = 'restored';
  page.supplies.clear();
  page.durableSupplies.clear();
}

/** As renderer/db/upkeep/twice.ts: a machine with more than one epoch can have given a number twice, and the paper roll. */
function noteTwice(page: Page, taken: readonly LoggedEvent[]): void {
  const devices = [...page.keeper.chains.keys()].map((key) => key.slice(0, key.indexOf('/')));
  const several = new Set(devices.filter((device, at) => devices.indexOf(device) !== at));
  const may = ({ event, line }: LoggedEvent) =>
    several.has(event.device) || line.includes('"via":"paper-roll"');
  for (const issued of numbersIssued(taken.filter(may)))
    if (isBorneByAnother(page, issued)) page.twice.add(calledName(issued));
}

/** Whether a number stands behind another subject in a storage. */
export function isBorneByAnother(page: Page, issued: IssuedNumber): boolean {
  const { day, number, subject } = issued;
  const rows =
    day === null
      ? [
          ...[...page.dossiers.values()].filter(({ state }) => state?.code === number),
          ...paymentsIn(page).filter((payment) => payment.number === number),
        ]
      : [...page.tickets.values()].filter(({ state }) => state?.day === day && state.number === number);
  return rows.some(({ id }) => id !== subject);
}

/** What people call a number. */
function calledName({ day, number }: IssuedNumber): string {
  return day === null ? number : `${day} ${number}`;
}

/** Puts a copy, or nothing, in the place of a storage. */
export function replaceStorage(page: Page, copy: PageCopy | null): void {
  page.own = copy?.own ?? null;
  page.left = null;
  page.twice = new Set(copy?.twice);
  page.supplies = new Map(copy?.supplies);
  page.durableSupplies = new Map(copy?.supplies);
  replaceLog(page.keeper, copy?.log ?? []);
}

function readAnew(page: Page): void {
  page.tickets = new Map();
  page.dossiers = new Map();
  page.hall = new Map();
  page.subjects = new Map();
  page.begun = new Map();
  project(page, page.keeper.log);
}

/** What a cut takes away leaves the projections with it. */
function withdraw(page: Page, gone: readonly LoggedEvent[]): void {
  if (gone.some(({ event }) => event.type === 'numbers-begun')) return readAnew(page);
  const touched = new Map(gone.map((logged) => [logged.event.subject, kindOf(logged.event)]));
  const lost = new Set(gone);
  for (const [subject, kind] of touched) {
    const left = (page.subjects.get(subject) ?? []).filter((logged) => !lost.has(logged));
    page.subjects.set(subject, left);
    if (left.length === 0) page.subjects.delete(subject);
    if (kind !== null) refold(rowsOf(page, kind), foldOf(kind), subject, left);
  }
}

/** The rows of a kind. */
export function rowsOf(page: Page, kind: SubjectKind): Map<string, Folded<unknown>> {
  if (kind === 'ticket') return page.tickets as Map<string, Folded<unknown>>;
  return kind === 'dossier' ? (page.dossiers as Map<string, Folded<unknown>>) : page.hall;
}

/** The fold of a kind; rows of one kind never meet the fold of another. */
export function foldOf(kind: SubjectKind): Apply<unknown> {
  return applyOf[kind] as Apply<unknown>;
}

function refold<S>(
  rows: Map<string, Folded<S>>,
  apply: Apply<S>,
  subject: string,
  events: readonly LoggedEvent[],
): void {
  const row = foldAll(apply, events);
  if (row) rows.set(subject, row);
  else rows.delete(subject);
}

function project(page: Page, events: readonly LoggedEvent[]): void {
  for (const logged of events) {
    const { subject } = logged.event;
    if (logged.event.type === 'numbers-begun') noteBegun(page, logged);
    const kind = kindOf(logged.event);
    if (kind === null) continue;
    const known = page.subjects.get(subject);
    if (known) known.push(logged);
    else page.subjects.set(subject, [logged]);
    const all = known ?? [logged];
    fold(page, rowsOf(page, kind), foldOf(kind), logged, all);
  }
}

/** Other machines have ranges of their own. */
function noteBegun(page: Page, logged: LoggedEvent): void {
  const fact = page.keeper.once.factOf(logged);
  if (fact?.type !== 'numbers-begun' || logged.event.device !== page.host.place.device) return;
  const { namespace, after } = fact.body;
  page.begun.set(namespace, Math.max(after, page.begun.get(namespace) ?? 0));
}

function fold<S>(
  page: Page,
  rows: Map<string, Folded<S>>,
  apply: Apply<S>,
  logged: LoggedEvent,
  all: readonly LoggedEvent[],
): void {
  const before = rows.get(logged.event.subject) ?? null;
  const row = page.keeper.once.fold(apply, before, logged) ?? foldAll(apply, all);
  if (row) rows.set(row.id, row);
}
