import { describe, expect, it } from 'vitest';
import { readFindQuery } from '../../../renderer/store/find/find-query.ts';

const read = (text: string, today = '2026-06-05') => readFindQuery(text, 'H26.19.05', today);

describe('what a typed text may mean', () => {
  it('[E01] the last digits of a code, alone or with their day', () => {
    expect(read('12').codes[0]).toBe('H26.19.05-260605-0012');
    expect(read('0012').codes).toContain('H26.19.05-260501-0012');
    expect(read('260605-0012').codes).toEqual(['H26.19.05-260605-0012']);
    expect(read('Nguyễn').codes).toEqual([]);
  });

  it('[E01] a due date in the ways people write it; without a year the nearest one', () => {
    expect(read('5/6').day).toBe('2026-06-05');
    expect(read('05/06/2026').day).toBe('2026-06-05');
    expect(read('5.6.27').day).toBe('2027-06-05');
    expect(read('3/1', '2026-12-30').day).toBe('2027-01-03');
    expect(read('30/2').day).toBeNull();
    expect(['hôm nay', 'NGAY MAI', ' hôm  qua ', 'nay'].map((text) => read(text).day)).toEqual([
      '2026-06-05',
      '2026-06-06',
      '2026-06-04',
      null,
    ]);
  });

  it('[E01] a ticket number, a paper’s number, a slip', () => {
    expect(read(' a 012 ').ticket).toBe('A012');
    expect(read('M1-26-0007').number).toBe('M1-26-0007');
    expect(read('MCS1*H26*…')).toMatchObject({ codes: [], day: null, number: null });
    expect(read('MCS1*H26*…').slip).not.toBeNull();
  });
});
