import { placed } from './entry.ts';
import { readLimit } from './words/limit-words.ts';
import { clip } from './words/plain.ts';
import type { Procedure } from '../procedure.ts';
import type { Entry, PlacedFinding } from './entry.ts';

type Limit = Procedure['limit'];
type Limits = { readonly limit: Limit; readonly variants: Procedure['variants'] };

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
