import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wardInstant } from '../../../shared/basics/time.ts';
import {
  formatDate,
  formatDay,
  formatFormDate,
  formatFormTime,
  formatTime,
  weekdayName,
} from '../../../shared/text/dates.ts';
import { foldVietnamese, matchWords, nfc } from '../../../shared/text/fold.ts';
import { capitals, compareNames, maskIdNumber, maskName } from '../../../shared/text/names.ts';
import { formatMoney, formatPercent, moneyWords, spellDigits } from '../../../shared/text/numbers.ts';
import { indexProcedures, searchProcedures } from '../../../shared/text/search.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';

describe('folding', () => {
  it('[D02] marks, case, đ, tone placement and composition do not matter', () => {
    expect(foldVietnamese('Đường Hoà Bình – Thuỷ')).toBe('duong hoa binh thuy');
    expect(foldVietnamese('hòa')).toBe(foldVietnamese('hoà'));
    expect(foldVietnamese('Nguyễn'.normalize('NFD'))).toBe('nguyen');
    expect(foldVietnamese('Kỹ thuật', true)).toBe(foldVietnamese('Kĩ thuật', true));
    expect(nfc('ế'.normalize('NFD'))).toBe('ế');
  });

  it('[D02] every word of the query begins a word of the text', () => {
    expect(matchWords('khai si', 'dang ky khai sinh')).toBe(true);
    expect(matchWords('sinh khai', 'dang ky khai sinh')).toBe(true);
    expect(matchWords('hai', 'dang ky khai sinh')).toBe(false);
  });
});

