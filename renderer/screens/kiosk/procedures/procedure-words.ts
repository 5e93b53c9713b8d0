import type { Fee, Procedure } from '../../../../shared/law/procedure.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';

type Words = Messages['kiosk']['procedure'];
type Limit = Procedure['limit'];
type Paper = Procedure['papers'][number];

/** How long it takes, in one or a few short sentences. */
export function limitWords(limit: Limit, words: Words): readonly string[] {
  const { value, unit, cutoff, extendedValue, verified } = limit;
  const first = value === null || unit === 'campaign' ? words.noLimit : spanWords(value, unit, words);
  return [
    first,
    ...(value === 0 && cutoff !== null ? [words.sameDayCutoff(cutoff)] : []),
    ...(extendedValue !== null && unit !== 'campaign'
      ? [words.extended(spanWords(extendedValue, unit, words))]
      : []),
    ...(verified ? [] : [words.unverified]),
  ];
}

/** What it costs, one line a fee: the price, and what goes with it. */
export function feeWords(
  fee: Fee,
  words: Words,
): { readonly price: string; readonly more: readonly string[] } {
  const grounds = fee.exempt.map((ground) => nameOf(words.exemptGrounds, ground));
  return {
    price: priceOf(fee, words),
    more: [
      ...(fee.maxPerCopy === null ? [] : [words.perCopyAtMost(words.money(fee.maxPerCopy))]),
      ...(fee.channel === null ? [] : [words.channels[fee.channel]]),
      ...(grounds.length > 0 && fee.amount !== 0 ? [words.exempt(grounds.join(', '))] : []),
      ...(fee.note === null ? [] : [fee.note]),
      ...(fee.verified ? [] : [words.unverified]),
    ],
  };
}

/** "1 bản chính · 2 bản chụp": the three quantities, those that are asked for. */
export function paperCounts({ original, certifiedCopy, photocopy }: Paper, words: Words): string {
  const counts = { original, certifiedCopy, photocopy };
  return (['original', 'certifiedCopy', 'photocopy'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.counts[kind](counts[kind]))
    .join(' · ');
}

function spanWords(value: number, unit: Exclude<Limit['unit'], 'campaign'>, words: Words): string {
  if (value === 0 && unit === 'workingDay') return words.sameDay;
  return words.units[unit](String(value).replace('.', words.decimalMark));
}

function priceOf({ tiers, amount, unit }: Fee, words: Words): string {
  const per = nameOf(words.per, unit);
  if (tiers.length > 0) {
    return tiers
      .map(
        ({ fromPage, toPage, amount: each }) =>
          `${words.money(each)} / ${per} (${words.pages(fromPage, toPage)})`,
      )
      .join('; ');
  }
  if (amount === null) return words.localFee;
  return amount === 0 ? words.free : `${words.money(amount)} / ${per}`;
}

/** Catalogues may use a name this version has no word for; then it stands as written. */
function nameOf(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}
