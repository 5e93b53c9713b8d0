import { exemptionsIn } from './exemptions.ts';
import { amountsIn, channelIn, kindIn, tiersIn, unitAfter } from './fee-parts.ts';
import { isInQuestion, leftOfFee, leftOfTiers } from './fee-rest.ts';
import { clip, doubtful, isNothing, plain, sure, tidy } from './plain.ts';
import type { Fee } from '../../procedure.ts';
import type { DoubtKind } from '../doubt-words.ts';
import type { Exemptions } from './exemptions.ts';
import type { Channel } from './fee-parts.ts';
import type { Finding, Found } from './plain.ts';

/** What the place of a text already says: the column "Phí" or "Lệ phí", the way of handing in. */
export type FeeContext = { readonly kind: Fee['kind'] | null; readonly channel: Channel };
type Fees = Found<readonly Fee[]>;
/** One part of a text; `words` are its plain words without what is said of exemptions. */
type Part = { readonly text: string; readonly words: string };

const NONE =
  '(?:khong|khong co|khong thu|mien phi|mien|mien thu|khong mat phi|khong phai nop|0(?: dong| d| vnd)?)';
const SUBJECT = '(?: (?:phi|le phi)(?:(?:,| va) le phi)?)?';
const LABEL = '(?:(?:muc )?(?:thu )?(?:phi|le phi)(?:(?:,| va) le phi)?: ?)?';
/** Nothing to pay, and nothing else said. */
const FREE = new RegExp(
  `^${LABEL}${NONE}${SUBJECT}(?: ?\\(?(?:khong co|khong quy dinh|khong)\\.?\\)?)?[.;]?$`,
  'u',
);
const STARTS_FREE = /^(?:mien phi|mien le phi|khong thu|khong)\b/u;
/** "Phí: không" beside a charge. */
const NAMED_FREE = /^(phi|le phi) ?:/u;
const COUNCIL = /hdnd|hoi dong nhan dan/u;
const CONDITIONS = /truong hop|doi voi|neu |qua han/u;
const SMALLEST = 1000;
const LARGEST = 1_000_000_000;

/**
 * Reads what is to be paid (DOMAIN 5). It is understood when every word of it is. No fee is an empty list; whatever is not
 * understood is one fee whose amount is not known and whose note is the text verbatim, so that no sum is printed from it
 * [FE1].
 */
export function readFees(text: string, context: FeeContext): Fees {
  const whole = tidy(text);
  const words = plain(whole);
  if (isNothing(whole)) return unknownFee('fee-missing', whole, context);
  if (/^\d+(?:[.,]\d{3})*$/u.test(words)) return readFees(`${words} đồng`, context);
  const texts = partsOf(whole);
  if (FREE.test(words) || texts.every((part) => FREE.test(plain(part)))) return sure([]);
  const { rest, exemptions } = exemptionsIn(texts.map(plain));
  const parts = texts
    .map((part, index) => ({ text: part, words: (rest[index] ?? '').trim() }))
    .filter((part) => /[^\s.,;:()]/u.test(part.words));
  const tiered = tiersOf(parts, whole, context);
  if (tiered !== null) return withExemptions(tiered, exemptions, whole, context);
  if (exemptions === null && STARTS_FREE.test(words)) return unknownFee('fee-free-but', whole, context);
  const free = parts.filter((part) => FREE.test(part.words));
  const fees = allOf(parts.filter((part) => !free.includes(part)).map((part) => readPart(part, context)));
  if (fees === null) return unknownFee('fee-not-understood', whole, context);
  if (overlap(fees.value) || free.some((part) => contradicts(part, fees.value)))
    return unknownFee('fee-several', whole, context);
  return withExemptions(fees, exemptions, whole, context);
}

function partsOf(whole: string): readonly string[] {
  return whole
    .split(
      /\n|;|(?<=[.)\p{L}])\s+[-+•*]\s+(?=\p{L})|(?<=\p{L}\.)\s+(?=miễn|không thu|phí|lệ phí|mức|trường hợp)/iu,
    )
    .map((part) => part.trim().replace(/^(?:[+•*–-]\s+|[+•*–-](?=\p{L}))+/u, ''))
    .filter((part) => part !== '');
}

/** Prices by page; null when the parts are none. */
function tiersOf(parts: readonly Part[], whole: string, context: FeeContext): Fees | null {
  const words = parts.map((part) => part.words).join('; ');
  const tiers = tiersIn(words);
  if (tiers === null) return null;
  if (leftOfTiers(words) !== '') return unknownFee('fee-rest', whole, context);
  const amount = tiers.tiers[0]?.amount ?? null;
  const kind = context.kind ?? kindIn(words) ?? 'phi';
  return sure([{ ...feeOf(whole, { ...context, kind }), ...tiers, amount, unit: 'trang' }]);
}

/** "Phí: không; lệ phí: 20.000 đồng" are two things; free and a rate for the same one are not. */
function contradicts({ words }: Part, fees: readonly Fee[]): boolean {
  const named = NAMED_FREE.exec(words)?.[1];
  const kind = named === undefined ? null : named === 'phi' ? 'phi' : 'lePhi';
  return kind === null || fees.some((fee) => fee.kind === kind);
}

