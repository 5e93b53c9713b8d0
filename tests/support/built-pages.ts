import { fileURLToPath } from 'node:url';
import { buildPages } from '../../build/bundle.ts';

/** Builds the pages once before files that start the product run side by side. */
export function setup(): Promise<void> {
  return buildPages(fileURLToPath(new URL('../..', import.meta.url)), (line) => console.log(line));
}
