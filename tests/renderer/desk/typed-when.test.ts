import { describe, expect, it } from 'vitest';
import { typedDay, typedTime, typedWhen } from '../../../renderer/screens/desk/queue/rules/typed-when.ts';

const TODAY = '2026-11-20';

describe('[K17] day and time of an appointment as clerks type them', () => {
  it.each([
    ['20/11/2026', '2026-11-20'],
    [' 5/6/2027 ', '2027-06-05'],
    ['05.06.2027', '2027-06-05'],
    ['05-06-2027', '2027-06-05'],
    ['25/12', '2026-12-25'],
  ])('the day %s', (text, day) => {
    expect(typedDay(text, TODAY)).toBe(day);
  });

  it.each(['', '31/02/2027', '11/20/2026', '20/11/26', '2026-11-20', 'mai'])('%j is no day', (text) => {
    expect(typedDay(text, TODAY)).toBeNull();
  });

  it.each([
    ['14:30', '14:30'],
    ['8:05', '08:05'],
    ['8h', '08:00'],
    ['14h30', '14:30'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['830', '08:30'],
    ['0:00', '00:00'],
  ])('the time %s', (text, time) => {
    expect(typedTime(text)).toBe(time);
  });

  it.each(['', '24:00', '12:60', '2:30 PM', '8', 'sáng'])('%j is no time', (text) => {
    expect(typedTime(text)).toBeNull();
  });

  it('says which of the two is wrong, and what is over already', () => {
    const now = { day: TODAY, time: '09:10' };
    const of = (day: string, time: string) => typedWhen({ day, time }, now);
    expect(of('20/11/2026', '9:11')).toEqual({ day: TODAY, time: '09:11' });
    expect(of('21/11/2026', '8:00')).toEqual({ day: '2026-11-21', time: '08:00' });
    expect(of('30/02/2027', '')).toEqual({ fault: 'day-wrong' });
    expect(of('19/11/2026', '10:00')).toEqual({ fault: 'day-past' });
    expect(of('20/11/2026', '25:00')).toEqual({ fault: 'time-wrong' });
    expect(of('20/11/2026', '9:10')).toEqual({ fault: 'time-past' });
  });
});
