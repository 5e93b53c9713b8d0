import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDistrict } from '../support/district.ts';
import type { TestDistrict } from '../support/district.ts';

type OpenApi = {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { readonly security?: unknown }>>;
};

describe('public side', () => {
  let district: TestDistrict;
  beforeEach(async () => {
    district = await testDistrict();
  });
  afterEach(() => district.close());

  it('/openapi.json lists every route and whom it is for', async () => {
    const document = (await district.app.inject('/openapi.json')).json<OpenApi>();
    expect(document.openapi).toBe('3.1.0');
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { security }]) => `${method.toUpperCase()} ${path} ${JSON.stringify(security ?? [])}`,
      ),
    );
    expect(listed.sort()).toEqual([
      'GET / []',
      'GET /healthz []',
      'GET /openapi.json []',
      'GET /readyz []',
      'GET /t []',
      'GET /v1/attachments/{sha256} [{"device":[]}]',
      'GET /v1/doorbell [{"device":[]}]',
      'GET /v1/reports/day [{"reader":[]}]',
      'POST /v1/attachments [{"device":[]}]',
      'POST /v1/claims [{"device":[]}]',
      'POST /v1/enrol []',
      'POST /v1/events [{"device":[]}]',
      'POST /v1/have [{"device":[]}]',
      'POST /v1/keys [{"device":[]}]',
      'PUT /v1/attachments/{sha256} [{"device":[]}]',
    ]);
    for (const line of listed) {
      const [method = '', path = ''] = line.split(' ');
      const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
      expect(district.app.hasRoute({ method: method as 'GET', url })).toBe(true);
    }
    const served = [
      ...district.app.printRoutes({ commonPrefix: false }).matchAll(/\(((?:GET|POST|PUT)[^)]*)\)/g),
    ].flatMap(([, methods = '']) => methods.split(', ').filter((method) => method !== 'HEAD'));
    expect(served).toHaveLength(listed.length);
    expect(JSON.stringify(document)).not.toContain('$schema');
  });

  it('the page is Vietnamese, plain, without script, under a policy that forbids one', async () => {
    const page = await district.app.inject('/');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.body).toContain('lang="vi"');
    expect(page.body).not.toMatch(/<script|https?:/);
  });

  it('every answer says not to sniff and what time it is here; unknown paths are one 404', async () => {
    const unknown = ['/v1/claims', '/metrics', '/../etc/passwd', '/v1/events'];
    for (const url of ['/', '/healthz', '/readyz', ...unknown]) {
      expect((await district.app.inject(url)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-motcua-time': '2026-06-05T03:00:00.000Z',
      });
    }
    const unreadable = await district.app.inject('/%');
    expect([unreadable.statusCode, unreadable.json().code]).toEqual([400, 'request-malformed']);
    for (const url of unknown) {
      const answer = await district.app.inject(url);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
    }
  });

  it('/readyz says when the store is away', async () => {
    expect((await district.app.inject('/readyz')).json()).toEqual({ ok: true });
    await district.store.close();
    const answer = await district.app.inject('/readyz');
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'store-away']);
    expect((await district.app.inject('/healthz')).statusCode).toBe(200);
  });
});
