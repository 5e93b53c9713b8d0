import { describe, expect, it } from 'vitest';
import { reviewList, usualThresholds } from '../../../shared/report/review-list.ts';
import { generatedCatalogue, WARD_SIZE } from '../../support/catalogue/generated.ts';
import { demoCatalogue } from '../../support/demo.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';
import type { ProcedureCounts, ReviewThresholds } from '../../../shared/report/review-list.ts';

const [birth] = demoCatalogue().procedures;
if (!birth) throw new Error('the demo catalogue has procedures');
const paper = birth.papers[0];
if (!paper) throw new Error('khai sinh has papers');
const papers = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...paper, id: `p${n}`, name: `Giấy ${n}`, required: true }));
const procedure = (code: string, change: Partial<Procedure> = {}): Procedure => ({
  ...birth,
  code,
  papers: papers(2),
  ...change,
});
const counts = (change: Partial<ProcedureCounts>): ProcedureCounts => ({
  received: 100,
  withSupplement: 0,
  refused: 0,
  papersAsked: 0,
  ...change,
});

/** The only row of a list about one procedure. */
function row(change: Partial<ProcedureCounts>, own: Partial<Procedure> = {}, thresholds?: ReviewThresholds) {
  const [only] = reviewList(
    [procedure('1.000001', own)],
    new Map([['1.000001', counts(change)]]),
    thresholds,
  );
  if (!only) throw new Error('a row a procedure');
  return only;
}
const kinds = (...args: Parameters<typeof row>) => row(...args).proposals.map(({ kind }) => kind);

describe('the review list', () => {
  it('[PR12] proposes by paper count from the threshold on', () => {
    expect(kinds({}, { papers: papers(5) })).toEqual([]);
    expect(kinds({}, { papers: papers(6) })).toEqual(['fewer-papers']);
    const own = row({}, { papers: papers(4) }, { ...usualThresholds, papers: 4 });
    expect(own.proposals).toEqual([
      {
        kind: 'fewer-papers',
        part: 4,
        whole: null,
        threshold: 4,
        reason:
          'Thành phần hồ sơ có 4 giấy tờ bắt buộc (ngưỡng 4): đề nghị bỏ bớt, gộp lại hoặc khai thác từ cơ sở dữ liệu.',
      },
    ]);
  });

  it('[PR12] counts the papers of the heaviest case, and of a choice its lightest way', () => {
    const cases = [
      { id: 'mot', name: 'Một', condition: null },
      { id: 'hai', name: 'Hai', condition: 'Khi hai' },
    ];
    const { mandatoryPapers, papers: all } = row(
      {},
      {
        papers: papers(8),
        cases,
        paperGroups: [
          { caseId: null, kind: 'anyOf', of: [['p1', 'p2'], 'p3'] },
          { caseId: 'mot', kind: 'allOf', of: ['p4'] },
          { caseId: 'hai', kind: 'allOf', of: ['p4', ['p5', 'p6']] },
        ],
      },
    );
    // p0 and p7 stand in no group; one way of the choice; two of the second case.
    expect([mandatoryPapers, all]).toEqual([5, 8]);
  });

  it('[PR12] proposes by the share of supplements and refusals, with the figures they stand on', () => {
    expect(row({ withSupplement: 10, papersAsked: 15 }).proposals).toEqual([
      {
        kind: 'clearer-guidance',
        part: 10,
        whole: 100,
        threshold: 100,
        reason:
          'Hồ sơ phải bổ sung 10/100 (10,0\u00A0%), ngưỡng 10,0\u00A0%: đề nghị làm rõ thành phần hồ sơ và mẫu hướng dẫn.',
      },
    ]);
    expect(kinds({ received: 1000, withSupplement: 99 })).toEqual([]);
    expect(kinds({ received: 95, refused: 5 })).toEqual(['clearer-conditions']);
    expect(kinds({ received: 96, refused: 4 })).toEqual([]);
    expect(row({ withSupplement: 8, papersAsked: 20 }).proposals[0]?.reason).toBe(
      'Mỗi hồ sơ phải bổ sung bị yêu cầu thêm trung bình 2,5 giấy tờ (20/8), ngưỡng 2,0: đề nghị đối chiếu với thành phần hồ sơ đã công bố.',
    );
  });

  it('[PR12] few dossiers propose nothing by shares', () => {
    expect(kinds({ received: 19, withSupplement: 19, papersAsked: 90 })).toEqual([]);
    expect(kinds({ received: 20, withSupplement: 19, papersAsked: 90 })).toEqual([
      'clearer-guidance',
      'clearer-requests',
    ]);
  });

  it('[PR12] prints – of nothing, also for a procedure that nobody counted', () => {
    const [nobody] = reviewList([procedure('1.000001')], new Map());
    expect(nobody).toMatchObject({ supplementShare: '–', refusedShare: '–', proposals: [] });
    expect(row({ received: 0, refused: 3 })).toMatchObject({
      supplementShare: '–',
      refusedShare: '100,0\u00A0%',
    });
  });

  it('[PR12] stands in one order, whatever the order of the catalogue', () => {
    const { procedures } = generatedCatalogue({ ...WARD_SIZE, seed: 11 });
    const figures = new Map(
      procedures.map(({ code }, n) => [
        code,
        counts({ received: n % 7 === 0 ? 0 : 20 + (n % 9), withSupplement: n % 5, papersAsked: n % 11 }),
      ]),
    );
    const rows = reviewList(procedures, figures);
    expect(reviewList(procedures.toReversed(), figures)).toEqual(rows);
    expect(rows).toHaveLength(144);
    const weight = rows.map(({ proposals }) => proposals.length);
    expect(weight).toEqual(weight.toSorted((a, b) => b - a));
    const order = reviewList(
      ['1.000004', '1.000003', '1.000002', '1.000001'].map((code) => procedure(code)),
      new Map([
        ['1.000002', counts({ received: 0 })],
        ['1.000003', counts({ received: 10, withSupplement: 1 })],
        ['1.000004', counts({ received: 30, withSupplement: 3 })],
      ]),
    ).map(({ code }) => code);
    expect(order).toEqual(['1.000004', '1.000003', '1.000001', '1.000002']);
  });
});
