import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCardQr as parseOn } from '../../../shared/law/ids/card-qr.ts';
import { personalNumberWarnings } from '../../../shared/law/ids/personal-number.ts';
import { toTelex, toVni } from '../../support/vietnamese-keys.ts';

const TODAY = '2026-11-22';
const parseCardQr = (text: string) => parseOn(text, TODAY);
const seven = '089202017098|352576714|Lê Văn Lương|23052002|Nam|Ấp Một, An Giang|31122021';
const hers = '001303012345||Nguyễn Thị Ngọc Hường|01022003|Nữ|Tổ 5, Thạch Bàn, Long Biên, Hà Nội|05062021';
const card = {
  personalNumber: '089202017098',
  oldNumber: '352576714',
  name: 'Lê Văn Lương',
  birthDate: '2002-05-23',
  sex: 'male',
  address: 'Ấp Một, An Giang',
  issuedOn: '2021-12-31',
};
const refusal = (text: string) => {
  const parsed = parseCardQr(text);
  return parsed.ok ? null : parsed.error;
};

describe('the QR of identity cards', () => {
  it('[D01] [ID6] reads seven fields, the second may be empty, and keeps nothing of the rest', () => {
    expect(parseCardQr(seven)).toEqual({ ok: true, value: card });
    expect(parseCardQr(`\uFEFF${seven.normalize('NFD')}|Cha|Mẹ\r\n`)).toEqual({ ok: true, value: card });
    expect(parseCardQr(hers)).toMatchObject({ ok: true, value: { oldNumber: null, sex: 'female' } });
  });

  it('[ID6] whatever a newer card adds after the seventh field changes nothing', () => {
    const more = fc.array(fc.string(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(more, (fields) => {
        expect(parseCardQr([seven, ...fields].join('|'))).toEqual({ ok: true, value: card });
      }),
      { numRuns: 200, seed: 20_261_122 },
    );
  });

  it('[D01] [ID6] another layout is shown, never filled in, and the wrong field is named', () => {
    expect(refusal('A012')).toEqual({ code: 'card-qr-layout', fields: 1 });
    expect(refusal(hers.replace('||', '|'))).toEqual({ code: 'card-qr-layout', fields: 6 });
    const wrong = (from: string, to: string) => refusal(seven.replace(from, to));
    expect(wrong('089202017098', '08920201709')).toEqual({
      code: 'card-qr-field',
      field: 1,
      name: 'personalNumber',
    });
    expect(wrong('352576714', '12')).toMatchObject({ field: 2, name: 'oldNumber' });
    expect(wrong('Lê Văn Lương', '')).toMatchObject({ field: 3, name: 'name' });
    expect(wrong('23052002', '31022002')).toMatchObject({ field: 4, name: 'birthDate' });
    expect(wrong('Nam', 'Nm')).toMatchObject({ field: 5, name: 'sex' });
    expect(wrong('Ấp Một, An Giang', '')).toMatchObject({ field: 6, name: 'address' });
    expect(wrong('31122021', '20211231')).toMatchObject({ field: 7, name: 'issuedOn' });
    expect(wrong('31122021', '31122001')).toMatchObject({ field: 7, name: 'issuedOn' });
  });

  it('[ID6] nobody is born and no card is issued after today; nobody is 131 years old', () => {
    const field = (birth: string, issued: string, today = TODAY) => {
      const read = parseOn(seven.replace('23052002', birth).replace('31122021', issued), today);
      return read.ok ? null : read.error;
    };
    expect(field('23052099', '31122100')).toEqual({ code: 'card-qr-field', field: 4, name: 'birthDate' });
    expect(field('23112026', '31122021')).toMatchObject({ name: 'birthDate' });
    expect(field('23051895', '31122021')).toMatchObject({ name: 'birthDate' });
    expect(field('23052002', '31122100')).toEqual({ code: 'card-qr-field', field: 7, name: 'issuedOn' });
    expect(field('23052002', '23112026')).toMatchObject({ name: 'issuedOn' });
    expect(field('22112026', '22112026')).toBeNull();
    expect(field('23052002', '23112026', '2026-11-23')).toBeNull();
  });

  it('[ID6] [ID1] what the card says is held against its own number, and blocks nothing', () => {
    const warnings = (text: string) => {
      const read = parseCardQr(text);
      return read.ok ? personalNumberWarnings(read.value.personalNumber, read.value) : null;
    };
    expect(warnings(seven)).toEqual([]);
    expect(warnings(hers)).toEqual([]);
    expect(warnings(hers.replace('Nữ', 'Nam'))).toEqual([
      { contradicts: 'sex', says: 'female', known: 'male' },
    ]);
  });

  it('[ID6] names of every people of the country pass', () => {
    const names = ['H’Hen Niê', "K' Brêng", 'Y Wang', 'Pơloong Thị Đrôi', 'Ksor H’Blă', 'Thạch Sa Rây', 'A'];
    for (const name of names) {
      const read = parseCardQr(seven.replace('Lê Văn Lương', name));
      expect(read, name).toMatchObject({ ok: true, value: { name } });
    }
  });
});

describe('codes that are no identity card', () => {
  const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex');

  it('[ID7] a health card is refused by its name', () => {
    const rest = `${hex('Lê Văn Lương')}|23/05/2002|1|${hex('An Giang')}|01 - 001|01/01/2020|-|$`;
    expect(refusal(`DN4890112345678|${rest}`)).toEqual({ code: 'card-qr-health-card' });
    expect(refusal(`0112345678|${rest}`)).toEqual({ code: 'card-qr-health-card' });
    expect(refusal('HS4010120878811')).toEqual({ code: 'card-qr-health-card' });
  });

  it('[ID7] a PC-Covid code is refused by its name', () => {
    expect(refusal('089202017098|Lê Văn Lương|23/05/2002|0912345678|…')).toEqual({
      code: 'card-qr-pc-covid',
    });
    expect(refusal('352576714|LE VAN LUONG|23052002|1|x|y|z|w')).toEqual({ code: 'card-qr-pc-covid' });
    expect(refusal('SoGiayTo|HoTen|NgaySinh')).toEqual({ code: 'card-qr-pc-covid' });
  });

  it('[ID7] a slip’s own code belongs into the search', () => {
    expect(refusal('MCS1*H26.19.05-260605-0001*1.001193')).toEqual({ code: 'card-qr-slip' });
  });
});

describe('a code mangled on its way', () => {
  const by = (text: string) => {
    const error = refusal(text);
    return error?.code === 'card-qr-mangled' ? error.by : error;
  };

  it('[ID8] the keys of Telex and VNI in place of letters', () => {
    for (const text of [seven, hers]) {
      expect(by(toTelex(text)), toTelex(text)).toBe('input-method');
      expect(by(toVni(text)), toVni(text)).toBe('input-method');
    }
  });

  it('[ID8] the Vietnamese keyboard, which has letters on the row of digits', () => {
    const row = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
    const typed = seven.replace(/\d/g, (digit) => row[Number(digit)] ?? '');
    expect(by(typed)).toBe('input-method');
  });

  it('[ID8] marks put where an input method puts them a second time, vowels lost, sex without marks', () => {
    expect(by(seven.replace('Lương', 'Lứờng'))).toBe('input-method');
    expect(by(seven.replace('Lê Văn Lương', 'L Vn Lng'))).toBe('input-method');
    expect(by(hers.replace('Nữ', 'Nu'))).toBe('input-method');
    expect(by(hers.replace('Nữ', 'Nuwx'))).toBe('input-method');
  });

  it('[ID8] another encoding, and Caps Lock', () => {
    expect(by(Buffer.from(seven, 'utf8').toString('latin1'))).toBe('encoding');
    expect(by(new TextDecoder('windows-1252').decode(Buffer.from(hers, 'utf8')))).toBe('encoding');
    expect(by(Buffer.from(seven.replace(/[^\0-\x7F]/g, '?'), 'latin1').toString())).toBe('encoding');
    const swapped = Array.from(seven, (sign) =>
      sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase(),
    ).join('');
    expect(by(swapped)).toBe('caps-lock');
  });

  it('[ID8] no text makes the parser throw, and none that is not whole is filled in', () => {
    const signs = fc.array(fc.constantFrom(...Array.from('0123456789|||aâđữNmu *?/Ã\uFEFF\n')), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(signs, (list) => {
        const read = parseCardQr(list.join(''));
        expect(read.ok).toBe(false);
      }),
      { numRuns: 2000, seed: 20_261_122 },
    );
  });
});
