import { CLIP_RATE } from './load-clips.ts';
import type { Samples } from '../../shared/text/voice/joined.ts';

/** Whether a page may be heard. */
export type SoundState = 'closed' | 'blocked' | 'open';

/** What makes the sound: one stretch of samples at a time. */
export type Speaker = {
  /** Opens the sound; where the browser wants a touch first, it stays blocked until this is called within one. */
  readonly open: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** Plays samples of `CLIP_RATE`; resolves at their end, or when they are stopped. */
  readonly play: (samples: Samples, how: { readonly volume: number; readonly rate: number }) => Promise<void>;
  readonly stop: () => void;
};

/** A browser that lets a page speak starts its sound within this time; one that does not leaves the promise open. */
const START_WAIT_MS = 1000;

/** Builds the speaker over one AudioContext, which stays open: a screen that falls asleep swallows the first word. */
export function createSpeaker(onState: (state: SoundState) => void): Speaker {
  let context: AudioContext | null = null;
  let stop = (): void => undefined;
  const isOpen = () => context?.state === 'running';
  const tell = () => {
    // A sound card that went away: nothing that was begun is to be heard later, when it comes back.
    if (!isOpen()) stop();
    onState(context === null ? 'closed' : isOpen() ? 'open' : 'blocked');
  };
  return {
    isOpen,
    open: async () => {
      if (!context) {
        context = new AudioContext();
        context.addEventListener('statechange', tell);
      }
      const late = new Promise<void>((done) => setTimeout(done, START_WAIT_MS));
      if (!isOpen()) await Promise.race([context.resume(), late]);
      tell();
    },
    play: (samples, how) => {
      stop();
      if (!context || !isOpen() || samples.length === 0) return Promise.resolve();
      const begun = begin(context, samples, how);
      stop = begun.stop;
      return begun.ended;
    },
    stop: () => stop(),
  };
}

type Begun = { readonly ended: Promise<void>; readonly stop: () => void };

function begin(context: AudioContext, samples: Samples, how: { volume: number; rate: number }): Begun {
  const buffer = context.createBuffer(1, samples.length, CLIP_RATE);
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer, playbackRate: how.rate });
  const gain = new GainNode(context, { gain: how.volume / 100 });
  source.connect(gain).connect(context.destination);
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  const stop = () => {
    source.onended = null;
    source.stop();
    source.disconnect();
    gain.disconnect();
    end();
  };
  source.onended = stop;
  source.start();
  return { ended, stop };
}
