// The voice as pages get it: bundled clips are files of the pages; the ward's own lie in the data folder and go before them.
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { isClipName, voiceRegions } from '../../../shared/text/voice/clips.ts';
import { errorCode } from '../files.ts';
import type { VoiceList } from '../../../shared/text/voice/voice-list.ts';

/** Where clips lie. */
export type VoiceFolders = {
  /** `voice/` of the built pages. */
  readonly bundled: string;
  /** `voice/` of the data folder: `<region>/<name>.wav`, `.mp3` or `.ogg`. */
  readonly own: string;
};

/** One file and its type. */
export type VoiceAnswer = { readonly type: string; readonly body: Buffer };

const TYPES: Readonly<Record<string, string>> = {
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

/** A clip is a few words long; whatever is larger is no clip. */
const LARGEST_BYTES = 4_000_000;

/** Which clips of a region there are (`/voice/<region>.json`), or one of the ward's own (`/voice/<region>/own/<name>`); null for any other address and for a file that is not there. */
export async function answerVoice(path: string, folders: VoiceFolders): Promise<VoiceAnswer | null> {
  const [, region = '', name] = /^\/voice\/([a-z]+)(?:\.json|\/own\/([a-z0-9-]{1,50}))$/.exec(path) ?? [];
  if (!voiceRegions.some((known) => known === region)) return null;
  if (name !== undefined) return ownClip(join(folders.own, region), name);
  const list = await listOf(join(folders.bundled, region), join(folders.own, region));
  return { type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(list)) };
}

async function listOf(bundledFolder: string, ownFolder: string): Promise<VoiceList> {
  const bundled = (await namesIn(bundledFolder)).filter(isClip).map((file) => parse(file).name);
  const files = await namesIn(ownFolder);
  const own = files.filter(isClip).map((file) => parse(file).name);
  return {
    bundled,
    own: [...new Set(own)],
    strange: files.filter((file) => !isClip(file) && !file.startsWith('.')),
  };
}

/** Of several files of one name the first by name counts: `.mp3` before `.ogg` before `.wav`. */
async function ownClip(folder: string, name: string): Promise<VoiceAnswer | null> {
  const file = (await namesIn(folder)).find((found) => isClip(found) && parse(found).name === name);
  const type = file === undefined ? undefined : TYPES[parse(file).ext];
  if (file === undefined || type === undefined) return null;
  const body = await readFile(join(folder, file)).catch(() => Buffer.alloc(0));
  // What cannot be read, or is no clip by its size, is an empty one: the page tells that it is broken.
  return { type, body: body.length > LARGEST_BYTES ? Buffer.alloc(0) : body };
}

function isClip(file: string): boolean {
  const { name, ext } = parse(file);
  return TYPES[ext] !== undefined && isClipName(name);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    // A folder that is there and cannot be read is told like a file that is no clip.
    return errorCode(error) === 'ENOENT' ? [] : [`${basename(folder)}/`];
  }
}
