import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importReport } from '../../../../shared/law/import/report.ts';
import { readSheet } from '../../../../shared/law/import/sheet.ts';
import { parseCatalogue } from '../../../../shared/law/procedure.ts';
import type { Cell } from '../../../../shared/law/import/entry.ts';
import type { ImportOptions } from '../../../../shared/law/import/import-entries.ts';
import type { Catalogue } from '../../../../shared/law/procedure.ts';

const demoFile = new URL('../../../../build/demo/catalogue.json', import.meta.url);
const demo = JSON.parse(readFileSync(demoFile, 'utf8')) as Catalogue;
const options: ImportOptions = {
  source: 'Bảng thử',
  asOf: '2026-11-22',
  validFrom: '2026-12-01',
  checkedBy: null,
  present: null,
};
const HEAD = [
  'Mã TTHC',
  'Tên thủ tục',
  'Lĩnh vực',
  'Cơ quan thực hiện',
  'Thời hạn giải quyết',
  'Phí, lệ phí',
  'Thành phần hồ sơ',
];
const LIMIT = '03 ngày làm việc';
const row = (code: Cell, name: Cell, field: Cell = 'Hộ tịch', limit: Cell = LIMIT): readonly Cell[] => [
  code,
  name,
  field,
  'UBND cấp xã',
  limit,
  'Không',
  'Tờ khai (01 bản chính)',
];

function imported(rows: readonly (readonly Cell[])[], change: Partial<ImportOptions> = {}) {
  const list = readSheet(rows);
  if (!list.ok) throw new Error(list.error.code);
  return importReport(list.value, { ...options, ...change });
}

const kinds = ({ report }: ReturnType<typeof imported>) => report.doubts.map(({ kind }) => kind).toSorted();

