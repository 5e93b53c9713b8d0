// One call as a sound file, joined from the bundled clips as the display joins them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcementOf } from '../../shared/text/voice/calls.ts';
import { CHIME } from '../../shared/text/voice/clips.ts';
import { chimeSamples, joined } from '../../shared/text/voice/joined.ts';
import { readWav } from './wav.ts';
import type { Sound, SpokenCall } from '../../shared/text/voice/calls.ts';
import type { Wave } from './wav.ts';

const RATE = 16_000;

/** A call as it is heard, and what it is made of. @param folder the clips of one region */
export function spokenCall(
  call: SpokenCall,
  folder: string,
  repeat = 2,
): { readonly sounds: readonly Sound[]; readonly wave: Wave } {
  const file = (clip: string) => join(folder, `${clip}.wav`);
  const sounds = announcementOf(call, repeat, (clip) => existsSync(file(clip)));
  const samplesOf = (clip: string) =>
    clip === CHIME ? chimeSamples(RATE) : readWav(readFileSync(file(clip))).samples;
  return { sounds, wave: { rate: RATE, samples: joined(sounds, samplesOf, RATE) } };
}
