import { err, ok } from '../../shared/basics/result.ts';
import { tokenHash } from './secrets.ts';
import { signerOf } from './signed-request.ts';
import type { FastifyRequest } from 'fastify';
import type { Result } from '../../shared/basics/result.ts';
import type { NonceBook } from './nonces.ts';
import type { ApiRoute, Caller, Context, Refused } from '../http/route.ts';

/** Finds out who asks, as the route demands, or refuses with 401. */
export async function callerOf(
  route: ApiRoute,
  context: Context,
  nonces: NonceBook,
  request: FastifyRequest,
  sent: Buffer,
): Promise<Result<Caller, Refused>> {
  if (route.auth === 'none') return ok({ device: null, reader: null });
  if (route.auth === 'reader') return readerOf(context, request);
  const { method, url: path, headers } = request.raw;
  const call = { method: method ?? '', path: path ?? '', headers, body: sent };
  const signed = await signerOf(call, context.store.device, nonces);
  return signed.ok ? ok({ device: signed.value, reader: null }) : signed;
}

async function readerOf(context: Context, request: FastifyRequest): Promise<Result<Caller, Refused>> {
  const token = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const reader = token ? await context.store.reader(tokenHash(token)) : null;
  if (reader) return ok({ device: null, reader });
  return err({
    status: 401,
    code: 'token-unknown',
    message: 'Reports need a bearer token (npx motcua token)',
  });
}
