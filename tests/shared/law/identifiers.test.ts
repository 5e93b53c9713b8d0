import { describe, expect, it } from 'vitest';
import { parseCardQr } from '../../../shared/law/card-qr.ts';
import {
  parseBirthDate,
  parseDossierCode,
  parsePersonalNumber,
  parsePhone,
  personalNumberWarnings,
} from '../../../shared/law/identifiers.ts';

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

  it('[D01] disagreement with sex or birth year warns and never blocks', () => {
    const warn = (number: string, sex: 'male' | 'female' | null, birthDate: string | null) =>
      personalNumberWarnings(number, { sex, birthDate });
    expect(warn('037153000257', 'female', '1953')).toEqual([]);
    expect(warn('089202017098', 'male', '2002-05-23')).toEqual([]);
    expect(warn('037153000257', 'male', '1953')).toEqual(['personal-number-sex']);
    expect(warn('037153000257', 'female', '2053-01')).toEqual(['personal-number-birth-year']);
    expect(warn('037153000257', null, null)).toEqual([]);
  });
});

describe('phones', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['091.234.5678', '0912345678'],
    ['(024) 3675 0000', '02436750000'],
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
    const official = { kind: 'official', code: 'H26.19.05-260605-0001', day: '2026-06-05' };
    expect(parseDossierCode(' h26.19.05 - 260605 - 0001')).toEqual({ ok: true, value: official });
    expect(parseDossierCode('000.00.19.H26-200630-0012')).toMatchObject({ ok: true });
    const provisional = { kind: 'provisional', code: 'TAM-M2X-260605-7', day: '2026-06-05' };
    expect(parseDossierCode('tam-m2x-260605-7')).toEqual({ ok: true, value: provisional });
  });

  it.each(['', 'H26.19.05-261305-0001', 'H26.19.05-260605', 'A012', 'TAM-260605-0001'])(
    '[D03] %s is no dossier code',
    (typed) => {
      expect(parseDossierCode(typed)).toEqual({ ok: false, error: { code: 'dossier-code-format' } });
    },
  );
});

describe('the QR of identity cards', () => {
  const seven = '089202017098|352576714|Lê Văn Lương|23052002|Nam|Ấp Một, An Giang|31122021';
  const card = {
    personalNumber: '089202017098',
    oldNumber: '352576714',
    name: 'Lê Văn Lương',
    birthDate: '2002-05-23',
    sex: 'male',
    address: 'Ấp Một, An Giang',
    issuedOn: '2021-12-31',
  };

  it('[D01] reads seven fields, the second may be empty, and keeps nothing of the rest', () => {
    expect(parseCardQr(seven)).toEqual({ ok: true, value: card });
    expect(parseCardQr(`\uFEFF${seven.normalize('NFD')}|Cha|Mẹ\r\n`)).toEqual({ ok: true, value: card });
    expect(parseCardQr(seven.replace('352576714', ''))).toMatchObject({
      ok: true,
      value: { oldNumber: null },
    });
  });

  it('[D01] another layout is shown, never filled in', () => {
    expect(parseCardQr('A012')).toEqual({ ok: false, error: { code: 'card-qr-layout', fields: 1 } });
    const field = (text: string) => {
      const parsed = parseCardQr(text);
      return !parsed.ok && 'field' in parsed.error ? parsed.error.field : null;
    };
    expect(field(seven.replace('089202017098', '08920201709'))).toBe(1);
    expect(field(seven.replace('352576714', '12'))).toBe(2);
    expect(field(seven.replace('Lê Văn Lương', ''))).toBe(3);
    expect(field(seven.replace('23052002', '31022002'))).toBe(4);
    expect(field(seven.replace('Nam', 'Nm'))).toBe(5);
    expect(field(seven.replace('Ấp Một, An Giang', ''))).toBe(6);
    expect(field(seven.replace('31122021', '20211231'))).toBe(7);
  });
});