describe('a table of procedures', () => {
  it('[IM7] headings below titles, in any order, with other names; columns without a place are named', () => {
    const { report, catalogue } = imported([
      ['ỦY BAN NHÂN DÂN PHƯỜNG', null, null, null],
      ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
      [null],
      [
        'STT',
        'Lĩnh vực',
        'Căn cứ pháp lý',
        'TÊN TTHC',
        'Mã số',
        'Thời hạn giải quyết (ngày làm việc)',
        'Phí',
        'Lệ phí',
        'Đơn vị thực hiện',
        'Hồ sơ',
      ],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
      [
        1,
        'Hộ tịch',
        'Luật Hộ tịch',
        'Đăng ký kết hôn',
        '1.000894',
        5,
        '8.000 đồng/bản',
        '20.000 đồng',
        'UBND',
        '- Tờ khai (01 bản chính)',
      ],
    ]);
    expect(report).toMatchObject({
      rows: { all: 2, blank: 1, headings: 0, continued: 0, read: 1, taken: 1, withoutDoubt: 1, refused: 0 },
      notRead: ['Căn cứ pháp lý'],
      doubts: [],
    });
    expect(catalogue?.procedures).toMatchObject([
      {
        code: '1.000894',
        fieldId: 'ho-tich',
        validFrom: '2026-12-01',
        version: '2026-12-01',
        shortName: 'Đăng ký kết hôn',
        agency: 'UBND',
        limit: { value: 5, unit: 'workingDay', verified: false },
        fees: [
          { kind: 'phi', amount: 8000, label: 'Phí đăng ký kết hôn' },
          { kind: 'lePhi', amount: 20_000 },
        ],
        papers: [{ id: 'p01', name: 'Tờ khai', original: 1 }],
      },
    ]);
    expect(readSheet([['a', 'b']])).toEqual({ ok: false, error: { code: 'import-header-missing' } });
    expect(readSheet([[], [null, '']])).toEqual({ ok: false, error: { code: 'import-empty' } });
  });

  it('[IM7] headings over two lines, merged across and downwards, are one; the limit after the cut is the office’s own', () => {
    const merged = [
      ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
      [
        'STT',
        'Mã TTHC',
        'Tên thủ tục',
        'Lĩnh vực',
        'Thời hạn',
        null,
        'Cơ quan thực hiện',
        'Phí, lệ phí',
        null,
      ],
      [null, null, null, null, 'Theo quy định', 'Sau cắt giảm', null, 'Phí', 'Lệ phí'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
      [
        1,
        '1.000894',
        'Kết hôn',
        'Hộ tịch',
        '05 ngày làm việc',
        '03 ngày làm việc',
        'UBND',
        'Không',
        '20.000 đồng',
      ],
      [2, '1.000656', 'Khai tử', 'Hộ tịch', '03 ngày làm việc', '03 ngày làm việc', 'UBND', 'Không', 'Không'],
    ];
    const filled = merged.map((cells, index) =>
      index === 1 ? cells.with(5, 'Thời hạn').with(8, 'Phí, lệ phí') : cells,
    );
    for (const rows of [merged, filled]) {
      const { report, catalogue } = imported(rows);
      expect(report.refused).toEqual([]);
      expect(report).toMatchObject({ rows: { all: 3, blank: 1, read: 2, taken: 2 }, notRead: [] });
      expect(kinds({ report, catalogue })).toEqual(['papers-missing']);
      expect(catalogue?.procedures[0]).toMatchObject({
        limit: { value: 5, unit: 'workingDay' },
        localLimit: { value: 3, unit: 'workingDay', decision: 'theo danh sách nhập' },
        fees: [{ kind: 'lePhi', amount: 20_000 }],
      });
      // The same limit is no promise of the office's own.
      expect(catalogue?.procedures[1]?.localLimit).toBeUndefined();
    }
  });

  it('[IM15] the office’s own limit with its decision; not understood, or longer than the legal one', () => {
    const own = (limit: Cell, decision: Cell = 'QĐ 12/QĐ-UBND') =>
      imported([
        [...HEAD, 'Thời hạn của phường', 'Quyết định rút ngắn thời hạn'],
        [...row('1.000894', 'Kết hôn'), limit, decision],
      ]);
    expect(own('02 ngày làm việc').catalogue?.procedures[0]?.localLimit).toEqual({
      value: 2,
      unit: 'workingDay',
      decision: 'QĐ 12/QĐ-UBND',
    });
    expect(own(null).catalogue?.procedures[0]?.localLimit).toBeUndefined();
    const odd = own('02 ngày làm việc, trừ hồ sơ khó');
    expect(odd.catalogue?.procedures[0]?.localLimit).toBeUndefined();
    expect(kinds(odd)).toEqual(['local-limit-not-understood']);
    for (const limit of ['05 ngày làm việc', '-1 ngày làm việc'])
      expect(own(limit).report.refused, limit).toMatchObject([
        { code: 'row-invalid', with: [expect.stringMatching(/^localLimit\.value: /u)] },
      ]);
  });

  it('[IM3] a limit below 0 or beyond the longest refuses the row by its field, in text, number and JSON', () => {
    for (const limit of ['-1 ngày làm việc', 'âm 1 ngày', '−1 ngày', -1, '10.000 ngày', 10_000])
      expect(imported([HEAD, row('1.000894', 'Kết hôn', 'Hộ tịch', limit)]), String(limit)).toMatchObject({
        report: {
          rows: { taken: 0, refused: 1 },
          refused: [
            { code: 'row-invalid', place: 'dòng 2', with: [expect.stringMatching(/^limit\.value: /u)] },
          ],
        },
        catalogue: null,
      });
    // A cell that is a number has no dot for thousands.
    const head = HEAD.with(4, 'Thời hạn giải quyết (ngày làm việc)');
    expect(kinds(imported([head, row('1.000894', 'Kết hôn', 'Hộ tịch', 1.125)]))).toEqual(['limit-fraction']);
    expect(
      imported([head, row('1.000894', 'Kết hôn', 'Hộ tịch', '1.125')]).catalogue?.procedures[0]?.limit,
    ).toMatchObject({ value: 1125, unit: 'workingDay' });
  });

  it('[IM1] [IM7] titles between rows give the field, rows without code and name belong to the row above', () => {
    const { report, catalogue } = imported([
      HEAD,
      ['I. LĨNH VỰC HỘ TỊCH'],
      row('1.000894', 'Kết hôn', null),
      [null, null, null, null, null, null, 'Giấy xác nhận (01 bản chính)'],
      [],
      ['II. Lâm nghiệp xã'],
      row('1.000656', 'Khai tử', null),
      row('1.004837', 'Giám hộ', 'Chứng thực'),
    ]);
    expect(report.rows).toEqual({
      all: 7,
      blank: 1,
      headings: 2,
      continued: 1,
      read: 3,
      taken: 3,
      withoutDoubt: 2,
      refused: 0,
    });
    expect(catalogue?.procedures.map(({ fieldId, papers }) => [fieldId, papers.length])).toEqual([
      ['ho-tich', 2],
      ['lam-nghiep-xa', 1],
      ['chung-thuc', 1],
    ]);
    expect(kinds({ report, catalogue })).toEqual(['row-continued']);
    const merged = imported([HEAD, row('1.000894', 'Kết hôn'), row('1.000656', 'Khai tử', null)]);
    expect(merged.report.doubts).toMatchObject([
      { kind: 'field-from-above', places: [{ place: 'dòng 3', procedure: '1.000656', taken: 'Hộ tịch' }] },
    ]);
  });

  it('[IM8] two rows with one code are both refused by name, other bad rows too', () => {
    const { report, catalogue } = imported([
      HEAD,
      row('1.000894', 'Kết hôn'),
      row('1.000656', 'Khai tử'),
      row('1.000894', 'Kết hôn lưu động'),
      row(null, 'Không mã'),
      row('mã mới', 'Sai mã'),
      row('1.004837', null),
      row({ error: '#REF!' }, 'Lỗi mã'),
    ]);
    expect(report.refused.map(({ code, place, with: others }) => [code, place, others])).toEqual([
      ['row-code-twice', 'dòng 2', ['dòng 4']],
      ['row-code-twice', 'dòng 4', ['dòng 2']],
      ['row-code-missing', 'dòng 5', []],
      ['row-code-format', 'dòng 6', []],
      ['row-name-missing', 'dòng 7', []],
      ['row-code-missing', 'dòng 8', []],
    ]);
    expect(catalogue?.procedures.map(({ code }) => code)).toEqual(['1.000656']);
    expect(report.rows).toMatchObject({ read: 7, taken: 1, refused: 6 });
  });

  it('[IM8] one name under several codes is a doubt, as is a code without its zeros', () => {
    const shared = imported([HEAD, row('1.000894', 'Hỗ trợ'), row(1.01004, 'HỖ TRỢ ')]);
    expect(kinds(shared)).toEqual(['code-zeros', 'name-shared']);
    expect(shared.report.doubts[0]).toMatchObject({ kind: 'name-shared', count: 2 });
    expect(shared.catalogue?.procedures[1]?.code).toBe('1.010040');
  });

  it('[IM2] [IM11] an error of a formula is an empty cell with a doubt, in the row it stands in', () => {
    const { report, catalogue } = imported([HEAD, row('1.000894', 'Kết hôn', 'Hộ tịch', { error: '#REF!' })]);
    expect(report.doubts.map(({ kind, message, places }) => [kind, message, places[0]?.place])).toEqual([
      ['cell-error', 'Ô báo lỗi công thức của Excel; coi như để trống.', 'dòng 2'],
      ['limit-missing', 'Không có thời hạn giải quyết.', 'dòng 2'],
    ]);
    expect(catalogue?.procedures[0]?.limit.value).toBeNull();
    expect(kinds(imported([HEAD, row('1.000894', 'Kết hôn', 'Hộ tịch', '#N/A')]))).toContain('cell-error');
  });

  it('[IM9] fields: known ones by any spelling, new ones with an id and the shared letter', () => {
    const long = `Lĩnh vực ${'rất dài '.repeat(12)}`;
    const { report, catalogue } = imported([
      HEAD,
      row('1.000894', 'A1', 'HỘ TỊCH'),
      row('1.000656', 'A2', 'Lâm nghiệp'),
      row('1.004837', 'A3', 'lâm  nghiệp'),
      row('1.004845', 'A4', `${long}một`),
      row('1.004859', 'A5', `${long}hai`),
      row('1.004884', 'A6', 'Hộ tịch; Chứng thực'),
    ]);
    expect(report.newFields.map(({ series }) => series)).toEqual(['K', 'K', 'K']);
    expect(report.newFields[0]).toMatchObject({ id: 'lam-nghiep', name: 'Lâm nghiệp' });
    expect(new Set(catalogue?.fields.map(({ id }) => id)).size).toBe(4);
    expect(catalogue?.fields[0]).toMatchObject({ id: 'ho-tich', series: 'B', name: 'Hộ tịch' });
    expect(kinds({ report, catalogue })).toEqual(['field-several']);
    const own = { ...demo, fields: [{ id: 'lam', name: 'Lâm Nghiệp', series: 'X' }] };
    const withOwn = imported([HEAD, row('1.000656', 'A2', 'Lâm nghiệp')], { present: own });
    expect(withOwn.catalogue?.fields).toEqual(own.fields);
    expect(withOwn.report.newFields).toEqual([]);
  });

  it('[IM13] only a named person makes values verified, and only those without a doubt', () => {
    const rows = [HEAD, row('1.000894', 'Kết hôn'), row('1.000656', 'Khai tử', 'Hộ tịch', '5')];
    const verified = (checkedBy: string | null) =>
      imported(rows, { checkedBy }).catalogue?.procedures.map(({ codeVerified, limit }) => [
        codeVerified,
        limit.verified,
      ]);
    expect(verified(null)).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(verified('Nguyễn Văn A')).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('[IM4] [IM13] words left over are never verified, whoever has compared them', () => {
    const texts = [
      '75.000 - 100.000 đồng',
      '75.000 đồng/bản, miễn phí bản đầu',
      '75.000 đồng, hộ nghèo được miễn',
    ];
    const verified = texts.map((text) => {
      const rows = [HEAD, row('1.000894', 'Kết hôn').with(5, `Lệ phí: ${text}`)];
      const { catalogue } = imported(rows, { checkedBy: 'Nguyễn Văn A' });
      return catalogue?.procedures[0]?.fees.map((fee) => [fee.amount, fee.exempt, fee.verified]);
    });
    expect(verified).toEqual([[[null, [], false]], [[null, [], false]], [[75_000, ['hoNgheo'], true]]]);
  });

  it('[IM14] says what is added, changed and gone, and keeps the ward’s own wording', () => {
    const [first, second] = demo.procedures;
    if (!first || !second) throw new Error('empty catalogue');
    const present = { ...demo, procedures: [first, second] };
    const { report, catalogue } = imported([HEAD, row(first.code, first.name), row('1.000656', 'Khai tử')], {
      present,
    });
    expect(report.present).toMatchObject({
      same: 0,
      added: [{ code: '1.000656' }],
      changed: [{ code: first.code }],
      missing: [{ code: second.code, name: second.name }],
    });
    expect(report.present?.changed[0]?.fields).toContain('limit');
    expect(catalogue?.procedures[0]).toMatchObject({ shortName: first.shortName, nameEn: first.nameEn });
    const again =
      catalogue &&
      imported([HEAD, row(first.code, first.name), row('1.000656', 'Khai tử')], { present: catalogue });
    expect(again?.report.present).toEqual({ same: 2, added: [], changed: [], missing: [] });
  });

  it('[IM5] [IM12] more papers than the list can hold, long texts: cut in sight, and still a catalogue', () => {
    const papers = Array.from({ length: 75 }, (_, index) => `- Giấy số hiệu ${index} (01 bản chính)`).join(
      '\n',
    );
    const { report, catalogue } = imported([
      [...HEAD, 'Ngày hiệu lực', 'Ngày hết hiệu lực', 'Ghi chú'],
      [
        ...row('1.000894', 'x'.repeat(1500)).slice(0, 6),
        papers,
        46_023,
        { day: '2020-01-01' },
        'g'.repeat(2000),
      ],
    ]);
    expect(catalogue?.procedures[0]?.papers.at(-1)?.name).toBe('Còn 16 giấy tờ khác, xem quyết định công bố');
    expect(catalogue?.procedures[0]).toMatchObject({ validFrom: '2026-01-01', validTo: null });
    expect(kinds({ report, catalogue })).toEqual(['day-order', 'papers-too-many', 'text-cut']);
    expect(parseCatalogue(catalogue).ok).toBe(true);
  });
});
