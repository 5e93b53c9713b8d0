import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../../../shared/law/procedure.ts';
import {
  catalogueFile,
  DISTRICT_SIZE,
  generatedCatalogue,
  WARD_SIZE,
} from '../../../support/catalogue/generated.ts';
import { demoCatalogue } from '../../../support/demo.ts';
import type { Catalogue } from '../../../../shared/law/procedure.ts';

type Procedures = Record<string, unknown>[];

/** Faults of the demo catalogue with fields of its second procedure replaced. */
function faultsWith(change: object): readonly string[] {
  return faultsOf((procedures) => {
    procedures[1] = { ...procedures[1], ...change };
  });
}

function faultsOf(edit: (procedures: Procedures) => void): readonly string[] {
  const draft = structuredClone(demoCatalogue()) as unknown as { procedures: Procedures };
  edit(draft.procedures);
  const parsed = parseCatalogue(draft);
  return parsed.ok ? [] : parsed.error.faults.map(({ path, code }) => `${path} ${code}`);
}

const limit = {
  value: 5,
  unit: 'workingDay',
  cutoff: null,
  extendedValue: null,
  note: null,
  verified: false,
};
const step = { order: 1, name: 'Thẩm định', role: 'specialist', hours: 8, output: 'Dự thảo' };
const papers = ['a', 'b', 'c'].map((id) => ({
  id,
  name: `Giấy ${id}`,
  kind: 'nop',
  original: 1,
  certifiedCopy: 0,
  photocopy: 0,
  required: true,
  condition: null,
  isForm: false,
}));

describe('versions in a file', () => {
  it('[PR1] a code twice, in force together or under one version name, is refused with its place', () => {
    expect(faultsOf((list) => list.push({ ...list[0], version: '2' }))).toEqual([
      'procedures.102.code versions-overlap',
    ]);
    expect(faultsOf((list) => list.push({ ...list[0], validFrom: '2026-07-02' }))).toEqual([
      'procedures.102.code versions-overlap',
      'procedures.102.version version-twice',
    ]);
    expect(
      faultsOf((list) => {
        const [first = {}] = list;
        list[0] = { ...first, validTo: '2026-12-31' };
        list.push({ ...first, validFrom: '2027-01-01' });
      }),
    ).toEqual(['procedures.102.version version-twice']);
  });

  it('[PR1] one long version over two short ones is refused for both', () => {
    expect(
      faultsOf((list) => {
        const [first = {}] = list;
        list.push({ ...first, version: '2', validFrom: '2027-01-01', validTo: '2027-01-31' });
        list.push({ ...first, version: '3', validFrom: '2028-01-01', validTo: '2028-01-31' });
      }),
    ).toEqual(['procedures.102.code versions-overlap', 'procedures.103.code versions-overlap']);
  });

  it('[PR1] days outside 2000-2099 are refused with their field', () => {
    expect(faultsWith({ validFrom: '1900-01-01' })).toEqual(['procedures.1.validFrom day-out-of-range']);
    expect(faultsWith({ validFrom: '2100-01-01' })).toEqual(['procedures.1.validFrom day-out-of-range']);
    expect(faultsWith({ validTo: '2100-01-01' })).toEqual(['procedures.1.validTo day-out-of-range']);
  });
});

