import { describe, expect, it } from 'vitest';
import { dossierActs } from '../../../../shared/law/life-cycle/acts.ts';
import { usualLifeRules } from '../../../../shared/law/life-cycle/life-rules.ts';
import { actorRoles } from '../../../../shared/law/life-cycle/roles.ts';
import { dossierStates } from '../../../../shared/law/life-cycle/states.ts';
import { actsFrom, arrive, stepOf } from '../../../../shared/law/life-cycle/step.ts';
import { legalFormSets } from '../../../../shared/slip/forms/form-sets.ts';
import { lifeTable, tableSays, WAITS } from '../../../simulate/rules/desk/life-table.ts';
import { strictLifeRules } from '../../../support/dossiers/life.ts';
import type { ActPaper, DossierAct } from '../../../../shared/law/life-cycle/acts.ts';
import type { DossierState } from '../../../../shared/law/life-cycle/states.ts';
import type { Forms } from '../../../../shared/slip/forms/form-sets.ts';

const states = Object.keys(dossierStates) as readonly DossierState[];
const acts = Object.keys(dossierActs) as readonly DossierAct[];

/** A waiting dossier stands over what it interrupted; a withdrawal may interrupt another wait. */
function belows(state: DossierState): readonly (readonly DossierState[])[] {
  if (state === 'withdrawal-asked') return [['in-process'], ['in-process', 'awaiting-supplement']];
  return state in WAITS ? [['in-process'], ['received']] : [[]];
}

describe('every state, act and role against the table of DOMAIN 4.3', () => {
  it('[LC2] the table knows every act, and every act is one of the table', () => {
    expect(lifeTable.map(({ act }) => act).toSorted()).toEqual(acts.toSorted());
  });

  it.each([
    ['strict', strictLifeRules],
    ['usual', usualLifeRules],
  ] as const)(
    '[LC2] each of them leads where the table says, or is refused for its reason (%s)',
    (mode, rules) => {
      const wrong: string[] = [];
      let tried = 0;
      for (const state of states)
        for (const below of belows(state))
          for (const act of acts)
            for (const role of actorRoles) {
              tried += 1;
              const found = stepOf(act, { state, below }, role, rules);
              const said = found.ok ? found.value : found.error.code;
              const wanted = tableSays(act, state, below, role, mode === 'usual');
              if (JSON.stringify(said) !== JSON.stringify(wanted))
                wrong.push(
                  `${act} from ${state} by ${role}: ${JSON.stringify(said)}, not ${JSON.stringify(wanted)}`,
                );
            }
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(23 * 34 * 10);
    },
  );

  it('[LC2] a refusal names the state, or the roles that may do it', () => {
    expect(stepOf('sign', { state: 'received', below: [] }, 'leader', strictLifeRules)).toEqual({
      ok: false,
      error: { code: 'dossier-step-wrong', status: 'received', wanted: 'sign' },
    });
    expect(stepOf('release', { state: 'signed', below: [] }, 'specialist', strictLifeRules)).toEqual({
      ok: false,
      error: { code: 'act-role-wrong', act: 'release', roles: ['registry', 'reception'] },
    });
  });

  it('[LC2] who guides, administers or inspects can do nothing, a citizen only file and ask to withdraw', () => {
    const may = (role: 'citizen' | 'guide' | 'admin' | 'inspector') =>
      states.flatMap((state) => actsFrom({ state, below: [] }, role, usualLifeRules));
    expect([may('guide'), may('admin'), may('inspector')]).toEqual([[], [], []]);
    expect([...new Set(may('citizen'))]).toEqual(['file', 'ask-withdrawal']);
  });

  it('[LC5] a wait goes back to what it interrupted, one over the other, and is there at most once', () => {
    const asked = arrive('ask-supplement', { state: 'handed-over', below: [] });
    const out = arrive('ask-withdrawal', asked);
    expect(out).toEqual({ state: 'withdrawal-asked', below: ['handed-over', 'awaiting-supplement'] });
    expect(arrive('decline-withdrawal', out)).toEqual(asked);
    expect(arrive('take-supplement', asked)).toEqual({ state: 'handed-over', below: [] });
    expect(arrive('ask-supplement', asked)).toEqual(asked);
    expect(arrive('ask-supplement', out)).toEqual({
      state: 'awaiting-supplement',
      below: ['handed-over', 'withdrawal-asked'],
    });
  });

  it('[LC5] what two desks ended without seeing each other ended once', () => {
    const received = { state: 'received', below: [] } as const;
    const back = arrive('take-supplement', arrive('ask-supplement', received));
    expect(arrive('take-supplement', back)).toEqual(received);
    const two = { state: 'awaiting-duty', below: ['in-process', 'suspended'] } as const;
    expect(arrive('resume', two)).toEqual({ state: 'awaiting-duty', below: ['in-process'] });
    expect(arrive('release', two)).toEqual({ state: 'result-ready', below: [] });
  });
});

describe('the paper of an act', () => {
  /** DOMAIN 2.2–2.9; TT 01/2018 has no form to stop a dossier, and its apology became the extension of TT 03/2025. */
  const forms: Readonly<Record<NonNullable<ActPaper>, readonly (keyof Forms)[]>> = {
    receipt: ['receipt'],
    request: ['supplement'],
    refusal: ['refusal'],
    apology: ['apology', 'extension'],
    stop: ['stop'],
    'hand-over': ['handOver'],
    control: ['control'],
    result: ['result'],
  };

  it('[LC11] exists in both sets of forms', () => {
    const papers = [...new Set(Object.values(dossierActs).flatMap(({ paper }) => paper ?? []))];
    const missing = legalFormSets.flatMap((set) =>
      papers
        .filter((paper) => !forms[paper].some((name) => set.forms[name] !== undefined))
        .map((paper) => `${set.id} ${paper}`),
    );
    expect(papers.toSorted()).toEqual(Object.keys(forms).toSorted());
    expect(missing).toEqual(['tt-01-2018 stop']);
  });

  it('[LC11] is Mẫu 01 for a reception, 02 for papers, 03 for a refusal, 04 for a new date, 05 for a stop', () => {
    const [set] = legalFormSets;
    const number = (act: DossierAct): string | undefined => {
      const { paper } = dossierActs[act];
      const name = paper === null ? undefined : forms[paper].findLast((one) => set.forms[one] !== undefined);
      return name && set.forms[name]?.id.split('/')[0];
    };
    const numbers = (
      ['ask-supplement', 'turn-back', 'refuse', 'extend', 'stop', 'give-up-supplement'] as const
    ).map(number);
    expect(numbers).toEqual(['mau-02', 'mau-02', 'mau-03', 'mau-04', 'mau-05', 'mau-05']);
    expect(set.forms.receipt.id).toContain('mau-01');
    expect(number('take-over')).toBe('phieu-kiem-soat');
  });
});
