// The placeholder voices: every clip said by espeak-ng, cut to its sound, at one loudness.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clips } from '../../shared/text/voice/clips.ts';
import { readWav, wavBytes } from './wav.ts';
import type { VoiceRegion } from '../../shared/text/voice/clips.ts';
import type { Wave } from './wav.ts';

/** espeak-ng's voice of each region. */
const VOICES = { north: 'vi', south: 'vi-vn-x-south' } as const satisfies Record<VoiceRegion, string>;
const RATE = 16_000;
const WORDS_A_MINUTE = 150;
/** Below this nothing is heard; so much of the quiet at both ends is kept. */
const QUIET = 0.006;
const KEPT_SECONDS = 0.03;
const PEAK = 0.8;

/** Makes all clips of a region in `folder`, which is emptied first; returns their bytes together. Throws without espeak-ng. */
export function makeClips(region: VoiceRegion, folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const { name, spoken } of clips) {
    const file = wavBytes(loud(trimmed(slower(said(VOICES[region], spoken), RATE))));
    writeFileSync(join(folder, `${name}.wav`), file);
    bytes += file.length;
  }
  return bytes;
}

function said(voice: string, text: string): Wave {
  const flags = ['-v', voice, '-s', String(WORDS_A_MINUTE), '-p', '45', '--stdout', '--', text];
  return readWav(execFileSync('espeak-ng', flags, { maxBuffer: 10_000_000 }));
}

/** Fewer samples a second; each is the mean of what it stands for, so that nothing high folds back as a hiss. */
function slower({ rate, samples }: Wave, to: number): Wave {
  const step = rate / to;
  const length = Math.floor(samples.length / step);
  return {
    rate: to,
    samples: Float32Array.from({ length }, (_, at) => meanAround(samples, at * step, step)),
  };
}

/** The mean around a place under a Hann window one and a half samples of the lower rate wide to both sides. */
function meanAround(samples: Float32Array, place: number, step: number): number {
  const half = step * 1.5;
  let [sum, weights] = [0, 0];
  for (let at = Math.max(0, Math.ceil(place - half)); at <= place + half && at < samples.length; at += 1) {
    const weight = 1 + Math.cos((Math.PI * (at - place)) / half);
    sum += weight * (samples[at] ?? 0);
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

function trimmed({ rate, samples }: Wave): Wave {
  const first = samples.findIndex((sample) => Math.abs(sample) > QUIET);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > QUIET);
  const kept = Math.round(KEPT_SECONDS * rate);
  const cut = samples.slice(Math.max(0, first - kept), last + kept);
  return { rate, samples: cut.map((sample, at) => sample * fade(at, cut.length, kept)) };
}

/** Both ends come from and go to nothing, so that joined clips do not click. */
function fade(at: number, length: number, over: number): number {
  return Math.min(1, at / over, (length - 1 - at) / over);
}

function loud({ rate, samples }: Wave): Wave {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return { rate, samples: samples.map((sample) => (sample * PEAK) / (peak || 1)) };
}
