// Papers through real printers of the print service's own making, met directly and through a queue.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPrinting, type Printing } from '../../../electron/host/printing.ts';
import { ok } from '../../../shared/basics/result.ts';
import { onePagePdf } from '../../support/printers/one-page-pdf.ts';
import { startPrintService, type PrintService } from '../../support/printers/print-service.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../support/printers/virtual-printer.ts';
import { demoWard } from '../../support/demo.ts';
import type { PrinterConfig } from '../../../shared/law/ward.ts';
import type { PaperRecord, PrintJob } from '../../../shared/slip/print-job.ts';

let house: string;
let service: PrintService;
const earlier = process.env['CUPS_SERVER'];
let dir: string;
let first: VirtualPrinter;
let second: VirtualPrinter;
const open: Printing[] = [];

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'motcua-service-'));
  await chmod(house, 0o755); // the service's filters run as a user of their own
  first = await startVirtualPrinter(join(house, 'p1'));
  second = await startVirtualPrinter(join(house, 'p2'));
  service = await startPrintService(join(house, 'cups'));
  await service.addQueue('Quay1', first.uri);
  process.env['CUPS_SERVER'] = service.socket;
}, 60_000);
afterAll(async () => {
  if (earlier === undefined) delete process.env['CUPS_SERVER'];
  else process.env['CUPS_SERVER'] = earlier;
  await service.close();
  await first.close();
  await second.close();
  await rm(house, { recursive: true, maxRetries: 5 });
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'motcua-printing-'));
});
afterEach(async () => {
  for (const printing of open.splice(0)) await printing.close();
  await first.becomes('fine');
  await second.becomes('fine');
  await first.idle();
  await rm(dir, { recursive: true, maxRetries: 5 });
});

const slips = (id: string, target: PrinterConfig['target']): PrinterConfig => ({
  id,
  name: id,
  purpose: 'slips',
  target,
});
const direct = (): PrinterConfig => slips('may-1', { kind: 'ipp', uri: first.uri });
const other = (): PrinterConfig => slips('may-2', { kind: 'ipp', uri: second.uri });
const queue = (): PrinterConfig => slips('hang-doi', { kind: 'cups', name: 'Quay1' });

const start = async (printers: readonly PrinterConfig[]): Promise<Printing> => {
  const ward = { ...demoWard(), printers: [...printers] };
  const pdf = onePagePdf();
  const printing = await openPrinting({
    options: {
      fontsDir: dir,
      pdfPrinter: {
        print: async () => ok({ pdf, sha256: 'ab'.repeat(32) }),
        warm: () => Promise.resolve(),
        close: () => Promise.resolve(),
      },
    },
    dataDir: dir,
    ward,
    log: () => undefined,
    now: () => new Date(),
    onOutcome: () => undefined,
    onChange: () => undefined,
  });
  open.push(printing);
  return printing;
};
const slip = (n: number, printer?: string): PrintJob => ({
  kind: 'slip',
  jobId: `job-0000000${n}`,
  subject: 'dossier-1',
  copyNo: n,
  purpose: 'slips',
  what: 'receipt-slip',
  label: 'H26.19.05-260605-0001',
  ...(printer === undefined ? {} : { printer }),
  payload: { html: '<p>Giấy</p>', pageSize: 'A4', title: 'Mẫu số 01' },
});
const recordOf = (printing: Printing, n: number): PaperRecord | undefined =>
  printing.jobs().find(({ jobId }) => jobId === `job-0000000${n}`);
const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await sleep(50);
};