/** One line of a text as a fee; null when it is none that can be relied on. */
function readPart({ text, words }: Part, context: FeeContext): Fees | null {
  const amounts = amountsIn(words);
  // "70,000 VNĐ (70.000 đồng/Giấy chứng nhận)" says one amount twice.
  const more = amounts.some(({ amount }) => amount !== amounts[0]?.amount);
  const only = amounts.at(-1);
  const isCouncils = only === undefined && COUNCIL.test(words);
  if (!isCouncils && (only === undefined || more)) return null;
  const left = leftOfFee(words);
  const hasCondition = CONDITIONS.test(left);
  if (left !== '' && (isInQuestion(left) || !hasCondition)) return unknownFee('fee-rest', text, context);
  const read =
    only === undefined ? sure([councilFee(text, words, context)]) : pricedFee(text, words, context);
  if (!hasCondition || read.value.some(({ amount }) => amount === null && !isCouncils)) return read;
  const taken = only === undefined ? 'chưa rõ số tiền' : `${only.amount} đồng`;
  const finding: Finding = { kind: 'fee-condition', found: clip(text, 300), taken };
  return { ...read, findings: [...read.findings, finding] };
}

function councilFee(text: string, words: string, context: FeeContext): Fee {
  const kind = context.kind ?? kindIn(words) ?? 'lePhi';
  return { ...feeOf(text, { ...context, kind }), decidedLocally: true };
}

function pricedFee(text: string, words: string, context: FeeContext): Fees {
  const { amount = 0, end = 0 } = amountsIn(words).at(-1) ?? {};
  if (amount > 0 && amount < SMALLEST) return unknownFee('fee-small', text, context);
  if (amount > LARGEST) return unknownFee('fee-too-large', text, context);
  const unit = unitAfter(words, end);
  const channel = context.channel ?? channelIn(words);
  const perCopy = unit === 'ban' || unit === 'trang';
  const kind = context.kind ?? kindIn(words) ?? (perCopy ? 'phi' : null);
  const fee: Fee = {
    ...feeOf(text, { kind, channel }),
    amount,
    unit: unit ?? 'truongHop',
    decidedLocally: COUNCIL.test(words),
    note: isWhole(words, end) ? null : clip(text, 1000),
  };
  if (kind !== null) return sure([fee]);
  return doubtful([fee], 'fee-kind', text, `lệ phí ${amount} đồng`);
}

/** Nothing but a label, the amount and its unit. */
function isWhole(words: string, end: number): boolean {
  const before = /^(?:(?:muc )?(?:thu )?(?:phi|le phi)[^:]{0,60}:|)\s*[\d.,]+\s*\S*(?: nam dong)?$/u.test(
    words.slice(0, end),
  );
  return before && /^[\s/.]*(?:(?:mot|moi|01|1) )?(?:[a-z]+(?: [a-z]+){0,2})?[.;]?$/u.test(words.slice(end));
}

function withExemptions(fees: Fees, exemptions: Exemptions | null, whole: string, context: FeeContext): Fees {
  if (exemptions === null) return fees;
  const { exempt, more } = exemptions;
  if (fees.value.length === 0) {
    const kind = context.kind ?? kindIn(plain(whole));
    const unknown = unknownFee('fee-amount-missing', whole, { ...context, kind });
    return { ...unknown, value: unknown.value.map((fee) => ({ ...fee, exempt: [...exempt] })) };
  }
  const value = fees.value.map((fee) => ({ ...fee, exempt: [...exempt] }));
  if (!more) return { ...fees, value };
  const finding: Finding = {
    kind: 'fee-exemption',
    found: clip(whole, 300),
    taken: exempt.join(', ') || 'không miễn ai',
  };
  return {
    value: value.map((fee) => ({ ...fee, note: clip(whole, 1000) })),
    findings: [...fees.findings, finding],
  };
}

function allOf(parts: readonly (Fees | null)[]): Fees | null {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return { value: known.flatMap(({ value }) => value), findings: known.flatMap(({ findings }) => findings) };
}

/** Two rates for one filing would be added up; only rates of different kinds or channels may stand together. */
function overlap(fees: readonly Fee[]): boolean {
  return fees.some((fee, index) =>
    fees
      .slice(0, index)
      .some(
        (other) =>
          other.kind === fee.kind &&
          (other.channel === fee.channel || other.channel === null || fee.channel === null),
      ),
  );
}

function feeOf(text: string, { kind, channel }: FeeContext): Fee {
  const named = /^((?:lệ )?phí[^:\d]{0,80}):/iu.exec(text)?.[1];
  return {
    kind: kind ?? 'lePhi',
    label: named ?? (kind === 'phi' ? 'Phí' : 'Lệ phí'),
    amount: null,
    unit: 'truongHop',
    tiers: [],
    maxPerCopy: null,
    exempt: [],
    channel,
    decidedLocally: false,
    note: text === '' ? null : clip(text, 1000),
    verified: false,
  };
}

function unknownFee(kind: DoubtKind, whole: string, context: FeeContext): Fees {
  const words = plain(whole);
  const fee = feeOf(whole, { ...context, kind: context.kind ?? kindIn(words) });
  const label = kindIn(words) === null && context.kind === null ? 'Phí, lệ phí' : fee.label;
  return doubtful([{ ...fee, label, decidedLocally: COUNCIL.test(words) }], kind, whole, 'chưa rõ số tiền');
}