describe('search of procedures', () => {
  const file = new URL('../../../build/demo/catalogue.json', import.meta.url);
  const { procedures } = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  const index = indexProcedures(procedures);
  const first = (query: string) => searchProcedures(index, query)[0]?.name;

  it.each([
    ['khai sinh', 'Đăng ký khai sinh'],
    ['dang ky khai sinh', 'Đăng ký khai sinh'],
    ['dkks', 'Đăng ký khai sinh'],
    ['ĐKKH', 'Đăng ký kết hôn'],
    ['ket hon', 'Đăng ký kết hôn'],
    ['thuong tru', 'Đăng ký thường trú'],
    ['1.004222', 'Đăng ký thường trú'],
    ['birth reg', 'Đăng ký khai sinh'],
    ['gpxd', 'Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ'],
    ['đăng kí tách hộ', undefined],
    ['ho tach', 'Tách hộ'],
  ])('[D02] %s finds %s first', (query, expected) => {
    expect(first(query)).toBe(expected);
  });

  it('[D02] nothing typed or nothing matching finds nothing', () => {
    expect(searchProcedures(index, '  ')).toEqual([]);
    expect(searchProcedures(index, 'zzz')).toEqual([]);
    expect(searchProcedures(index, '<>"&')).toEqual([]);
  });

  it('[D02] the name of a field finds its procedures, after those whose own name matches', () => {
    const rows = [
      { code: '1', name: 'Tặng Giấy khen', shortName: 'Giấy khen', field: 'Thi đua – Khen thưởng' },
      { code: '2', name: 'Đăng ký khai sinh', shortName: 'Khai sinh', field: 'Hộ tịch' },
      { code: '3', name: 'Hỗ trợ quỹ khen thưởng', shortName: 'Quỹ khen thưởng', field: 'Tài chính' },
    ];
    const codes = (query: string) =>
      searchProcedures(
        indexProcedures(rows, ({ field }) => [field]),
        query,
      ).map(({ code }) => code);
    expect(codes('khen thuong')).toEqual(['3', '1']);
    expect(codes('ho tich')).toEqual(['2']);
    expect(searchProcedures(indexProcedures(rows), 'ho tich')).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [101, 'Một trăm linh một đồng'],
    [110, 'Một trăm mười đồng'],
    [111, 'Một trăm mười một đồng'],
    [1005, 'Một nghìn không trăm linh năm đồng'],
    [8000, 'Tám nghìn đồng'],
    [42_000, 'Bốn mươi hai nghìn đồng'],
    [200_000, 'Hai trăm nghìn đồng'],
    [21_015_105, 'Hai mươi mốt triệu không trăm mười lăm nghìn một trăm linh năm đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_000_055, 'Một tỷ không trăm năm mươi lăm đồng'],
    [1_500_000_000_000, 'Một nghìn năm trăm tỷ đồng'],
  ])('[R07] %i in words', (amount, words) => {
    expect(moneyWords(amount)).toBe(words);
  });

  it('[R07] an amount that is no whole đồng is a bug', () => {
    expect(() => moneyWords(1.5)).toThrow('Bug');
    expect(() => moneyWords(-1)).toThrow('Bug');
  });

  it('[N03] figures are written the Vietnamese way', () => {
    expect([2685, 0, 999, 1_000_000, -2117].map(formatMoney)).toEqual([
      '2.685',
      '0',
      '999',
      '1.000.000',
      '-2.117',
    ]);
    expect(formatPercent(450, 852)).toBe('52,8\u00A0%');
    expect(formatPercent(2668, 2668)).toBe('100,0\u00A0%');
    expect(formatPercent(0, 0)).toBe('–');
  });

  it('[L06] a ticket number is called digit by digit', () => {
    expect(spellDigits('A012')).toBe('A, không, một, hai');
    expect(spellDigits('AX1')).toBe('A, X, một');
  });
});

describe('dates and times', () => {
  const at = wardInstant('2026-06-05', '08:05');
  it('[R07] forms say hours and days as NĐ 30/2020 asks', () => {
    expect(formatFormTime(at)).toBe('8 giờ 05 phút, ngày 05 tháng 6 năm 2026');
    expect(formatFormDate(wardInstant('2026-02-15', '10:00'))).toBe('ngày 15 tháng 02 năm 2026');
    expect(formatFormDate(wardInstant('2026-12-01', '10:00'))).toBe('ngày 01 tháng 12 năm 2026');
  });

  it('[R07] screens say dd/mm/yyyy and 24 hours, on the ward’s clock', () => {
    expect(formatDate(at)).toBe('05/06/2026');
    expect(formatTime(at)).toBe('08:05');
    expect(formatDate(wardInstant('2026-06-05', '00:10'))).toBe('05/06/2026');
    expect(['2026-06-05', '1938-06', '1938'].map(formatDay)).toEqual(['05/06/2026', '06/1938', '1938']);
    expect([weekdayName('2026-06-07', 'vi'), weekdayName('2026-06-05', 'en')]).toEqual([
      'Chủ nhật',
      'Friday',
    ]);
  });
});

describe('names', () => {
  it('[C02] lists are sorted by given name', () => {
    const names = ['Nguyễn Văn Đức', 'Trần Thị Ánh', 'Lê Văn Dũng', 'Phạm Văn Anh', 'Bùi Văn Anh'];
    expect(names.toSorted(compareNames)).toEqual([
      'Bùi Văn Anh',
      'Phạm Văn Anh',
      'Trần Thị Ánh',
      'Lê Văn Dũng',
      'Nguyễn Văn Đức',
    ]);
  });

  it('[N14] names and numbers are masked for eyes that pass by', () => {
    expect(maskName('Nguyễn Văn A')).toBe('Ng*** V** A');
    expect(maskName('Lê Hoa'.normalize('NFD'))).toBe('Lê*** Hoa');
    expect(maskName('Pơloong')).toBe('P**');
    expect(maskName('')).toBe('');
    expect(maskIdNumber('001234567678')).toBe('0012•••••678');
    expect(maskIdNumber('123456789')).toBe('••••••789');
    expect(maskIdNumber('12')).toBe('12');
  });

  it('[R07] capitals keep every mark', () => {
    expect(capitals('Nguyễn Thị Hướng đẹp'.normalize('NFD'))).toBe('NGUYỄN THỊ HƯỚNG ĐẸP');
  });
});