describe.each([
  ['a printer that speaks IPP itself', direct],
  ['a queue of the print service', queue],
])('%s', (_name, printer) => {
  it('[R04] [PQ1] says that a paper came out; until then the record claims no more than that it was handed on', async () => {
    const printing = await start([printer()]);
    const before = first.papers().length;
    expect(await printing.print(slip(1))).toMatchObject({ state: 'spooled', printer: printer().id });
    await until(() => recordOf(printing, 1)?.state === 'confirmed');
    expect(first.papers().length).toBe(before + 1);
    expect(recordOf(printing, 1)).toMatchObject({
      what: 'receipt-slip',
      label: 'H26.19.05-260605-0001',
      copyNo: 1,
    });
  });

  it('[R05] [PQ1] [PQ4] without paper holds it and says so; with paper it comes out, once', async () => {
    const printing = await start([printer()]);
    const before = first.papers().length;
    await first.becomes('paper-out');
    expect(await printing.print(slip(1))).toMatchObject({ state: 'spooled' });
    await until(() => recordOf(printing, 1)?.code === 'printer-paper-out');
    expect(await printing.askPrinters()).toMatchObject([
      { state: 'failing', fault: 'printer-paper-out', marks: ['paper-out'], tells: true },
    ]);
    expect(first.papers().length).toBe(before);
    await first.fill();
    await until(() => recordOf(printing, 1)?.state === 'confirmed');
    expect(recordOf(printing, 1)).not.toHaveProperty('code');
    expect(first.papers().length).toBe(before + 1);
  });

  it('[R04] [PQ1] is followed again after a restart of the host', async () => {
    const printing = await start([printer()]);
    await first.becomes('paper-out');
    await printing.print(slip(1));
    await until(() => recordOf(printing, 1)?.code === 'printer-paper-out');
    await printing.close();
    await first.fill();
    const again = await start([printer()]);
    expect(recordOf(again, 1)?.state).toBe('spooled');
    await until(() => recordOf(again, 1)?.state === 'confirmed');
  });

  it('[R04] gives a held paper up when a clerk cancels it', async () => {
    const printing = await start([printer()]);
    await first.becomes('paper-out');
    await printing.print(slip(1));
    await until(() => recordOf(printing, 1)?.code === 'printer-paper-out');
    expect(await printing.cancel('job-00000001')).toMatchObject({ state: 'cancelled' });
    expect(recordOf(printing, 1)?.state).toBe('cancelled');
  });
});

describe('a printer that breaks in the middle', () => {
  it('[R04] fails the paper afterwards, by name', async () => {
    const printing = await start([direct()]);
    await first.becomes('breaks');
    expect(await printing.print(slip(1))).toMatchObject({ state: 'spooled' });
    await until(() => recordOf(printing, 1)?.state === 'failed');
    expect(recordOf(printing, 1)?.code).toBe('print-aborted-at-printer');
  });
});

describe('a printer that is gone', () => {
  it('[R11] between the copies: the second is shown as failed, the first is not printed again', async () => {
    const printing = await start([direct()]);
    const before = first.papers().length;
    await printing.print(slip(1));
    await until(() => recordOf(printing, 1)?.state === 'confirmed');
    await first.unplug();
    try {
      expect(await printing.print(slip(2))).toMatchObject({ state: 'failed', code: 'printer-unreachable' });
      expect(await printing.print(slip(1))).toMatchObject({ state: 'confirmed' });
      expect(await printing.askPrinters()).toMatchObject([
        { state: 'failing', fault: 'printer-unreachable' },
      ]);
    } finally {
      await first.plug();
    }
    // The clerk presses again: a new job, the missing copy alone.
    expect(await printing.print({ ...slip(2), jobId: 'job-00000009' })).toMatchObject({ state: 'spooled' });
    await until(() => recordOf(printing, 9)?.state === 'confirmed');
    expect(first.papers().length).toBe(before + 2);
  });

  it('[R05] [PQ2] gives its papers to the next of its purpose; a printer that the clerk chose stays the one', async () => {
    const printing = await start([direct(), other()]);
    await first.unplug();
    try {
      expect(await printing.print(slip(1))).toMatchObject({ state: 'spooled', printer: 'may-2' });
      expect(await printing.print(slip(2, 'may-1'))).toMatchObject({ state: 'failed', printer: 'may-1' });
    } finally {
      await first.plug();
    }
    expect(await printing.print(slip(3, 'may-2'))).toMatchObject({ printer: 'may-2' });
  });

  it('[R05] [PQ5] one that works on another paper has nothing of the next: the second printer takes it', async () => {
    const printing = await start([direct(), other()]);
    await first.becomes('paper-out');
    expect(await printing.print(slip(1, 'may-1'))).toMatchObject({ state: 'spooled', printer: 'may-1' });
    const before = second.papers().length;
    expect(await printing.print(slip(2))).toMatchObject({ state: 'spooled', printer: 'may-2' });
    await until(() => recordOf(printing, 2)?.state === 'confirmed');
    expect(second.papers().length).toBe(before + 1);
    await first.fill();
    await until(() => recordOf(printing, 1)?.state === 'confirmed');
  });

  it('[R04] [PQ5] one that takes no such file gets none', async () => {
    const printing = await start([{ ...direct(), purpose: 'tickets' }]);
    const before = first.papers().length;
    const payload = { widthDots: 8, heightDots: 1, rowsBase64: '/w==' };
    const ticket: PrintJob = { ...slip(1), kind: 'ticket', purpose: 'tickets', payload };
    expect(await printing.print(ticket)).toMatchObject({ state: 'failed', code: 'printer-format-refused' });
    expect(first.papers().length).toBe(before);
  });
});
