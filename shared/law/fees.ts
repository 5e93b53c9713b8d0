import type { Fee, Procedure } from './procedure.ts';

/** What the amount depends on. `pages` are pages of the original (DOMAIN 5). */
export type FeeOrder = {
  readonly copies: number;
  readonly pages: number;
  /** Grounds the person proved, e.g. `hoNgheo`. */
  readonly exemptions: readonly string[];
  readonly channel: 'trucTiep' | 'trucTuyen' | 'buuChinh';
};

/** One line on the slip. `amount` in đồng; null while the province's rate is not entered. */
export type FeeLine = {
  readonly kind: Fee['kind'];
  readonly label: string;
  readonly unit: string;
  readonly quantity: number;
  readonly amount: number | null;
  /** What it would be without the exemption, in đồng; null while the rate is not entered. */
  readonly full: number | null;
  /** The ground that waived it. */
  readonly waivedBy: string | null;
  readonly decidedLocally: boolean;
};

/** Fees of one dossier. `total` counts the known lines; `unknown` says that one is still to be decided. */
export type FeeSheet = {
  readonly lines: readonly FeeLine[];
  readonly total: number;
  readonly unknown: boolean;
};

/** Sum of one kind of fee in đồng. `unknown`: an amount is still to be decided, so the sum may be printed nowhere. */
export type FeeSum = { readonly amount: number; readonly unknown: boolean };

/** Fees and charges of a dossier, phí by the number of copies, lệ phí once (DOMAIN 5). */
export function feeLines(procedure: Procedure, order: FeeOrder): FeeSheet {
  const fees = procedure.fees.filter(({ channel }) => channel === null || channel === order.channel);
  const lines = fees.map((fee) => feeLine(fee, order));
  const { amount, unknown } = sumOf(lines);
  return { lines, total: amount, unknown };
}

/** Phí and lệ phí apart, as fee slips show them (`P: …`, `LP: …`, DOMAIN 2.9); null for a kind that has no line. */
export function feeSums(lines: readonly Pick<FeeLine, 'kind' | 'amount'>[]): {
  readonly phi: FeeSum | null;
  readonly lePhi: FeeSum | null;
} {
  const ofKind = (wanted: Fee['kind']): FeeSum | null => {
    const own = lines.filter(({ kind }) => kind === wanted);
    return own.length === 0 ? null : sumOf(own);
  };
  return { phi: ofKind('phi'), lePhi: ofKind('lePhi') };
}

function sumOf(lines: readonly Pick<FeeLine, 'amount'>[]): FeeSum {
  return {
    amount: lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    unknown: lines.some(({ amount }) => amount === null),
  };
}

function feeLine(fee: Fee, order: FeeOrder): FeeLine {
  const { kind, label, unit, decidedLocally } = fee;
  const quantity = kind === 'phi' ? order.copies : 1;
  const waivedBy = fee.exempt.find((ground) => order.exemptions.includes(ground)) ?? null;
  const each = fee.tiers.length > 0 ? pagesPrice(fee, order.pages) : fee.amount;
  const full = each === null ? null : each * quantity;
  const amount = waivedBy === null ? full : 0;
  return { kind, label, unit, quantity, amount, full, waivedBy, decidedLocally };
}

/** Certified copies: 2.000 đ for pages 1 and 2, 1.000 đ from page 3, at most 200.000 đ a copy (the tiers are data). */
function pagesPrice(fee: Fee, pages: number): number {
  const price = fee.tiers.reduce((sum, { fromPage, toPage, amount }) => {
    const count = Math.min(pages, toPage ?? pages) - fromPage + 1;
    return sum + Math.max(0, count) * amount;
  }, 0);
  return Math.min(price, fee.maxPerCopy ?? price);
}
