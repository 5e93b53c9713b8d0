import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementOf, counterNumber } from '../../../shared/text/voice/calls.ts';
import { CHIME, clipNames, clips, isClipName } from '../../../shared/text/voice/clips.ts';
import { chimeSamples, joined, placesOf } from '../../../shared/text/voice/joined.ts';

const all = (clip: string) => clip === CHIME || clipNames.includes(clip);
const names = (number: string, counter: string, repeat = 2, has = all) =>
  announcementOf({ number, counter: { id: 'q1', name: counter } }, repeat, has).map(({ clip }) => clip);

const A012_3 = ['moi-cong-dan', 'chu-a', 'so-0', 'so-1', 'so-2', 'den-quay-so', 'so-3'];
const letter = fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'));
const ticketNumber = fc
  .tuple(fc.array(letter, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 999 }))
  .map(([letters, n]) => letters.join('') + String(n).padStart(3, '0'));

describe('the clips of a call', () => {
  it('[CA3] have names that are said once each and stay files', () => {
    expect(new Set(clipNames).size).toBe(clips.length);
    expect(new Set(clips.map(({ piece }) => piece)).size).toBe(clips.length);
    expect(clipNames.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
    expect(['chuong', 'so-0', 'quay-tu-phap'].map(isClipName)).toEqual([true, true, true]);
    expect(['so-11', 'quay-', 'quay-Tư', '../so-1', 'quay-a/b'].map(isClipName)).not.toContain(true);
  });

  it('[CA3] [L06] a call is a chime and the call twice, digit by digit', () => {
    expect(names('A012', 'Quầy 3')).toEqual([CHIME, ...A012_3, ...A012_3]);
    expect(names('A012', 'Quầy 3', 1)).toEqual([CHIME, ...A012_3]);
    expect(names('A012', 'Quầy 3', 0)).toEqual([CHIME]);
  });

  it('[CA3] counters are said as numbers: mười, mười lăm, hai mươi mốt', () => {
    const place = (counter: string) => names('A001', counter, 1).slice(7).join(' ');
    expect(place('Quầy 10')).toBe('so-10');
    expect(place('Quầy số 15 – tổng hợp')).toBe('so-10 nam-sau-muoi');
    expect(place('Quầy 21')).toBe('so-2 hang-muoi mot-sau-muoi');
    expect(place('Quầy 04')).toBe('so-4');
    for (let n = 1; n <= 60; n += 1) {
      const said = names('AX014', `Quầy ${n}`, 1);
      expect([n, said.length > 8, said.every(all)]).toEqual([n, true, true]);
    }
  });

  it('[CA3] a counter without a number is on the board, or in a clip of the ward’s own', () => {
    expect(['Quầy Tư pháp', 'Bàn hướng dẫn', 'Quầy 100', 'Phòng 3'].map(counterNumber)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(names('B001', 'Quầy Tư pháp', 1).at(-1)).toBe('den-quay-tren-bang');
    const withOwn = (clip: string) => all(clip) || clip === 'quay-q1';
    expect(names('B001', 'Quầy Tư pháp', 1, withOwn).at(-1)).toBe('quay-q1');
    expect(names('B001', 'Quầy 7', 1, withOwn).slice(-2)).toEqual(['so-1', 'quay-q1']);
  });

  it('[CA4] a call of which a clip is missing is chimed and not said: without its zeros it would be another number', () => {
    fc.assert(
      fc.property(
        ticketNumber,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...clipNames),
        (number, n, lost) => {
          const whole = names(number, `Quầy ${n}`, 2);
          const left = names(number, `Quầy ${n}`, 2, (clip) => clip !== lost && all(clip));
          expect(left).toEqual(whole.includes(lost) ? [CHIME] : whole);
        },
      ),
      { seed: 20_261_122, numRuns: 500 },
    );
    expect(names('Đ01', 'Quầy 1')).toEqual([CHIME]);
  });
});

describe('a call as sound', () => {
  const rate = 16_000;
  const lengthOf = (clip: string) => 1000 + clip.length * 100;
  const clipAt = (clip: string) => new Float32Array(lengthOf(clip)).fill((clipNames.indexOf(clip) + 1) / 100);

  it('[CA3] every clip lies after the one before it and its silence, whole, and nothing else is heard', () => {
    fc.assert(
      fc.property(ticketNumber, fc.integer({ min: 1, max: 60 }), (number, n) => {
        const call = { number, counter: { id: 'q1', name: `Quầy ${n}` } };
        const sounds = announcementOf(call, 2, all);
        const { places, length } = placesOf(sounds, lengthOf, rate);
        const samples = joined(sounds, clipAt, rate);
        expect(samples.length).toBe(length);
        let at = 0;
        places.forEach(({ clip, from, to }, index) => {
          expect([clip, to - from]).toEqual([sounds[index]?.clip, lengthOf(clip)]);
          expect(from - at).toBe(index === 0 ? 0 : ((sounds[index - 1]?.pauseMs ?? 0) * rate) / 1000);
          expect(samples.subarray(at, from).every((sample) => sample === 0)).toBe(true);
          expect(samples.subarray(from, to)).toEqual(clipAt(clip));
          at = to;
        });
        expect(at).toBe(length);
      }),
      { seed: 20_261_122, numRuns: 40 },
    );
  });

  it('[L05] the chime needs no file, is heard, and begins and ends in silence', () => {
    for (const hertz of [16_000, 24_000, 48_000]) {
      const chime = chimeSamples(hertz);
      const peak = chime.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      expect(chime.length).toBe(hertz * 1.25);
      expect(peak).toBeGreaterThan(0.25);
      expect(peak).toBeLessThan(0.9);
      expect([Math.abs(chime[0] ?? 1), Math.abs(chime.at(-1) ?? 1)].every((end) => end < 0.001)).toBe(true);
    }
  });
});
