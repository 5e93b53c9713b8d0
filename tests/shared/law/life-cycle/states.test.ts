import { describe, expect, it } from 'vitest';
import {
  dossierActs,
  isFinal,
  isPaused,
  isReturned,
  phaseOf,
} from '../../../../shared/law/life-cycle/acts.ts';
import { lifeRulesSchema, usualLifeRules } from '../../../../shared/law/life-cycle/life-rules.ts';
import { actorRoles, roleNames } from '../../../../shared/law/life-cycle/roles.ts';
import { dossierStates } from '../../../../shared/law/life-cycle/states.ts';
import { actsFrom, nationalCodeOf, stepOf } from '../../../../shared/law/life-cycle/step.ts';
import { en } from '../../../../shared/text/messages/en.ts';
import { vi } from '../../../../shared/text/messages/vi.ts';
import { strictLifeRules } from '../../../support/dossiers/life.ts';
import type { DossierAct } from '../../../../shared/law/life-cycle/acts.ts';
import type { LifeRules } from '../../../../shared/law/life-cycle/life-rules.ts';
import type { DossierState } from '../../../../shared/law/life-cycle/states.ts';
import type { Standpoint } from '../../../../shared/law/life-cycle/step.ts';

/** DOMAIN 4.2 and 4.1: state, code, label, national status, clock. Where 4.2 writes two in one line, each has its own half. */
const table = `
draft | NHAP | Đang nhập / nháp | – | none
filed | CHO_TIEP_NHAN | Chờ tiếp nhận (trực tuyến/bưu chính) | 1 | answer
incomplete | CHO_BO_SUNG | Chờ bổ sung trước khi tiếp nhận | 5 | none
refused | TU_CHOI | Từ chối tiếp nhận | 3 | end
received | DA_TIEP_NHAN | Đã tiếp nhận | 2 | runs
handed-over | DA_CHUYEN | Đã chuyển bộ phận chuyên môn (chờ nhận bàn giao) | 4 | runs
in-process | DANG_GIAI_QUYET | Đang giải quyết | 4 | runs
at-agency | LIEN_THONG | Chuyển liên thông cơ quan khác | 4 | runs
awaiting-supplement | CHO_BO_SUNG | Chờ bổ sung | 5 | paused
awaiting-duty | CHO_NVTC | Chờ thực hiện nghĩa vụ tài chính | 6 | paused
suspended | TAM_DUNG | Tạm dừng | 4 | paused
to-sign | TRINH_KY | Trình ký | 4 | runs
signed | DA_KY | Đã ký, chờ phát hành/đóng dấu | 4 | runs
result-ready | CO_KET_QUA | Đã có kết quả tại Một cửa | 9 | stopped
in-post | DANG_GUI_BC | Gửi qua bưu chính | 9 | stopped
returned | DA_TRA | Đã trả – trực tiếp | 10 | stopped
returned-by-post | DA_TRA_BC | Đã trả qua bưu chính | 10 | stopped
returned-at-home | DA_TRA_TAI_NHA | Trả tại nhà | 10 | stopped
returned-electronically | DA_TRA_DT | Trả bản điện tử (kho dữ liệu/VNeID) | 10 | stopped
withdrawal-asked | XIN_RUT | Xin rút | 7 | paused
withdrawn | DA_RUT | Đã rút | 8 | end
stopped | DUNG | Dừng giải quyết | 8 | end
ineligible | KHONG_DU_DK | Trả hồ sơ không đủ điều kiện giải quyết | 9 | end
`;

const all = Object.keys(dossierStates) as readonly DossierState[];
const finals = [
  'refused',
  'returned',
  'returned-by-post',
  'returned-at-home',
  'returned-electronically',
  'withdrawn',
  'stopped',
  'ineligible',
];

function stepsFrom(from: Standpoint, rules: LifeRules): readonly Standpoint[] {
  return (Object.keys(dossierActs) as DossierAct[]).flatMap((act) =>
    actorRoles.flatMap((role) => {
      const step = stepOf(act, from, role, rules);
      return step.ok ? [step.value] : [];
    }),
  );
}

