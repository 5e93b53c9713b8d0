// Numbers that two subjects bear, whatever brought that about: found where lines come in, kept until a clerk has looked [J15].
import { vectorKey } from '../../../shared/sync/vector.ts';
import { numbersIssued, standTwice } from '../../../shared/sync/fork.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { IssuedNumber } from '../../../shared/sync/fork.ts';
import type { DeskDatabase, TwiceNumber } from '../desk-database.ts';

/** How a line says that its number was torn from the roll; text that a person typed at most makes it be looked at. */
const OF_ROLL = '"via":"paper-roll"';

/** Numbers remembered; older ones are long settled. */
const REMEMBERED = 500;

/**
 * Notes numbers of lines that came in and stand behind another subject here; runs in the transaction that takes them. Only a
 * machine that wrote more than one epoch can have given a number twice [N1], so most lines cost nothing; and a paper of the roll
 * may have been entered at two desks that did not see each other [QU15].
 * @param known vector keys of the epochs held before
 */
export async function noteTwice(
  db: DeskDatabase,
  known: readonly string[],
  fresh: readonly LoggedEvent[],
): Promise<void> {
  const keys = new Set([...known, ...fresh.map(({ event }) => vectorKey(event.device, event.epoch))]);
  const anew = devicesOfSeveral(keys);
  const mayBeTwice = ({ event, line }: LoggedEvent) => anew.has(event.device) || line.includes(OF_ROLL);
  const issued = numbersIssued(fresh.filter(mayBeTwice));
  if (issued.length === 0) return;
  const twice = await standingTwice(db, issued);
  if (twice.length === 0) return;
  const found = new Map((await twiceFound(db)).map((one) => [keyOf(one), one]));
  for (const one of twice) found.set(keyOf(one), { number: one.number, day: one.day, seen: false });
  await db.meta.put({ key: 'twice-found', numbers: [...found.values()].slice(-REMEMBERED) });
}

/** Those of the numbers that stand behind another subject in this storage. */
export async function standingTwice(
  db: DeskDatabase,
  issued: readonly IssuedNumber[],
): Promise<readonly IssuedNumber[]> {
  const places = issued.flatMap(({ day, number }): [string, string][] =>
    day === null ? [] : [[day, number]],
  );
  const codes = issued.flatMap(({ day, number }) => (day === null ? [number] : []));
  const [tickets, dossiers, payments] = await Promise.all([
    places.length > 0 ? db.tickets.where('[state.day+state.number]').anyOf(places).toArray() : [],
    codes.length > 0 ? db.dossiers.where('state.code').anyOf(codes).toArray() : [],
    codes.length > 0 ? db.payments.where('state.number').anyOf(codes).toArray() : [],
  ]);
  return standTwice(issued, [
    ...tickets.flatMap(({ id, state }) =>
      state ? [{ subject: id, day: state.day, number: state.number }] : [],
    ),
    ...dossiers.flatMap(({ id, state }) => (state ? [{ subject: id, day: null, number: state.code }] : [])),
    ...payments.flatMap(({ id, state }) => (state ? [{ subject: id, day: null, number: state.number }] : [])),
  ]);
}

/** What was found and is remembered. */
export async function twiceFound(db: DeskDatabase): Promise<readonly TwiceNumber[]> {
  const row = await db.meta.get('twice-found');
  return row?.key === 'twice-found' ? row.numbers : [];
}

/** A clerk has looked into all of them; runs in a transaction of whoever calls. */
export async function markFoundSeen(db: DeskDatabase): Promise<void> {
  const numbers = (await twiceFound(db)).map((one) => ({ ...one, seen: true }));
  if (numbers.length > 0) await db.meta.put({ key: 'twice-found', numbers });
}

/** Machines of which more than one epoch is known. */
function devicesOfSeveral(keys: ReadonlySet<string>): ReadonlySet<string> {
  const one = new Set<string>();
  const several = new Set<string>();
  for (const key of keys) {
    const device = key.slice(0, key.indexOf('/'));
    (one.has(device) ? several : one).add(device);
  }
  return several;
}

function keyOf({ day, number }: Pick<TwiceNumber, 'day' | 'number'>): string {
  return `${day ?? ''} ${number}`;
}
