import type { WardKeys } from '../keys/ward-keys.ts';

/** What the page asks of the search worker. The keys cannot be exported, only used. */
export type SearchAsk =
  | { readonly ask: 'open'; readonly ward: string; readonly keys: Pick<WardKeys, 'wrap' | 'list'> }
  | { readonly ask: 'look' }
  | { readonly ask: 'find'; readonly no: number; readonly query: string; readonly limit: number };

/** What the worker tells. `list`: the list grew, became whole, or broke. */
export type SearchTold =
  | { readonly told: 'list'; readonly state: 'preparing' | 'ready' | 'failed'; readonly detail?: string }
  | { readonly told: 'found'; readonly no: number; readonly ids: readonly string[]; readonly more: boolean };
