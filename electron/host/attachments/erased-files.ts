// The scans of erased dossiers: their bytes go with the keys.
import { parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { missingRanges } from '../../../shared/sync/vector.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { AttachmentStore } from './attachment-store.ts';

/** Lines read at once. */
const LINES = 1000;

/**
 * Deletes the files that the journal names for these subjects [ATT3]. It reads the whole journal, which is rarely wanted and
 * only where there are files at all.
 */
export async function dropFilesOf(
  subjects: readonly string[],
  journal: Pick<HostJournal, 'held' | 'read'>,
  store: AttachmentStore,
): Promise<void> {
  if (subjects.length === 0 || (await store.names()).length === 0) return;
  const erased = new Set(subjects);
  for (const range of missingRanges(journal.held(), {})) {
    for (let from = range.from; from < range.to;) {
      const lines = await journal.read({ ...range, from }, LINES);
      await store.drop(lines.flatMap((line) => fileOf(line, erased)));
      from += Math.max(1, lines.length);
    }
  }
}

function fileOf(line: string, subjects: ReadonlySet<string>): readonly string[] {
  if (!line.includes('"dossier-attachment-added"')) return [];
  const parsed = parseLine(line);
  if (!parsed.ok || !subjects.has(parsed.value.event.subject)) return [];
  const fact = factOf(parsed.value.event);
  return fact?.type === 'dossier-attachment-added' ? [fact.body.sha256] : [];
}
