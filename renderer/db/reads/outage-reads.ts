import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { missingRanges } from '../../../shared/sync/vector.ts';
import { namesOf } from '../upkeep/subject-names.ts';
import type { OutageAct } from '../../../shared/report/outage/outage-report.ts';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Acts of one outage that are read; a desk makes some hundred a day. */
const MOST = 20_000;

/** Payments among which one paid twice is looked for: some months of a desk. */
const RECENT_PAYMENTS = 5000;

/** Acts that lie between two marks of the epochs, oldest first: by their places in the journal, whatever the clocks said [S16]. */
export async function readActs(
  db: DeskDatabase,
  had: Vector,
  held: Vector,
): Promise<{ readonly acts: readonly OutageAct[]; readonly more: boolean }> {
  const events: EventEnvelope[] = [];
  let more = false;
  for (const { device, epoch, from, to } of missingRanges(held, had)) {
    const first = Math.max(from, to - MOST);
    more ||= first > from;
    const rows = await db.events
      .where('[device+epoch+seq]')
      .between([device, epoch, first], [device, epoch, to], true, false)
      .toArray();
    for (const { line } of rows) {
      const parsed = parseLine(line);
      if (parsed.ok) events.push(parsed.value.event);
    }
  }
  const names = await namesOf(db, [...new Set(events.map(({ subject }) => subject))]);
  const acts = events.map((event): OutageAct => {
    const { device, epoch, seq, type, wall, actor, subject } = event;
    const known = names.get(subject);
    const gave = given(event);
    const name = known ? (known.kind === 'ticket' ? known.number : known.code) : gave;
    return { device, epoch, seq, type, wall, actor, subject, name, gave };
  });
  return { acts: acts.sort((a, b) => (a.wall < b.wall ? -1 : a.wall > b.wall ? 1 : 0)), more };
}

/** Payments with acts that did not see each other, and dossiers with two payments that hold for the same lines. */
export async function readMoneyTroubles(
  db: DeskDatabase,
): Promise<{ readonly conflicts: number; readonly doublePaid: number }> {
  const conflicts = await db.payments.where('heads.length').above(1).count();
  const recent = await db.payments.orderBy('state.day').reverse().limit(RECENT_PAYMENTS).toArray();
  const held = recent.flatMap(({ state }) => (state && !state.cancelled && state.dossierId ? [state] : []));
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { dossierId, lines } of held) {
    const key = `${dossierId} ${lines.map(({ label, amount }) => `${label} ${amount}`).join('|')}`;
    if (seen.has(key) && dossierId) twice.add(dossierId);
    seen.add(key);
  }
  return { conflicts, doublePaid: twice.size };
}

/** The number or code that an event itself gave. */
function given(event: EventEnvelope): string {
  const fact = factOf(event);
  if (fact?.type === 'ticket-issued') return fact.body.number;
  if (fact?.type === 'dossier-received') return fact.body.code;
  return fact?.type === 'payment-taken' ? fact.body.number : '';
}
