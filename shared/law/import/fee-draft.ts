import { placed } from './entry.ts';
import { readFees } from './words/fee-words.ts';
import { clip } from './words/plain.ts';
import type { Fee, Procedure } from '../procedure.ts';
import type { Entry, PlacedFinding } from './entry.ts';
import type { Channel } from './words/fee-parts.ts';

const MAX_FEES = 30;

/** Fees of an entry, each once: rates that are the same for every way of handing in hold for all. */
export function feesOf(entry: Entry, shortName: string, findings: PlacedFinding[]): Procedure['fees'] {
  const channels = [...new Set(entry.fees.map(({ context }) => context.channel))];
  const groups = channels.map((channel) => feesFor(entry, channel));
  const seen = new Set<string>();
  for (const finding of groups.flatMap((group) => group.findings)) {
    const key = `${finding.kind} ${finding.found}`;
    if (!seen.has(key)) findings.push({ ...finding, field: 'fees' });
    seen.add(key);
  }
  const [first] = groups;
  const same = groups.every((group) => alike(group.fees, first?.fees ?? []));
  const all = same
    ? (first?.fees ?? []).map((fee) => ({ ...fee, channel: groups.length > 1 ? null : fee.channel }))
    : groups.flatMap(({ fees }) => fees);
  const only = channels.length === 1 && channels[0] !== null;
  if (all.length > MAX_FEES)
    findings.push(placed('fees', 'list-cut', `${all.length} khoản`, `${MAX_FEES} khoản đầu`));
  return all.slice(0, MAX_FEES).map((fee) => ({
    ...fee,
    channel: only ? null : fee.channel,
    label: /^(?:phí|lệ phí|phí, lệ phí)$/iu.test(fee.label)
      ? clip(`${fee.label} ${withinSentence(shortName)}`, 1000)
      : fee.label,
  }));
}

/** Texts of one channel; several of them with amounts of one kind would be added up, so they become one unknown amount. */
function feesFor(entry: Entry, channel: Channel) {
  const ofChannel = entry.fees.filter(({ context }) => context.channel === channel);
  const texts = ofChannel.filter(
    ({ text, context }, index) =>
      ofChannel.findIndex((each) => each.text === text && each.context.kind === context.kind) === index,
  );
  const read = texts.map(({ text, context }) => readFees(text, context));
  const fees = read.flatMap(({ value }) => value);
  const findings = read.flatMap((each) => each.findings);
  const clash =
    texts.length > 1 &&
    fees.some((fee, index) =>
      fees
        .slice(0, index)
        .some(
          (other) =>
            other.kind === fee.kind &&
            (other.channel === fee.channel || other.channel === null || fee.channel === null),
        ),
    );
  if (!clash) return { fees, findings };
  const whole = texts.map(({ text }) => text).join('; ');
  const [first] = fees;
  const unknown = first
    ? [{ ...first, amount: null, tiers: [], maxPerCopy: null, channel, note: clip(whole, 1000) }]
    : [];
  const taken = 'chưa rõ số tiền';
  return {
    fees: unknown,
    findings: [...findings, { kind: 'fee-several' as const, found: clip(whole, 300), taken }],
  };
}

function alike(a: readonly Fee[], b: readonly Fee[]): boolean {
  const bare = (fees: readonly Fee[]): string =>
    JSON.stringify(fees.map((fee) => ({ ...fee, channel: null })));
  return bare(a) === bare(b);
}

/** "Khai sinh" → "khai sinh"; abbreviations stay. */
function withinSentence(name: string): string {
  const [first = '', second = ''] = name;
  return second === second.toLowerCase() ? first.toLowerCase() + name.slice(first.length) : name;
}
