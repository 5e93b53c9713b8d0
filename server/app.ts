import rateLimit from '@fastify/rate-limit';
import Fastify, { LogController } from 'fastify';
import { toIso } from '../shared/basics/time.ts';
import { answerCompressed, TAKEN_ENCODINGS } from './http/answer.ts';
import { callerOf } from './auth/caller.ts';
import { attachmentGetRoute, attachmentPutRoute, attachmentsRoute } from './http/attachments/attachments.ts';
import { claimsRoute } from './http/claims/claims.ts';
import { createDoorbell } from './doorbell.ts';
import { doorbellRoute } from './http/doorbell.ts';
import { enrolRoute } from './http/enrol.ts';
import { eventsRoute, LEVEL } from './http/events.ts';
import { haveRoute } from './http/have.ts';
import { keysRoute } from './http/keys.ts';
import { nonceBook } from './auth/nonces.ts';
import { openApiRoute } from './http/openapi.ts';
import { healthRoute, homeRoute, readyRoute, ticketRoute } from './http/public.ts';
import { dayReportRoute } from './http/reports.ts';
import { namedVersion, versionRefusal } from './auth/protocol-version.ts';
import { unpacked } from './http/request-body.ts';
import { PROTOCOL_VERSION } from '../shared/sync/messages.ts';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { NonceBook } from './auth/nonces.ts';
import type { ApiRoute, Context, Refused } from './http/route.ts';

/** What an app is built from. `limits` off is for tests that ask more in a second than people do in a minute. */
export type AppParts = Omit<Context, 'doorbell'> & {
  readonly logger: FastifyBaseLogger;
  readonly limits?: 'on' | 'off';
};

/** Body bytes taken by a route that names no limit of its own. */
const SMALL_BODY = 4096;

const apiRoutes: readonly ApiRoute[] = [
  homeRoute,
  ticketRoute,
  healthRoute,
  readyRoute,
  enrolRoute,
  eventsRoute,
  haveRoute,
  keysRoute,
  claimsRoute,
  attachmentsRoute,
  attachmentPutRoute,
  attachmentGetRoute,
  doorbellRoute,
  dayReportRoute,
];

/** Builds the server without listening, so that tests can put requests in by `inject`. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    requestTimeout: 60_000,
    bodyLimit: SMALL_BODY,
    frameworkErrors: (error, request, reply) => void refuse(request, reply, refusalOf(error, request)),
  });
  app.removeAllContentTypeParsers();
  // Signatures are over the bytes as sent, so nothing parses them on the way in.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  addHeaders(app, parts);
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    refuse(request, reply, refusalOf(error, request)),
  );
  app.setNotFoundHandler((request, reply) =>
    refuse(request, reply, { status: 404, code: 'not-found', message: 'There is nothing here' }),
  );
  if (parts.limits !== 'off') await app.register(rateLimit, { global: false });
  const doorbell = createDoorbell(parts.store);
  app.addHook('preClose', (done) => {
    doorbell.close();
    done();
  });
  const nonces = nonceBook();
  const context = { ...parts, doorbell };
  for (const route of [...apiRoutes, openApiRoute(apiRoutes)]) addRoute(app, context, nonces, route);
  return app;
}

function addHeaders(app: FastifyInstance, parts: AppParts): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'x-motcua-time': toIso(parts.nowMs()),
      'x-motcua-protocol': String(PROTOCOL_VERSION),
      'x-motcua-level': LEVEL,
      'accept-encoding': TAKEN_ENCODINGS,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });
}

function addRoute(app: FastifyInstance, context: Context, nonces: NonceBook, route: ApiRoute): void {
  const bodyLimit = route.bodyLimit ?? SMALL_BODY;
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit,
    // A HEAD of the doorbell would hold it open for nothing.
    exposeHeadRoute: route.auth !== 'device',
    ...(route.perMinute ? { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } } : {}),
    handler: async (request, reply) => {
      const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const version = namedVersion(request.headers['x-motcua-protocol']);
      const foreign = route.auth === 'device' ? versionRefusal(version) : null;
      if (foreign) return refuse(request, reply, foreign);
      const caller = await callerOf(route, context, nonces, request, sent);
      if (!caller.ok) return refuse(request, reply, caller.error);
      const body = await unpacked(sent, request.headers['content-encoding'], bodyLimit);
      if (!body.ok) return refuse(request, reply, body.error);
      const answer = await route.handle({ context, caller: caller.value, request, body: body.value });
      if (!answer.ok) return refuse(request, reply, answer.error);
      return answerCompressed(request, reply, answer.value);
    },
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  const { status, code, message, more } = refused;
  // The pattern and not the address, which may name a dossier.
  const route = request.routeOptions?.url ?? null;
  request.log.info({ route, status, refused: code, device: claimedDevice(request) }, 'refused');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ code, message, ...more });
}

/** The device that a refused request names, if it looks like one of ours; other text stays out of the log. */
function claimedDevice(request: FastifyRequest): string | null {
  const claimed = String(request.headers['x-motcua-device'] ?? '');
  return /^d\d{1,6}-[0-9a-f]{16}$/.test(claimed) ? claimed : null;
}

function refusalOf(error: FastifyError, request: FastifyRequest): Refused {
  const status = error.statusCode ?? 500;
  if (status === 413)
    return { status, code: 'body-too-large', message: 'The body is longer than this route takes' };
  if (status === 429)
    return { status, code: 'too-many-requests', message: 'Too many requests; wait a minute' };
  if (status < 500) return { status, code: 'request-malformed', message: 'The request cannot be read' };
  request.log.error(
    { route: request.routeOptions.url ?? null, err: { message: error.message, stack: error.stack } },
    'fault',
  );
  return { status: 500, code: 'server-fault', message: 'The server failed; send it again later' };
}
