import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checklistOf } from '../../../renderer/screens/kiosk/procedures/checklist-input.ts';
import { proceduresOn } from '../../../shared/law/procedure.ts';
import { checklistSlips } from '../../../shared/slip/tickets/checklist.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoCatalogue, demoWard, openKiosk } from './kiosk-page.ts';
import type { ChecklistInput } from '../../../shared/slip/tickets/checklist.ts';
import type { TicketSlip } from '../../../shared/slip/tickets/ticket.ts';

const AT = '2026-06-05T01:20:00.000Z';
const PLACE = { lang: 'vi', ward: demoWard, footer: ['Điện thoại hỗ trợ: 024 3675 0000'] } as const;
const procedures = proceduresOn(demoCatalogue, '2026-06-05');

const inputOf = (code: string): ChecklistInput => {
  const procedure = procedures.find((one) => one.code === code);
  if (!procedure) throw new Error(code);
  return checklistOf(procedure, messages.vi.kiosk, PLACE);
};
const textOf = (slips: readonly TicketSlip[]): string =>
  slips.flatMap(({ items }) => items.flatMap((item) => ('text' in item ? [item.text] : []))).join(' ');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the printed list of papers', () => {
  it('[N02] [KI8] says papers with boxes, copies, conditions, time, fees, agency and when it was printed', () => {
    const slips = checklistSlips(inputOf('1.001193'), AT);
    const text = textOf(slips);
    for (const part of [
      'Đăng ký khai sinh',
      'Tờ khai',
      '1 bản chính',
      'Chỉ khi',
      'Thời hạn',
      'Phí, lệ phí',
      'Cơ quan giải quyết',
      '08:20 ngày 05/06/2026',
    ])
      expect(text).toContain(part);
    const boxes = slips.flatMap(({ items }) => items.filter(({ kind }) => kind === 'box'));
    expect(boxes).toHaveLength(procedures.find(({ code }) => code === '1.001193')?.papers.length ?? -1);
  });

  it('[N02] [KI8] every procedure of the catalogue fits on sheets the printer takes, nothing outside, nothing lost', () => {
    for (const procedure of procedures) {
      const input = checklistOf(procedure, messages.vi.kiosk, PLACE);
      const slips = checklistSlips(input, AT);
      const text = textOf(slips);
      for (const { heightDots, widthDots, items } of slips) {
        expect(heightDots).toBeLessThanOrEqual(3200);
        for (const item of items) {
          const bottom = 'baseline' in item ? item.baseline : item.top;
          expect(bottom).toBeLessThan(heightDots);
          expect('left' in item ? (item.left ?? 0) : 0).toBeLessThan(widthDots);
        }
      }
      for (const paper of procedure.papers) {
        const name = paper.name.replace(/\s+/g, ' ').trim().normalize('NFC');
        expect(text, procedure.code).toContain(name);
      }
    }
  });

  it('[KI8] a list longer than the printer takes goes on several numbered sheets, each with its head', () => {
    const lines = Array.from({ length: 120 }, (_, at) => ({
      kind: 'paper' as const,
      text: `Giấy tờ thứ ${at + 1} với một cái tên khá dài để xuống dòng`,
      details: ['1 bản chính'],
    }));
    const slips = checklistSlips({ ...inputOf('1.001193'), sections: [{ title: 'Nộp', lines }] }, AT);
    expect(slips.length).toBeGreaterThan(1);
    slips.forEach((slip, at) => {
      expect(textOf([slip])).toContain('Đăng ký khai sinh');
      expect(textOf([slip])).toContain(`Tờ ${at + 1} / ${slips.length}`);
    });
    expect(textOf(slips)).toContain('Giấy tờ thứ 120');
  });

  it('[N02] [KI8] prints once for two taps, says when the printer fails and when there is none', async () => {
    const page = openKiosk();
    page.kiosk().openProcedure('1.001193');
    await Promise.all([
      page.kiosk().printChecklist(inputOf('1.001193')),
      page.kiosk().printChecklist(inputOf('1.001193')),
    ]);
    expect(page.kiosk().checklist).toBe('printed');
    expect(page.world.control.jobs).toMatchObject([{ kind: 'ticket', purpose: 'tickets' }]);

    page.rest(6000);
    page.world.control.setPrinter('failing');
    await page.kiosk().printChecklist(inputOf('1.001193'));
    expect(page.kiosk().checklist).toBe('failed');
    page.rest(6000);
    page.world.control.setHost(false);
    await page.kiosk().printChecklist(inputOf('1.001193'));
    expect(page.kiosk().checklist).toBe('failed');
    page.kiosk().goBack();
    expect(page.kiosk().checklist).toBeNull();

    const bare = openKiosk({ ward: { ...demoWard, printers: [] } });
    await bare.kiosk().printChecklist(inputOf('1.001193'));
    expect(bare.kiosk().checklist).toBe('no-printer');
    const blank = openKiosk({ draw: () => Promise.reject(new Error('no font')) });
    await blank.kiosk().printChecklist(inputOf('1.001193'));
    expect(blank.kiosk().checklist).toBe('failed');
  });
});
