// Reading and writing one place of a section by its path, without touching what stands beside it.

/** Something with named parts, as JSON has it. */
export type Plain = Readonly<Record<string, unknown>>;

/** What a place says; undefined where nothing stands. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (isPlain(part) ? part[key] : undefined), value);
}

/** The same value with another one in a place; undefined takes the place out, and what it leaves empty with it. */
export function put(value: unknown, path: string, next: unknown): Plain {
  const [key = '', ...rest] = path.split('.');
  const before = isPlain(value) ? value : {};
  const inner = rest.length === 0 ? next : put(before[key], rest.join('.'), next);
  const isGone =
    inner === undefined || (isPlain(inner) && Object.keys(inner).length === 0 && next === undefined);
  const others = Object.entries(before).filter(([name]) => name !== key);
  if (isGone) return Object.fromEntries(others);
  if (key in before) return { ...before, [key]: inner };
  return Object.fromEntries([...others, [key, inner]]);
}

/** The rows of a list. */
export function rowsAt(value: unknown, path: string): readonly Plain[] {
  const rows = at(value, path);
  return Array.isArray(rows) ? rows.filter(isPlain) : [];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was typed as a value: numbers as numbers, letters and lines as lists; an empty optional place is left out. */
export function typed(text: string, kind: string, optional: boolean): unknown {
  const trimmed = text.trim();
  if (trimmed === '' && optional) return undefined;
  if (kind === 'number') return /^\d+$/.test(trimmed) ? Number(trimmed) : text;
  if (kind === 'letters')
    return trimmed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((letter) => letter !== '');
  if (kind === 'lines') return text.split('\n');
  return text;
}

/** A value as it stands in its input. */
export function shown(value: unknown, kind: string): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(kind === 'lines' ? '\n' : ' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