/** Every standpoint that acts lead to, up to two waits one over the other. */
function reachable(from: Standpoint, rules: LifeRules): ReadonlyMap<string, Standpoint> {
  const found = new Map<string, Standpoint>();
  const open = [from];
  for (let next = open.pop(); next; next = open.pop()) {
    const key = [...next.below, next.state].join(' ');
    if (found.has(key)) continue;
    found.set(key, next);
    open.push(...stepsFrom(next, rules));
  }
  return found;
}

describe('states of a dossier', () => {
  it('[LC1] have the codes, labels, national status and clock of DOMAIN 4.1 and 4.2', () => {
    const rows = Object.entries(dossierStates).map(([state, { code, label, national, clock }]) =>
      [state, code, label, national ?? '–', clock].join(' | '),
    );
    expect(rows).toEqual(table.trim().split('\n'));
  });

  it('[LC1] tell the national status 1 to 10, a draft none, and a suspended dossier what the ward says', () => {
    const told = new Set(all.map((state) => nationalCodeOf(state, usualLifeRules)));
    expect([...told].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(nationalCodeOf('suspended', { ...usualLifeRules, suspendedAs: 8 })).toBe(8);
    expect(nationalCodeOf('in-process', { ...usualLifeRules, suspendedAs: 8 })).toBe(4);
  });

  it.each([
    ['strict', strictLifeRules],
    ['usual', usualLifeRules],
  ] as const)('[LC1] are all reached from a draft, and each leads to an end (%s)', (_, rules) => {
    const found = reachable({ state: 'draft', below: [] }, rules);
    expect(all.filter((state) => ![...found.values()].some((one) => one.state === state))).toEqual([]);
    const stuck = [...found.values()].filter(
      (from) => ![...reachable(from, rules).values()].some(({ state }) => isFinal(state)),
    );
    expect(stuck).toEqual([]);
    expect(Math.max(...[...found.values()].map(({ below }) => below.length))).toBe(2);
  });

  it('[LC1] end where nothing more can be done, and only there', () => {
    expect(all.filter(isFinal)).toEqual(expect.arrayContaining(finals));
    expect(all.filter(isFinal)).toHaveLength(finals.length);
    for (const state of all.filter(isFinal))
      expect(actorRoles.flatMap((role) => actsFrom({ state, below: [] }, role, usualLifeRules))).toEqual([]);
  });

  it('[LC1] fall into phases: before, working, ready, returned, ended', () => {
    const of = (phase: string) => all.filter((state) => phaseOf(state) === phase);
    expect(of('before')).toEqual(['draft', 'filed', 'incomplete']);
    expect(of('ready')).toEqual(['result-ready', 'in-post']);
    expect(of('returned')).toEqual(all.filter(isReturned));
    expect(of('ended')).toEqual(['refused', 'withdrawn', 'stopped', 'ineligible']);
    expect(of('working')).toHaveLength(all.length - 3 - 2 - 4 - 4);
    expect(all.filter(isPaused)).toEqual([
      'awaiting-supplement',
      'awaiting-duty',
      'suspended',
      'withdrawal-asked',
    ]);
  });

  it('[LC1] have short words in both languages, and so has every act', () => {
    for (const { life } of [vi, en]) {
      expect(Object.keys(life.states)).toEqual(all);
      expect(Object.keys(life.acts)).toEqual(Object.keys(dossierActs));
      expect(Object.values({ ...life.states, ...life.acts }).filter((word) => word.trim() === '')).toEqual(
        [],
      );
    }
  });
});

describe('the rules of a ward', () => {
  it('[LC4] hold what DOMAIN marks unverified as data with a default', () => {
    const { maxExtensions, maxSupplements, supplementClock, suspendedAs } =
      lifeRulesSchema.parse(usualLifeRules);
    expect([maxExtensions, maxSupplements, supplementClock, suspendedAs]).toEqual([1, 1, 'continue', 4]);
  });

  it('[LC2] let nobody who only administers, inspects, guides or asks stand in for a clerk', () => {
    const given = (role: string) => ({ ...usualLifeRules, standIns: { [role]: ['leader'] } });
    const accepted = actorRoles.filter((role) => lifeRulesSchema.safeParse(given(role)).success);
    expect(accepted).toEqual(['reception', 'specialist', 'head', 'leader', 'registry', 'cashier']);
    expect(Object.keys(roleNames)).toHaveLength(10);
  });
});
