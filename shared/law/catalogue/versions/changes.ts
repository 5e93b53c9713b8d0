import { partNames, saidBy } from './words.ts';
import type { Procedure } from '../../procedure.ts';
import type { Said, VersionPart } from './words.ts';

/** One thing that a version says otherwise than the one before it; `before` null: new, `after` null: gone. */
export type VersionChange = {
  readonly part: VersionPart;
  /** Which of several, by its name: the paper, the fee, the step; empty where a procedure has only one. */
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly sentence: string;
};

/**
 * What changed between two versions of a procedure, part by part [N09]. Papers, fees, cases and steps are the same by their
 * names: ids in files count places, and a place says nothing from one version to the next.
 */
export function changesBetween(before: Procedure, after: Procedure): readonly VersionChange[] {
  const [old, fresh] = [saidBy(before), saidBy(after)];
  const parts = Object.keys(partNames) as readonly VersionPart[];
  return parts.flatMap((part) => changesOf(part, numbered(old[part]), numbered(fresh[part])));
}

function changesOf(
  part: VersionPart,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly VersionChange[] {
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const keys = [...after.keys(), ...gone];
  return keys
    .map((key) => ({ part, key, before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter((change) => change.before !== change.after)
    .map((change) => ({ ...change, sentence: sentenceOf(change) }));
}

/** Two papers of one name are told apart by their order. */
function numbered(said: readonly Said[]): ReadonlyMap<string, string> {
  const seen = new Map<string, string>();
  for (const { key, words } of said) {
    let name = key;
    for (let n = 2; seen.has(name); n += 1) name = `${key} (${n})`;
    seen.set(name, words);
  }
  return seen;
}

function sentenceOf({ part, key, before, after }: Omit<VersionChange, 'sentence'>): string {
  const what = key === '' ? partNames[part] : `${partNames[part]} “${key}”`;
  if (before === null) return `Thêm: ${what}${detail(after)}.`;
  if (after === null) return `Bỏ: ${what}${detail(before)}.`;
  return `${what}: trước là ${quoted(before)}, nay là ${quoted(after)}.`;
}

function detail(words: string | null): string {
  return words === null || words === '' ? '' : ` – ${words}`;
}

function quoted(words: string): string {
  return words === '' ? 'để trống' : `“${words}”`;
}
