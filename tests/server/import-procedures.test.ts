import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../server/cli/command.ts';
import { importCommand } from '../../server/cli/import-catalogue.ts';
import type { SheetData } from 'write-excel-file/node';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'motcua-import-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

type Report = {
  readonly rows: { readonly read: number; readonly taken: number; readonly refused: number };
  readonly doubts: readonly {
    readonly kind: string;
    readonly places: readonly { readonly place: string; readonly found: string }[];
  }[];
  readonly refused: readonly {
    readonly code: string;
    readonly place: string;
    readonly with: readonly string[];
  }[];
  readonly notRead: readonly string[];
  readonly present: { readonly missing: readonly object[] } | null;
  readonly written: string | null;
};

async function run(...argv: readonly string[]) {
  const said: string[] = [];
  let out = '';
  const exitCode = await runCommand(importCommand, argv, {
    stdin: () => Promise.resolve(''),
    out: (text) => (out += text),
    complain: (line) => said.push(line),
    nowMs: () => Date.UTC(2026, 10, 22, 3),
    randomBytes: (count) => Buffer.alloc(count, 7),
  });
  return { exitCode, out, said, report: out.startsWith('{') ? (JSON.parse(out) as Report) : null };
}

function file(name: string, content: string | Buffer): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const text = (value: string) => ({ value, type: String });
const HEAD = [
  'Mã TTHC',
  'Tên thủ tục',
  'Lĩnh vực',
  'Cơ quan thực hiện',
  'Thời hạn giải quyết',
  'Phí, lệ phí',
  'Thành phần hồ sơ',
];
const ROW = [
  '1.000894',
  'Đăng ký kết hôn',
  'Hộ tịch',
  'UBND cấp xã',
  '05 ngày làm việc',
  'Không',
  'Tờ khai (01 bản chính)',
];

async function sheet(rows: readonly (readonly unknown[])[], name = 'Thủ tục'): Promise<Buffer> {
  return writeXlsxFile(rows as SheetData, { sheet: name }).toBuffer();
}

