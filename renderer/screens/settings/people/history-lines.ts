// What a recorded change of settings says, in words.
import { differences } from '../../../../shared/law/settings/difference.ts';
import type { FactBody } from '../../../../shared/event/facts.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';

type Words = Messages['people']['settings'];

/** Lines that are shown of one change. */
const SHOWN = 12;

/** One line for each place that changed: its name, what it was, what it is. */
export function changeLines(
  change: Pick<FactBody<'setting-changed'>, 'setting' | 'before' | 'after'>,
  words: Words,
  nameOf: (clerk: string) => string,
): readonly string[] {
  const [before, after] = [read(change.before), read(change.after)];
  if (change.setting === 'pins') return [pinLine(after, words, nameOf)];
  const lines = differences(before, after).map(({ path, before: was, after: is }) =>
    words.history.change(placeName(path, [before, after], words), said(was, words), said(is, words)),
  );
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), words.history.more(more)] : lines;
}

function pinLine(after: unknown, { history }: Words, nameOf: (clerk: string) => string): string {
  const { clerk, pin } = isPlain(after) ? after : {};
  const name = nameOf(typeof clerk === 'string' ? clerk : '');
  return pin === 'own' ? history.pinOwn(name) : history.pinReset(name);
}

/** A place's label; a row of a list is named by what people call it. */
function placeName(path: string, sides: readonly unknown[], { labels }: Words): string {
  const known = labels as Readonly<Record<string, string>>;
  const direct = known[path];
  if (direct !== undefined) return direct;
  const [list = '', id = '', ...rest] = path.split('.');
  const inner = known[[list, ...rest].join('.')] ?? rest.join('.');
  const name = sides.map((side) => rowName(side, list, id)).find((one) => one !== null) ?? id;
  return [name, inner].filter((part) => part !== '').join(' – ');
}

function rowName(side: unknown, list: string, id: string): string | null {
  const rows = isPlain(side) ? side[list] : null;
  if (!Array.isArray(rows)) return null;
  const row = rows.find(
    (one: unknown) => isPlain(one) && (one['id'] === id || one['date'] === id),
  ) as unknown;
  const name = isPlain(row) ? (row['name'] ?? row['date']) : null;
  return typeof name === 'string' ? name : null;
}

function said(value: unknown, words: Words): string {
  const { history, choices } = words;
  if (value === null || value === undefined || value === '') return history.nothing;
  if (value === true) return history.yes;
  if (value === false) return history.no;
  if (typeof value === 'string') return (choices as Readonly<Record<string, string>>)[value] ?? value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.map((one: unknown) => said(one, words)).join(', ') || history.nothing;
  const { id: _id, ...shown } = value as Readonly<Record<string, unknown>>;
  return Object.values(shown)
    .map((one) => said(one, words))
    .join(', ');
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut where it was too long for a fact: what can be said is said as text.
    return { text };
  }
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
