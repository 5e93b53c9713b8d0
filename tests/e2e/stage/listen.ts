// What a page plays: every buffer that it starts, kept in the page, and compared there with the clips as files.
import type { BrowserContext, Page } from 'playwright-core';
import type { Sound } from '../../../shared/text/voice/calls.ts';

type Started = { readonly at: number; readonly ms: number; readonly samples: Float32Array };

declare global {
  interface Window {
    startedSounds?: Started[];
  }
}

/** One call as it was started: when, by the page's clock, and how long it lasts. */
export type StartedCall = { readonly at: number; readonly ms: number };

/** Keeps whatever pages that are opened from now on play. */
export async function listen(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const kept: Started[] = (window.startedSounds = []);
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when: number[]) {
      const { buffer, playbackRate } = this;
      if (buffer) {
        const ms = (buffer.duration * 1000) / playbackRate.value;
        kept.push({ at: performance.now(), ms, samples: buffer.getChannelData(0).slice() });
      }
      return start.apply(this, when as []);
    };
  });
}

/**
 * Pages opened from now on stay silent until they are touched, as a browser without the shell's flag keeps them. Chromium
 * itself shows it only by chance here: whatever a test asks of a page counts as a touch.
 */
export async function keepSilent(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let touched = false;
    addEventListener('pointerdown', () => (touched = true), { capture: true });
    const { resume } = AudioContext.prototype;
    AudioContext.prototype.resume = function (this: AudioContext) {
      return touched ? resume.call(this) : new Promise(() => undefined);
    };
    const Real = AudioContext;
    window.AudioContext = class extends Real {
      constructor() {
        super();
        void this.suspend();
      }
    };
  });
}

/** How many calls a page has begun to say. */
export function countStarted(page: Page): Promise<number> {
  return page.evaluate(() => window.startedSounds?.length ?? -1);
}

/** Calls that a page has begun to say. */
export function startedCalls(page: Page): Promise<readonly StartedCall[]> {
  return page.evaluate(() => (window.startedSounds ?? []).map(({ at, ms }) => ({ at, ms })));
}

/**
 * The clips that were heard, in order, when the nth sound is what it should be: each bundled clip whole at its place with
 * silence between, the chime first, and nothing behind; empty otherwise.
 */
export function heardAgainst(page: Page, nth: number, sounds: readonly Sound[]): Promise<readonly string[]> {
  return page.evaluate(
    async ([index, wanted]) => {
      const { samples } = window.startedSounds?.[index] ?? { samples: new Float32Array() };
      const rate = 24_000;
      const decoded = async (name: string) => {
        const bytes = await (await fetch(`/voice/north/${name}.wav`)).arrayBuffer();
        return (await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes)).getChannelData(0);
      };
      const isSilent = (from: number, to: number) =>
        samples.subarray(from, to).every((sample) => sample === 0);
      const [chime, ...said] = wanted;
      let at = rate * 1.25;
      let pause = chime?.pauseMs ?? 0;
      const heard = [chime?.clip ?? ''];
      for (const { clip, pauseMs } of said) {
        const from = at + Math.round((pause * rate) / 1000);
        const sound = await decoded(clip);
        const same = sound.every((sample, place) => Math.abs(sample - (samples[from + place] ?? 9)) < 1e-6);
        if (!same || !isSilent(at, from)) return [];
        heard.push(clip);
        at = from + sound.length;
        pause = pauseMs;
      }
      return at === samples.length && !isSilent(0, rate) ? heard : [];
    },
    [nth, sounds] as const,
  );
}
