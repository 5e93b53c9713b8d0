import { describe, expect, it } from 'vitest';
import {
  nextVersion,
  postedNotices,
  procedureHistory,
} from '../../../../shared/law/catalogue/versions/history.ts';
import { changesBetween } from '../../../../shared/law/catalogue/versions/changes.ts';
import { parseCatalogue } from '../../../../shared/law/procedure.ts';
import { demoCatalogue } from '../../../support/demo.ts';
import type { Catalogue, Procedure } from '../../../../shared/law/procedure.ts';

const CODE = '1.001193';

function birth(): Procedure {
  const found = demoCatalogue().procedures.find(({ code }) => code === CODE);
  if (!found) throw new Error('the demo catalogue has khai sinh');
  return found;
}

/** The demo catalogue with these versions of khai sinh in place of its own, newest first as files often are. */
function withVersions(...versions: readonly object[]): Catalogue {
  const demo = demoCatalogue();
  const others = demo.procedures.filter(({ code }) => code !== CODE);
  const mine = versions.map((change) => ({ ...birth(), ...change })).toReversed();
  const parsed = parseCatalogue({ ...demo, procedures: [...others, ...mine] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const limitOf = (value: number) => ({ ...birth().limit, value, cutoff: null });
const first = { version: '1', validFrom: '2026-01-01', validTo: '2026-06-30', limit: limitOf(5) };
const second = { version: '2', validFrom: '2026-07-01', validTo: '2026-12-31', limit: limitOf(3) };
const third = { version: '3', validFrom: '2027-03-01', validTo: null, limit: limitOf(3), sets: 2 };

describe('the life of a procedure', () => {
  it('[PR10] lists its versions in the order of their days, each with what it changed', () => {
    const history = procedureHistory(withVersions(first, second, third), CODE);
    expect(history.map(({ version }) => version.version)).toEqual(['1', '2', '3']);
    expect(history.map(({ changes }) => changes.map(({ sentence }) => sentence))).toEqual([
      [],
      ['Thời hạn giải quyết: trước là “5 ngày làm việc”, nay là “3 ngày làm việc”.'],
      ['Số bộ hồ sơ: trước là “1 bộ”, nay là “2 bộ”.'],
    ]);
    expect(history.map(({ gap }) => gap)).toEqual([null, null, { from: '2027-01-01', to: '2027-02-28' }]);
    expect(procedureHistory(withVersions(first), '9.999999')).toEqual([]);
  });

  it('[PR10] says which version comes next', () => {
    const catalogue = withVersions(first, second, third);
    const next = (day: string) => nextVersion(catalogue, CODE, day)?.version;
    expect([next('2025-12-31'), next('2026-06-30'), next('2026-07-01'), next('2027-03-01')]).toEqual([
      '1',
      '2',
      '3',
      undefined,
    ]);
  });

  it('[PR11] the posted list tells what is new and what ends within the days asked for', () => {
    const catalogue = withVersions(first, second, third);
    const told = (day: string) => {
      const { fresh, ending } = postedNotices(catalogue, day, 30);
      const mine = fresh.filter(({ version }) => version.code === CODE);
      return [mine.map(({ version }) => version.version), ending.map(({ sentence }) => sentence)];
    };
    expect(told('2026-06-10')).toEqual([
      [],
      ['Có hiệu lực đến hết ngày 30/06/2026; từ ngày 01/07/2026 áp dụng phiên bản 2.'],
    ]);
    expect(told('2026-07-31')).toEqual([['2'], []]);
    expect(told('2026-08-01')).toEqual([[], []]);
    expect(told('2027-01-15')).toEqual([[], []]);
    const last = postedNotices(withVersions(first, second), '2026-12-31', 0);
    expect(last.ending.map(({ sentence, next }) => [sentence, next])).toEqual([
      ['Có hiệu lực đến hết ngày 31/12/2026, sau đó chưa có phiên bản nào.', null],
    ]);
    expect(postedNotices(catalogue, '2026-07-01', 0).fresh[0]?.changes).toHaveLength(1);
  });
});

describe('what changed between two versions', () => {
  const changed = (change: object, from: object = {}) =>
    changesBetween({ ...birth(), ...from }, { ...birth(), ...change }).map(({ sentence }) => sentence);

  it('[PR10] nothing where nothing changed, whatever the ids of papers are', () => {
    expect(changed({})).toEqual([]);
    const renumbered = birth().papers.map((paper, n) => ({ ...paper, id: `giay-${n}` }));
    expect(changed({ papers: renumbered })).toEqual([]);
  });

  it('[PR10] papers come, go and change their numbers', () => {
    const [form, ...others] = birth().papers;
    const fresh = { ...form, id: 'moi', name: 'Giấy mới', original: 0, photocopy: 2, required: false };
    expect(changed({ papers: [...others, fresh] })).toEqual([
      'Thêm: Giấy tờ “Giấy mới” – nộp, 2 bản chụp, không bắt buộc.',
      `Bỏ: Giấy tờ “${form?.name}” – nộp, 1 bản chính, bắt buộc.`,
    ]);
    expect(changed({ papers: [{ ...form, photocopy: 1 }, ...others] })).toEqual([
      `Giấy tờ “${form?.name}”: trước là “nộp, 1 bản chính, bắt buộc”, nay là “nộp, 1 bản chính, 1 bản chụp, bắt buộc”.`,
    ]);
  });

  it('[PR10] two papers of one name are told apart', () => {
    const [form] = birth().papers;
    const twice = [form, { ...form, id: 'hai', required: false }];
    expect(changed({ papers: [form] }, { papers: twice })).toHaveLength(1);
  });

  it('[PR10] fees, steps, groups, local limit and supplement rule are told', () => {
    const fee = {
      kind: 'lePhi' as const,
      label: 'Lệ phí',
      amount: 8000,
      unit: 'bản',
      tiers: [],
      maxPerCopy: null,
      exempt: ['hoNgheo'],
      channel: null,
      decidedLocally: false,
      note: null,
      verified: true,
    };
    expect(changed({ fees: [{ ...fee, amount: 10_000 }] }, { fees: [fee] })).toEqual([
      'Khoản thu “Lệ phí”: trước là “8.000 đ/bản; miễn: hoNgheo”, nay là “10.000 đ/bản; miễn: hoNgheo”.',
    ]);
    const step = { order: 1, name: 'Thẩm định', role: 'specialist', hours: 7.5, output: 'Dự thảo' };
    expect(changed({ steps: [step] })).toEqual([
      'Thêm: Bước quy trình nội bộ “Thẩm định” – bước 1, Công chức chuyên môn, 7,5 giờ, kết quả: Dự thảo.',
    ]);
    const [a, b] = birth().papers;
    expect(changed({ paperGroups: [{ caseId: null, kind: 'anyOf', of: [a?.id, b?.id] }] })).toEqual([
      `Thêm: Nhóm giấy tờ “${a?.name} hoặc ${b?.name}”.`,
    ]);
    expect(changed({ localLimit: { value: 2, unit: 'workingDay', decision: 'Quyết định 12' } })).toEqual([
      'Thêm: Thời hạn địa phương cam kết – 2 ngày làm việc (Quyết định 12).',
    ]);
    expect(changed({ supplement: { clock: 'restart', maxRounds: 2 } })).toEqual([
      'Thêm: Quy tắc bổ sung hồ sơ – tính lại từ đầu, tối đa 2 lần.',
    ]);
  });
});
