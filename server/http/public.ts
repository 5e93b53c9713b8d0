import { z } from 'zod';
import { err, ok } from '../../shared/basics/result.ts';
import { homePage } from '../public/home-page.ts';
import type { ApiRoute } from './route.ts';

const upSchema = z.object({ ok: z.literal(true) });

/** The process answers. */
export const healthRoute: ApiRoute = {
  method: 'GET',
  path: '/healthz',
  summary: 'The process answers',
  auth: 'none',
  answerType: 'application/json',
  answerSchema: upSchema,
  refusals: [],
  handle: () => Promise.resolve(ok({ body: { ok: true } })),
};

/** The store answers too. */
export const readyRoute: ApiRoute = {
  method: 'GET',
  path: '/readyz',
  summary: 'The process and its store answer',
  auth: 'none',
  answerType: 'application/json',
  answerSchema: upSchema,
  refusals: [503],
  handle: async ({ context }) =>
    (await context.store.ready())
      ? ok({ body: { ok: true } })
      : err({ status: 503, code: 'store-away', message: 'The store does not answer' }),
};

/** A plain page for whoever opens the address in a browser: what this is, nothing of anybody. */
export const homeRoute: ApiRoute = {
  method: 'GET',
  path: '/',
  summary: 'A page for people that says what this server is',
  auth: 'none',
  perMinute: 120,
  answerType: 'text/html; charset=utf-8',
  refusals: [429],
  handle: () =>
    Promise.resolve(
      ok({
        body: homePage.html,
        type: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': homePage.csp },
      }),
    ),
};
