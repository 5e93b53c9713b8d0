import type { DeskDatabase, EventRow } from '../desk-database.ts';

/** Journal rows read at once. */
const ROWS = 500;

/** Facts after which a dossier may name other persons: a decision between two desks may choose another reception. */
const naming = ['dossier-received', 'dossier-corrected', 'dossier-conflict-settled'];

/** Dossiers that new events received, corrected or erased, and how far the journal was read; `more`: there is more to read. */
export type TouchedSubjects = {
  readonly received: readonly string[];
  readonly erased: readonly string[];
  readonly covered: Record<string, number>;
  readonly more: boolean;
};

/** Reads one step of the journal beyond `covered`; null when the journal is shorter than that, so it is another one. */
export async function touchedSubjects(
  db: DeskDatabase,
  covered: Readonly<Record<string, number>>,
): Promise<TouchedSubjects | null> {
  const heads = await db.heads.toArray();
  const held = new Map(heads.map((head) => [head.key, head.held]));
  if (Object.entries(covered).some(([key, count]) => count > (held.get(key) ?? 0))) return null;
  const behind = heads.find((head) => head.held > (covered[head.key] ?? 0));
  if (!behind) return { received: [], erased: [], covered: { ...covered }, more: false };
  const from = covered[behind.key] ?? 0;
  const cut = behind.key.indexOf('/');
  const [device, epoch] = [behind.key.slice(0, cut), behind.key.slice(cut + 1)];
  const to = Math.min(behind.held, from + ROWS);
  const rows = await db.events
    .where('[device+epoch+seq]')
    .between([device, epoch, from], [device, epoch, to])
    .toArray();
  return {
    received: naming.flatMap((type) => subjectsOf(rows, type)),
    erased: subjectsOf(rows, 'subject-erased'),
    covered: { ...covered, [behind.key]: to },
    more: true,
  };
}

/** The type stands near the beginning of a line, which need not be parsed for it. */
function subjectsOf(rows: readonly EventRow[], type: string): readonly string[] {
  const wanted = `"type":"${type}"`;
  return [...new Set(rows.filter(({ line }) => isNear(line, wanted)).map(({ subject }) => subject))];
}

function isNear(line: string, wanted: string): boolean {
  const at = line.indexOf(wanted);
  // Before the body: whatever people typed comes later.
  return at >= 0 && at < line.indexOf('"body":');
}
