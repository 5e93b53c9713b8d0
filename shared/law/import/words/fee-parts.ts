import type { Fee } from '../../procedure.ts';

/** Channel that a fee holds for; null: all. */
export type Channel = Fee['channel'];
type Tiers = { readonly tiers: Fee['tiers']; readonly maxPerCopy: number | null };

/** An amount in đồng, in plain words. */
export const MONEY =
  /(?<![\d.,/])(\d{1,3}(?:[.,]\d{3})+|\d+)\s*(nghin|ngan|trieu)?\s*(dong|vnd|viet nam dong|d)(?![a-z])/gu;
const FACTORS: Readonly<Record<string, number>> = { nghin: 1000, ngan: 1000, trieu: 1_000_000 };
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:mot |moi |01 |1 )?trang/u, 'trang'],
  [/^(?:mot |moi |01 |1 )?van ban/u, 'vanBan'],
  [/^(?:mot |moi |01 |1 )?(?:ban|trich luc)/u, 'ban'],
  [/^(?:mot |moi |01 |1 )?giao dich/u, 'giaoDich'],
  [/^(?:mot |moi |01 |1 )?di chuc/u, 'diChuc'],
  [/^(?:mot |moi |01 |1 )?the/u, 'the'],
  [/^(?:mot |moi |01 |1 )?viec/u, 'viec'],
  [/^(?:mot |moi |01 |1 )?lan/u, 'lan'],
  [/^(?:mot |moi |01 |1 )?(?:truong hop|ho so)/u, 'truongHop'],
];

/** Amounts in đồng with where they end, in plain words; "20 nghìn đồng", "8.000 đồng", "70,000 VNĐ". */
export function amountsIn(words: string): readonly { readonly amount: number; readonly end: number }[] {
  return [...words.matchAll(MONEY)].map((match) => {
    const [all, digits = '', factor = ''] = match;
    return {
      amount: Number(digits.replace(/[.,]/gu, '')) * (FACTORS[factor] ?? 1),
      end: match.index + all.length,
    };
  });
}

/** Unit after an amount: "8.000 đồng/bản"; null where none of the known ones is named. */
export function unitAfter(words: string, end: number): string | null {
  const after = words.slice(end).replace(/^[\s/]+/u, '');
  return UNITS.find(([pattern]) => pattern.test(after))?.[1] ?? null;
}

/** Phí or lệ phí, as the words say; null when they name neither or both. */
export function kindIn(words: string): Fee['kind'] | null {
  const duty = /\ble phi\b/u.test(words);
  const price = /\bphi\b/u.test(words.replace(/\ble phi\b/gu, ' '));
  if (duty === price) return null;
  return duty ? 'lePhi' : 'phi';
}

/** The only channel that the words name. */
export function channelIn(words: string): Channel {
  const named = [
    /truc tuyen|qua mang/u.test(words) ? ('trucTuyen' as const) : null,
    /truc tiep/u.test(words) ? ('trucTiep' as const) : null,
    /buu chinh/u.test(words) ? ('buuChinh' as const) : null,
  ].filter((channel) => channel !== null);
  return named.length === 1 ? (named[0] ?? null) : null;
}

/**
 * Price by page (DOMAIN 5): "2.000 đồng/trang; từ trang thứ ba trở lên thu 1.000 đồng/trang, tối đa không quá 200.000
 * đồng/bản". Null when the words are not these.
 */
export function tiersIn(words: string): Tiers | null {
  const from = /tu trang(?: thu)? (\d+|hai|ba|tu|bon|nam)\b/u.exec(words);
  const all = amountsIn(words);
  if (!from || all.length > 3) return null;
  const cap = all.find(({ end }) =>
    /(?:toi da|khong qua)[^;]{0,30}$/u.test(words.slice(0, end).replace(/[\d.,]+\s*\S*$/u, '')),
  );
  const prices = all.filter((each) => each !== cap);
  const [first, next] = prices;
  const second = Number(ORDINALS[from[1] ?? ''] ?? from[1]);
  if (!first || !next || prices.length > 2 || !(second >= 2)) return null;
  if (first.end > from.index || next.end < from.index) return null;
  return {
    tiers: [
      { fromPage: 1, toPage: second - 1, amount: first.amount },
      { fromPage: second, toPage: null, amount: next.amount },
    ],
    maxPerCopy: cap?.amount ?? null,
  };
}

const ORDINALS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tu: 4, bon: 4, nam: 5 };
