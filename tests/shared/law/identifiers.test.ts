import { describe, expect, it } from 'vitest';
import { parseAgencyCode } from '../../../shared/law/ids/agency-code.ts';
import { parseBirthDate } from '../../../shared/law/ids/birth-date.ts';
import {
  parseDossierCode,
  writeOfficialCode,
  writeProvisionalCode,
} from '../../../shared/law/ids/dossier-code.ts';
import {
  birthPlaceOf,
  parsePersonalNumber,
  personalNumberWarnings,
} from '../../../shared/law/ids/personal-number.ts';
import { parseOfficePhone, parsePhone, phoneKind } from '../../../shared/law/ids/phone.ts';
import { parseProcedureCode, parseResultCode } from '../../../shared/law/ids/procedure-code.ts';
import { parseTaxCode } from '../../../shared/law/ids/tax-code.ts';
import { demoCatalogue } from '../../support/demo.ts';

describe('personal numbers', () => {
  it('[D01] exactly twelve digits, spaces and dots aside', () => {
    expect(parsePersonalNumber('037 153 000 257')).toEqual({ ok: true, value: '037153000257' });
    expect(parsePersonalNumber('03715300025')).toEqual({
      ok: false,
      error: { code: 'personal-number-length', digits: 11 },
    });
    expect(parsePersonalNumber('')).toMatchObject({ error: { code: 'personal-number-length', digits: 0 } });
    expect(parsePersonalNumber('03715300025O')).toMatchObject({ error: { code: 'personal-number-letters' } });
  });

  it('[ID1] [D01] disagreement warns, says what it contradicts, and never blocks', () => {
    const warn = (number: string, sex: 'male' | 'female' | null, birthDate: string | null) =>
      personalNumberWarnings(number, { sex, birthDate });
    expect(warn('037153000257', 'female', '1953')).toEqual([]);
    expect(warn('089202017098', 'male', '2002-05-23')).toEqual([]);
    expect(warn('037153000257', 'male', '1953')).toEqual([
      { contradicts: 'sex', says: 'female', known: 'male' },
    ]);
    expect(warn('037153000257', 'female', '2053-01')).toEqual([
      { contradicts: 'birthYear', says: 1953, known: 2053 },
    ]);
    expect(warn('037153000257', null, null)).toEqual([]);
    expect(parsePersonalNumber('000000000000')).toMatchObject({ ok: true });
  });

  it('[ID1] a year after today and a place that is not given out are said', () => {
    const known = { sex: null, birthDate: null, today: '2026-11-22' };
    expect(personalNumberWarnings('001230000001', known)).toEqual([
      { contradicts: 'today', says: 2030, known: 2026 },
    ]);
    expect(personalNumberWarnings('003085000001', known)).toEqual([
      { contradicts: 'birthPlace', says: '003' },
    ]);
    expect(personalNumberWarnings('003085000001', known, new Map([['003', 'Tỉnh mới']]))).toEqual([]);
    expect(
      ['037153000257', '079085000001', '100185000001', '000085000001'].map((n) => birthPlaceOf(n)),
    ).toEqual(['Ninh Bình', 'Thành phố Hồ Chí Minh', 'foreign', null]);
  });

  it('[ID1] the fourth digit tells century and sex up to the 24th', () => {
    const says = Array.from({ length: 10 }, (_, digit) =>
      personalNumberWarnings(`001${digit}85000001`, {
        sex: digit % 2 === 0 ? 'female' : 'male',
        birthDate: '1850',
      }),
    );
    expect(says.map((warnings) => warnings.map((one) => one.says))).toEqual(
      Array.from({ length: 10 }, (_, digit) => [
        digit % 2 === 0 ? 'male' : 'female',
        1985 + 100 * Math.floor(digit / 2),
      ]),
    );
  });
});

describe('phones', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['091.234.5678', '0912345678'],
    ['(024) 3675 0000', '02436750000'],
    ['0084 912345678', '0912345678'],
    ['+84 (0)912 345 678', '0912345678'],
    ['0912\u2212345\u2013678\u200B', '0912345678'],
    ['\uFF10\uFF19\uFF11\uFF12345678', '0912345678'],
  ])('[D01] %s is %s', (typed, expected) => {
    expect(parsePhone(typed)).toEqual({ ok: true, value: expected });
  });

  it('[D01] letters and wrong lengths are refused', () => {
    expect(parsePhone('09123abc78')).toMatchObject({ error: { code: 'phone-letters' } });
    expect(parsePhone('091234567')).toMatchObject({ error: { code: 'phone-format', digits: 9 } });
    expect(parsePhone('0112345678')).toMatchObject({ error: { code: 'phone-format' } });
    expect(parsePhone('')).toMatchObject({ error: { code: 'phone-format', digits: 0 } });
  });
});

