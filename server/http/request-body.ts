import { promisify } from 'node:util';
import { gunzip, zstdDecompress } from 'node:zlib';
import { err, ok } from '../../shared/basics/result.ts';
import type { z } from 'zod';
import type { Result } from '../../shared/basics/result.ts';
import type { Refused } from './route.ts';

const unzips = { gzip: promisify(gunzip), zstd: promisify(zstdDecompress) } as const;

/** Unpacks a body as sent; never more than `limit` bytes come into memory. */
export async function unpacked(
  sent: Buffer,
  encoding: string | undefined,
  limit: number,
): Promise<Result<Buffer, Refused>> {
  if (encoding === undefined || encoding === 'identity') return ok(sent);
  if (encoding !== 'gzip' && encoding !== 'zstd') {
    const message = 'Content-encoding is zstd, gzip or none';
    return err({ status: 415, code: 'encoding-unsupported', message });
  }
  try {
    return ok(await unzips[encoding](sent, { maxOutputLength: limit }));
  } catch (cause) {
    const tooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    return err(
      tooLarge
        ? bodyTooLarge(limit)
        : encoding === 'gzip'
          ? { status: 400, code: 'body-not-gzip', message: 'The body is not gzip' }
          : { status: 400, code: 'body-not-zstd', message: 'The body is not zstd' },
    );
  }
}

/** The refusal of a body that is longer than its route takes. */
export function bodyTooLarge(limit: number): Refused {
  return { status: 413, code: 'body-too-large', message: `At most ${limit} bytes, counted after unpacking` };
}

/** Reads a JSON body by its schema. */
export function jsonBody<T>(body: Buffer, schema: z.ZodType<T>): Result<T, Refused> {
  try {
    const parsed = schema.safeParse(JSON.parse(body.toString('utf8')));
    if (parsed.success) return ok(parsed.data);
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return err({
      status: 400,
      code: 'request-malformed',
      message: `The body does not have the asked shape (${where || 'top'})`,
    });
  } catch {
    return err({ status: 400, code: 'request-malformed', message: 'The body is not JSON' });
  }
}
