import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../shared/law/filings/csv.ts';
import { readFilingExport } from '../../../shared/law/filings/read-export.ts';
import { demoCatalogue } from '../../support/demo.ts';

const catalogue = demoCatalogue();
const now = { today: '2026-06-05', iso: '2026-06-05T02:00:00.000Z' };
const read = (text: string) => readFilingExport(text, catalogue, now);

describe('exports of the portal', () => {
  it('[N04] reads quotes, separators and line ends as spreadsheets write them', () => {
    expect(readCsv('\uFEFFa;b\r\n"x;1";"say ""so"""\r\n')).toEqual([
      ['a', 'b'],
      ['x;1', 'say "so"'],
    ]);
    expect(readCsv('a,b\n"two\nlines",2')[1]).toEqual(['two\nlines', '2']);
  });

  it('[N04] maps headings by meaning and keeps who filed apart from whose it is', () => {
    const csv = [
      'STT,Mã hồ sơ trực tuyến,Mã TTHC,Ngày nộp,Họ tên người nộp,Chủ hồ sơ,SĐT',
      '1, h26-1 ,1.001193,05/06/2026 08:20,Trần Thị A,Lê Văn B,0912345678',
    ].join('\n');
    const found = read(csv);
    expect(found.ok && found.value.faults).toEqual([]);
    expect(found.ok && found.value.notRead).toEqual(['STT']);
    expect(found.ok && found.value.filings[0]).toMatchObject({
      portalCode: 'H26-1',
      channel: 'online',
      filedAt: '2026-06-05T01:20:00.000Z',
      procedure: { code: '1.001193' },
      persons: { owner: { name: 'Lê Văn B' }, submitter: { name: 'Trần Thị A', phone: '0912345678' } },
    });
  });

  it('[LC16] [N04] names the fault of each line and takes the others', () => {
    const rows = [
      { 'Mã hồ sơ': 'A1', 'Mã thủ tục': '1.001193', 'Người nộp': 'A' },
      { 'Mã hồ sơ': 'A1', 'Mã thủ tục': '1.001193', 'Người nộp': 'B' },
      { 'Mã hồ sơ': 'A2', 'Mã thủ tục': '9.999999', 'Người nộp': 'C' },
      { 'Mã hồ sơ': 'A3', 'Mã thủ tục': '1.001193' },
      { 'Mã hồ sơ': 'A4', 'Mã thủ tục': '1.001193', 'Người nộp': 'D', 'Ngày nộp': '31/02/2026' },
      { 'Mã hồ sơ': 'A5', 'Mã thủ tục': '1.001193', 'Người nộp': 'E', 'Hình thức nộp': 'chim câu' },
      { 'Mã hồ sơ': 'A6', 'Mã thủ tục': '1.001193', 'Người nộp': 'F'.repeat(201) },
      7,
    ];
    const found = read(JSON.stringify({ data: rows }));
    expect(found.ok && found.value.filings.map(({ portalCode }) => portalCode)).toEqual(['A1']);
    expect(
      found.ok &&
        found.value.faults
          .map(({ line, code }) => [line, code])
          .toSorted((a, b) => Number(a[0]) - Number(b[0])),
    ).toEqual([
      [2, 'code-twice'],
      [3, 'procedure-unknown'],
      [4, 'cell-missing'],
      [5, 'day-unreadable'],
      [6, 'channel-unknown'],
      [7, 'text-too-long'],
      [8, 'line-no-object'],
    ]);
  });

  it('[N04] what came by post needs no code of the portal; a filing online does', () => {
    const row = { 'Mã hồ sơ': '', 'Mã thủ tục': '1.001193', 'Người nộp': 'A', 'Hình thức nộp': 'post' };
    const found = read(JSON.stringify([row, row, { ...row, 'Hình thức nộp': 'online' }]));
    expect(found.ok && found.value.filings.map(({ portalCode, channel }) => [portalCode, channel])).toEqual([
      ['', 'post'],
      ['', 'post'],
    ]);
    expect(found.ok && found.value.faults).toMatchObject([{ code: 'cell-missing', column: 'portalCode' }]);
  });

  it('[N04] says what is wrong with a whole file', () => {
    expect(read('')).toEqual({ ok: false, error: { code: 'export-empty' } });
    expect(read('{"a":')).toEqual({ ok: false, error: { code: 'export-unreadable' } });
    expect(read('Mã hồ sơ,Ngày nộp\n1,2')).toEqual({
      ok: false,
      error: { code: 'export-headings', missing: ['procedureCode', 'submitter'] },
    });
    const many = `Mã hồ sơ,Mã thủ tục,Người nộp\n${'a,b,c\n'.repeat(501)}`;
    expect(read(many)).toEqual({ ok: false, error: { code: 'export-many', most: 500 } });
  });
});
