import { limitText } from '../../../text/limit.ts';
import { formatMoney } from '../../../text/numbers.ts';
import { roleNames } from '../../life-cycle/roles.ts';
import type { Fee, Procedure } from '../../procedure.ts';
import type { Paper } from '../papers.ts';
import type { ProcessStep } from '../steps.ts';

/** Parts of a procedure that a citizen or an officer sees change, with the name of each. */
export const partNames = {
  name: 'Tên thủ tục',
  field: 'Lĩnh vực',
  agency: 'Cơ quan giải quyết',
  decision: 'Quyết định công bố',
  limit: 'Thời hạn giải quyết',
  localLimit: 'Thời hạn địa phương cam kết',
  dueAt: 'Giờ đến hạn',
  supplement: 'Quy tắc bổ sung hồ sơ',
  stage: 'Giai đoạn',
  variant: 'Thời hạn của trường hợp',
  fee: 'Khoản thu',
  paper: 'Giấy tờ',
  case: 'Trường hợp',
  group: 'Nhóm giấy tờ',
  step: 'Bước quy trình nội bộ',
  sets: 'Số bộ hồ sơ',
  result: 'Kết quả',
  onlineLevel: 'Mức độ trực tuyến',
  channel: 'Cách nộp',
  note: 'Ghi chú',
} as const;

/** A part of a procedure. */
export type VersionPart = keyof typeof partNames;

/** What a version says of one part: a name within the part (empty where there is only one), and the words. */
export type Said = { readonly key: string; readonly words: string };

const ONLINE = { toanTrinh: 'toàn trình', motPhan: 'một phần', khong: 'chưa cung cấp' } as const;
const CHANNEL = { trucTiep: 'trực tiếp', buuChinh: 'bưu chính', trucTuyen: 'trực tuyến' } as const;
const DUE_AT = { sameTime: 'cùng giờ', endOfDay: 'cuối ngày', endOfHalfDay: 'cuối buổi' } as const;
const CLOCK = { continue: 'tính tiếp thời gian', restart: 'tính lại từ đầu' } as const;

/** All that a version says, part by part, in the order in which changes are told. */
export function saidBy(procedure: Procedure): Readonly<Record<VersionPart, readonly Said[]>> {
  const { name, fieldId, agency, decision, limit, localLimit, dueAt, supplement, sets, note } = procedure;
  const nameOf = new Map(procedure.papers.map((paper) => [paper.id, paper.name]));
  return {
    name: one(name),
    field: one(fieldId),
    agency: one(agency),
    decision: one(decision),
    limit: one(limitWords(limit)),
    localLimit: one(localLimit && `${limitText(localLimit)} (${localLimit.decision})`),
    dueAt: one(dueAt && DUE_AT[dueAt]),
    supplement: one(supplement && supplementWords(supplement)),
    stage: (procedure.stages ?? []).map((stage) => ({ key: stage.name, words: limitText(stage.limit) })),
    variant: procedure.variants.map((variant) => ({ key: variant.name, words: limitWords(variant.limit) })),
    fee: procedure.fees.map((fee) => ({ key: feeKey(fee), words: feeWords(fee) })),
    paper: procedure.papers.map((paper) => ({ key: paper.name, words: paperWords(paper) })),
    case: (procedure.cases ?? []).map((each) => ({
      key: each.name,
      words: each.condition ?? 'trường hợp thông thường',
    })),
    group: (procedure.paperGroups ?? []).map((group) => ({ key: groupWords(group, nameOf), words: '' })),
    step: (procedure.steps ?? []).map((step) => ({ key: step.name, words: stepWords(step) })),
    sets: one(`${sets} bộ`),
    result: procedure.results.map((result) => ({ key: result.name, words: result.code ?? '' })),
    onlineLevel: one(ONLINE[procedure.onlineLevel]),
    channel: procedure.channels.map((channel) => ({ key: CHANNEL[channel], words: '' })),
    note: one(note),
  };
}

function one(words: string | null | undefined): readonly Said[] {
  return words === null || words === undefined ? [] : [{ key: '', words }];
}

function limitWords(limit: Procedure['limit']): string {
  const { unit, cutoff, extendedValue } = limit;
  const most = extendedValue === null ? '' : `, tối đa ${limitText({ value: extendedValue, unit })}`;
  return `${limitText(limit)}${cutoff === null ? '' : `, nhận sau ${cutoff} tính ngày sau`}${most}`;
}

function supplementWords({ clock, maxRounds }: NonNullable<Procedure['supplement']>): string {
  return `${CLOCK[clock]}, ${maxRounds === null ? 'không giới hạn số lần' : `tối đa ${maxRounds} lần`}`;
}

function feeKey({ label, channel }: Fee): string {
  return channel === null ? label : `${label} (${CHANNEL[channel]})`;
}

function feeWords({ amount, unit, tiers, maxPerCopy, exempt }: Fee): string {
  const byPage = tiers.map(({ fromPage, amount: each }) => `từ trang ${fromPage}: ${formatMoney(each)} đ`);
  const rate = amount === null ? 'chưa có mức thu' : `${formatMoney(amount)} đ/${unit}`;
  const most = maxPerCopy === null ? [] : [`tối đa ${formatMoney(maxPerCopy)} đ/bản`];
  const free = exempt.length === 0 ? [] : [`miễn: ${exempt.join(', ')}`];
  return [...(byPage.length > 0 ? byPage : [rate]), ...most, ...free].join('; ');
}

function paperWords({ kind, original, certifiedCopy, photocopy, required, condition }: Paper): string {
  const counts = [
    [original, 'bản chính'],
    [certifiedCopy, 'bản sao chứng thực'],
    [photocopy, 'bản chụp'],
  ] as const;
  const copies = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    kind === 'nop' ? 'nộp' : 'xuất trình',
    ...copies,
    required ? 'bắt buộc' : 'không bắt buộc',
    ...(condition === null ? [] : [condition]),
  ].join(', ');
}

function groupWords(
  { kind, of }: NonNullable<Procedure['paperGroups']>[number],
  nameOf: ReadonlyMap<string, string>,
): string {
  const [outer, inner] = kind === 'allOf' ? [' và ', ' hoặc '] : [' hoặc ', ' và '];
  const names = of.map((member) => {
    if (typeof member === 'string') return nameOf.get(member) ?? member;
    return `(${member.map((id) => nameOf.get(id) ?? id).join(inner)})`;
  });
  return names.join(outer);
}

function stepWords({ order, role, hours, output }: ProcessStep): string {
  return `bước ${order}, ${roleNames[role]}, ${String(hours).replace('.', ',')} giờ, kết quả: ${output}`;
}
