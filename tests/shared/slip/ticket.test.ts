import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontFaceCss, fontFiles } from '../../../shared/slip/fonts.ts';
import { printJobSchema } from '../../../shared/slip/print-job.ts';
import { printerSchema } from '../../../shared/slip/printer.ts';
import { NUMBER_HEIGHT_DOTS, ticketSlip, type TicketInput } from '../../../shared/slip/tickets/ticket.ts';
import { someTicket } from '../../support/papers/receipts.ts';

const textsOf = (over: Partial<TicketInput> = {}): readonly string[] =>
  ticketSlip(someTicket(over)).items.flatMap((item) => ('text' in item ? [item.text] : []));

describe('queue ticket as data', () => {
  it('[C05] says number, field, counter, people ahead, time, thanks', () => {
    expect(textsOf()).toEqual([
      'Trung tâm Phục vụ hành chính công',
      'phường Thạch Bàn',
      'Chứng thực',
      'Số thứ tự của Ông/Bà',
      'A014',
      'Quầy 2',
      'Trước Ông/Bà còn 5 người',
      'Thời gian chờ: khoảng 15 phút',
      'https://mot-cua.example.vn/t/A014-261121',
      'Quét mã để xem số đang gọi',
      'Lấy số lúc 08:14 ngày 21/11/2026',
      'Cảm ơn Ông/Bà',
    ]);
    expect(textsOf({ ahead: 0 })).toContain('Ông/Bà là người tiếp theo');
    expect(textsOf({ priority: true })).toContain('ƯU TIÊN');
    expect(textsOf({ estimateText: null, lookup: null, counterText: '' })).toHaveLength(8);
  });

  it('[C05] adds English in small lines, Vietnamese stays first', () => {
    const texts = textsOf({ lang: 'en', priority: true });
    expect(texts.indexOf('Your number')).toBe(texts.indexOf('Số thứ tự của Ông/Bà') + 1);
    expect(texts).toContain('Waiting before you: 5');
    expect(texts).toContain('ƯU TIÊN · Priority');
  });

  it('[C05] the number is at least 20 mm tall at 203 dpi', () => {
    expect((NUMBER_HEIGHT_DOTS * 25.4) / 203).toBeGreaterThanOrEqual(20);
  });

  it('[C05] whatever the names, items stand below each other and inside the paper', () => {
    const words = fc.array(
      fc.constantFrom('Ủy', 'ban', 'nhân', 'dân', 'PHƯỜNG', 'Nghĩa', 'ươ', 'x'.repeat(30)),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(words, words, fc.boolean(), fc.boolean(), (ward, field, priority, english) => {
        const lang = english ? 'en' : 'vi';
        const ticket = ticketSlip(
          someTicket({ wardName: ward.join(' '), fieldName: field.join(' '), priority, lang }),
        );
        let bottom = 0;
        for (const item of ticket.items) {
          const top =
            'baseline' in item
              ? item.baseline - ('sizeDots' in item ? item.sizeDots : item.heightDots)
              : item.top;
          expect(top).toBeGreaterThanOrEqual(bottom - 8);
          bottom = 'baseline' in item ? item.baseline : item.top;
        }
        expect(bottom).toBeLessThan(ticket.heightDots);
        expect(textsOf({ fieldName: field.join(' ') }).join(' ')).toContain(field[0] ?? '');
      }),
    );
  });
});

describe('print jobs and printers', () => {
  const job = {
    kind: 'ticket',
    jobId: 'job-00000001',
    subject: 'A014',
    copyNo: 1,
    purpose: 'tickets',
    payload: { widthDots: 576, heightDots: 2, rowsBase64: 'AAAA' },
  };

  it('[C05] a job is checked before anything looks at it', () => {
    expect(printJobSchema.safeParse(job).success).toBe(true);
    const bad = [
      { ...job, jobId: '../../etc' },
      { ...job, payload: { ...job.payload, widthDots: 577 } },
      { ...job, payload: { ...job.payload, heightDots: 100_000 } },
      { ...job, payload: { ...job.payload, rowsBase64: '<b>' } },
      { ...job, kind: 'slip', payload: { html: '<p>', pageSize: 'A0', title: 'x' } },
      { ...job, kind: 'slip', payload: { html: 'x'.repeat(3_000_000), pageSize: 'A4', title: 'x' } },
    ];
    for (const one of bad) expect(printJobSchema.safeParse(one).success).toBe(false);
  });

  it('[R04] a printer’s name cannot become an option of a command', () => {
    expect(printerSchema.safeParse({ kind: 'cups', name: 'HP_LaserJet-2.local' }).success).toBe(true);
    for (const name of ['-o raw', 'a b', '', 'x;rm'])
      expect(printerSchema.safeParse({ kind: 'cups', name }).success).toBe(false);
    expect(printerSchema.safeParse({ kind: 'tcp', host: '192.168.1.50', port: 9100 }).success).toBe(true);
    expect(printerSchema.safeParse({ kind: 'tcp', host: 'in vé', port: 9100 }).success).toBe(false);
  });

  it('[R07] fonts: every file once, style and subsets complete', () => {
    expect(new Set(fontFiles.map((font) => font.file)).size).toBe(fontFiles.length);
    expect(fontFaceCss('Tinos').match(/@font-face/g)).toHaveLength(12);
    expect(fontFaceCss('Be Vietnam Pro')).toContain('/fonts/be-vietnam-pro-vietnamese-700-normal.woff2');
  });
});
