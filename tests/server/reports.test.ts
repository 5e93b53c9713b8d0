import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agrees } from '../../shared/report/columns.ts';
import { periodFigures } from '../../shared/report/day-figures.ts';
import { dossiersOf } from '../../server/db/fold-subjects.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { testDistrict } from '../support/district.ts';
import { lineChain } from '../support/events.ts';
import { dossierReceived, resultReady } from '../support/dossiers/facts.ts';
import type { DayFigures } from '../../shared/report/day-figures.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';

const ASKED = '/v1/reports/day?from=2026-06-05&to=2026-06-05';

describe('reports', () => {
  let district: TestDistrict;
  let desk: TestDevice;
  beforeEach(async () => {
    district = await testDistrict();
    desk = await district.enrol();
  });
  afterEach(() => district.close());

  const figures = async (url = ASKED, token = desk.reportsToken) =>
    district.app.inject({ url, headers: { authorization: `Bearer ${token}` } });

  it('[T04] counts the dossiers of the ward, and takes in what came since the last question', async () => {
    const chain = lineChain({ device: desk.device });
    const one = chain.add(dossierReceived('0001'));
    chain.add(dossierReceived('0002', { channel: 'online' }));
    await district.store.journal('thach-ban').append(chain.lines());
    expect((await figures()).json<DayFigures>().total).toMatchObject({
      received: 2,
      receivedOnline: 1,
      finished: 0,
      pending: 2,
    });
    chain.add(resultReady('0001', '2026-06-05T02:00:00.000Z', [one.hash]));
    await district.store.journal('thach-ban').append(chain.lines());
    const answer = (await figures()).json<DayFigures>();
    expect(answer.rows).toHaveLength(1);
    expect(answer.total).toMatchObject({
      received: 2,
      finished: 1,
      finishedOnTime: 1,
      pending: 1,
      pendingInTime: 1,
    });
    expect(answer.wrongRows).toEqual([]);
  });

  it('[V1] a result that arrives before its dossier counts all the same', async () => {
    const late = lineChain({ device: 'd2-back-office', startMs: Date.UTC(2026, 5, 5, 2) });
    late.add(resultReady('0001', '2026-06-05T02:00:00.000Z', []));
    await district.store.journal('thach-ban').append(late.lines());
    expect((await figures()).json<DayFigures>().total.received).toBe(0);
    const chain = lineChain({ device: desk.device });
    chain.add(dossierReceived('0001'));
    await district.store.journal('thach-ban').append(chain.lines());
    expect((await figures()).json<DayFigures>().total).toMatchObject({ received: 1, finished: 1 });
  });

  it('[T05] every row agrees with itself and the server’s rows equal a fold of all events', async () => {
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-06-0${n}`);
    const dossier = fc.record({
      day,
      due: day,
      ready: fc.option(day),
      field: fc.constantFrom('ho-tich', 'dat-dai'),
      online: fc.boolean(),
    });
    let epoch = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(dossier, { minLength: 1, maxLength: 12 }),
        day,
        day,
        async (dossiers, a, b) => {
          epoch += 1;
          const chain = lineChain({ device: desk.device, epoch: `epoch-${epoch}` });
          dossiers.forEach(({ day: received, due, ready, field, online }, n) => {
            const id = `${epoch}-${n}`;
            const first = chain.add(
              dossierReceived(id, {
                channel: online ? 'online' : 'counter',
                receivedAt: `${received}T01:00:00.000Z`,
                dueAt: `${due}T10:00:00.000Z`,
                procedure: {
                  code: 'x',
                  version: '1',
                  name: 'x',
                  fieldId: field,
                  fieldName: field,
                  agency: 'x',
                },
              }),
            );
            if (ready) chain.add(resultReady(id, `${ready}T09:00:00.000Z`, [first.hash]));
          });
          await district.store.journal('thach-ban').append(chain.lines());
          const [from = a, to = b] = [a, b].sort();
          const answer = (await figures(`/v1/reports/day?from=${from}&to=${to}`)).json<DayFigures>();
          expect(answer.wrongRows).toEqual([]);
          expect([...answer.rows, answer.total].every(agrees)).toBe(true);
          const ranges = Object.entries(await district.store.journal('thach-ban').vector());
          const lines = await Promise.all(
            ranges.map(([key, held]) => {
              const [device = '', name = ''] = key.split('/');
              return district.store
                .journal('thach-ban')
                .read({ device, epoch: name, from: 0, to: held }, 1000);
            }),
          );
          const events = lines.flat().flatMap((line) => {
            const parsed = parseLine(line);
            return parsed.ok ? [parsed.value] : [];
          });
          expect(answer).toEqual(periodFigures(dossiersOf(events), from, to, district.clock.ms));
        },
      ),
      { numRuns: 25, seed: 20260605 },
    );
  });

  it('wants a token, and a period that is one', async () => {
    expect((await figures(ASKED, 'motcua_wrong')).json()).toMatchObject({ code: 'token-unknown' });
    expect((await district.app.inject({ url: ASKED })).statusCode).toBe(401);
    for (const query of [
      '',
      '?from=2026-06-05',
      '?from=2026-06-31&to=2026-07-01',
      '?from=2026-06-06&to=2026-06-05',
      '?from=2020-01-01&to=2026-06-05',
    ]) {
      const answer = await figures(`/v1/reports/day${query}`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'period-malformed']);
    }
  });

  it('shows a token the figures of its own ward only', async () => {
    const neighbour = await district.enrol('desk', 'long-bien');
    const chain = lineChain({ device: desk.device });
    chain.add(dossierReceived('0001'));
    await district.store.journal('thach-ban').append(chain.lines());
    expect((await figures(ASKED, neighbour.reportsToken)).json<DayFigures>().total.received).toBe(0);
  });
});
