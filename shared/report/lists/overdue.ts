import { factOf } from '../../event/facts.ts';
import { foldKey } from '../../project/fold.ts';
import { compareNames, compareTexts } from '../../text/names.ts';
import { dueStanding } from '../due-status.ts';
import type { LoggedEvent } from '../../event/envelope.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { DueWorld } from '../due-status.ts';

/** An overdue dossier. `cause` is the one that its last letter of apology (Mẫu 04) gives; null where none was written. */
export type OverdueDossier = {
  readonly id: string;
  readonly code: string;
  readonly dueAt: string;
  readonly overdueMinutes: number;
  readonly cause: string | null;
};

/** Overdue dossiers of one officer at one place; `office` null: at the desk. */
export type OverdueRow = {
  readonly office: string | null;
  readonly officerName: string;
  readonly dossiers: readonly OverdueDossier[];
};

/** Overdue dossiers by the office that holds them and the officer who received them, longest overdue first [FG8]. */
export function overdueRows(
  dossiers: Iterable<
    Pick<Dossier, 'id' | 'code' | 'status' | 'dueAt' | 'office' | 'officerName' | 'procedure'>
  >,
  nowMs: number,
  world: DueWorld,
  causes: ReadonlyMap<string, string>,
): readonly OverdueRow[] {
  const rows = new Map<string, OverdueRow & { readonly dossiers: OverdueDossier[] }>();
  for (const dossier of dossiers) {
    const standing = dueStanding(dossier, nowMs, world);
    if (standing?.status !== 'overdue') continue;
    const { id, code, dueAt, office, officerName } = dossier;
    const key = JSON.stringify([office, officerName]);
    const row = rows.get(key) ?? { office, officerName, dossiers: [] };
    const one = { id, code, dueAt, overdueMinutes: -standing.workMinutes, cause: causes.get(id) ?? null };
    row.dossiers.push(one);
    rows.set(key, row);
  }
  return [...rows.values()]
    .map((row) => ({
      ...row,
      dossiers: row.dossiers.toSorted((a, b) => b.overdueMinutes - a.overdueMinutes),
    }))
    .sort(
      (a, b) =>
        b.dossiers.length - a.dossiers.length ||
        compareTexts(a.office ?? '', b.office ?? '') ||
        compareNames(a.officerName, b.officerName),
    );
}

/** The cause of lateness that each dossier's last letter of apology gives, by dossier. */
export function lateCauses(events: Iterable<LoggedEvent>): ReadonlyMap<string, string> {
  const last = new Map<string, { readonly key: string; readonly cause: string }>();
  for (const logged of events) {
    if (logged.event.type !== 'dossier-extended') continue;
    const fact = factOf(logged.event);
    if (fact?.type !== 'dossier-extended') continue;
    const key = foldKey(logged);
    const known = last.get(logged.event.subject);
    if (!known || known.key < key) last.set(logged.event.subject, { key, cause: fact.body.cause });
  }
  return new Map([...last].map(([id, { cause }]) => [id, cause]));
}
