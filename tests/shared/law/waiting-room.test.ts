import { describe, expect, it } from 'vitest';
import { wardInstant } from '../../../shared/basics/time.ts';
import { isQuiet, noticesOn, voiceOf } from '../../../shared/law/waiting-room.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { demoWard } from '../../support/demo.ts';

const at = (clock: string) => wardInstant('2026-06-05', clock);

describe('the waiting room in a ward file', () => {
  it('[CA6] a ward that says nothing hears the northern voice twice, at any hour', () => {
    expect(voiceOf(undefined)).toEqual({ region: 'north', volume: 80, repeat: 2, rate: 1, quietHours: [] });
    expect(voiceOf({ region: 'south', volume: 30 })).toMatchObject({
      region: 'south',
      volume: 30,
      repeat: 2,
    });
    expect(isQuiet(voiceOf(undefined), at('03:00'))).toBe(false);
  });

  it('[CA6] quiet hours begin with their first minute and end with their last, also over midnight', () => {
    const noon = { quietHours: ['11:30-13:30'] };
    expect(['11:29', '11:30', '13:29', '13:30'].map((clock) => isQuiet(noon, at(clock)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const night = { quietHours: ['22:00-06:00'] };
    expect(['21:59', '22:00', '00:00', '05:59', '06:00'].map((clock) => isQuiet(night, at(clock)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isQuiet({ quietHours: ['17:00-24:00'] }, at('23:59'))).toBe(true);
  });

  it('[L11] a notice stands on its days, both included', () => {
    const notice = { vi: 'Nghỉ', en: 'Closed', from: '2026-06-05', to: '2026-06-06' };
    const on = (day: string) => noticesOn([notice, { vi: 'Luôn', en: 'Always' }], day).length;
    expect(['2026-06-04', '2026-06-05', '2026-06-06', '2026-06-07'].map(on)).toEqual([1, 2, 2, 1]);
    expect(noticesOn(undefined, '2026-06-05')).toEqual([]);
  });

  it('[L12] a display of a counter that is not there is refused, with its place', () => {
    const displays = [{ id: 'tang-1', name: 'Tầng 1', counters: ['q1', 'q9'] }];
    const read = wardSchema.safeParse({ ...demoWard(), displays });
    expect(read.error?.issues[0]).toMatchObject({
      path: ['displays', 0, 'counters'],
      message: 'no counter q9',
    });
    expect(
      wardSchema.safeParse({ ...demoWard(), displays: [{ ...displays[0], counters: ['q1'] }] }).success,
    ).toBe(true);
  });

  it.each([
    { volume: 101 },
    { repeat: 4 },
    { rate: 2 },
    { region: 'central' },
    { quietHours: ['25:00-26:00'] },
  ])('[CA6] refuses %j', (voice) => {
    expect(wardSchema.safeParse({ ...demoWard(), voice }).success).toBe(false);
  });
});
