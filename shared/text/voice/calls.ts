// What is played for one call, as names of clips and silences: no file, no clock, no sound card.
import { shortCounterName } from '../../law/ward.ts';
import { callSequence } from '../numbers.ts';
import { CHIME, clipOf, counterClip } from './clips.ts';

/** One clip and the silence after it, in ms. */
export type Sound = { readonly clip: string; readonly pauseMs: number };

/** A call to be announced: a number, and the counter as the ward file names it. */
export type SpokenCall = {
  readonly number: string;
  readonly counter: { readonly id: string; readonly name: string };
};

const AFTER_CHIME_MS = 250;
const AFTER_PHRASE_MS = 160;
const AFTER_SIGN_MS = 110;
const BEFORE_COUNTER_MS = 260;
const WITHIN_NUMBER_MS = 15;
const BETWEEN_TIMES_MS = 900;

/**
 * Everything heard for one call, in order [CA3]: the chime, then the call said `repeat` times (DOMAIN 8.3). A call of which
 * one clip is not there is not said at all, only chimed: without its zeros A012 would be another number [CA4].
 * @param has whether the set in use holds a clip @param repeat 0: the chime alone
 */
export function announcementOf(
  call: SpokenCall,
  repeat: number,
  has: (clip: string) => boolean,
): readonly Sound[] {
  const once = spokenOf(call, has);
  const chime: Sound = { clip: CHIME, pauseMs: AFTER_CHIME_MS };
  return once === null ? [chime] : [chime, ...Array.from({ length: repeat }, () => once).flat()];
}

/** The number of a counter whose name is one, `Quầy 4 – tổng hợp` or `Quầy số 12`; null for `Quầy Tư pháp`. */
export function counterNumber(name: string): number | null {
  const found = /^quầy (?:số )?0*([1-9]\d?)$/i.exec(shortCounterName(name.normalize('NFC')).trim());
  return found ? Number(found[1]) : null;
}

/** The call said once; null when a clip of it is missing. */
function spokenOf({ number, counter }: SpokenCall, has: (clip: string) => boolean): readonly Sound[] | null {
  const names = callSequence(number, counterNumber(counter.name)).map((piece) => clipOf(piece) ?? '');
  const place = 1 + Array.from(number).length;
  const own = counterClip(counter.id);
  const sounds = [
    ...paused(names.slice(0, 1), AFTER_PHRASE_MS, AFTER_PHRASE_MS),
    ...paused(names.slice(1, place), AFTER_SIGN_MS, BEFORE_COUNTER_MS),
    ...paused(has(own) ? [own] : names.slice(place), WITHIN_NUMBER_MS, BETWEEN_TIMES_MS),
  ];
  return sounds.every(({ clip }) => has(clip)) ? sounds : null;
}

/** Clips with the silence between them and the one after the last. */
function paused(names: readonly string[], withinMs: number, afterMs: number): readonly Sound[] {
  return names.map((clip, at) => ({ clip, pauseMs: at === names.length - 1 ? afterMs : withinMs }));
}
