import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeLines, feeSums } from '../../../shared/law/fees.ts';
import { localFeesSchema, withLocalFees } from '../../../shared/law/catalogue/local-fees.ts';
import { parseCatalogue, procedureOn, proceduresOn } from '../../../shared/law/procedure.ts';
import { demoCatalogue } from '../../support/demo.ts';
import type { FeeOrder } from '../../../shared/law/fees.ts';
import type { Fee, Procedure } from '../../../shared/law/procedure.ts';

const RUNS = { numRuns: 500, seed: 20_261_122 };
const order: FeeOrder = { copies: 1, pages: 1, exemptions: [], channel: 'trucTiep' };
const catalogue = demoCatalogue();

function procedure(code: string): Procedure {
  const found = catalogue.procedures.find((one) => one.code === code);
  if (!found) throw new Error(`the demo catalogue has ${code}`);
  return found;
}

const CERTIFIED_COPY = '2.000815';
const CIVIL_STATUS = '1.004873';

function fee(change: Partial<Fee>): Fee {
  return {
    kind: 'phi',
    label: 'Phí',
    amount: 8000,
    unit: 'ban',
    tiers: [],
    maxPerCopy: null,
    exempt: [],
    channel: null,
    decidedLocally: false,
    note: null,
    verified: true,
    ...change,
  };
}

const withFees = (...fees: Fee[]): Procedure => ({ ...procedure(CIVIL_STATUS), fees });

describe('fees', () => {
  it('[FE1] phí and lệ phí stand apart, and a kind without a line is no 0', () => {
    const both = withFees(fee({}), fee({ kind: 'lePhi', label: 'Lệ phí', amount: 5000 }));
    const { lines, total } = feeLines(both, { ...order, copies: 3 });
    expect(feeSums(lines)).toEqual({
      phi: { amount: 24_000, unknown: false },
      lePhi: { amount: 5000, unknown: false },
    });
    expect(total).toBe(29_000);
    expect(feeSums(feeLines(withFees(fee({})), order).lines).lePhi).toBeNull();
  });

  it('[FE1] an amount that is not decided makes its own sum unknown, not the other', () => {
    const sheet = feeLines(withFees(fee({}), fee({ kind: 'lePhi', amount: null })), order);
    expect(sheet).toMatchObject({ total: 8000, unknown: true });
    expect(feeSums(sheet.lines)).toEqual({
      phi: { amount: 8000, unknown: false },
      lePhi: { amount: 0, unknown: true },
    });
  });

  it('[FE2] certified copies cost page by page as counted by hand, with the cap a copy', () => {
    const byHand = (pages: number, copies: number) => {
      let copy = 0;
      for (let page = 1; page <= pages; page += 1) copy += page <= 2 ? 2000 : 1000;
      return Math.min(copy, 200_000) * copies;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 }), (pages, copies) => {
        const { total } = feeLines(procedure(CERTIFIED_COPY), { ...order, pages, copies });
        expect(total).toBe(byHand(pages, copies));
      }),
      RUNS,
    );
    expect(feeLines(procedure(CERTIFIED_COPY), { ...order, pages: 12, copies: 3 }).total).toBe(42_000);
  });

  it('[FE2] tiers that charge a page twice or forget one refuse the catalogue and name the field', () => {
    const at = catalogue.procedures.findIndex(({ code }) => code === CERTIFIED_COPY);
    const withTiers = (...pages: (readonly [number, number | null])[]) => {
      const tiers = pages.map(([fromPage, toPage]) => ({ fromPage, toPage, amount: 1000 }));
      const fees = [fee({ amount: null, tiers })];
      return parseCatalogue({
        ...catalogue,
        procedures: catalogue.procedures.with(at, { ...procedure(CERTIFIED_COPY), fees }),
      });
    };
    expect(withTiers([1, 2], [3, 9], [10, null]).ok).toBe(true);
    for (const pages of [
      [[2, null]],
      [
        [1, 2],
        [2, null],
      ],
      [
        [1, 2],
        [4, null],
      ],
      [
        [1, null],
        [3, null],
      ],
      [
        [1, 3],
        [4, 2],
      ],
    ] as const) {
      expect(withTiers(...pages), JSON.stringify(pages)).toMatchObject({
        error: { code: 'catalogue-invalid', faults: [{ path: `procedures.${at}.fees.0.tiers` }] },
      });
    }
  });

  it('[FE3] an exemption names its ground and keeps what it waived', () => {
    const exempt = fee({ kind: 'lePhi', amount: 8000, exempt: ['ncc', 'hoNgheo'] });
    const { lines } = feeLines(withFees(exempt), { ...order, exemptions: ['khuyetTat', 'hoNgheo'] });
    expect(lines).toMatchObject([{ amount: 0, full: 8000, waivedBy: 'hoNgheo' }]);
    const other = feeLines(withFees(exempt), { ...order, exemptions: ['khuyetTat'] });
    expect(other.lines).toMatchObject([{ amount: 8000, full: 8000, waivedBy: null }]);
  });
});

