import { MAX_LIMIT } from '../clock/due-case.ts';
import { placed } from './entry.ts';
import { readLimit } from './words/limit-words.ts';
import { clip, isNothing } from './words/plain.ts';
import type { Procedure } from '../procedure.ts';
import type { Entry, PlacedFinding } from './entry.ts';

type Limit = Procedure['limit'];
type Limits = { readonly limit: Limit; readonly variants: Procedure['variants'] };

const BY_LIST = 'theo danh sách nhập';
const CASES = {
  trucTiep: 'Nộp trực tiếp',
  trucTuyen: 'Nộp trực tuyến',
  buuChinh: 'Nộp qua bưu chính',
} as const;

/** The limit of an entry: one for all ways of handing in, or that of the counter with cases for the others. */
export function limitsOf(entry: Entry, findings: PlacedFinding[]): Limits {
  const read = entry.limits.map(({ channel, text }) => ({ channel, text, ...readLimit(text, entry.hint) }));
  const own = read.find(({ channel }) => channel === 'trucTiep') ?? read[0] ?? { text: '', ...readLimit('') };
  const seen = new Set<string>();
  for (const finding of [own, ...read].flatMap((each) => each.findings)) {
    if (!seen.has(finding.kind)) findings.push({ ...finding, field: 'limit' });
    seen.add(finding.kind);
  }
  // Before anything is compared: what no limit can be stays, so that the row is refused by this field.
  const beyond = read.find(({ value }) => isBeyond(value.value) || isBeyond(value.extendedValue));
  if (beyond) return { limit: beyond.value, variants: [] };
  const whole = read
    .map(({ channel, text }) => `${channel === null ? '' : `${CASES[channel]}: `}${text}`)
    .join('; ');
  if (
    read.some((each) =>
      read.some((other) => each.channel === other.channel && !sameLimit(each.value, other.value)),
    )
  ) {
    findings.push(placed('limit', 'limit-several', clip(whole, 300), 'không có số'));
    const none = { value: null, cutoff: null, extendedValue: null, note: clip(whole, 1000) };
    return { limit: { ...own.value, ...none }, variants: [] };
  }
  const others = read
    .filter(({ value }) => !sameLimit(value, own.value))
    .filter(({ channel }, index, all) => all.findIndex((each) => each.channel === channel) === index);
  if (others.length === 0) return { limit: contradicted(own.value, entry), variants: [] };
  findings.push(placed('limit', 'limit-by-channel', clip(whole, 300), clip(own.text, 300)));
  const variants = others.map(({ channel, value }) => ({
    name: channel === null ? 'Cách nộp khác' : CASES[channel],
    limit: value,
  }));
  return { limit: contradicted(own.value, entry), variants };
}

/**
 * The shorter limit of the office itself, where the file has one that is understood and other than the legal one; without a
 * decision beside it the list is its ground.
 */
export function localLimitOf(entry: Entry, legal: Limit, findings: PlacedFinding[]): Procedure['localLimit'] {
  const { text, decision, hint } = entry.local;
  if (isNothing(text)) return undefined;
  const read = readLimit(text, hint);
  const { value, unit, cutoff, extendedValue } = read.value;
  const isWhole = read.findings.length === 0 && cutoff === null && extendedValue === null;
  if (!isWhole || value === null || unit === 'campaign') {
    findings.push(placed('localLimit', 'local-limit-not-understood', clip(text, 300), 'không có'));
    return undefined;
  }
  if (value === legal.value && unit === legal.unit) return undefined;
  return { value, unit, decision: isNothing(decision) ? BY_LIST : clip(decision, 1000) };
}

function isBeyond(value: number | null): boolean {
  return value !== null && (value < 0 || value > MAX_LIMIT);
}

function sameLimit(a: Limit, b: Limit): boolean {
  return (
    a.value === b.value && a.unit === b.unit && a.cutoff === b.cutoff && a.extendedValue === b.extendedValue
  );
}

/** Where two places of the file disagree no number is taken, and both are in the note. */
function contradicted(limit: Limit, entry: Entry): Limit {
  const finding = entry.findings.find(({ kind }) => kind === 'limit-contradicts');
  return finding === undefined
    ? limit
    : { ...limit, value: null, extendedValue: null, note: clip(finding.found, 1000) };
}
