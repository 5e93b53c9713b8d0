import { parseCatalogue } from '../../../shared/law/procedure.ts';
import { knownFields, OTHER_SERIES } from '../../../shared/law/sample/fields.ts';
import { foldVietnamese } from '../../../shared/text/fold.ts';
import { createDice } from '../../simulate/dice.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { Dice } from '../../simulate/dice.ts';

/** Hai Bà Trưng, 6/4/2020: 144 procedures in 24 fields at a ward, 239 in 38 at the district (DOMAIN 5). */
export const WARD_SIZE = { procedures: 144, fields: 24 } as const;
export const DISTRICT_SIZE = { procedures: 239, fields: 38 } as const;

/** How large a catalogue is to be; `seed` decides everything else. */
export type CatalogueSize = { readonly procedures: number; readonly fields: number; readonly seed: number };

/** Fields of a district beside those of the demo catalogue. */
const FURTHER_FIELDS = [
  'Bồi thường nhà nước',
  'Phổ biến giáo dục pháp luật',
  'Lao động, tiền lương',
  'Việc làm',
  'Môi trường',
  'Lâm nghiệp',
  'Thủy sản',
  'Chăn nuôi',
  'Tổ chức, biên chế',
  'Chính quyền địa phương',
  'Lưu thông hàng hóa trong nước',
  'Kinh doanh khí',
  'Đầu tư',
  'Đấu thầu',
  'Quản lý công sản',
  'Tài chính y tế',
] as const;

const ACTS = [
  'Đăng ký',
  'Đăng ký lại',
  'Cấp',
  'Cấp lại',
  'Cấp đổi',
  'Gia hạn',
  'Điều chỉnh',
  'Thu hồi',
  'Công nhận',
  'Xác nhận',
  'Chấm dứt',
  'Thay đổi',
  'Bổ sung',
  'Hỗ trợ',
  'Thông báo',
  'Phê duyệt',
  'Thẩm định',
] as const;
const THINGS = [
  'giấy chứng nhận',
  'giấy phép',
  'giấy xác nhận',
  'hồ sơ',
  'chế độ trợ cấp hằng tháng',
  'kinh phí mai táng',
  'quyền sử dụng đất',
  'hoạt động của hộ kinh doanh',
  'nơi cư trú',
  'tình trạng hôn nhân',
  'quan hệ cha, mẹ, con',
  'người giám hộ',
  'tổ hòa giải',
  'công trình nhà ở riêng lẻ',
  'vỉa hè, lòng đường',
  'cơ sở giữ trẻ',
] as const;
const FOR_WHOM = [
  'cho cá nhân',
  'cho hộ gia đình',
  'cho tổ chức',
  'cho người cao tuổi',
  'cho trẻ em',
  'cho người khuyết tật',
  'cho người có công',
  'có yếu tố nước ngoài',
  'tại cấp xã',
  'theo ủy quyền',
] as const;
const PAPERS = [
  'Giấy khai sinh',
  'Giấy chứng nhận kết hôn',
  'Giấy chứng nhận quyền sử dụng đất',
  'Căn cước công dân',
  'Văn bản ủy quyền',
  'Giấy xác nhận thông tin cư trú',
  'Ảnh 4 x 6',
  'Bản vẽ thiết kế',
] as const;
const STEPS = [
  ['Tiếp nhận, kiểm tra hồ sơ', 'reception', 'Giấy tiếp nhận hồ sơ'],
  ['Thẩm định hồ sơ', 'specialist', 'Dự thảo kết quả'],
  ['Ký duyệt', 'leader', 'Kết quả đã ký'],
  ['Đóng dấu, phát hành', 'registry', 'Kết quả đã đóng dấu'],
  ['Trả kết quả', 'reception', 'Sổ trả kết quả'],
] as const;

/**
 * A catalogue of a size, as a file of our own would hold it: real fields, made-up procedures, every one in force on
 * 01/01/2026; some have a later version, cases, groups of papers, steps and a local limit. The same seed, the same file.
 */
export function catalogueFile({ procedures, fields, seed }: CatalogueSize): unknown {
  const dice = createDice(seed);
  const fieldList = fieldsOf(fields);
  const ids = fieldList.map(({ id }) => id);
  const made = Array.from({ length: procedures }, (_, n) => procedureOf(n, ids[n % ids.length] ?? '', dice));
  return {
    schemaVersion: 1,
    source: `Danh mục sinh ra để thử, mầm ${seed}`,
    asOf: '2026-01-01',
    fields: fieldList,
    procedures: made,
  };
}

/** The same, read by the product's own reader. */
export function generatedCatalogue(size: CatalogueSize): Catalogue {
  const parsed = parseCatalogue(catalogueFile(size));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.faults));
  return parsed.value;
}

