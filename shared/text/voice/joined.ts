// Clips joined into one stretch of samples: the page plays exactly this, and a file of a call holds exactly this.
import type { Sound } from './calls.ts';

/** One clip within a stretch, in samples. */
export type Place = { readonly clip: string; readonly from: number; readonly to: number };

/** Samples of one channel, −1 to 1. */
export type Samples = Float32Array<ArrayBuffer>;

/** Two soft strokes, E then C, as at a station; always the same samples. @param rate samples a second */
export function chimeSamples(rate: number): Samples {
  const samples = new Float32Array(Math.round(rate * 1.25));
  strike(samples, rate, 0, 659.25);
  strike(samples, rate, 0.42, 523.25);
  return samples;
}

/**
 * Where each clip of an announcement lies and how long the whole is, without the silence after the last. Clips follow each
 * other and never overlap. A clip whose length is not known takes no time.
 */
export function placesOf(
  sounds: readonly Sound[],
  lengthOf: (clip: string) => number,
  rate: number,
): { readonly places: readonly Place[]; readonly length: number } {
  let at = 0;
  const places = sounds.map(({ clip, pauseMs }) => {
    const from = at;
    const to = from + lengthOf(clip);
    at = to + Math.round((pauseMs * rate) / 1000);
    return { clip, from, to };
  });
  return { places, length: places.at(-1)?.to ?? 0 };
}

/** An announcement as samples. @param clipOf the samples of a clip at this rate */
export function joined(
  sounds: readonly Sound[],
  clipOf: (clip: string) => Samples | undefined,
  rate: number,
): Samples {
  const { places, length } = placesOf(sounds, (clip) => clipOf(clip)?.length ?? 0, rate);
  const samples = new Float32Array(length);
  for (const { clip, from } of places) samples.set(clipOf(clip) ?? [], from);
  return samples;
}

/** A struck bell: a tone with two overtones that dies away; begins and ends at 0, so that nothing clicks. */
function strike(samples: Samples, rate: number, atSeconds: number, hertz: number): void {
  const from = Math.round(atSeconds * rate);
  for (let at = from; at < samples.length; at += 1) {
    const t = (at - from) / rate;
    const swell = Math.min(1, t / 0.006) * Math.min(1, (samples.length - at) / (0.05 * rate));
    const tone = [1, 2, 3].reduce((sum, n) => sum + Math.sin(2 * Math.PI * hertz * n * t) / (n * n), 0);
    samples[at] = (samples[at] ?? 0) + 0.3 * swell * Math.exp(-4.2 * t) * tone;
  }
}
