/**
 * The spoken calls. `node build/voice.ts clips` makes the placeholder clips anew with espeak-ng (they are part of the
 * project; nothing else needs espeak-ng). `node build/voice.ts call A012 3 [north|south] [FILE]` writes one call as a
 * sound file, out/voice/A012-quay-3.wav where none is named.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clipNames, voiceRegions } from '../shared/text/voice/clips.ts';
import { makeClips } from './voice/make-clips.ts';
import { spokenCall } from './voice/spoken-call.ts';
import { wavBytes } from './voice/wav.ts';

const house = fileURLToPath(new URL('..', import.meta.url));
const clipsOf = (region: string): string => join(house, 'renderer', 'public', 'voice', region);
const [what = '', ...words] = process.argv.slice(2);

if (what === 'clips') makeAll();
else if (what === 'call') writeCall(words);
else {
  console.error('use: node build/voice.ts clips | call NUMBER COUNTER [north|south] [FILE]');
  process.exitCode = 2;
}

function makeAll(): void {
  for (const region of voiceRegions) {
    const bytes = makeClips(region, clipsOf(region));
    console.log(`${region}: ${clipNames.length} clips, ${Math.round(bytes / 1000)} kB`);
  }
}

function writeCall([number = 'A012', counter = '3', region = 'north', file]: readonly string[]): void {
  const path = file ?? join(house, 'out', 'voice', `${number}-quay-${counter}.wav`);
  const call = { number, counter: { id: `q${counter}`, name: `Quầy ${counter}` } };
  const { sounds, wave } = spokenCall(call, clipsOf(region));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wavBytes(wave));
  console.log(`${path}: ${(wave.samples.length / wave.rate).toFixed(2)} s`);
  console.log(sounds.map(({ clip }) => clip).join(' '));
}
