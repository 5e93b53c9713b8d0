import { err, ok } from '../../shared/basics/result.ts';
import type { Result } from '../../shared/basics/result.ts';

/** Reads a text as JSON, with or without a byte-order mark. */
export function parsedJson(text: string): Result<unknown, 'not-json'> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch {
    return err('not-json');
  }
}
