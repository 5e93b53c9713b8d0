// What the host found wrong in a section, in words: the label of the place and what is expected there.
import type { Messages } from '../../../../shared/text/messages/index.ts';
import type { Trouble } from '../../../store/act.ts';

type Words = Messages['people']['settings'];

/** A wrong place, e.g. `counters.2.name`, and what is expected there. */
export type WrongPlace = { readonly path: string; readonly said: string };

/** The place that the host found wrong; null for any other trouble. */
export function wrongPlaceOf(trouble: Trouble | null, words: Words): WrongPlace | null {
  if (trouble?.code !== 'setting-invalid' || !('detail' in trouble)) return null;
  if (typeof trouble.detail !== 'string') return null;
  const [path = '', expected = ''] = trouble.detail.split(': ');
  const [kind = '', bound = ''] = expected.split(' ');
  const known: Readonly<Record<string, string>> = words.expected;
  return { path, said: (known[kind] ?? words.expected.other).replace('{n}', bound) };
}

/** The same trouble with the place named as the form names it, for the note above the form. */
export function inWords(trouble: Trouble, words: Words): Trouble {
  const wrong = wrongPlaceOf(trouble, words);
  if (!wrong) return trouble;
  const labels: Readonly<Record<string, string>> = words.labels;
  const parts = wrong.path.split('.');
  const row = parts.find((part) => /^\d+$/.test(part));
  const names = parts.filter((part) => !/^\d+$/.test(part));
  // The nearest place around it that has a label: a part of the calendar is told as the calendar.
  const label = names.map((_, at) => labels[names.slice(0, names.length - at).join('.')]).find(Boolean);
  const list = row === undefined ? undefined : labels[names[0] ?? ''];
  const place = [list && words.row(list, Number(row) + 1), label].filter(Boolean).join(', ');
  return { code: 'setting-invalid', detail: place === '' ? wrong.said : `${place}: ${wrong.said}` };
}
