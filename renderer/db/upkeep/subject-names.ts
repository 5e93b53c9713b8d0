import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import type { DeskDatabase } from '../desk-database.ts';

/** Which ticket or dossier a line is about. */
type SubjectName =
  | { readonly kind: 'ticket'; readonly number: string; readonly day: string }
  | { readonly kind: 'dossier'; readonly code: string };

/** Names of subjects: as they stand now, else as the branches that were set aside here say. Others are left out. */
export async function namesOf(
  db: DeskDatabase,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, SubjectName>> {
  const ids = [...subjects];
  const [tickets, dossiers] = await Promise.all([db.tickets.bulkGet(ids), db.dossiers.bulkGet(ids)]);
  const names = new Map<string, SubjectName>();
  for (const row of tickets)
    if (row?.state) names.set(row.id, { kind: 'ticket', number: row.state.number, day: row.state.day });
  for (const row of dossiers) if (row?.state) names.set(row.id, { kind: 'dossier', code: row.state.code });
  if (ids.every((id) => names.has(id))) return names;
  const inBranches = await namesInBranches(db);
  for (const id of ids) {
    const name = names.get(id) ?? inBranches.get(id);
    if (name) names.set(id, name);
  }
  return names;
}

async function namesInBranches(db: DeskDatabase): Promise<ReadonlyMap<string, SubjectName>> {
  const names = new Map<string, SubjectName>();
  for (const { line } of await db.forked.toArray()) {
    const parsed = parseLine(line);
    const fact = parsed.ok ? factOf(parsed.value.event) : null;
    if (!parsed.ok || !fact) continue;
    const { subject } = parsed.value.event;
    if (fact.type === 'ticket-issued')
      names.set(subject, { kind: 'ticket', number: fact.body.number, day: fact.body.day });
    if (fact.type === 'dossier-received') names.set(subject, { kind: 'dossier', code: fact.body.code });
  }
  return names;
}
