import { describe, expect, it } from 'vitest';
import { dayOf, fieldsOf, moneyOf, wishOf } from '../../../renderer/screens/desk/register/acts/act-fields.ts';
import { nextActs } from '../../../renderer/screens/desk/register/acts/act-order.ts';
import { outlookOf } from '../../../shared/decide/life/outlook.ts';
import { usualLifeRules } from '../../../shared/law/life-cycle/life-rules.ts';
import { dossierStates } from '../../../shared/law/life-cycle/states.ts';
import { actsFrom } from '../../../shared/law/life-cycle/step.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { juneMs, lifeDesk, lifeWorldAt, strictLifeRules } from '../../support/dossiers/life.ts';
import type { FormAct } from '../../../renderer/screens/desk/register/acts/act-fields.ts';
import type { DossierState } from '../../../shared/law/life-cycle/states.ts';

const states = Object.keys(dossierStates) as readonly DossierState[];

describe('forms of acts', () => {
  it('[LC3] a refused field is always one that the form shows, in words of both languages', () => {
    const desk = lifeDesk({});
    for (const status of states) {
      const row = { ...desk.row(), state: { ...desk.dossier(), status } };
      const { usual, others } = nextActs(row.state, 'head', usualLifeRules);
      for (const act of [...usual, ...others]) {
        if (act === 'give-back') continue;
        const { fields } = outlookOf(row, wishOf(act, {}), lifeWorldAt(juneMs(8, 9), 'head'));
        const shown = fieldsOf(act, true).map(({ name }): string => name);
        for (const { field, code } of fields) {
          expect(shown, `${act} shows ${field}`).toContain(field.split('.')[0]);
          for (const { life } of [messages.vi, messages.en])
            expect(Object.keys(life.desk.errors), code).toContain(code);
        }
      }
    }
  });

  it('[LC3] offers exactly what the table allows, the usual next act first', () => {
    for (const status of states) {
      for (const rules of [usualLifeRules, strictLifeRules]) {
        const { usual, others } = nextActs({ status, below: [] }, 'reception', rules);
        const before = ['file', 'receive', 'turn-back', 'refuse'];
        const returns = ['return', 'prove-delivery', 'return-home', 'return-electronically'];
        const allowed = actsFrom({ state: status, below: [] }, 'reception', rules)
          .filter((act) => !before.includes(act))
          .map((act) => (returns.includes(act) ? 'give-back' : act));
        expect([...usual, ...others].toSorted()).toEqual([...new Set(allowed)].toSorted());
      }
    }
    expect(nextActs({ status: 'received', below: [] }, 'reception', usualLifeRules).usual[0]).toBe(
      'hand-over',
    );
    expect(nextActs({ status: 'in-post', below: [] }, 'reception', usualLifeRules).usual[0]).toBe(
      'give-back',
    );
  });

  it('[LC3] reads days and amounts as people write them', () => {
    expect(['30/6/2026', '05.06.2026', '31/02/2026', 'mai'].map(dayOf)).toEqual([
      '2026-06-30',
      '2026-06-05',
      '31/02/2026',
      'mai',
    ]);
    expect(['150.000', '', '0', 'năm nghìn', '-5'].map(moneyOf)).toEqual([150_000, null, 0, -1, -1]);
  });

  it('[LC3] every field of every act has its words in both languages', () => {
    const acts = Object.keys(messages.vi.life.desk.short).filter((act) => act !== 'give-back') as FormAct[];
    const names = acts.flatMap((act) => fieldsOf(act, true).map(({ name }) => name));
    expect(names.length).toBeGreaterThan(40);
    for (const { life } of [messages.vi, messages.en])
      expect(names.filter((name) => !/\S/.test(life.desk.fields[name]))).toEqual([]);
  });
});
