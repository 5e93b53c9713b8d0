// After every heal: filings are received once and answered in time, corrections leave codes alone [LC9, LC13, LC17].
import { met, violated } from '../world.ts';
import { rowsIn } from './desk-rows.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { World } from '../world.ts';

/** Looks at filings and at what corrections left of dossiers; all pages show the same rows by now [I4]. */
export function deskKeepsItsWord(world: World, union: readonly LoggedEvent[]): void {
  const bySubject = new Map<string, LoggedEvent[]>();
  for (const logged of union) {
    const { subject } = logged.event;
    if (/^(dossier|filing)-/.test(subject))
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), logged]);
  }
  const [page] = world.pages;
  if (!page) return;
  for (const { id, state } of page.dossiers.values()) codeStays(bySubject.get(id) ?? [], state);
  for (const { id, state, heads } of rowsIn(page, 'filing'))
    if (state) receivedOnce(world, bySubject, bySubject.get(id) ?? [], { ...state, heads });
}

function keyOf({ event, hash }: LoggedEvent): string {
  return `${event.hlc}${hash}`;
}

function inOrder(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  return events.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function said(logged: LoggedEvent | undefined): Readonly<Record<string, unknown>> {
  return { ...(logged?.event.body as object | undefined) };
}

/** [LC13] Whatever was corrected: code, day and instant are those of the first reception. */
function codeStays(events: readonly LoggedEvent[], state: object | null): void {
  const first = inOrder(events).find(({ event }) => event.type === 'dossier-received');
  if (!first || !state) return;
  const stands = state as Readonly<Record<string, unknown>>;
  for (const field of ['code', 'provisional', 'day', 'receivedAt'])
    if (stands[field] !== said(first)[field])
      violated('LC13', `a correction changed the ${field} of a dossier`);
}

/** [LC9, LC17] An answer stays due; a filing that two desks received apart is a conflict with both dossiers there. */
function receivedOnce(
  world: World,
  bySubject: ReadonlyMap<string, readonly LoggedEvent[]>,
  events: readonly LoggedEvent[],
  row: { readonly status: string; readonly answerDueAt: string | null; readonly heads: readonly string[] },
): void {
  const ordered = inOrder(events);
  const accepted = ordered.filter(({ event }) => event.type === 'filing-accepted');
  const first = ordered.find(({ event }) => /registered|turned-back|refused/.test(event.type));
  const due = first?.event.type === 'filing-registered' ? said(first)['answerDueAt'] : null;
  if (row.answerDueAt !== due) violated('LC9', `the answer is due ${row.answerDueAt ?? 'never'}`);
  if (accepted.length > 0 && row.status !== 'accepted')
    violated('LC17', `a filing received is ${row.status}`);
  for (const one of accepted) {
    const { dossierId, code } = said(one);
    const born = bySubject.get(String(dossierId))?.find(({ event }) => event.type === 'dossier-received');
    if (said(born)['code'] !== code) violated('LC17', 'the dossier of a filing is lost');
    const before = ancestorsOf(one, events);
    if (accepted.some((other) => other !== one && before.has(other.hash)))
      violated('LC17', 'a filing is received again where its reception was seen');
  }
  if (accepted.length < 2) return;
  met(world, 'a filing received at two desks');
  if (row.heads.length < 2) violated('LC17', 'two receptions of one filing are no conflict');
}

function ancestorsOf(logged: LoggedEvent, events: readonly LoggedEvent[]): ReadonlySet<string> {
  const byHash = new Map(events.map((one) => [one.hash, one]));
  const found = new Set<string>();
  const open = [...logged.event.parents];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (found.has(hash)) continue;
    found.add(hash);
    open.push(...(byHash.get(hash)?.event.parents ?? []));
  }
  return found;
}

/** [LC13] A decision about corrections says whose reception holds: the last one of the chosen branch. */
export function receptionHolds(world: World, events: readonly LoggedEvent[], settled: NewFact): void {
  if (settled.type !== 'dossier-conflict-settled') return;
  const { chosen, reception } = settled.body;
  const isCorrected = events.some(({ event }) => event.type === 'dossier-corrected');
  const head = events.find(({ hash }) => hash === chosen);
  if (!head) return;
  const before = ancestorsOf(head, events);
  let holds: unknown;
  for (const one of inOrder(events.filter(({ hash }) => hash === chosen || before.has(hash)))) {
    const { type } = one.event;
    if (type === 'dossier-received') holds ??= one.hash;
    if (type === 'dossier-corrected') holds = one.hash;
    if (type === 'dossier-conflict-settled') holds = said(one)['reception'] ?? holds;
  }
  if (reception !== (isCorrected ? holds : undefined)) violated('LC13', 'a decision takes another reception');
  if (isCorrected) met(world, 'corrections settled');
}
