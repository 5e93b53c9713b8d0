import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spokenCall } from '../../build/voice/spoken-call.ts';
import { readWav, wavBytes } from '../../build/voice/wav.ts';
import { CHIME, clipNames, voiceRegions } from '../../shared/text/voice/clips.ts';
import { placesOf } from '../../shared/text/voice/joined.ts';
import { root } from './house-copy.ts';

const folderOf = (region: string) => join(root, 'renderer', 'public', 'voice', region);
const most = 1_500_000;

describe.each(voiceRegions)('the bundled voice of the %s', (region) => {
  const folder = folderOf(region);
  const files = readdirSync(folder).toSorted();
  const waves = new Map(files.map((file) => [file, readWav(readFileSync(join(folder, file)))]));

  it('[CA4] has every clip and no other', () => {
    expect(files).toEqual(clipNames.map((name) => `${name}.wav`).toSorted());
  });

  it('[CA4] every clip is one voice of 16 kHz, as short as its words, and can be heard', () => {
    const strange = [...waves].filter(([, { rate, samples }]) => {
      const seconds = samples.length / rate;
      const peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
      return rate !== 16_000 || seconds < 0.15 || seconds > 3 || peak < 0.5 || peak > 0.95;
    });
    expect(strange.map(([file]) => file)).toEqual([]);
  });

  it('[CA4] is small enough for every clone', () => {
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
    expect(bytes).toBeLessThan(most);
  });

  it('[CA3] A012 at counter 3 is a chime and the call twice, as one sound file of this length', () => {
    const { sounds, wave } = spokenCall({ number: 'A012', counter: { id: 'q3', name: 'Quầy 3' } }, folder);
    const once = ['moi-cong-dan', 'chu-a', 'so-0', 'so-1', 'so-2', 'den-quay-so', 'so-3'];
    expect(sounds.map(({ clip }) => clip)).toEqual([CHIME, ...once, ...once]);
    const samplesOf = (clip: string) => waves.get(`${clip}.wav`)?.samples;
    const lengthOf = (clip: string) => samplesOf(clip)?.length ?? 20_000;
    const { places, length } = placesOf(sounds, lengthOf, wave.rate);
    const file = readWav(wavBytes(wave));
    expect(file.samples.length).toBe(length);
    expect(length / wave.rate).toBeLessThan(15);
    const heard = places.slice(1).filter(({ clip, from, to }) => {
      const part = file.samples.subarray(from, to);
      return samplesOf(clip)?.every((sample, at) => Math.abs(sample - (part[at] ?? 9)) < 0.0001) === true;
    });
    expect(heard.map(({ clip }) => clip)).toEqual([...once, ...once]);
  });
});
