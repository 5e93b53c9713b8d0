import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from './route.ts';

const zip = promisify(gzip);

/** Answers shorter than this travel as they are. */
const WORTH_ZIPPING_BYTES = 2048;

/** Sends an answer, compressed when it is long and the asker takes gzip. */
export async function answerCompressed(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
): Promise<FastifyReply> {
  const bytes = Buffer.from(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  reply
    .type(answer.type ?? 'application/json; charset=utf-8')
    .headers({ ...answer.headers, vary: 'accept-encoding' });
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (!takesGzip || bytes.length < WORTH_ZIPPING_BYTES) return reply.send(bytes);
  return reply.header('content-encoding', 'gzip').send(await zip(bytes));
}
