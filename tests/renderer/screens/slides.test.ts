import { describe, expect, it } from 'vitest';
import { slideAt } from '../../../renderer/screens/display/slides/use-slides.ts';

describe('[L11] pictures between calls', () => {
  it('each stands twelve seconds, the same on every display of a room; without pictures there is none', () => {
    const slides = ['/slides/1.png', '/slides/2.png'];
    const start = Date.UTC(2026, 10, 22);
    expect([0, 11_999, 12_000, 24_000].map((ms) => slideAt(slides, start + ms))).toEqual([
      slides[0],
      slides[0],
      slides[1],
      slides[0],
    ]);
    expect(slideAt([], start)).toBeNull();
  });
});
