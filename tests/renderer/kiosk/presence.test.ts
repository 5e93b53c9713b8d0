import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noNumberWords } from '../../../renderer/screens/kiosk/steps/use-no-number.ts';
import { whyNoNumber } from '../../../renderer/store/kiosk/issuing.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoWard, openKiosk, START_MS } from './kiosk-page.ts';
import type { KioskState } from '../../../renderer/store/kiosk-store.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HOUR_MS = 3_600_000;

/** Everything that a visit may leave behind. */
function dataOf(state: KioskState): object {
  const passing = ['visit', 'ready'];
  return Object.fromEntries(
    Object.entries(state).filter(([name, value]) => typeof value !== 'function' && !passing.includes(name)),
  );
}

describe('people who walk away', () => {
  it('[K21] [KI3] the ward says how long a visit lasts and when it counts down', () => {
    const page = openKiosk({ ward: { ...demoWard, kiosk: { idleSeconds: 60, countdownSeconds: 20 } } });
    page.kiosk().startLookUp();
    page.kiosk().typeCode('260605');
    page.rest(39_000);
    expect(page.kiosk().secondsLeft).toBeNull();
    page.rest(1000);
    expect(page.kiosk().secondsLeft).toBe(20);
    page.rest(19_000);
    expect(page.kiosk()).toMatchObject({ secondsLeft: 1, typed: '260605' });
    page.rest(1000);
    expect(page.kiosk()).toMatchObject({ step: 'home', typed: '', secondsLeft: null });
  });

  it('[KI3] a ward file asks for 45 to 60 seconds, no more and no less', () => {
    const takes = (kiosk: WardConfig['kiosk']) => wardSchema.safeParse({ ...demoWard, kiosk }).success;
    expect([takes({ idleSeconds: 45 }), takes({ idleSeconds: 60 }), takes({}), takes(undefined)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([takes({ idleSeconds: 44 }), takes({ idleSeconds: 61 }), takes({ countdownSeconds: 5 })]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('[K21] [KI3] everything of a visit is wiped: typed, looked up, Telex, the low layout, language and size', async () => {
    const page = openKiosk();
    const before = dataOf(page.kiosk());
    page.kiosk().setLow(true);
    page.kiosk().setTelex(true);
    page.kiosk().choosePriority('elderly');
    page.ui.getState().setLang('en');
    await page.kiosk().lookUp('260605-0001');
    page.kiosk().typeCode('2606');
    page.rest(46_000);
    expect(dataOf(page.kiosk())).toEqual(before);
    expect(page.ui.getState().lang).toBe('vi');
  });

  it('[K21] [KI5] the touch that wakes a sleeping machine begins a new visit and takes no ticket', async () => {
    const page = openKiosk();
    page.kiosk().choosePriority('merit');
    page.kiosk().startSearch();
    page.kiosk().searchFor('ly hôn');
    page.kiosk().openProcedure('1.001193');
    page.rest(400);
    // Nothing ticks while the machine sleeps.
    page.close();
    page.world.control.pass(9 * HOUR_MS);
    page.kiosk().touch();
    await page.kiosk().takeTicket('ho-tich', '1.001193');
    expect(page.kiosk()).toMatchObject({ step: 'home', typed: '', priority: null, shown: null });
    expect(page.world.control.jobs).toEqual([]);
  });

  it('[KI5] a kiosk that nobody touched all night is used at the first touch', () => {
    const page = openKiosk();
    page.close();
    page.world.control.pass(9 * HOUR_MS);
    page.kiosk().touch();
    page.kiosk().startTicket();
    expect(page.kiosk().step).toBe('fields');
  });
});

describe('closed hours', () => {
  const shutWard = (issuing: Partial<NonNullable<WardConfig['queue']>['issuing']>): WardConfig => {
    const parsed = wardSchema.parse({
      ...demoWard,
      queue: { ...usualQueueRules, issuing: { ...usualQueueRules.issuing, ...issuing } },
    });
    return parsed;
  };

  it('[K09] [KI6] outside the ward’s hours no number is given, and the kiosk knows when it opens again', async () => {
    const ward = shutWard({ hours: { opensBefore: 15, closesBefore: 15 } });
    const night = openKiosk({ ward, nowMs: START_MS + 12 * HOUR_MS });
    night.kiosk().startTicket();
    night.rest(2000);
    await night.kiosk().chooseField('chung-thuc');
    expect(night.kiosk()).toMatchObject({ step: 'fields', shown: null, trouble: { code: 'issuing-shut' } });
    expect(night.kiosk().trouble).toHaveProperty('opensAt');

    const morning = openKiosk({ ward });
    morning.kiosk().startTicket();
    morning.rest(2000);
    await morning.kiosk().chooseField('chung-thuc');
    expect(morning.kiosk().step).toBe('shown');
  });

  it('[K09] [KI6] a field whose numbers of the day are used up is told from one that has some', () => {
    const ward = shutWard({ contingents: [{ fieldId: 'ho-tich', perDay: 0 }] });
    const machine = { ward, device: { id: 'd1' } };
    expect(whyNoNumber(machine, 'ho-tich', [], START_MS)).toEqual({ code: 'contingent-used', max: 0 });
    expect(whyNoNumber(machine, 'chung-thuc', [], START_MS)).toBeNull();
    expect(whyNoNumber(machine, null, [], START_MS)).toBeNull();
  });

  it('[KI6] says what is closed, and when it opens, in both languages', () => {
    const shut = { code: 'issuing-shut', opensAt: '2026-06-08T00:15:00.000Z' };
    expect(noNumberWords(shut, messages.vi.kiosk.ways, 'vi')).toEqual({
      title: 'Đóng cửa',
      lines: ['Mở lại lúc 07:15, thứ Hai 08/06/2026'],
    });
    const used = { code: 'contingent-used', max: 40 };
    expect(noNumberWords(used, messages.en.kiosk.ways, 'en')).toEqual({
      title: 'No more numbers',
      lines: [
        'All 40 numbers of this field have been given today.',
        'Please come back on the next working day, or ask a member of staff.',
      ],
    });
    expect(noNumberWords({ code: 'storage-full' }, messages.vi.kiosk.ways, 'vi')).toBeNull();
  });
});
