// Who may act at the desk: none of it for who only looks on or administers (DOMAIN 4.3) [PE5].
import { expect, it } from 'vitest';
import { decideAct } from '../../../shared/decide/life/act.ts';
import { decideDelay } from '../../../shared/decide/life/delay.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import { mayTakeMoney, overseesMoney } from '../../../shared/decide/money/roles.ts';
import { prepareReception } from '../../../shared/decide/reception.ts';
import { dossierActs } from '../../../shared/law/life-cycle/acts.ts';
import { usualLifeRules } from '../../../shared/law/life-cycle/life-rules.ts';
import { worksOnDossiers } from '../../../shared/law/life-cycle/roles.ts';
import { dossierStates } from '../../../shared/law/life-cycle/states.ts';
import { actsFrom, stepOf } from '../../../shared/law/life-cycle/step.ts';
import { clerkRoles } from '../../../shared/law/people/clerk-roles.ts';
import { juneMs } from '../../support/dossiers/life.ts';
import { birthForm, demoCatalogue, demoWard } from '../../support/demo.ts';
import { reportDossier } from '../../support/dossiers/report-dossiers.ts';
import type { DossierAct } from '../../../shared/law/life-cycle/acts.ts';
import type { DossierState } from '../../../shared/law/life-cycle/states.ts';
import type { ClerkRole } from '../../../shared/law/people/clerk-roles.ts';

const [catalogue, ward] = [demoCatalogue(), demoWard()];
const rules = ward.lifeCycle ?? usualLifeRules;
const row = {
  id: 'dossier-1',
  state: reportDossier('0001'),
  heads: ['a'.repeat(64)],
  lastKey: '',
  events: 1,
};

/** What a role may do at the desk, each asked of the rule that decides it. */
const rights: Readonly<Record<string, (role: ClerkRole) => boolean>> = {
  receive: (role) =>
    prepareReception(birthForm(catalogue), { catalogue, ward, nowMs: juneMs(1, 9) }, { name: 'A', role }).ok,
  'any act': (role) =>
    (Object.keys(dossierStates) as DossierState[]).some(
      (state) => actsFrom({ state, below: [] }, role, rules).length > 0,
    ),
  'bulk hand-over': (role) =>
    decideAct(
      row,
      { act: 'hand-over', to: 'Phòng Kinh tế' },
      actWorldOf(ward, 'ho-tich', role, juneMs(1, 10)),
    ).ok,
  filings: (role) =>
    (['file', 'turn-back', 'refuse'] as const).some(
      (act) =>
        stepOf(
          act satisfies DossierAct,
          { state: dossierActs[act].from[0] ?? 'draft', below: [] },
          role,
          rules,
        ).ok,
    ),
  delay: (role) => decideDelay(row, { because: 'volume', note: '' }, role, juneMs(3, 9)).ok,
  money: (role) => mayTakeMoney(role) || overseesMoney(role),
  attachments: (role) => worksOnDossiers(role),
};

const allowed = (role: ClerkRole) => Object.keys(rights).filter((name) => rights[name]?.(role));

it('[PE5] an inspector and an administrator change nothing at the desk, whatever control they find', () => {
  expect(allowed('inspector')).toEqual([]);
  expect(allowed('admin')).toEqual([]);
});

it('[PE5] every other role has what is its own', () => {
  expect(allowed('reception')).toEqual(Object.keys(rights));
  for (const role of clerkRoles.filter((one) => one !== 'inspector' && one !== 'admin')) {
    expect(allowed(role), role).toContain('attachments');
    expect(allowed(role), role).toContain('delay');
  }
  expect(allowed('cashier')).toContain('money');
  expect(allowed('specialist')).not.toContain('money');
  expect(allowed('specialist')).not.toContain('receive');
});
