import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feeLines } from '../../../shared/law/fees.ts';
import { parseCatalogue, procedureOn, proceduresOn } from '../../../shared/law/procedure.ts';
import { catalogueFromSample, importCatalogue } from '../../../shared/law/sample/sample-catalogue.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';

const demoFile = new URL('../../../build/demo/catalogue.json', import.meta.url);
const json = JSON.parse(readFileSync(demoFile, 'utf8')) as Catalogue;
const today = '2026-06-05';

function demo(): Catalogue {
  const parsed = parseCatalogue(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function procedure(code: string) {
  const found = procedureOn(demo(), code, today);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

/** Faults of the demo catalogue with one place changed, e.g. `procedures.3.fees.0.amount`. */
function faults(place: string, value: unknown): readonly string[] {
  const draft = structuredClone(json);
  const steps = place.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], draft);
  (parent as Record<string, unknown>)[last] = value;
  return faultsIn(draft);
}

function faultsIn(draft: unknown): readonly string[] {
  const parsed = parseCatalogue(draft);
  return parsed.ok ? [] : parsed.error.faults.map(({ path, code }) => `${path} ${code}`);
}

/** The demo catalogue with a second version of its first procedure; the first ends on 28/02/2027. */
function withSecondVersion(validFrom: string): Catalogue {
  const [first, ...others] = structuredClone(json).procedures;
  if (!first) throw new Error('empty catalogue');
  const second = { ...first, version: '2', validFrom, validTo: null };
  return { ...json, procedures: [{ ...first, validTo: '2027-02-28' }, ...others, second] };
}

describe('the demo catalogue', () => {
  it('[D02] holds 102 procedures in 31 fields, each with its English name', () => {
    const { fields, procedures } = demo();
    expect([procedures.length, fields.length]).toEqual([102, 31]);
    expect(new Set(procedures.map(({ code }) => code)).size).toBe(102);
    expect(proceduresOn(demo(), today)).toHaveLength(102);
    expect(procedures.filter(({ nameEn }) => !nameEn)).toEqual([]);
    expect(fields.filter(({ nameEn }) => !nameEn)).toEqual([]);
  });

  it('[K03] gives each field a ticket letter, never U', () => {
    const letters = new Map(demo().fields.map(({ name, series }) => [name, series]));
    expect(letters.get('Chứng thực')).toBe('A');
    expect(letters.get('Hộ tịch')).toBe('B');
    expect(letters.get('Đất đai')).toBe('C');
    expect(letters.get('Đăng ký, quản lý cư trú')).toBe('D');
    expect([...letters.values()]).not.toContain('U');
  });

  it('[D02] keeps quantities, conditions, limits and fees of the sample', () => {
    const birth = procedure('1.001193');
    expect(birth.limit).toMatchObject({ value: 0, unit: 'workingDay', cutoff: '15:00' });
    expect(birth.papers).toHaveLength(8);
    expect(birth.papers[2]).toMatchObject({
      required: false,
      condition: 'Trường hợp trẻ em bị bỏ rơi',
      original: 1,
    });
    const all = demo().procedures.flatMap(({ papers }) => papers);
    expect(all).toHaveLength(260);
    expect(all.filter(({ isForm }) => isForm)).toHaveLength(89);
    expect(all.filter(({ kind }) => kind === 'xuatTrinh')).toHaveLength(43);
    expect(demo().procedures.flatMap(({ fees }) => fees)).toHaveLength(49);
    expect(procedure('1.011606').limit).toMatchObject({ value: null, unit: 'campaign' });
    expect(procedure('1.013225').variants.map(({ limit }) => limit.value)).toEqual([15, 20]);
    expect(procedure('1.000689').results.map(({ code }) => code)).toEqual(['KQ.G15.000031', 'KQ.G15.000033']);
  });
});

describe('catalogue files', () => {
  it('[D02] a malformed file is refused whole with the places of its faults', () => {
    const parsed = parseCatalogue('nonsense');
    expect(parsed.ok ? null : parsed.error.code).toBe('catalogue-invalid');
    expect(faults('procedures.3.fees.0.amount', -1)).toEqual(['procedures.3.fees.0.amount too_small']);
    expect(faults('procedures.0.papers.1.photocopy', undefined)).toEqual([
      'procedures.0.papers.1.photocopy invalid_type',
    ]);
    expect(faults('procedures.0.code', 'khai sinh')).toEqual(['procedures.0.code invalid_format']);
    expect(faults('procedures.0.fieldId', 'khong-co')).toEqual(['procedures.0.fieldId field-unknown']);
    expect(faults('fields.0.series', 'U')).toEqual(['fields.0.series custom']);
    expect(faults('fields.1.id', 'bao-tro-xa-hoi')).toContain('fields.1.id field-twice');
    expect(faults('procedures.0.validFrom', '2026-02-30')).toEqual(['procedures.0.validFrom custom']);
    expect(faults('procedures.0.validTo', '2020-01-01')).toEqual(['procedures.0.validTo ends-before-start']);
    expect(faults('procedures.0.papers.1.id', 'p01')).toEqual(['procedures.0.papers paper-twice']);
    expect(faults('procedures.0.extra', 1)).toEqual(['procedures.0 unrecognized_keys']);
    expect(faults('schemaVersion', 2)).toEqual(['schemaVersion invalid_value']);
  });

  it('[D02] lists at most ten faults', () => {
    expect(
      faultsIn({ ...json, procedures: json.procedures.map((each) => ({ ...each, version: 1 })) }),
    ).toHaveLength(10);
  });

  it('[D02] versions of one procedure may not overlap, and the day picks one', () => {
    expect(faultsIn(withSecondVersion('2027-02-28'))).toEqual(['procedures.102.code versions-overlap']);
    const draft = withSecondVersion('2027-03-01');
    expect(faultsIn(draft)).toEqual([]);
    const code = '1.001193';
    expect(procedureOn(draft, code, '2027-02-28')?.version).toBe('1');
    expect(procedureOn(draft, code, '2027-03-01')?.version).toBe('2');
    expect(procedureOn(draft, code, '2020-01-01')).toBeUndefined();
    expect(procedureOn(draft, '9.999999', today)).toBeUndefined();
  });

  it('[D02] texts are kept NFC', () => {
    const draft = structuredClone(json);
    draft.procedures[0]!.name = 'Đăng ký khai sinh'.normalize('NFD');
    const parsed = parseCatalogue(draft);
    expect(parsed.ok && parsed.value.procedures[0]?.name).toBe('Đăng ký khai sinh'.normalize('NFC'));
  });

  it('[D02] import takes our shape and the hand-over sample’s, and refuses a bad sample', () => {
    expect(importCatalogue(json).ok).toBe(true);
    const sample = {
      schemaVersion: 1,
      asOf: '2026-07 crawl / compiled 2026-11-21',
      fields: ['Hộ tịch', 'Lâm nghiệp'],
      procedures: [
        {
          code: '1.001193',
          codeVerified: true,
          name: 'Đăng ký khai sinh',
          shortName: 'Khai sinh',
          field: 'Lâm nghiệp',
          agency: 'UBND cấp xã',
          decision: null,
          onlineLevel: 'motPhan',
          timeLimit: { value: 3, unit: 'workingDay', verified: true },
          fees: [{ kind: 'phi', amount: 8000, unit: 'ban', decidedLocally: false, verified: true }],
          papers: [{ name: 'Đơn', kind: 'nop', original: 1, certifiedCopy: 0, photocopy: 2, required: true }],
          copies: 1,
          result: { name: 'Giấy', code: null },
          channels: ['trucTiep'],
          returnOnSpot: false,
        },
      ],
    };
    const imported = importCatalogue(sample);
    expect(imported.ok && imported.value.fields.map(({ id, series }) => `${id} ${series}`)).toEqual([
      'ho-tich B',
      'lam-nghiep K',
    ]);
    expect(imported.ok && imported.value.procedures[0]).toMatchObject({
      validFrom: '2026-07-01',
      fieldId: 'lam-nghiep',
      papers: [{ id: 'p01', photocopy: 2, condition: null }],
      fees: [{ label: 'Phí khai sinh', amount: 8000, channel: null }],
    });
    expect(catalogueFromSample(sample, '2025-07-01')).toMatchObject({
      value: { asOf: '2026-07-01', procedures: [{ validFrom: '2025-07-01' }] },
    });
    const bad = importCatalogue({ ...sample, procedures: [{ ...sample.procedures[0], papers: 'none' }] });
    expect(bad).toMatchObject({ ok: false, error: { faults: [{ path: 'procedures.0.papers' }] } });
  });
});

describe('fees', () => {
  const order = { copies: 1, pages: 1, exemptions: [], channel: 'trucTiep' } as const;
  const total = (code: string, change: object = {}) => feeLines(procedure(code), { ...order, ...change });

  it.each([
    [1, 1, 2000],
    [2, 1, 4000],
    [3, 1, 5000],
    [12, 3, 42_000],
    [198, 1, 200_000],
    [500, 2, 400_000],
    [0, 1, 0],
  ])('[D02] a certified copy of %i pages, %i copies costs %i đ', (pages, copies, expected) => {
    expect(total('2.000815', { pages, copies })).toMatchObject({ total: expected, unknown: false });
  });

  it('[D02] phí counts by copies, lệ phí once', () => {
    expect(total('2.000635', { copies: 3 }).total).toBe(24_000);
    expect(total('1.014063', { copies: 3 }).total).toBe(50_000);
  });

  it('[D02] the channel chooses the rate', () => {
    expect(total('1.004222').lines.map(({ amount }) => amount)).toEqual([20_000]);
    expect(total('1.004222', { channel: 'trucTuyen' }).total).toBe(10_000);
  });

  it('[D02] a rate decided locally is unknown, an exemption makes it nothing', () => {
    expect(total('1.004873')).toMatchObject({ total: 0, unknown: true });
    const waived = total('1.004873', { exemptions: ['hoNgheo'] });
    expect(waived).toMatchObject({ total: 0, unknown: false, lines: [{ waivedBy: 'hoNgheo', amount: 0 }] });
  });

  it('[D02] no fee is no line', () => {
    expect(total('1.004837')).toEqual({ lines: [], total: 0, unknown: false });
  });
});
