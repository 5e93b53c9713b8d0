import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitText } from '../../../../shared/text/limit.ts';
import { formatMoney } from '../../../../shared/text/numbers.ts';
import { readNational } from '../../../../shared/law/import/national/national.ts';
import { importReport } from '../../../../shared/law/import/report.ts';
import { readSheet } from '../../../../shared/law/import/sheet.ts';
import { parseCatalogue } from '../../../../shared/law/procedure.ts';
import type { Cell, EntryList } from '../../../../shared/law/import/entry.ts';
import type { Catalogue, Fee, Procedure } from '../../../../shared/law/procedure.ts';

const demoFile = new URL('../../../../build/demo/catalogue.json', import.meta.url);
const demo = JSON.parse(readFileSync(demoFile, 'utf8')) as Catalogue;
const options = {
  source: 'Thử',
  asOf: '2026-11-22',
  validFrom: '2026-11-22',
  checkedBy: null,
  present: demo,
};

const HEADINGS = [
  'Mã TTHC',
  'Tên thủ tục',
  'Lĩnh vực',
  'Cơ quan thực hiện',
  'Thời hạn giải quyết',
  'Phí, lệ phí',
  'Phí',
  'Thành phần hồ sơ',
  'Mức độ',
  'Cách thức thực hiện',
  'Ngày hiệu lực',
  'Số bộ hồ sơ',
  'Kết quả',
  'Ghi chú',
  'Lạ',
];
const WORDS = [
  '05 ngày làm việc',
  'ngày',
  'trường hợp',
  'sau 15 giờ',
  'không',
  'miễn',
  'lệ phí',
  '8.000 đồng/bản',
  '12',
  ';',
  '\n',
  '- ',
  ':',
  '(01 bản chính)',
  'bản sao',
  'tối đa',
  'từ trang thứ 3',
  '<br>',
  '1.000894',
  '1.012753.H19',
  'I. ',
  'Hộ tịch',
  'x'.repeat(400),
];
const phrase = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  phrase,
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.double({ noNaN: false }),
  fc.integer({ min: -5, max: 2_000_000 }),
  fc.constantFrom('1.000894', '1.000656', '2.000815', 1.01004),
  fc.boolean(),
  fc.constant(null),
  fc.record({ day: fc.constantFrom('2026-01-01', '1900-01-01', 'x') }),
  fc.record({ error: fc.constantFrom('#REF!', '#N/A') }),
);
const table = fc
  .tuple(
    fc.shuffledSubarray(HEADINGS, { minLength: 2 }),
    fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 12 }),
  )
  .map(([head, rows]) => [head, ...rows]);

/** What must hold of every import, however bad its file. */
function mustHold(list: EntryList): void {
  const { report, catalogue } = importReport(list, options);
  const { all, blank, headings, continued, read, taken, refused, withoutDoubt } = report.rows;
  expect(blank + headings + continued + read).toBe(all);
  expect(taken + refused).toBe(read);
  expect(report.refused).toHaveLength(refused);
  expect(catalogue?.procedures.length ?? 0).toBe(taken);
  const doubtful = new Set(report.doubts.flatMap(({ places }) => places.map(({ place }) => place)));
  expect(withoutDoubt).toBe(taken - doubtful.size);
  const again = catalogue === null ? null : parseCatalogue(JSON.parse(JSON.stringify(catalogue)));
  expect(again).toEqual(catalogue === null ? null : { ok: true, value: catalogue });
}

