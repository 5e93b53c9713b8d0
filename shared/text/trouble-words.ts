import { parseInstant } from '../basics/time.ts';
import { formatTime } from './dates.ts';
import { formatMoney } from './numbers.ts';
import type { Messages } from './messages/index.ts';

/** Something that was refused or failed, with details that its words may name. */
export type TroubleLike = { readonly code: string };

/** What happened, what it means, what to do; `known` is false when only the general words fit. */
export type TroubleWords = {
  readonly what: string;
  readonly means: string;
  readonly todo: string;
  readonly known: boolean;
};

/** The sentences for a trouble; an unknown code gets the general ones, never none. */
export function troubleWords(trouble: TroubleLike, text: Messages['trouble']): TroubleWords {
  const { codes } = text;
  const known = hasKey(codes, trouble.code);
  const words = hasKey(codes, trouble.code) ? codes[trouble.code] : text.fallback;
  return {
    what: filled(words.what, trouble),
    means: filled(words.means, trouble),
    todo: filled(words.todo, trouble),
    known,
  };
}

function hasKey<T extends object>(map: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(map, key);
}

/** Puts details in the place of `{name}`: instants as the ward's clock time, `…Dong` as money, absent ones as nothing. */
function filled(sentence: string, details: object): string {
  const known = new Map<string, unknown>(Object.entries(details));
  return sentence
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const detail = known.get(name);
      if (typeof detail === 'number') return name.endsWith('Dong') ? formatMoney(detail) : String(detail);
      if (typeof detail !== 'string') return '';
      const instantMs = parseInstant(detail);
      return instantMs === null ? detail : formatTime(instantMs);
    })
    .replace(/ +([.,;:])/g, '$1');
}