describe('limits in a file', () => {
  it.each([
    [-1, 'too_small'],
    [10_000, 'too_big'],
  ])('[PR8] a limit of %i days is refused with its field', (value, code) => {
    expect(faultsWith({ limit: { ...limit, value } })).toEqual([`procedures.1.limit.value ${code}`]);
    expect(faultsWith({ limit: { ...limit, extendedValue: value } })).toEqual([
      `procedures.1.limit.extendedValue ${code}`,
    ]);
    expect(faultsWith({ localLimit: { value, unit: 'workingDay', decision: 'QĐ 1' } })[0]).toBe(
      `procedures.1.localLimit.value ${code}`,
    );
  });

  it('[PR8] what the clock cannot count is refused with its field, wherever a limit stands', () => {
    const variants = (value: number, unit = 'workingDay') => [
      { name: 'Trường hợp khác', limit: { ...limit, value, unit } },
    ];
    const stages = (value: number) => [
      { name: 'Thuế', office: null, limit: { value, unit: 'workingDay' }, begins: 'previous' },
    ];
    const at = (path: string) => [`procedures.1.${path} limit-value`];
    expect(faultsWith({ limit: { ...limit, value: 2.5 } })).toEqual(at('limit.value'));
    expect(faultsWith({ limit: { ...limit, value: 1.5, unit: 'calendarDay' } })).toEqual(at('limit.value'));
    expect(faultsWith({ limit: { ...limit, extendedValue: 7.5 } })).toEqual(at('limit.extendedValue'));
    expect(faultsWith({ limit, variants: variants(2.5) })).toEqual(at('variants.0.limit.value'));
    expect(faultsWith({ limit, stages: stages(2.5) })).toEqual(at('stages.0.limit.value'));
    expect(faultsWith({ limit, localLimit: { value: 2.5, unit: 'workingDay', decision: 'QĐ 1' } })).toEqual(
      at('localLimit.value'),
    );
    expect(faultsWith({ limit: { ...limit, value: 0.5 }, variants: variants(2.5, 'workingHour') })).toEqual(
      [],
    );
  });

  it('[PR8] an extended limit is not shorter than the limit', () => {
    expect(faultsWith({ limit: { ...limit, extendedValue: 3 } })).toEqual([
      'procedures.1.limit.extendedValue extended-limit-shorter',
    ]);
    expect(faultsWith({ limit: { ...limit, extendedValue: 5 } })).toEqual([]);
  });

  it('[PR8] a local limit longer than the legal one, or without its decision, is refused', () => {
    const local = (value: number, unit = 'workingDay') => ({
      limit,
      localLimit: { value, unit, decision: 'Quyết định 12/QĐ-UBND' },
    });
    expect(faultsWith(local(3))).toEqual([]);
    expect(faultsWith(local(6))).toEqual(['procedures.1.localLimit.value local-limit-longer']);
    expect(faultsWith(local(40, 'workingHour'))).toEqual([]);
    expect(faultsWith(local(41, 'workingHour'))).toEqual([
      'procedures.1.localLimit.value local-limit-longer',
    ]);
    // Only a calendar can tell; the clock refuses it then.
    expect(faultsWith(local(9, 'calendarDay'))).toEqual([]);
    expect(faultsWith({ limit, localLimit: { value: 1, unit: 'workingDay', decision: ' ' } })).toEqual([
      'procedures.1.localLimit.decision too_small',
    ]);
  });
});

describe('steps in a file', () => {
  it('[PR6] are numbered from 1 without gaps and belong to a known role', () => {
    expect(faultsWith({ limit, steps: [step, { ...step, order: 2, role: 'registry' }] })).toEqual([]);
    expect(faultsWith({ limit, steps: [step, { ...step, order: 3 }] })).toEqual([
      'procedures.1.steps.1.order step-order',
    ]);
    expect(faultsWith({ limit, steps: [{ ...step, order: 0 }] })[0]).toBe(
      'procedures.1.steps.0.order too_small',
    );
    expect(faultsWith({ limit, steps: [{ ...step, role: 'boss' }] })).toEqual([
      'procedures.1.steps.0.role invalid_value',
    ]);
    expect(faultsWith({ limit, steps: [{ ...step, hours: 0 }] })).toEqual([
      'procedures.1.steps.0.hours too_small',
    ]);
    expect(faultsWith({ limit, steps: [] })).toEqual(['procedures.1.steps too_small']);
  });

  it('[PR6] take no more hours than the shortest promise gives', () => {
    const taking = (hours: number, change: object = {}) =>
      faultsWith({ limit, steps: [{ ...step, hours }], ...change });
    const tooLong = ['procedures.1.steps steps-over-limit'];
    expect(taking(40)).toEqual([]);
    expect(taking(40.5)).toEqual(tooLong);
    expect(taking(44, { limit: { ...limit, extendedValue: 7 } })).toEqual([]);
    expect(taking(25, { localLimit: { value: 3, unit: 'workingDay', decision: 'QĐ 1' } })).toEqual(tooLong);
    expect(taking(8, { limit: { ...limit, value: 0 } })).toEqual([]);
    expect(taking(9, { limit: { ...limit, value: 0 } })).toEqual(tooLong);
    expect(taking(500, { limit: { ...limit, value: null, unit: 'campaign' } })).toEqual([]);
    const tenths = Array.from({ length: 30 }, (_, n) => ({ ...step, order: n + 1, hours: 0.1 }));
    expect(faultsWith({ limit: { ...limit, value: 3, unit: 'workingHour' }, steps: tenths })).toEqual([]);
  });
});

