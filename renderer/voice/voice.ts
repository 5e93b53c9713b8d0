import { announcementOf } from '../../shared/text/voice/calls.ts';
import { CHIME } from '../../shared/text/voice/clips.ts';
import { chimeSamples, joined } from '../../shared/text/voice/joined.ts';
import { isQuiet } from '../../shared/law/waiting-room.ts';
import { CLIP_RATE, loadVoice } from './load-clips.ts';
import { createSpeaker } from './speaker.ts';
import type { VoiceSettings } from '../../shared/law/waiting-room.ts';
import type { SpokenCall } from '../../shared/text/voice/calls.ts';
import type { Samples } from '../../shared/text/voice/joined.ts';
import type { VoiceReport, VoiceSet } from './load-clips.ts';
import type { SoundState } from './speaker.ts';

/** How the page's voice stands. */
export type VoiceState = {
  /** `blocked`: the browser lets this page make no sound before somebody has touched it. */
  readonly sound: SoundState;
  /** Null until the clips have been looked at. */
  readonly report: VoiceReport | null;
};

/** The voice of one page. */
export type Voice = {
  readonly settings: VoiceSettings;
  /** Loads the clips; more than once is once. */
  readonly load: () => Promise<void>;
  /** Loads the clips and opens the sound as far as the browser lets it; within a tap or a key press it always does. */
  readonly open: () => Promise<void>;
  /**
   * Says one call and resolves when it has been heard to its end, or at once where nothing is to be heard: no sound, volume 0,
   * quiet hours. One at a time: what is still being said is broken off.
   */
  readonly say: (call: SpokenCall) => Promise<void>;
  /** Ends what is being said. */
  readonly hush: () => void;
  readonly state: () => VoiceState;
  /** Called at each change; returns how to stop. */
  readonly watch: (listener: () => void) => () => void;
};

/** The wait for clips that are still being loaded when the first call comes. */
const LOAD_WAIT_MS = 3000;

/** Builds the voice of a page; nothing is loaded or opened before it is asked for. */
export function createVoice(settings: VoiceSettings, nowMs: () => number): Voice {
  const listeners = new Set<() => void>();
  let state: VoiceState = { sound: 'closed', report: null };
  const show = (change: Partial<VoiceState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const load = once(async () => {
    const loaded = await loadVoice(settings.region);
    if (loaded) show({ report: loaded.report });
    return loaded;
  });
  const speaker = createSpeaker((sound) => {
    if (sound !== state.sound) show({ sound });
  });
  let turn = 0;
  return {
    settings,
    load: async () => void (await load()),
    open: async () => void (await Promise.all([speaker.open(), load()])),
    say: async (call) => {
      const mine = (turn += 1);
      speaker.stop();
      if (settings.volume === 0 || isQuiet(settings, nowMs()) || !speaker.isOpen()) return;
      const loaded = await Promise.race([load(), sleep(LOAD_WAIT_MS)]);
      // Somebody else speaks by now, or the page was told to be quiet.
      if (mine === turn) await speaker.play(samplesOf(call, settings.repeat, loaded), settings);
    },
    hush: () => {
      turn += 1;
      speaker.stop();
    },
    state: () => state,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Without clips there is the chime, which needs no file. */
function samplesOf(call: SpokenCall, repeat: number, loaded: VoiceSet | null): Samples {
  const clips = loaded?.clips ?? new Map([[CHIME, chimeSamples(CLIP_RATE)]]);
  const sounds = announcementOf(call, repeat, (clip) => clips.has(clip));
  return joined(sounds, (clip) => clips.get(clip), CLIP_RATE);
}

/** Runs once; a run that brought nothing is run again when it is asked for again. */
function once<T>(work: () => Promise<T | null>): () => Promise<T | null> {
  let running: Promise<T | null> | null = null;
  return () => {
    running ??= work().then((done) => {
      if (done === null) running = null;
      return done;
    });
    return running;
  };
}

function sleep(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), ms));
}
