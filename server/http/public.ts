import { z } from 'zod';
import { err, ok } from '../../shared/basics/result.ts';
import { homePage } from '../public/home-page.ts';
import { ticketPage, ticketPageCsp } from '../public/ticket-page.ts';
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

const ticketQuery = z.object({
  w: z.string().regex(/^[a-z0-9-]{1,40}$/),
  n: z.string().regex(/^[0-9a-f]{32}$/),
  lang: z.enum(['vi', 'en']).optional().catch(undefined),
});

/** Where a number stands, for whoever holds its paper: its id is random, so that nobody finds another's [K18]. */
export const ticketRoute: ApiRoute = {
  method: 'GET',
  path: '/t',
  summary: 'Where a queue number stands, as a page for its holder',
  auth: 'none',
  perMinute: 30,
  query: [
    { name: 'w', description: 'Ward' },
    { name: 'n', description: 'Random part of the ticket id, 32 hex digits' },
    { name: 'lang', description: 'vi or en; as the browser asks where left out' },
  ],
  answerType: 'text/html; charset=utf-8',
  refusals: [429],
  handle: async ({ context, request }) => {
    const asked = ticketQuery.safeParse(request.query);
    const { store, nowMs } = context;
    // A broken address and an unknown number look the same.
    const found = asked.success ? await store.ticketInLine(asked.data.w, `ticket-${asked.data.n}`) : null;
    const lang = asked.data?.lang ?? (/^en\b/.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi');
    const link = asked.success ? `/t?w=${asked.data.w}&amp;n=${asked.data.n}` : '/t?';
    return ok({
      body: ticketPage(found, { lang, nowMs: nowMs(), link }),
      type: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': ticketPageCsp },
    });
  },
};
