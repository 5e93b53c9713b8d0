// Pictures of the ward for the waiting room's display: files in `slides/` of the data folder [L11].
import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** One file and its type. */
export type SlideAnswer = { readonly type: string; readonly body: Buffer };

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** A picture of a screen is smaller; larger ones would make the display stutter. */
const LARGEST_BYTES = 10_000_000;
const MOST_SLIDES = 60;

/** The names of the slides in their order (`/slides.json`), or one of them (`/slides/<name>`); null for whatever is not there. */
export async function answerSlides(path: string, folder: string): Promise<SlideAnswer | null> {
  const names = await slidesIn(folder);
  if (path === '/slides.json')
    return { type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify({ slides: names })) };
  const name = nameOf(path);
  // Only what was listed is read, so that no path leads out of the folder.
  if (name === null || !names.includes(name)) return null;
  // Deleted since it was listed, or not readable: like one that is not there, and the display shows the number instead.
  const body = await readFile(join(folder, name)).catch(() => null);
  const type = TYPES[parse(name).ext.toLowerCase()];
  return body === null || type === undefined || body.length > LARGEST_BYTES ? null : { type, body };
}

function nameOf(path: string): string | null {
  try {
    return path.startsWith('/slides/') ? decodeURIComponent(path.slice('/slides/'.length)) : null;
  } catch {
    return null;
  }
}

/** A folder that is not there, or cannot be read, holds no slides. */
async function slidesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch((): string[] => []);
  return files
    .filter((file) => TYPES[parse(file).ext.toLowerCase()] !== undefined && !file.startsWith('.'))
    .toSorted()
    .slice(0, MOST_SLIDES);
}