describe('phones of offices', () => {
  it('[ID2] hotlines are numbers to print, and nobody’s own', () => {
    expect(['1022', '1800 1096', '1900.0368', '18001096', '024 3675 0000'].map(parseOfficePhone)).toEqual(
      ['1022', '18001096', '19000368', '18001096', '02436750000'].map((value) => ({ ok: true, value })),
    );
    expect(parsePhone('1022')).toMatchObject({ error: { code: 'phone-format', digits: 4 } });
    expect(['1022', '0912345678', '02436750000'].map(phoneKind)).toEqual(['hotline', 'mobile', 'landline']);
  });
});

describe('birth dates', () => {
  const today = '2026-11-21';
  it.each([
    ['1938', '1938'],
    ['5/1938', '1938-05'],
    ['05/06/1938', '1938-06-05'],
    ['5.6.1938', '1938-06-05'],
    ['05061938', '1938-06-05'],
    ['1938-06-05', '1938-06-05'],
    ['1938-06', '1938-06'],
    ['29/02/2024', '2024-02-29'],
    ['21/11/2026', '2026-11-21'],
    ['2026', '2026'],
  ])('[D01] %s is %s', (typed, expected) => {
    expect(parseBirthDate(typed, today)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['31/02/1990', 'birth-date-impossible'],
    ['29/02/2023', 'birth-date-impossible'],
    ['13/1990', 'birth-date-impossible'],
    ['00/00/1990', 'birth-date-impossible'],
    ['22/11/2026', 'birth-date-future'],
    ['12/2026', 'birth-date-future'],
    ['2027', 'birth-date-future'],
    ['1895', 'birth-date-too-old'],
    ['hôm qua', 'birth-date-format'],
    ['5/6/38', 'birth-date-format'],
    ['', 'birth-date-format'],
  ])('[D01] %s is refused: %s', (typed, code) => {
    expect(parseBirthDate(typed, today)).toEqual({ ok: false, error: { code } });
  });
});

describe('dossier codes', () => {
  it('[D03] official and provisional codes are read as typed or scanned', () => {
    const official = {
      kind: 'official',
      code: 'H26.19.05-260605-0001',
      day: '2026-06-05',
      unit: 'H26.19.05',
      serial: '0001',
      ministry: null,
    };
    expect(parseDossierCode(' h26.19.05 - 260605 - 0001')).toEqual({ ok: true, value: official });
    expect(parseDossierCode('000.00.19.H26-200630-0012')).toMatchObject({ ok: true });
    const provisional = { kind: 'provisional', code: 'TAM-M2X-260605-7', day: '2026-06-05', unit: 'M2X' };
    expect(parseDossierCode('tam-m2x-260605-7')).toMatchObject({ ok: true, value: provisional });
    expect(parseDossierCode('TAM-M2X-260605-150012')).toMatchObject({ ok: true, value: { ministry: null } });
  });

  it.each([
    ['H15.50.05.13-261008-0975', 'H15.50.05.13-261008-0975', 'H15.50.05.13', null],
    ['000.00.19.h26–200630–0012', '000.00.19.H26-200630-0012', '000.00.19.H26', null],
    ['G15-260605-150012', 'G15-260605-150012', 'G15', '15'],
    ['G09.01-260605-0900123', 'G09.01-260605-0900123', 'G09.01', '09'],
    ['Mã hồ sơ: H26.19.05-260605-0001', 'H26.19.05-260605-0001', 'H26.19.05', null],
    ['H26.19.O5-26O6O5-OOOI', 'H26.19.O5-260605-0001', 'H26.19.O5', null],
    ['\uFEFFH26.19.05\u2212260605_0001\r\n', 'H26.19.05-260605-0001', 'H26.19.05', null],
  ])('[ID3] %s is read as %s', (typed, code, unit, ministry) => {
    expect(parseDossierCode(typed)).toMatchObject({ ok: true, value: { code, unit, ministry } });
  });

  it.each(['', 'H26.19.05-261305-0001', 'H26.19.05-260605', 'A012', 'TAM-260605-0001', 'H26-260605-01'])(
    '[D03] %s is no dossier code',
    (typed) => {
      expect(parseDossierCode(typed)).toEqual({ ok: false, error: { code: 'dossier-code-format' } });
    },
  );

  it('[ID3] what is written has one form and reads back as itself; anything else is a bug', () => {
    const codes = [
      writeOfficialCode('H26.19.05', '2026-06-05', 1),
      writeOfficialCode('000.00.19.H26', '2026-06-05', 12_345),
      writeProvisionalCode('M2X', '2026-06-05', 7),
    ];
    expect(codes).toEqual(['H26.19.05-260605-0001', '000.00.19.H26-260605-12345', 'TAM-M2X-260605-7']);
    for (const code of codes)
      expect(parseDossierCode(code)).toMatchObject({ value: { code, day: '2026-06-05' } });
    expect(() => writeOfficialCode('h26', '2026-06-05', 1)).toThrow('Bug');
    expect(() => writeOfficialCode('TAM', '2026-06-05', 1)).toThrow('Bug');
    expect(() => writeOfficialCode('H26', '2026-06-31', 1)).toThrow('Bug');
    expect(() => writeOfficialCode('H26', '2026-06-05', 0)).toThrow('Bug');
    expect(() => writeProvisionalCode('', '2026-06-05', 1)).toThrow('Bug');
  });
});

describe('codes of agencies and procedures', () => {
  it('[ID4] an agency code is read in both orders, and no name is made of it', () => {
    expect(parseAgencyCode('h26.19.05')).toEqual({
      ok: true,
      value: { code: 'H26.19.05', order: 'parentFirst', root: 'H26' },
    });
    expect(parseAgencyCode('000.12.34.H26')).toMatchObject({ value: { order: 'parentLast', root: 'H26' } });
    expect(parseAgencyCode('12.34')).toEqual({ ok: false, error: { code: 'agency-code-format' } });
  });

  it.each([
    ['1.001193', '1.001193', '1.001193', null],
    [' 1,001193 ', '1.001193', '1.001193', null],
    ['1001193', '1.001193', '1.001193', null],
    ['1.012753.h19', '1.012753.H19', '1.012753', 'H19'],
    ['1.001193.000.00.00.H26', '1.001193.000.00.00.H26', '1.001193', 'H26'],
    ['5.000123', '5.000123', '5.000123', null],
  ])('[ID4] the procedure code %s is %s', (typed, code, national, province) => {
    expect(parseProcedureCode(typed)).toEqual({ ok: true, value: { code, national, province } });
  });

  it('[ID4] every code of the demo catalogue reads back as itself', () => {
    for (const { code } of demoCatalogue().procedures) {
      expect(parseProcedureCode(code)).toMatchObject({ ok: true, value: { code } });
    }
  });

  it.each(['', '1.00119', '0.001193', '1.0011934', 'A.001193', 'khai sinh'])(
    '[ID4] %s is no procedure code',
    (typed) => {
      expect(parseProcedureCode(typed)).toEqual({ ok: false, error: { code: 'procedure-code-format' } });
    },
  );

  it('[ID4] kinds of results have codes of their own', () => {
    expect(parseResultCode('kq.g15.000031')).toEqual({ ok: true, value: 'KQ.G15.000031' });
    expect(parseResultCode('G15.000031')).toEqual({ ok: false, error: { code: 'result-code-format' } });
  });
});

describe('tax codes', () => {
  it.each(['0100109106', '0314409058', '0101243150', '0300588569'])('[ID5] %s passes its check', (code) => {
    expect(parseTaxCode(code)).toEqual({ ok: true, value: { kind: 'enterprise', code } });
    for (let at = 0; at < 10; at += 1) {
      const wrong = `${code.slice(0, at)}${(Number(code[at]) + 1) % 10}${code.slice(at + 1)}`;
      expect(parseTaxCode(wrong), wrong).toEqual({ ok: false, error: { code: 'tax-code-check' } });
    }
  });

  it('[ID5] a branch has 13 digits, a person 12', () => {
    const branch = { kind: 'branch', code: '0100109106-001', parent: '0100109106' };
    expect(parseTaxCode('0100109106-001')).toEqual({ ok: true, value: branch });
    expect(parseTaxCode('0100109106001')).toEqual({ ok: true, value: branch });
    expect(parseTaxCode('037 153 000 257')).toEqual({
      ok: true,
      value: { kind: 'person', code: '037153000257' },
    });
  });

  it('[ID5] anything else is refused, and why', () => {
    expect(parseTaxCode('0100109106-000')).toEqual({ ok: false, error: { code: 'tax-code-branch' } });
    expect(parseTaxCode('0100109107-001')).toEqual({ ok: false, error: { code: 'tax-code-check' } });
    expect(parseTaxCode('01001091O6')).toEqual({ ok: false, error: { code: 'tax-code-letters' } });
    expect(parseTaxCode('010010910')).toEqual({ ok: false, error: { code: 'tax-code-length', digits: 9 } });
    // The sum gives 10: no such code is given out, whatever its tenth digit.
    for (let last = 0; last < 10; last += 1) {
      expect(parseTaxCode(`000000000${last}`)).toMatchObject({ error: { code: 'tax-code-check' } });
    }
  });
});