describe('cases and groups in a file', () => {
  const usual = { id: 'thuong', name: 'Thông thường', condition: null };
  const proxy = { id: 'uy-quyen', name: 'Ủy quyền', condition: 'Trường hợp ủy quyền' };
  const groups = (...paperGroups: object[]) => faultsWith({ papers, cases: [usual, proxy], paperGroups });

  it('[PR3] name papers and cases that are there, once', () => {
    expect(groups({ caseId: 'uy-quyen', kind: 'anyOf', of: ['a', ['b', 'c']] })).toEqual([]);
    expect(groups({ caseId: null, kind: 'allOf', of: ['a', 'x'] })).toEqual([
      'procedures.1.paperGroups.0.of.1 paper-unknown',
    ]);
    expect(groups({ caseId: null, kind: 'anyOf', of: ['a', ['b', 'x']] })).toEqual([
      'procedures.1.paperGroups.0.of.1 paper-unknown',
    ]);
    expect(groups({ caseId: 'khac', kind: 'allOf', of: ['a'] })).toEqual([
      'procedures.1.paperGroups.0.caseId case-unknown',
    ]);
    expect(groups({ caseId: null, kind: 'allOf', of: ['a', ['b', 'a']] })).toEqual([
      'procedures.1.paperGroups.0.of.1 group-paper-twice',
    ]);
    expect(faultsWith({ cases: [proxy, proxy] })).toEqual(['procedures.1.cases.1.id case-twice']);
    expect(faultsWith({ cases: [usual, { ...usual, id: 'hai' }] })).toEqual([
      'procedures.1.cases.1.condition case-usual-twice',
    ]);
  });

  it('[PR3] are never empty and only one level deep', () => {
    expect(groups({ caseId: null, kind: 'anyOf', of: [] })).toEqual([
      'procedures.1.paperGroups.0.of group-empty',
    ]);
    expect(groups({ caseId: null, kind: 'anyOf', of: ['a', []] })).toEqual([
      'procedures.1.paperGroups.0.of.1 group-empty',
    ]);
    expect(groups({ caseId: null, kind: 'anyOf', of: ['a', ['b', ['c']]] })).toEqual([
      'procedures.1.paperGroups.0.of.1 invalid_union',
    ]);
    expect(groups({ caseId: null, kind: 'someOf', of: ['a'] })).toEqual([
      'procedures.1.paperGroups.0.kind invalid_value',
    ]);
  });
});

describe('files of a size', () => {
  const fieldsIn = ({ fields, procedures }: Catalogue) =>
    new Set(procedures.map(({ fieldId }) => fields.find(({ id }) => id === fieldId)?.name)).size;

  it('[PR13] a ward of 144 procedures in 24 fields and a district of 239 in 38 are catalogues', () => {
    for (const size of [WARD_SIZE, DISTRICT_SIZE]) {
      const catalogue = generatedCatalogue({ ...size, seed: 7 });
      expect(catalogue.procedures).toHaveLength(size.procedures);
      expect(new Set(catalogue.procedures.map(({ code }) => code)).size).toBe(size.procedures);
      expect(fieldsIn(catalogue)).toBe(size.fields);
    }
  });

  it('[PR13] the same seed makes the same file', () => {
    const size = { procedures: 60, fields: 24 };
    expect(catalogueFile({ ...size, seed: 7 })).toEqual(catalogueFile({ ...size, seed: 7 }));
    expect(catalogueFile({ ...size, seed: 8 })).not.toEqual(catalogueFile({ ...size, seed: 7 }));
  });

  it('[PR13] twenty thousand procedures are taken, one more is not', () => {
    const file = catalogueFile({ procedures: 10_000, fields: 200, seed: 7 }) as { procedures: Procedures };
    const second = file.procedures.map((each) => ({ ...each, version: '2', validFrom: '2027-01-01' }));
    const procedures = [...file.procedures.map((each) => ({ ...each, validTo: '2026-12-31' })), ...second];
    expect(parseCatalogue({ ...file, procedures }).ok).toBe(true);
    expect(parseCatalogue({ ...file, procedures: [...procedures, second[0]] })).toMatchObject({
      error: { faults: [{ path: 'procedures', code: 'too_big' }] },
    });
  });
});
