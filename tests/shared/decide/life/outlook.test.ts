import { describe, expect, it } from 'vitest';
import { outlookOf } from '../../../../shared/decide/life/outlook.ts';
import { usualLifeRules } from '../../../../shared/law/life-cycle/life-rules.ts';
import { juneMs, lifeDesk, lifeWorldAt, looseLifeRules, wishes } from '../../../support/dossiers/life.ts';
import type { ActWish } from '../../../../shared/decide/life/wish.ts';

const { ask, take, extend, release, withdraw, askOut, giveBack } = wishes;
type Desk = ReturnType<typeof lifeDesk>;
const look = (desk: Desk, day: number, wish: ActWish, rules = looseLifeRules) =>
  outlookOf(desk.row(), wish, lifeWorldAt(juneMs(day, 9), 'head', rules));

describe('what an act will do, before it is done', () => {
  it('[LC3] tells the state, the clock and the date that the act then brings', () => {
    const desk = lifeDesk({});
    expect(look(desk, 2, ask)).toMatchObject({ clock: 'stops', after: { status: 'awaiting-supplement' } });
    desk.act(juneMs(2, 9), ask);
    const seen = look(desk, 4, take);
    expect(seen).toMatchObject({ clock: 'resumes', after: { status: 'received' } });
    expect(seen.after?.dueAt).toBe(desk.act(juneMs(4, 9), take).dueAt);
    const later = { ...extend, day: '2026-06-17' };
    expect(look(desk, 4, later).after?.dueAt).toBe(desk.act(juneMs(4, 9, 30), later).dueAt);
    desk.act(juneMs(4, 10), askOut);
    expect(look(desk, 4, withdraw).clock).toBe('ends');
  });

  it('[LC3] tells it while fields are still empty, and which ones', () => {
    const desk = lifeDesk({});
    const seen = look(desk, 2, { ...ask, items: [], reason: '' });
    expect(seen.clock).toBe('stops');
    expect(seen.fields.map(({ field }) => field)).toEqual(['items', 'reason']);
    expect(look(desk, 2, { ...extend, day: '' })).toMatchObject({ after: null, refusal: null });
    expect(look(desk, 2, release).clock).toBe('finishes');
    desk.act(juneMs(2, 9), release);
    expect(look(desk, 3, giveBack).clock).toBe('same');
  });

  it('[LC3] says why an act is not done, whatever is typed', () => {
    const desk = lifeDesk({});
    expect(look(desk, 1, extend, usualLifeRules).refusal).toMatchObject({ code: 'extension-early' });
    expect(look(desk, 1, take).refusal).toMatchObject({ code: 'dossier-step-wrong' });
  });
});
