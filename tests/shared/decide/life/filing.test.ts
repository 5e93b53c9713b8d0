import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideFiling } from '../../../../shared/decide/life/filing.ts';
import { factOf } from '../../../../shared/event/facts.ts';
import { applyDossier } from '../../../../shared/project/dossiers.ts';
import { applyFiling } from '../../../../shared/project/filings.ts';
import { foldAll } from '../../../../shared/project/fold.ts';
import { lineChain } from '../../../support/events.ts';
import { juneMs, lifeWorldAt, strictLifeRules } from '../../../support/dossiers/life.ts';
import type { FilingWish } from '../../../../shared/decide/life/filing.ts';
import type { LoggedEvent, Sealed } from '../../../../shared/event/envelope.ts';
import type { ActorRole } from '../../../../shared/law/life-cycle/roles.ts';

const procedure = { code: '1.001193', name: 'Đăng ký khai sinh', fieldId: 'ho-tich', fieldName: 'Hộ tịch' };
const filed = { procedure, channel: 'online', officerName: 'Lan' } as const;
const file: FilingWish = { act: 'file', ...filed, portalCode: 'G22.99-1' };
const items = ['Giấy chứng sinh'];
const turnBack: FilingWish = { act: 'turn-back', ...filed, formNo: '1', items, reason: 'Thiếu giấy tờ' };
const refuse: FilingWish = {
  act: 'refuse',
  ...filed,
  formNo: '2',
  because: 'wrong-authority',
  reason: 'Sai nơi',
};
const receive: FilingWish = { act: 'receive', dossierId: 'dossier-1', code: 'H26-260608-0001' };
const persons: Sealed = { keyId: 'k', iv: 'i', ct: 'c' };

/** Tries acts before a reception, one after the other, in a ward that keeps every step. */
function desk() {
  const chain = lineChain();
  const events: LoggedEvent[] = [];
  const row = () => foldAll(applyFiling, events) ?? undefined;
  const tries = (atMs: number, wish: FilingWish, role: ActorRole = 'reception') => {
    const world = lifeWorldAt(atMs, role, strictLifeRules);
    const fact = decideFiling(row(), 'filing-1', wish, world, row() ? null : persons);
    if (!fact.ok) return fact.error;
    const logged = chain.add({ ...fact.value, atMs });
    expect(factOf(logged.event)).not.toBeNull();
    events.push(logged);
    return row()?.state;
  };
  return { chain, events, row, tries };
}

const stepWrong = (status: string, wanted: string) => ({ code: 'dossier-step-wrong', status, wanted });

describe('a filing before its reception', () => {
  it('[LC9] [N04] is to be answered within 8 working hours, over a weekend and a day off', () => {
    const answerDueOf = (ms: number) => {
      const state = desk().tries(ms, file, 'citizen');
      return state && 'answerDueAt' in state ? state.answerDueAt : null;
    };
    expect(answerDueOf(juneMs(5, 16))).toBe(new Date(juneMs(8, 16)).toISOString());
    expect(answerDueOf(juneMs(6, 22, 10))).toBe(new Date(juneMs(8, 17)).toISOString());
    expect(answerDueOf(juneMs(8, 7, 30))).toBe(new Date(juneMs(8, 17)).toISOString());
    // Wednesday 29 April 2026: 30 April and 1 May are off, then comes the weekend.
    expect(answerDueOf(Date.UTC(2026, 3, 29, 9))).toBe('2026-05-04T09:00:00.000Z');
  });

  it('[LC9] may be turned back again and again, each time with its papers, and then be received once', () => {
    const { tries, row, events } = desk();
    tries(juneMs(8, 8), file, 'citizen');
    expect(tries(juneMs(8, 9), turnBack)).toMatchObject({ status: 'incomplete', rounds: 1, formNo: '1' });
    expect(tries(juneMs(9, 9), { ...turnBack, formNo: '5' })).toMatchObject({ rounds: 2, formNo: '5' });
    expect(tries(juneMs(9, 15), receive)).toMatchObject({ status: 'accepted', dossierId: 'dossier-1' });
    expect(row()?.state).toMatchObject({
      filedAt: new Date(juneMs(8, 8)).toISOString(),
      answeredAt: new Date(juneMs(8, 9)).toISOString(),
      persons,
    });
    for (const again of [receive, turnBack, refuse, file])
      expect(tries(juneMs(9, 16), again)).toEqual(stepWrong('received', again.act));
    expect(events).toHaveLength(4);
  });

  it('[LC9] that is refused is at its end and is nowhere counted as received', () => {
    const { tries, events } = desk();
    tries(juneMs(8, 8), file, 'citizen');
    expect(tries(juneMs(8, 9), refuse)).toMatchObject({
      status: 'refused',
      refusedBecause: 'wrong-authority',
    });
    for (const again of [receive, turnBack, refuse, file])
      expect(tries(juneMs(8, 10), again)).toEqual(stepWrong('refused', again.act));
    expect(foldAll(applyDossier, events)?.state).toBeNull();
  });

  it('[LC9] that is brought to the counter is refused or turned back at once, without code, clock or answer date', () => {
    const turned = desk();
    expect(turned.tries(juneMs(8, 8), { ...turnBack, channel: 'counter' })).toMatchObject({
      status: 'incomplete',
      answerDueAt: null,
      portalCode: '',
      persons,
    });
    expect(desk().tries(juneMs(8, 8), { ...refuse, channel: 'counter' })).toMatchObject({
      status: 'refused',
    });
    expect(foldAll(applyDossier, turned.events)?.state).toBeNull();
  });

  it('[LC9] [LC2] is filed by a citizen or the desk, and answered by the desk alone', () => {
    const { tries } = desk();
    expect(tries(juneMs(8, 8), file, 'specialist')).toMatchObject({ code: 'act-role-wrong' });
    tries(juneMs(8, 8), file, 'citizen');
    for (const wish of [turnBack, refuse, receive])
      expect(tries(juneMs(8, 9), wish, 'citizen')).toMatchObject({
        code: 'act-role-wrong',
        roles: ['reception'],
      });
  });

  it('[LC9] [V1] folds the same in any order, repeats count once, and erased persons stay erased', () => {
    const { chain, tries, row, events } = desk();
    tries(juneMs(8, 8), file, 'citizen');
    tries(juneMs(8, 9), turnBack);
    tries(juneMs(9, 9), receive);
    const erased = chain.add({
      type: 'subject-erased',
      subject: 'filing-1',
      body: { keyIds: ['k'], ground: 'Theo đơn', at: '2026-06-10T01:00:00.000Z' },
    });
    const whole = foldAll(applyFiling, [...events, erased]);
    expect(whole?.state).toEqual({ ...row()?.state, persons: null });
    fc.assert(
      fc.property(fc.shuffledSubarray([...events, erased, ...events], { minLength: 7 }), (order) => {
        expect(foldAll(applyFiling, order)).toEqual(whole);
      }),
      { seed: 20261122, numRuns: 50 },
    );
  });
});