describe('import procedures', () => {
  it('[IM7] [IM11] a real spreadsheet: titles, numbers, days, merged cells, other sheets', async () => {
    const rows = [
      [{ value: 'DANH SÁCH THỦ TỤC', columnSpan: 8 }],
      [],
      [...HEAD, 'Ngày hiệu lực', 'Ban hành'].map(text),
      [
        { value: 1.01004, type: Number },
        text('Đăng ký cư trú'),
        { ...text('Cư trú'), rowSpan: 2 },
        text('Công an cấp xã'),
        text('07 ngày làm việc'),
        { value: 20_000, type: Number },
        text('1. Tờ khai (01 bản chính)\n2. Bản sao hộ chiếu'),
        { value: new Date(Date.UTC(2026, 0, 1)), type: Date, format: 'dd/mm/yyyy' },
        text('Bộ'),
      ],
      [
        text('1.000894'),
        text('Kết hôn'),
        null,
        text('UBND'),
        text('5'),
        text('Không'),
        text('Tờ khai (01 bản chính)'),
      ],
    ];
    const bytes = await writeXlsxFile([
      { data: [[{ value: 'Bìa', type: String }]], sheet: 'Trống' },
      { data: rows as SheetData, sheet: 'Danh mục' },
      { data: [HEAD.map(text), ROW.map(text)], sheet: 'Cấp huyện' },
    ]).toBuffer();
    const target = join(dir, 'out.json');
    const { exitCode, report } = await run(
      'procedures',
      file('a.xlsx', bytes),
      '--write',
      target,
      '--valid-from',
      '2026-12-01',
    );
    expect([exitCode, report?.rows.taken, report?.notRead, report?.written]).toEqual([
      0,
      2,
      ['Ban hành'],
      target,
    ]);
    expect(report?.doubts.map(({ kind, places }) => [kind, places.map(({ place }) => place)])).toEqual([
      ['code-zeros', ['dòng 4']],
      ['fee-kind', ['dòng 4']],
      ['field-from-above', ['dòng 5']],
      ['limit-unit-missing', ['dòng 5']],
    ]);
    expect(report).toMatchObject({ sheet: 'Danh mục', sheetsNotRead: ['Cấp huyện'] });
    const written: unknown = JSON.parse(readFileSync(target, 'utf8'));
    expect(written).toMatchObject({
      asOf: '2026-11-22',
      procedures: [
        {
          code: '1.010040',
          validFrom: '2026-01-01',
          fees: [{ amount: 20_000 }],
          papers: [{}, { photocopy: 1 }],
        },
        { code: '1.000894', validFrom: '2026-12-01', limit: { value: null, note: '5' } },
      ],
    });
    expect((await run('procedures', join(dir, 'a.xlsx'), '--sheet', 'Khác')).said).toEqual([
      expect.stringMatching(/import-sheet-missing.*Trống, Danh mục, Cấp huyện/),
    ]);
    expect((await run('catalogue', target, '--data', join(dir, 'data'))).exitCode).toBe(0);
    const less = await sheet([HEAD.map(text), ROW.map(text)]);
    const compared = await run('procedures', file('b.xlsx', less), '--data', join(dir, 'data'));
    expect(compared.report?.present?.missing).toEqual([{ code: '1.010040', name: 'Đăng ký cư trú' }]);
  });

  it.each([
    ['; with a mark', `\uFEFF${HEAD.join(';')}\r\n${ROW.join(';')}\r\n`],
    [
      'comma, quoted lines',
      `sep=,\n${HEAD.map((each) => `"${each}"`).join(',')}\n${ROW.map((each) => `"${each}"`).join(',')}`,
    ],
    ['tab', `Danh sách\n\n${HEAD.join('\t')}\n${ROW.join('\t')}`],
    ['UTF-16', Buffer.from(`\uFEFF${HEAD.join('\t')}\r\n${ROW.join('\t')}`, 'utf16le')],
  ])('[IM11] CSV: %s', async (_, content) => {
    const { exitCode, report } = await run('procedures', file('a.csv', content));
    expect([exitCode, report?.rows.taken, report?.doubts]).toEqual([0, 1, []]);
  });

  it('[IM11] quoted line ends and separators inside a cell stay in it', async () => {
    const row = [...ROW.slice(0, 6), '"- Tờ khai (01 bản chính)\n- Ảnh ""thẻ""; 3x4 (02 bản chính)"'];
    const target = join(dir, 'out.json');
    await run('procedures', file('a.csv', `${HEAD.join(';')}\n${row.join(';')}`), '--write', target);
    const { procedures } = JSON.parse(readFileSync(target, 'utf8')) as {
      procedures: { papers: { name: string }[] }[];
    };
    expect(procedures[0]?.papers.map(({ name }) => name)).toEqual(['Tờ khai', 'Ảnh "thẻ"', '3x4']);
  });

  it('[IM11] files that are no lists are refused with what to do, whatever their names say', async () => {
    const xlsx = await sheet([HEAD.map(text), ROW.map(text)]);
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const cases: readonly (readonly [string, string | Buffer])[] = [
      ['import-empty', ''],
      ['import-empty', ' \n '],
      ['import-empty', await sheet([[null]])],
      ['import-damaged', xlsx.subarray(0, xlsx.length / 2)],
      ['import-old-xls', ole],
      ['import-encrypted', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])],
      ['import-html', '\n<html><table><tr><td>Mã TTHC'],
      ['import-other-format', '%PDF-1.7'],
      ['import-other-format', zip([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']])],
      ['import-file-large', zip([['xl/workbook.xml', 'x']], 400 * 1024 * 1024)],
      ['import-encoding', Buffer.from([0x4d, 0xe3, 0x20, 0x73])],
      ['import-csv-quotes', `${HEAD.join(';')}\n"1.000894;Kết hôn`],
      ['import-header-missing', 'a;b\n1;2'],
      ['import-json-malformed', '{"a":'],
      ['import-json-shape', '{"a":1}'],
      ['import-own-shape', readFileSync(new URL('../../build/demo/catalogue.json', import.meta.url))],
    ];
    for (const [code, content] of cases) {
      const { exitCode, out, said } = await run('procedures', file('thu-tuc.xlsx', content));
      expect([code, exitCode, out, said]).toEqual([code, 1, '', [expect.stringContaining(`: ${code}: `)]]);
    }
    expect((await run('procedures', join(dir, 'nope.xlsx'))).said).toEqual([
      expect.stringContaining('cannot read'),
    ]);
  });

  it('[IM11] an error of a formula is told with its row', async () => {
    const { report } = await run('procedures', file('a.xlsx', withFormulaError()));
    expect(report?.doubts.map(({ kind, places }) => [kind, places[0]?.place, places[0]?.found])).toEqual([
      ['cell-error', 'dòng 3', '#REF!'],
      ['limit-missing', 'dòng 3', ''],
    ]);
  });

  it('[IM8] [IM12] nothing is written while a row is refused, and nothing at all without being asked', async () => {
    const twice = `${HEAD.join(';')}\n${ROW.join(';')}\n${ROW.join(';')}`;
    const target = join(dir, 'out.json');
    const refusal = await run('procedures', file('a.csv', twice), '--write', target);
    expect([refusal.exitCode, refusal.report?.written, existsSync(target)]).toEqual([1, null, false]);
    expect(refusal.report?.refused.map((each) => [each.code, each.place, each.with])).toEqual([
      ['row-code-twice', 'dòng 2', ['dòng 3']],
      ['row-code-twice', 'dòng 3', ['dòng 2']],
    ]);
    const before = readdirSync(dir);
    expect((await run('procedures', file('a.csv', `${HEAD.join(';')}\n${ROW.join(';')}`))).exitCode).toBe(0);
    expect(readdirSync(dir)).toEqual(before);
    expect((await run('procedures', join(dir, 'a.csv'), '--valid-from', 'mai')).exitCode).toBe(2);
    expect((await run('template', join(dir, 't.xlsx'), '--sheet', 'x')).exitCode).toBe(2);
    expect((await run('slips', 'x')).said).toEqual([expect.stringContaining('cannot be imported')]);
  });

  it('[IM12] [IM13] the template’s example is read without a doubt, and is never written over', async () => {
    const path = join(dir, 'mau.xlsx');
    expect((await run('template', path)).exitCode).toBe(0);
    expect((await run('template', path)).exitCode).toBe(1);
    const target = join(dir, 'out.json');
    const { report } = await run('procedures', path, '--write', target, '--checked-by', 'Lê Thị B');
    expect([report?.rows.taken, report?.doubts, report?.notRead]).toEqual([1, [], []]);
    expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({
      source: 'Nhập từ tập tin mau.xlsx ngày 22/11/2026, Lê Thị B đã đối chiếu.',
      procedures: [
        {
          limit: { value: 0, cutoff: '15:00', verified: true },
          fees: [{ maxPerCopy: 200_000, verified: true }],
          papers: [{ kind: 'xuatTrinh' }, { photocopy: 1 }],
          onlineLevel: 'motPhan',
        },
      ],
    });
  });
});

/** A zip archive; its directory may claim another size than the files have. */
function zip(files: readonly (readonly [name: string, content: string])[], claimed?: number): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const whole = Buffer.from(content);
    const method = name === 'mimetype' ? 0 : 8;
    const data = method === 0 ? whole : deflateRawSync(whole);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(whole), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claimed ?? whole.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), data]);
    locals.push(local);
    entries.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, place, Buffer.from(name)]));
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A spreadsheet whose limit is the result of a formula that failed; no writer of ours makes such a cell. */
function withFormulaError(): Buffer {
  const cell = (value: string, column: number, line: number) =>
    `<c r="${String.fromCharCode(65 + column)}${line}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const cells = ROW.map((value, column) =>
    column === 4 ? '<c r="E3" t="e"><f>VLOOKUP(A3,#REF!,2)</f><v>#REF!</v></c>' : cell(value, column, 3),
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  return zip([
    ['[Content_Types].xml', `<Types xmlns="${packaged}/content-types"/>`],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData><row r="2">${HEAD.map((value, column) => cell(value, column, 2)).join('')}</row><row r="3">${cells.join('')}</row></sheetData></worksheet>`,
    ],
  ]);
}