function fieldsOf(count: number) {
  const known = [...knownFields].map(([name, field]) => ({ ...field, name }));
  const further = FURTHER_FIELDS.map((name) => ({ id: slugOf(name), name, series: OTHER_SERIES }));
  const real = [...known, ...further];
  const invented = Array.from({ length: Math.max(0, count - real.length) }, (_, n) => ({
    id: `linh-vuc-${n + 1}`,
    name: `Lĩnh vực ${n + 1}`,
    series: OTHER_SERIES,
  }));
  return [...real, ...invented].slice(0, count);
}

function procedureOf(n: number, fieldId: string, dice: Dice): unknown {
  const act = ACTS[n % ACTS.length] ?? '';
  const thing = THINGS[Math.floor(n / ACTS.length) % THINGS.length] ?? '';
  const round = Math.floor(n / (ACTS.length * THINGS.length));
  const whom = FOR_WHOM[round % FOR_WHOM.length] ?? '';
  const more = round < FOR_WHOM.length ? '' : `, nhóm ${Math.floor(round / FOR_WHOM.length) + 1}`;
  const name = `${act} ${thing} ${whom}${more}`;
  const value = dice.pick([0, 1, 3, 5, 7, 10, 15, 30]) ?? 0;
  const papers = papersOf(name, dice);
  return {
    code: `${1 + (n % 3)}.${String(1_000 + n * 7).padStart(6, '0')}`,
    codeVerified: false,
    version: '1',
    validFrom: '2025-07-01',
    validTo: null,
    name,
    nameEn: `Procedure ${n + 1}`,
    shortName: name.slice(0, 60).trim(),
    fieldId,
    agency: 'UBND cấp xã',
    decision: null,
    limit: {
      value,
      unit: 'workingDay',
      cutoff: value === 0 ? '15:00' : null,
      extendedValue: null,
      note: null,
      verified: false,
    },
    ...(value >= 5 && dice.chance(0.3)
      ? { localLimit: { value: value - 2, unit: 'workingDay', decision: 'Quyết định 01/QĐ-UBND' } }
      : {}),
    ...(value >= 3 && dice.chance(0.5) ? { steps: stepsOf(value, dice) } : {}),
    variants: [],
    fees: dice.chance(0.4) ? [feeOf(name, dice)] : [],
    ...papers,
    sets: 1,
    results: [{ name: `Kết quả: ${name}`, code: null }],
    onlineLevel: dice.pick(['toanTrinh', 'motPhan', 'khong']),
    channels: ['trucTiep', 'buuChinh', 'trucTuyen'],
    returnOnSpot: value === 0,
    note: null,
  };
}

function papersOf(name: string, dice: Dice): object {
  const count = dice.below(PAPERS.length);
  const paper = (id: string, paperName: string, isForm: boolean) => ({
    id,
    name: paperName,
    kind: isForm || dice.chance(0.7) ? 'nop' : 'xuatTrinh',
    original: 1,
    certifiedCopy: 0,
    photocopy: 0,
    required: isForm || dice.chance(0.5),
    condition: null,
    isForm,
  });
  const others = PAPERS.slice(0, count).map((each, n) => paper(`p${n + 2}`, each, false));
  const papers = [paper('p1', `Tờ khai ${name.toLowerCase()}`, true), ...others];
  if (count < 4 || !dice.chance(0.3)) return { papers };
  return {
    papers,
    cases: [
      { id: 'thuong', name: 'Thông thường', condition: null },
      { id: 'uy-quyen', name: 'Ủy quyền', condition: 'Trường hợp ủy quyền' },
    ],
    paperGroups: [
      { caseId: null, kind: 'anyOf', of: ['p2', ['p3', 'p4']] },
      { caseId: 'uy-quyen', kind: 'allOf', of: ['p5'] },
    ],
  };
}

function stepsOf(days: number, dice: Dice): unknown {
  const hours = Math.floor(((days - 2) * 8) / STEPS.length) || 1;
  return STEPS.map(([name, role, output], n) => ({
    order: n + 1,
    name,
    role,
    hours: Math.max(0.5, dice.below(hours + 1)),
    output,
  }));
}

function feeOf(name: string, dice: Dice): unknown {
  return {
    kind: dice.chance(0.5) ? 'phi' : 'lePhi',
    label: `Lệ phí ${name.toLowerCase()}`,
    amount: dice.below(50) * 1000,
    unit: 'hồ sơ',
    tiers: [],
    maxPerCopy: null,
    exempt: ['hoNgheo'],
    channel: null,
    decidedLocally: dice.chance(0.5),
    note: null,
    verified: false,
  };
}

function slugOf(name: string): string {
  return foldVietnamese(name).replaceAll(' ', '-');
}