describe('laws of the import', () => {
  it('[IM1] [IM2] any table: never an error, the counts add up, what is taken is a catalogue', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const list = readSheet(rows);
        if (list.ok) mustHold(list.value);
      }),
      { numRuns: 400 },
    );
  });

  it('[IM1] [IM10] any JSON: the same', () => {
    const keys = [
      'code',
      'name',
      'ma_tthc',
      'TENTTHC',
      'linhVuc',
      'executionMethods',
      'executionCases',
      'profileComponents',
      'fees',
      'value',
      'submissionMethod',
      'processingTime',
      'thanhPhanHoSo',
      'cachThucThucHien',
      'data',
      'detail',
      'lạ',
    ];
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(
          phrase,
          fc.integer(),
          fc.constant(null),
          fc.boolean(),
          fc.constantFrom('1.000894', 'Kết hôn', 'ONLINE'),
        ),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const list = readNational(value);
        if (list.ok) mustHold(list.value);
      }),
      { numRuns: 400 },
    );
  });

  it('[IM1] the demo catalogue as a table gives the same codes, names, limits and fees back', () => {
    const wordable = demo.procedures.filter(isWordable);
    expect(wordable.length).toBeGreaterThan(80);
    const rows = wordable.map((procedure) => [
      procedure.code,
      procedure.name,
      demo.fields.find(({ id }) => id === procedure.fieldId)?.name ?? '',
      procedure.agency,
      limitWords(procedure.limit),
      procedure.fees.length === 0 ? 'Không' : procedure.fees.map(feeWords).join('\n'),
      procedure.papers.map((paper) => `- ${paper.name} (${paper.original} bản chính)`).join('\n'),
    ]);
    const list = readSheet([
      [
        'Mã TTHC',
        'Tên thủ tục',
        'Lĩnh vực',
        'Cơ quan thực hiện',
        'Thời hạn giải quyết',
        'Phí, lệ phí',
        'Thành phần hồ sơ',
      ],
      ...rows,
    ]);
    if (!list.ok) throw new Error(list.error.code);
    const { report, catalogue } = importReport(list.value, options);
    expect(report.refused).toEqual([]);
    expect(catalogue?.procedures.map(essence)).toEqual(wordable.map(essence));
    const unsure = report.doubts.filter(({ kind }) => kind.startsWith('limit') || kind.startsWith('fee'));
    expect(unsure).toEqual([]);
  });
});

/** Procedures whose limit and fees can be said in a line; others hold notes that only people can write. */
function isWordable({ limit, fees }: Procedure): boolean {
  const isDays = limit.unit === 'workingDay' || limit.unit === 'calendarDay';
  const amounts = fees.every(({ amount, decidedLocally }) =>
    amount === null ? decidedLocally : amount >= 1000,
  );
  return isDays && limit.value !== null && (limit.value === 0 || limit.cutoff === null) && amounts;
}

function limitWords({ value, unit, cutoff, extendedValue }: Procedure['limit']): string {
  const late = cutoff === null ? '' : `; nhận hồ sơ sau ${cutoff} thì trả trong ngày làm việc tiếp theo`;
  const longest =
    extendedValue === null
      ? ''
      : `; trường hợp cần xác minh không quá ${limitText({ value: extendedValue, unit })}`;
  return `${limitText({ value, unit })}${late}${longest}`;
}

const CHANNELS = { trucTiep: ' (trực tiếp)', trucTuyen: ' (trực tuyến)', buuChinh: ' (bưu chính)' } as const;
const UNITS: Readonly<Record<string, string>> = {
  truongHop: 'trường hợp',
  lan: 'lần',
  trang: 'trang',
  vanBan: 'văn bản',
  the: 'thẻ',
  ban: 'bản',
  viec: 'việc',
  giaoDich: 'giao dịch',
  diChuc: 'di chúc',
};
const GROUNDS: Readonly<Record<string, string>> = {
  ncc: 'người có công',
  hoNgheo: 'hộ nghèo',
  khuyetTat: 'người khuyết tật',
};

function feeWords({ kind, amount, unit, tiers, maxPerCopy, exempt, channel, decidedLocally }: Fee): string {
  const [first, next] = tiers;
  const per = UNITS[unit];
  const label = `${kind === 'phi' ? 'Phí' : 'Lệ phí'}${channel === null ? '' : CHANNELS[channel]}`;
  if (first && next)
    return `${formatMoney(first.amount)} đồng/trang, từ trang thứ ${next.fromPage} ${formatMoney(next.amount)} đồng/trang, tối đa ${formatMoney(maxPerCopy ?? 0)} đồng/bản`;
  const council = decidedLocally ? ' do HĐND cấp tỉnh quyết định' : '';
  const price = amount === null ? '' : ` ${formatMoney(amount)} đồng/${per}`;
  const waived =
    exempt.length === 0 ? '' : `\nMiễn cho: ${exempt.map((ground) => GROUNDS[ground]).join(', ')}`;
  return `${label}:${price}${council}${waived}`;
}

function essence({ code, name, fieldId, agency, limit, fees }: Procedure) {
  const { value, unit, cutoff, extendedValue } = limit;
  return {
    code,
    name,
    fieldId,
    agency,
    limit: { value, unit, cutoff, extendedValue },
    fees: fees.map(({ kind, amount, unit: per, tiers, maxPerCopy, exempt, channel }) => ({
      kind,
      amount,
      per: amount === null ? null : per,
      tiers,
      maxPerCopy,
      exempt,
      channel,
    })),
  };
}
