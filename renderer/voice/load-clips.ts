import { CHIME, clipNames } from '../../shared/text/voice/clips.ts';
import { chimeSamples } from '../../shared/text/voice/joined.ts';
import { voiceListSchema } from '../../shared/text/voice/voice-list.ts';
import type { VoiceRegion } from '../../shared/text/voice/clips.ts';
import type { Samples } from '../../shared/text/voice/joined.ts';
import type { VoiceList } from '../../shared/text/voice/voice-list.ts';

/** What is known of the clips of a voice; names without endings, but for `strange`. */
export type VoiceReport = {
  /** Clips that can be played, out of `wanted`. */
  readonly playable: number;
  readonly wanted: number;
  /** Clips of the ward's own that are played. */
  readonly own: readonly string[];
  /** Files that are there and hold no sound; a bundled one of the name is played instead. */
  readonly broken: readonly string[];
  readonly missing: readonly string[];
  /** Files in the ward's own folder whose name is none of a clip. */
  readonly strange: readonly string[];
};

/** A voice, loaded: its clips as samples of `CLIP_RATE`, the chime among them. */
export type VoiceSet = { readonly clips: ReadonlyMap<string, Samples>; readonly report: VoiceReport };

/** Samples a second of everything that is played. */
export const CLIP_RATE = 24_000;
/** A clip is a few words; one that is longer than this is a wrong file. */
const LONGEST_SECONDS = 12;

type Loaded = { readonly name: string; readonly samples: Samples | null; readonly from: 'own' | 'bundled' };

/** Loads every clip of a region, the ward's own before the bundled one; null while the host gives no list. */
export async function loadVoice(region: VoiceRegion): Promise<VoiceSet | null> {
  const list = await listOf(region);
  if (!list) return null;
  const tries = await Promise.all([
    ...list.own.map((name) => load(name, 'own', `/voice/${region}/own/${name}`)),
    ...list.bundled.map((name) => load(name, 'bundled', `/voice/${region}/${name}.wav`)),
  ]);
  const clips = new Map<string, Samples>([[CHIME, chimeSamples(CLIP_RATE)]]);
  // The ward's own come last, and so stand in the place of the bundled ones.
  for (const { name, samples } of tries.toReversed()) if (samples) clips.set(name, samples);
  const named = (wanted: (one: Loaded) => boolean) => tries.filter(wanted).map(({ name }) => name);
  const missing = clipNames.filter((name) => !clips.has(name));
  return {
    clips,
    report: {
      playable: clipNames.length - missing.length,
      wanted: clipNames.length,
      own: named(({ from, samples }) => from === 'own' && samples !== null),
      broken: named(({ samples }) => samples === null),
      missing,
      strange: list.strange,
    },
  };
}

async function listOf(region: VoiceRegion): Promise<VoiceList | null> {
  const bytes = await fileAt(`/voice/${region}.json`);
  if (!bytes) return null;
  try {
    return voiceListSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null; // not a host's answer: a page served by something else has no voice
  }
}

async function load(name: string, from: Loaded['from'], address: string): Promise<Loaded> {
  const bytes = await fileAt(address);
  return { name, from, samples: bytes ? await decoded(bytes) : null };
}

async function fileAt(address: string): Promise<ArrayBuffer | null> {
  try {
    // oxlint-disable-next-line eslint/no-restricted-globals -- sound files are files of the page, like its fonts, and not said over the bridge
    const answer = await fetch(address);
    return answer.ok ? await answer.arrayBuffer() : null;
  } catch {
    return null; // the host is away; who asked tries again
  }
}

/** One channel of a sound file; null for what is none, has nothing to hear, or is far too long for a clip. */
async function decoded(bytes: ArrayBuffer): Promise<Samples | null> {
  try {
    const sound = await new OfflineAudioContext(1, 1, CLIP_RATE).decodeAudioData(bytes);
    const samples = sound.getChannelData(0);
    return sound.duration <= LONGEST_SECONDS && samples.some((sample) => sample !== 0) ? samples : null;
  } catch {
    return null; // no sound file
  }
}
