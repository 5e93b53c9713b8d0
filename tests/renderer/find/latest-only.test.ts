import { describe, expect, it } from 'vitest';
import { latestOnly } from '../../../renderer/store/find/latest-only.ts';

describe('a question at every key', () => {
  it('[E01] asks for one text at a time and then for the last one only; whoever waits has its answer', async () => {
    const asked: string[] = [];
    const ends: (() => void)[] = [];
    const find = latestOnly(async (text) => {
      asked.push(text);
      await new Promise<void>((end) => ends.push(end));
    });
    const waits = ['n', 'ng', 'ngu', 'nguy'].map((text) => find(text));
    expect(asked).toEqual(['n']);
    let over = false;
    void Promise.all(waits).then(() => (over = true));
    ends[0]?.();
    await new Promise((end) => setTimeout(end));
    expect({ asked, over }).toEqual({ asked: ['n', 'nguy'], over: false });
    ends[1]?.();
    await Promise.all(waits);
    const again = find('an');
    expect(asked.at(-1)).toBe('an');
    ends[2]?.();
    await again;
  });
});
