import { describe, expect, it } from 'vitest';
import { drillProgress } from '../../../../shared/report/outage/drill-steps.ts';
import { actKind, outageReport, spansOf } from '../../../../shared/report/outage/outage-report.ts';
import { outageSlip } from '../../../../shared/slip/forms/outage-slip.ts';
import type { OutageAct } from '../../../../shared/report/outage/outage-report.ts';

const act = (seq: number, type: string, more: Partial<OutageAct> = {}): OutageAct => ({
  device: 'd1',
  epoch: 'e1',
  seq,
  type,
  wall: `2026-06-05T01:${String(seq).padStart(2, '0')}:00.000Z`,
  actor: null,
  subject: `s-${seq}`,
  name: '',
  gave: '',
  ...more,
});

const acts = [
  act(2, 'ticket-issued', { gave: 'A001' }),
  act(3, 'ticket-issued', { gave: 'AX014' }),
  act(4, 'dossier-received', { actor: 'lan', gave: 'TAM-M1-260605-1' }),
  act(5, 'dossier-received', { actor: 'lan', gave: 'H26.19.05-260605-0001' }),
  act(6, 'paper-printed', { actor: 'lan' }),
  act(7, 'numbers-granted'),
];

describe('the report of an outage', () => {
  it('[OUT2] counts kinds and people that sum up, names what was given, and confirms only what the level above named', () => {
    const report = outageReport(acts, { 'd1/e1': 5 });
    expect(report).toMatchObject({ acts: 6, confirmed: 3 });
    expect(report.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(report.people).toEqual([
      { actor: 'lan', count: 3 },
      { actor: null, count: 2 },
    ]);
    expect(report.provisional).toEqual(['TAM-M1-260605-1']);
    expect(report.ownLetters).toEqual(['AX014']);
    expect(outageReport(acts, { 'd1/e1': 8 }).confirmed).toBe(6);
    expect(outageReport(acts, { 'd1/e2': 99 }).confirmed).toBe(0);
  });

  it('[OUT2] every act has a kind, and numbers are named in spans', () => {
    expect(['filing-registered', 'shift-opened', 'setting-changed', 'clock-jumped'].map(actKind)).toEqual([
      'step',
      'payment',
      'other',
      'machine',
    ]);
    expect(spansOf(['A001', 'A003', 'A002', 'B010'])).toEqual(['A001–A003 (3)', 'B010']);
  });

  it('[OUT2] the paper says what is missing, in words', () => {
    const slip = outageSlip({
      office: { superior: 'UBND', unit: 'TT', deskName: 'Quầy', officeName: 'UBND', place: 'Thạch Bàn' },
      at: '2026-06-05T08:00:00.000Z',
      copyNo: 1,
      reprint: null,
      machine: 'Quầy 1',
      what: 'Mất đường truyền',
      from: '2026-06-05T01:00:00.000Z',
      to: null,
      length: '2 giờ',
      acts: 6,
      confirmed: 3,
      kinds: [{ name: 'Cấp số', count: 2 }],
      people: [{ name: 'Lan', count: 3 }],
      tickets: 'A001–A003 (3)',
      codes: ['H26.19.05-260605-0001'],
      provisional: [],
      open: ['1 hồ sơ bị hai nơi cùng xử lý'],
      clerk: 'Lan',
    });
    const said = JSON.stringify(slip);
    expect(said).toContain('3/6 – còn thiếu 3');
    expect(said).toContain('chưa kết thúc');
    expect(said).toContain('1 hồ sơ bị hai nơi cùng xử lý');
  });
});

describe('the steps of a drill', () => {
  const cut = { what: 'district', to: null, had: { 'd1/e1': 3 }, held: null };

  it('[DR1] are ticked by what the drill’s own journal and outages tell, and not by a press', () => {
    const nothing = drillProgress([], [], {});
    expect(Object.values(nothing)).toEqual(Array.from({ length: 8 }, () => false));
    const during = drillProgress(acts, [cut], { 'd1/e1': 3 });
    expect(during).toMatchObject({
      ticket: true,
      cut: true,
      offlineTicket: true,
      receive: true,
      print: true,
    });
    expect(during).toMatchObject({ restore: false, reconcile: false, printerGone: false });
  });

  it('[DR1] are all done when the line is back and everything is acknowledged', () => {
    const over = { ...cut, to: '2026-06-05T02:00:00.000Z', held: { 'd1/e1': 8 } };
    const printer = { what: 'printer:ve', to: '2026-06-05T02:00:00.000Z', had: {}, held: {} };
    const done = drillProgress(acts, [over, printer], { 'd1/e1': 8 });
    expect(Object.values(done).every(Boolean)).toBe(true);
    expect(drillProgress(acts, [over, printer], { 'd1/e1': 7 }).reconcile).toBe(false);
  });
});
