// Acts that take a number: a granted one, or with nobody to ask one of the storage's own.
import { receiveDossier } from '../../shared/decide/dossiers.ts';
import {
  dossierCode,
  dossierNamespace,
  freshOwnSupply,
  LOW_SUPPLY,
  ownNamespace,
  provisionalCode,
  rangeOf,
  supplyLeft,
  takePlace,
  ticketNamespace,
} from '../../shared/decide/numbers.ts';
import { beginNumbers, supplyAfter } from '../../shared/decide/begin-numbers.ts';
import { issueTicket } from '../../shared/decide/tickets.ts';
import { toIso } from '../../shared/basics/time.ts';
import { paymentNumbers } from './office/desk-numbers.ts';
import { lease, grantMost } from './host.ts';
import { isRich, met, newId, violated } from './world.ts';
import type { NumberPlace, NumberSupply, Supplies } from '../../shared/decide/numbers.ts';
import type { IssueWish } from '../../shared/decide/tickets.ts';
import type { PreparedReception } from '../../shared/decide/reception.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { PriorityGround } from '../../shared/law/queue/rules.ts';
import type { OwnPlace, Page } from './page.ts';
import type { World } from './world.ts';

/** Where an act happens and how it is written. */
export type Setting = {
  readonly world: World;
  readonly page: Page;
  readonly nowMs: number;
  readonly commit: (
    world: World,
    page: Page,
    facts: readonly NewFact[],
    supplies: readonly NumberSupply[],
  ) => void;
};

type Wish = { readonly series: string; readonly priority: PriorityGround | null };

/** A citizen takes a ticket. */
export function issue(setting: Setting, { series, priority }: Wish): void {
  const ticketId = newId(setting.world, 'ticket');
  issueAs(setting, { ticketId, fieldId: 'f', series, procedureCode: null, priority });
}

/** A ticket as it was decided. @param beside facts that are written with it */
export function issueAs(setting: Setting, wish: IssueWish, beside: readonly NewFact[] = []): void {
  const { world, nowMs } = setting;
  const { series } = wish;
  const day = world.once.dayOf(nowMs);
  withNumber(setting, ticketNamespace(day, series), (place) => [
    issueTicket(wish, place, day, waitingIn(setting, series), nowMs),
    ...beside,
  ]);
}

/** How many wait in a series today. */
export function waitingIn({ world, page, nowMs }: Setting, series: string): number {
  const day = world.once.dayOf(nowMs);
  return [...page.tickets.values()].filter(
    ({ state }) => state?.status === 'waiting' && state.series === series && state.queueDay === day,
  ).length;
}

/** A clerk receives a dossier. @param beside facts that are written with it, or null where it is not received after all */
export function receive(
  setting: Setting,
  beside: (dossierId: string, code: string) => readonly NewFact[] | null = () => [],
): void {
  const { world, nowMs } = setting;
  const day = world.once.dayOf(nowMs);
  const dates = { receivedAt: toIso(nowMs), dueAt: toIso(nowMs + 3 * 86_400_000) };
  const body = { ...RECEPTION, day, ...(isRich(world) ? dates : {}) };
  const prepared = { body, persons: PERSONS };
  const dossierId = newId(world, 'dossier');
  withNumber(setting, dossierNamespace(day), (taken, { slot, ordinal }) => {
    const { kind, value } = taken;
    const code =
      kind === 'granted'
        ? { code: dossierCode('H26', day, value), provisional: false }
        : { code: provisionalCode(slot, ordinal, day, value), provisional: true };
    const more = beside(dossierId, code.code);
    return more && [receiveDossier(dossierId, prepared, { keyId: dossierId, iv: '', ct: '' }, code), ...more];
  });
}

/** An act with the next number of a namespace. @param factsOf what it writes; null: it is refused and takes no number */
export function withNumber(
  setting: Setting,
  namespace: string,
  factsOf: (place: NumberPlace, own: OwnPlace) => readonly NewFact[] | null,
): void {
  const { world, page, commit } = setting;
  if (supplyLeft(suppliesOf(page, namespace).granted) === 0) leaseBlock(setting, namespace);
  meetDay(setting);
  const { own } = page;
  const taken = own && takePlace(suppliesOf(page, namespace), own, true);
  if (!taken) return violated('N5', `no number in ${namespace}`);
  const { kind, value } = taken.place;
  met(world, kind === 'own' ? 'number of the own series' : 'number granted');
  if (kind === 'granted' && value <= (page.begun.get(namespace) ?? 0))
    violated('N9', `${value} of ${namespace} stands on paper`);
  const facts = factsOf(taken.place, own);
  if (facts === null) return;
  commit(world, page, facts, [taken.rest]);
  if (supplyLeft(taken.rest) < LOW_SUPPLY && world.dice.chance(0.5)) leaseBlock(setting, namespace);
}

