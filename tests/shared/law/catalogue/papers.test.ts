import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePapers, missingPapers } from '../../../../shared/law/catalogue/missing-papers.ts';
import { papersFor, postedPapers } from '../../../../shared/law/catalogue/papers.ts';
import { parseCatalogue } from '../../../../shared/law/procedure.ts';
import { demoCatalogue } from '../../../support/demo.ts';
import type { PaperGot } from '../../../../shared/law/catalogue/missing-papers.ts';
import type { Checklist } from '../../../../shared/law/catalogue/papers.ts';
import type { Procedure } from '../../../../shared/law/procedure.ts';

const paper = (id: string, name: string, change: object = {}) => ({
  id,
  name,
  kind: 'nop',
  original: 1,
  certifiedCopy: 0,
  photocopy: 0,
  required: true,
  condition: null,
  isForm: false,
  ...change,
});

/** A registration with two cases, made of real words. */
const asFiled = {
  papers: [
    paper('to-khai', 'Tờ khai', { isForm: true }),
    paper('chung-sinh', 'Giấy chứng sinh'),
    paper('lam-chung', 'Văn bản của người làm chứng'),
    paper('cam-doan', 'Giấy cam đoan'),
    paper('uy-quyen', 'Văn bản ủy quyền'),
    paper('cu-tru', 'Giấy xác nhận cư trú', {
      required: false,
      condition: 'Khi không khai thác được từ CSDL',
    }),
  ],
  cases: [
    { id: 'thuong', name: 'Thông thường', condition: null },
    { id: 'thay', name: 'Người khác đi thay', condition: 'Trường hợp ủy quyền' },
  ],
  paperGroups: [
    { caseId: null, kind: 'anyOf', of: ['chung-sinh', ['lam-chung', 'cam-doan']] },
    { caseId: 'thay', kind: 'allOf', of: ['uy-quyen'] },
  ],
};

const demo = demoCatalogue();