describe('rates of a province', () => {
  const rate = {
    procedure: CIVIL_STATUS,
    kind: 'lePhi',
    label: null,
    channel: null,
    amount: 15_000,
    decision: 'Nghị quyết 01/2026/NQ-HĐND',
    validFrom: '2026-01-01',
    validTo: '2026-06-30',
  };
  const later = { ...rate, amount: 10_000, validFrom: '2026-07-01', validTo: null };
  const rates = (...list: unknown[]) => {
    return localFeesSchema.parse(list);
  };
  const filledBy = (one: Procedure, list: ReturnType<typeof rates>, day: string) => {
    const [filled] = withLocalFees([one], list, day);
    if (!filled) throw new Error('a procedure keeps its place');
    return filled;
  };
  const totalOn = (day: string, list = rates(rate, later)) =>
    feeLines(filledBy(procedure(CIVIL_STATUS), list, day), order);

  it('[FE4] the rate in force on the day fills what the catalogue leaves open, with its ground', () => {
    expect(totalOn('2025-12-31')).toMatchObject({ unknown: true });
    expect(totalOn('2026-01-01')).toMatchObject({ total: 15_000, unknown: false });
    expect(totalOn('2026-06-30').total).toBe(15_000);
    expect(totalOn('2026-07-01').total).toBe(10_000);
    const filled = filledBy(procedure(CIVIL_STATUS), rates(rate), '2026-01-01');
    expect(filled.fees[0]?.note).toBe(rate.decision);
  });

  it('[FE4] the nearer rate goes before the general one; what the law sets stays', () => {
    const label = procedure(CIVIL_STATUS).fees[0]?.label;
    expect(totalOn('2026-03-01', rates(rate, { ...rate, label, amount: 1 })).total).toBe(1);
    const byLaw = withFees(fee({ kind: 'lePhi', amount: 7000 }));
    expect(filledBy(byLaw, rates(rate), '2026-03-01').fees[0]?.amount).toBe(7000);
    const online = fee({ kind: 'lePhi', amount: null, decidedLocally: true, channel: 'trucTuyen' });
    const found = filledBy(withFees(online), rates({ ...rate, channel: 'trucTiep' }), '2026-03-01');
    expect(found.fees[0]?.amount).toBeNull();
  });

  it('[FE4] rates come with the catalogue: reception and posted lists have the one in force on their day', () => {
    const read = parseCatalogue({ ...catalogue, localFees: [rate, later] });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const amounts = (day: string) => [
      procedureOn(read.value, CIVIL_STATUS, day)?.fees[0]?.amount,
      proceduresOn(read.value, day).find(({ code }) => code === CIVIL_STATUS)?.fees[0]?.amount,
    ];
    expect(amounts('2026-06-30')).toEqual([15_000, 15_000]);
    expect(amounts('2026-07-01')).toEqual([10_000, 10_000]);
  });

  it('[FE4] two rates for one fee on one day refuse the catalogue and name the field', () => {
    const faults = (...localFees: unknown[]) => {
      const read = parseCatalogue({ ...catalogue, localFees });
      return read.ok ? [] : read.error.faults;
    };
    expect(faults(rate, { ...rate, amount: 1 })).toMatchObject([
      { path: 'localFees.1.validFrom', code: 'rates-overlap' },
    ]);
    expect(faults({ ...rate, validTo: '2025-01-01' })).toMatchObject([
      { path: 'localFees.0.validTo', code: 'ends-before-start' },
    ]);
    expect(faults({ ...rate, amount: 0.5 })).toMatchObject([{ path: 'localFees.0.amount' }]);
    expect(faults({ ...rate, decision: ' ' })).toMatchObject([{ path: 'localFees.0.decision' }]);
  });
});
