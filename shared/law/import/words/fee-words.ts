import { amountsIn, channelIn, groundsIn, kindIn, tiersIn, unitAfter } from './fee-parts.ts';
import { clip, doubtful, isNothing, plain, sure, tidy } from './plain.ts';
import type { Fee } from '../../procedure.ts';
import type { DoubtKind } from '../doubt-words.ts';
import type { Channel } from './fee-parts.ts';
import type { Finding, Found } from './plain.ts';

/** What the place of a text already says: the column "Phí" or "Lệ phí", the way of handing in. */
export type FeeContext = { readonly kind: Fee['kind'] | null; readonly channel: Channel };
type Fees = Found<readonly Fee[]>;
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
/** "Miễn lệ phí cho …", not "Miễn phí (…)". */
const EXEMPTS =
  /^(?:doi tuong|truong hop) (?:duoc )?mien\b|^(?:duoc )?(?:mien|khong thu)(?: [a-z,]+){0,5}? (?:cho|doi voi|voi)\b/u;
const COUNCIL = /hdnd|hoi dong nhan dan/u;
const CONDITIONS = /truong hop|doi voi|neu |qua han/u;
const REFERENCES = /\d{1,2}\/\d{1,2}\/\d{4}|\d+\/\d{4}\/[a-z0-9-]+|\d+\/[a-z][a-z0-9-]+/gu;
const SMALLEST = 1000;
const LARGEST = 1_000_000_000;

/**
 * Reads what is to be paid (DOMAIN 5). No fee is an empty list; whatever is not understood is one fee whose amount is not
 * known and whose note is the text verbatim, so that no sum is printed from it [FE1].
 */
export function readFees(text: string, context: FeeContext): Fees {
  const whole = tidy(text);
  const words = plain(whole);
  if (isNothing(whole)) return unknownFee('fee-missing', whole, context);
  if (/^\d+(?:[.,]\d{3})*$/u.test(words)) return readFees(`${words} đồng`, context);
  const parts = partsOf(whole);
  if (FREE.test(words) || parts.every(({ words: part }) => FREE.test(part))) return sure([]);
  const tiers = tiersIn(words);
  if (tiers !== null) {
    const amount = tiers.tiers[0]?.amount ?? null;
    return sure([{ ...feeOf(whole, context), ...tiers, amount, kind: 'phi', unit: 'trang', label: 'Phí' }]);
  }
  const exemptions = parts.filter(isExemption);
  const priced = parts.filter((part) => !isExemption(part) && !FREE.test(part.words));
  if (exemptions.length === 0 && STARTS_FREE.test(words)) return unknownFee('fee-free-but', whole, context);
  const fees = allOf(priced.map((part) => readPart(part, context)));
  if (fees === null) return unknownFee('fee-not-understood', whole, context);
  if (overlap(fees.value)) return unknownFee('fee-several', whole, context);
  return withExemptions(fees, exemptions, whole, context);
}

function partsOf(whole: string): readonly Part[] {
  return whole
    .split(
      /\n|;|(?<=[.)\p{L}])\s+[-+•*]\s+(?=\p{L})|(?<=\p{L}\.)\s+(?=miễn|không thu|phí|lệ phí|mức|trường hợp)/iu,
    )
    .map((part) => part.replace(/^[\s\-–+•*]+/u, '').trim())
    .filter((part) => part !== '')
    .reduce<Part[]>((parts, text) => {
      const last = parts.at(-1);
      // "Miễn lệ phí cho người có công; hộ nghèo": what follows an exemption without an amount belongs to it.
      const goesOn =
        last && isExemption(last) && amountsIn(plain(text)).length === 0 && !/phi\b/u.test(plain(text));
      if (!goesOn) return [...parts, { text, words: plain(text) }];
      return [
        ...parts.slice(0, -1),
        { text: `${last.text}; ${text}`, words: plain(`${last.text}; ${text}`) },
      ];
    }, []);
}

function isExemption({ words }: Part): boolean {
  return amountsIn(words).length === 0 && !COUNCIL.test(words) && EXEMPTS.test(words);
}

/** One line of a text as a fee; null when it is none that can be relied on. */
function readPart({ text, words }: Part, context: FeeContext): Fees | null {
  const amounts = amountsIn(words);
  // "70,000 VNĐ (70.000 đồng/Giấy chứng nhận)" says one amount twice.
  const more = amounts.some(({ amount }) => amount !== amounts[0]?.amount);
  const only = amounts.at(-1);
  if (only === undefined && COUNCIL.test(words)) {
    const kind = context.kind ?? kindIn(words) ?? 'lePhi';
    return sure([{ ...feeOf(text, context), kind, decidedLocally: true }]);
  }
  if (only === undefined || more) return null;
  const unit = unitAfter(words, only.end);
  const channel = context.channel ?? channelIn(words);
  const perCopy = unit === 'ban' || unit === 'trang';
  const kind = context.kind ?? kindIn(words) ?? (perCopy ? 'phi' : null);
  const fee: Fee = {
    ...feeOf(text, { kind, channel }),
    amount: only.amount,
    unit: unit ?? 'truongHop',
    decidedLocally: COUNCIL.test(words),
    note: isWhole(words, only.end) ? null : clip(text, 1000),
  };
  if (only.amount > 0 && only.amount < SMALLEST) return unknownFee('fee-small', text, context);
  if (only.amount > LARGEST) return unknownFee('fee-too-large', text, context);
  const findings: Finding[] = [];
  const taken = `${fee.amount} đồng`;
  if (kind === null) findings.push({ kind: 'fee-kind', found: clip(text, 300), taken: `lệ phí ${taken}` });
  if (
    CONDITIONS.test(words.replace(/\/ ?(?:(?:mot|moi|01|1) )?truong hop/gu, ' ')) ||
    /\d/u.test(words.slice(only.end).replace(REFERENCES, ' '))
  )
    findings.push({ kind: 'fee-condition', found: clip(text, 300), taken });
  return { value: [fee], findings };
}

/** Nothing but a label, the amount and its unit. */
function isWhole(words: string, end: number): boolean {
  const before = /^(?:(?:muc )?(?:thu )?(?:phi|le phi)[^:]{0,60}:|)\s*[\d.,]+\s*\S*(?: nam dong)?$/u.test(
    words.slice(0, end),
  );
  return before && /^[\s/.]*(?:(?:mot|moi|01|1) )?(?:[a-z]+(?: [a-z]+){0,2})?[.;]?$/u.test(words.slice(end));
}

function withExemptions(fees: Fees, exemptions: readonly Part[], whole: string, context: FeeContext): Fees {
  if (exemptions.length === 0) return fees;
  const grounds = exemptions.map(({ text }) => groundsIn(text));
  const exempt = [...new Set(grounds.flatMap((ground) => ground.exempt))];
  if (fees.value.length === 0) {
    const unknown = unknownFee('fee-amount-missing', whole, {
      ...context,
      kind: context.kind ?? kindIn(plain(whole)),
    });
    return { ...unknown, value: unknown.value.map((fee) => ({ ...fee, exempt })) };
  }
  const value = fees.value.map((fee) => ({ ...fee, exempt }));
  if (!grounds.some(({ more }) => more)) return { ...fees, value };
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