/** The first procedure of the demo catalogue, changed and read again as a file is. */
function filed(change: object): Procedure {
  const parsed = parseCatalogue({ ...demo, procedures: [{ ...demo.procedures[0], ...change }] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const [procedure] = parsed.value.procedures;
  if (!procedure) throw new Error('one procedure');
  return procedure;
}

function checklist(caseId: string | null, change: object = asFiled): Checklist {
  const found = papersFor(filed(change), caseId);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

const got = (paperId: string, change: Partial<PaperGot> = {}): PaperGot => ({
  paperId,
  original: 1,
  certifiedCopy: 0,
  photocopy: 0,
  lookedUpBy: null,
  ...change,
});
const lookedUp = (paperId: string, by: string) => got(paperId, { original: 0, lookedUpBy: by });
const missing = (caseId: string | null, ...brought: PaperGot[]) =>
  missingPapers(checklist(caseId), brought).map(({ sentence }) => sentence);

describe('the checklist of a case', () => {
  it('[PR2] a catalogue without groups asks for what is required, in its order', () => {
    for (const procedure of demoCatalogue().procedures) {
      const list = papersFor(procedure, null);
      if (!list.ok) throw new Error(procedure.code);
      const asked = list.value.groups.flatMap(({ members }) => members.flat());
      expect(asked).toEqual(procedure.papers.filter(({ required }) => required));
      expect(list.value.optional).toEqual(procedure.papers.filter(({ required }) => !required));
      expect(list.value.groups.every(({ kind }) => kind === 'allOf')).toBe(true);
    }
  });

  it('[PR3] shows what every case needs, then what the chosen one needs', () => {
    const names = (list: Checklist) =>
      list.groups.map(({ kind, members }) => [kind, members.map((each) => each.map(({ id }) => id))]);
    const usual = [
      ['allOf', [['to-khai']]],
      ['anyOf', [['chung-sinh'], ['lam-chung', 'cam-doan']]],
    ];
    expect(names(checklist(null))).toEqual(usual);
    expect(names(checklist('thuong'))).toEqual(usual);
    expect(names(checklist('thay'))).toEqual([...usual, ['allOf', [['uy-quyen']]]]);
    expect(checklist('thay').case?.name).toBe('Người khác đi thay');
    expect(checklist(null).optional.map(({ id }) => id)).toEqual(['cu-tru']);
  });

  it('[PR3] is posted whole: papers in no group, then every case and each case with its groups', () => {
    const { alone, sections } = postedPapers(filed(asFiled));
    expect(alone.map(({ id }) => id)).toEqual(['to-khai', 'cu-tru']);
    expect(
      sections.map(({ case: kase, groups }) => [kase?.id ?? null, groups.map(({ kind }) => kind)]),
    ).toEqual([
      [null, ['anyOf']],
      ['thay', ['allOf']],
    ]);
    const [first] = demo.procedures;
    expect(first && postedPapers(first)).toEqual({ alone: first?.papers, sections: [] });
  });

  it('[PR3] refuses a case that is not there, and asks for a choice where no case is the usual one', () => {
    expect(papersFor(filed(asFiled), 'khac')).toEqual({
      ok: false,
      error: { code: 'paper-case-unknown', field: 'caseId', caseId: 'khac' },
    });
    const { cases, ...others } = asFiled;
    expect(papersFor(filed({ ...others, cases: cases.slice(1) }), null)).toEqual({
      ok: false,
      error: { code: 'paper-case-unchosen', field: 'caseId' },
    });
  });
});

describe('missing papers', () => {
  it('[PR4] are said so that a person understands, a choice as one', () => {
    expect(missing(null)).toEqual([
      'Thiếu Tờ khai.',
      'Thiếu một trong: Giấy chứng sinh; Văn bản của người làm chứng và Giấy cam đoan.',
    ]);
    expect(missing(null, got('to-khai'), got('lam-chung'))).toEqual([
      'Thiếu một trong: Giấy chứng sinh; Giấy cam đoan (cùng với Văn bản của người làm chứng đã có).',
    ]);
    expect(missing('thay', got('to-khai'), got('chung-sinh'))).toEqual(['Thiếu Văn bản ủy quyền.']);
  });

  it('[PR4] one way of a choice is enough, and any copy of a paper counts', () => {
    expect(missing(null, got('to-khai'), got('chung-sinh', { original: 0, photocopy: 1 }))).toEqual([]);
    expect(missing(null, got('to-khai'), got('lam-chung'), got('cam-doan'))).toEqual([]);
    expect(missing(null, got('to-khai', { original: 0 }), got('chung-sinh'))).toEqual(['Thiếu Tờ khai.']);
  });

  it('[PR4] one of several within a list that is asked for whole', () => {
    const paperGroups = [{ caseId: null, kind: 'allOf', of: ['to-khai', ['chung-sinh', 'cam-doan']] }];
    const list = checklist(null, { papers: asFiled.papers.slice(0, 4), paperGroups });
    const sentences = (...brought: PaperGot[]) =>
      missingPapers(list, brought).map(({ sentence }) => sentence);
    expect(sentences(got('lam-chung'))).toEqual([
      'Thiếu Tờ khai.',
      'Thiếu một trong: Giấy chứng sinh; Giấy cam đoan.',
    ]);
    expect(sentences(got('lam-chung'), got('to-khai'), got('cam-doan'))).toEqual([]);
  });

  it('[PR4] a paper that two groups ask for is missing once', () => {
    const paperGroups = [
      { caseId: null, kind: 'allOf', of: ['to-khai'] },
      { caseId: 'thay', kind: 'allOf', of: ['to-khai'] },
    ];
    const list = checklist('thay', { ...asFiled, papers: asFiled.papers.slice(0, 1), paperGroups });
    expect(missingPapers(list, []).map(({ field }) => field)).toEqual(['papers.to-khai']);
  });

  it('[PR4] nothing is missing exactly where every group is met', () => {
    const ids = ['chung-sinh', 'lam-chung', 'cam-doan', 'uy-quyen'];
    const member = fc.oneof(
      fc.constantFrom(...ids),
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
    );
    const group = fc
      .record({
        kind: fc.constantFrom('allOf', 'anyOf'),
        of: fc.array(member, { minLength: 1, maxLength: 3 }),
      })
      .filter(({ of }) => new Set(of.flat()).size === of.flat().length);
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), fc.subarray(ids), (groups, brought) => {
        const list = checklist(null, {
          papers: asFiled.papers.map((each) => ({ ...each, required: false })),
          paperGroups: groups.map((each) => ({ ...each, caseId: null })),
        });
        const met = groups.every(({ kind, of }) => {
          const ways = of.map((each) => (typeof each === 'string' ? [each] : each));
          const there = (id: string) => brought.includes(id);
          return kind === 'allOf'
            ? ways.every((way) => way.some(there))
            : ways.some((way) => way.every(there));
        });
        const found = missingPapers(
          list,
          brought.map((id) => got(id)),
        );
        expect(found.length === 0).toBe(met);
        for (const { alternatives, field } of found) {
          expect(alternatives.every(({ absent }) => absent.length > 0)).toBe(true);
          expect(brought).not.toContain(field.replace('papers.', ''));
        }
      }),
    );
  });

  it('[PR5] a named officer may have looked a paper up, but never a form', () => {
    expect(missing(null, got('to-khai'), lookedUp('chung-sinh', 'Nguyễn Thị Lan'))).toEqual([]);
    expect(missing(null, lookedUp('to-khai', 'Nguyễn Thị Lan'), got('chung-sinh'))).toEqual([
      'Thiếu Tờ khai.',
    ]);
    const refused = (...brought: PaperGot[]) => {
      const judged = judgePapers(checklist(null), brought, 'có lý do');
      return judged.ok ? [] : judged.error.lookUps;
    };
    expect(refused(got('to-khai'), lookedUp('chung-sinh', ' '))).toEqual([
      { code: 'paper-lookup-unnamed', field: 'papers.chung-sinh.lookedUpBy' },
    ]);
    expect(refused(lookedUp('to-khai', 'Nguyễn Thị Lan'))).toEqual([
      { code: 'paper-lookup-form', field: 'papers.to-khai.lookedUpBy' },
    ]);
  });

  it('[PR5] an exception needs its reason', () => {
    const list = checklist(null);
    expect(judgePapers(list, [got('to-khai')], '  ')).toMatchObject({
      ok: false,
      error: { code: 'papers-incomplete', missing: [{ code: 'paper-missing', field: 'papers.chung-sinh' }] },
    });
    expect(judgePapers(list, [got('to-khai')], ' nộp bù trong ngày ')).toMatchObject({
      ok: true,
      value: { exception: 'nộp bù trong ngày', missing: [{ field: 'papers.chung-sinh' }] },
    });
    expect(judgePapers(list, [got('to-khai'), got('chung-sinh')], 'thừa')).toEqual({
      ok: true,
      value: { missing: [], exception: null },
    });
  });
});
