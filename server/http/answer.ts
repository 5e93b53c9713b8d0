import { promisify } from 'node:util';
import { Readable } from 'node:stream';
import { gzip, zstdCompress } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from './route.ts';

const zips = { zstd: promisify(zstdCompress), gzip: promisify(gzip) } as const;

/** Encodings that pushes may come in, best first; told on every answer (RFC 7694). */
export const TAKEN_ENCODINGS = 'zstd, gzip';

/** Answers shorter than this travel as they are. */
const WORTH_ZIPPING_BYTES = 2048;

/** Sends an answer, compressed when it is long and the asker takes zstd or gzip. */
export async function answerCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  if (answer.body instanceof Readable) {
    return reply.type(answer.type ?? 'application/octet-stream').send(answer.body);
  }
  const bytes = Buffer.from(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  reply
    .type(answer.type ?? 'application/json; charset=utf-8')
    .headers({ ...answer.headers, vary: 'accept-encoding' });
  const taken = request.headers['accept-encoding'] ?? '';
  const encoding = (['zstd', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(taken));
  if (!encoding || bytes.length < WORTH_ZIPPING_BYTES) return reply.send(bytes);
  return reply.header('content-encoding', encoding).send(await zips[encoding](bytes));
}
