import { expect, it } from 'vitest';
import { procedureCounts } from '../../../shared/report/lists/procedure-counts.ts';
import { lineChain } from '../../support/events.ts';
import { juneMs, lifeDesk } from '../../support/dossiers/life.ts';

const items = ['Tờ khai', 'Giấy chứng sinh'];

it('[PR12] counts of a procedure: received in the period, asked for papers again, refused, papers asked for', () => {
  const desk = lifeDesk();
  desk.act(juneMs(2, 9), { act: 'ask-supplement', formNo: '1', items, reason: 'thiếu', until: null });
  desk.act(juneMs(3, 9), { act: 'take-supplement', items, officerDay: null });
  desk.act(juneMs(3, 10), {
    act: 'ask-supplement',
    formNo: '2',
    items: ['Ảnh'],
    reason: 'thiếu',
    until: null,
  });
  const procedure = { code: '1.001193', name: 'Khai sinh', fieldId: 'ho-tich', fieldName: 'Hộ tịch' };
  const refused = (at: string) => ({
    procedure,
    channel: 'counter',
    officerName: 'Lan',
    formNo: '1',
    because: 'other',
    reason: 'x',
    at,
    role: 'reception',
  });
  const chain = lineChain({ epoch: 'other' });
  const filings = ['2026-06-04T03:00:00.000Z', '2026-07-01T03:00:00.000Z'].map((at, n) =>
    chain.add({ type: 'filing-refused', subject: `filing-${n}`, body: refused(at) }),
  );
  const events = [...desk.events, ...filings];
  const counts = (from: string, to: string) =>
    procedureCounts([desk.dossier()], [...events, ...events], from, to).get('1.001193');
  expect(counts('2026-06-01', '2026-06-30')).toEqual({
    received: 1,
    withSupplement: 1,
    refused: 1,
    papersAsked: 3,
  });
  expect(counts('2026-05-01', '2026-05-31')).toBeUndefined();
});