function leaseBlock({ world, page, commit }: Setting, namespace: string): void {
  if (!page.link) return;
  // A busy day: the history meets the end of the range.
  if (world.dice.chance(0.2)) grantMost(page.host, namespace, world.dice.below(30));
  const block = lease(page.host, namespace, highestTaken(page, namespace));
  if (!block) return met(world, 'range exhausted, or none');
  const { granted } = suppliesOf(page, namespace);
  const fact: NewFact = {
    type: 'numbers-granted',
    subject: `numbers:${namespace}`,
    parents: [],
    sealed: null,
    body: { namespace, ...block },
  };
  commit(world, page, [fact], [{ namespace, blocks: [...granted.blocks, block] }]);
}

function suppliesOf(page: Page, namespace: string): Supplies {
  const own = ownNamespace(namespace);
  return {
    granted: supplyAfter(
      page.supplies.get(namespace) ?? { namespace, blocks: [] },
      page.begun.get(namespace) ?? 0,
    ),
    own: page.supplies.get(own) ?? freshOwnSupply(own),
  };
}

/** The highest number of the machine's own that its page knows to be granted or in use, 0 when none. */
function highestTaken(page: Page, namespace: string): number {
  const { device } = page.host.place;
  const granted = page.keeper.log.flatMap((logged) => {
    if (logged.event.type !== 'numbers-granted' || logged.event.device !== device) return [];
    const fact = page.keeper.once.factOf(logged);
    return fact?.type === 'numbers-granted' && fact.body.namespace === namespace ? [fact.body.to] : [];
  });
  return Math.max(highestSeen(page, namespace), ...granted);
}

/** The highest of its own that its page knows to be in use or to stand on paper, 0 when none. */
function highestSeen(page: Page, namespace: string): number {
  const { role, slot } = page.host.place;
  const range = rangeOf(namespace, role, slot);
  if (!range) return 0;
  const [kind, day, series = ''] = namespace.split('/');
  const tickets = [...page.tickets.values()].flatMap(({ state }) =>
    state && state.day === day && state.number.startsWith(series) ? [state.number.slice(series.length)] : [],
  );
  const codes = [...page.dossiers.values()].flatMap(({ state }) =>
    state && state.day === day && !state.provisional ? [state.code.split('-').at(-1) ?? ''] : [],
  );
  const texts = kind === 'ticket' ? tickets : kind === 'dossier' ? codes : paymentNumbers(page, namespace);
  const begun = page.begun.get(namespace) ?? 0;
  const values = texts.flatMap((text) => (/^\d+$/.test(text) ? [Number(text)] : []));
  return Math.max(begun, ...values.filter((value) => value >= range.from && value <= range.to));
}

/** The head notes that numbers were given out on paper before the desk went digital [N9]. */
export function begin(setting: Setting): void {
  const { world, page, nowMs, commit } = setting;
  const { dice } = world;
  const day = world.once.dayOf(nowMs);
  const namespace = dice.chance(0.5)
    ? dossierNamespace(day)
    : ticketNamespace(day, dice.chance(0.5) ? 'A' : 'B');
  const { role, slot } = page.host.place;
  const range = rangeOf(namespace, role, slot);
  const issued = highestSeen(page, namespace);
  const after = (range?.from ?? 1) + dice.below(40) - 2;
  const fact = beginNumbers({ namespace, after, why: 'Sổ giấy' }, range, issued);
  const may = range !== null && after >= range.from && after <= range.to && after >= issued;
  if (fact.ok !== may) violated('N9', `paper numbers up to ${after} after ${issued}`);
  if (!fact.ok) return;
  met(world, 'paper numbers noted');
  const { granted } = suppliesOf(page, namespace);
  commit(world, page, [fact.value], [supplyAfter(granted, after)]);
}

/** What day it is at the ward, as the machine's clock has it, and how it came to it. */
function meetDay({ world, page, nowMs }: Setting): void {
  const day = world.once.dayOf(nowMs);
  if (page.day !== '' && day > page.day) met(world, 'day changed at midnight');
  if (page.day !== '' && day < page.day) met(world, 'clock set back a day or more');
  page.day = day;
}

/** The persons of every dossier. */
export const PERSONS: PreparedReception['persons'] = {
  owner: { name: 'A', idNumber: '', birthDate: '', phone: '', email: '', address: '' },
  submitter: { name: 'A', idNumber: '', birthDate: '', phone: '', email: '', address: '' },
  authorisation: '',
  note: '',
};

const RECEPTION: PreparedReception['body'] = {
  day: '',
  ticketId: null,
  ticketNumber: null,
  procedure: { code: '1', version: '1', name: 'n', fieldId: 'f', fieldName: 'f', agency: 'a' },
  channel: 'counter',
  papers: [],
  sets: 1,
  fees: [],
  limitText: '',
  receivedAt: '',
  dueAt: '',
  dueTrace: [],
  dueExplanation: '',
  returnMethod: 'counter',
  book: '',
  officerName: 'Lan',
  form: 'f',
};
