import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPrinting, type Printing } from '../../../electron/host/printing.ts';
import { readEscPosState } from '../../../electron/host/print/state/escpos-state.ts';
import { openFakePrinter, type Condition, type FakePrinter } from '../../support/fake-printer.ts';
import { demoWard } from '../../support/demo.ts';
import type { PrintJob } from '../../../shared/slip/print-job.ts';

let dir: string;
let first: FakePrinter;
let second: FakePrinter;
let printing: Printing;
let nowMs = Date.parse('2026-11-23T01:00:00.000Z');

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'motcua-escpos-'));
  first = await openFakePrinter('collects');
  second = await openFakePrinter('collects');
  const at = ({ host, port }: FakePrinter) => ({ kind: 'tcp' as const, host, port });
  printing = await openPrinting({
    options: { fontsDir: dir },
    dataDir: dir,
    ward: {
      ...demoWard(),
      printers: [
        { id: 've-1', name: 'Máy vé 1', purpose: 'tickets', target: at(first) },
        { id: 've-2', name: 'Máy vé 2', purpose: 'tickets', target: at(second) },
      ],
    },
    log: () => undefined,
    now: () => new Date((nowMs += 60_000)),
    onOutcome: () => undefined,
    onChange: () => undefined,
  });
});
afterEach(async () => {
  await printing.close();
  await first.close();
  await second.close();
  await rm(dir, { recursive: true });
});

const ticket = (jobId: string): PrintJob => ({
  kind: 'ticket',
  jobId,
  subject: 'ticket-1',
  copyNo: 1,
  purpose: 'tickets',
  payload: { widthDots: 8, heightDots: 1, rowsBase64: Buffer.from([0xff]).toString('base64') },
});

describe('a ticket printer that is asked in real time', () => {
  it.each<[Condition, string, string | null, readonly string[]]>([
    ['fine', 'ok', null, []],
    ['paper-low', 'ok', null, ['paper-low']],
    ['paper-out', 'failing', 'printer-paper-out', ['paper-out']],
    ['cover-open', 'failing', 'printer-cover-open', ['cover-open']],
    ['error', 'failing', 'printer-jam', ['jam']],
  ])('[R05] [PQ4] says %s; nothing comes out for being asked', async (condition, state, fault, marks) => {
    first.becomes(condition);
    second.becomes('fine');
    const [asked] = await printing.askPrinters();
    expect(asked).toMatchObject({ id: 've-1', state, fault, marks, tells: true });
    expect(first.papers).toEqual([]);
  });

  it('[R05] and never answers is taken as it is: its paper goes out, its state says that it tells nothing', async () => {
    expect((await printing.askPrinters())[0]).toMatchObject({ state: 'ok', tells: false });
    expect(await printing.print(ticket('job-00000001'))).toMatchObject({ state: 'spooled', printer: 've-1' });
    expect(first.papers).toHaveLength(1);
  });

  it('[R05] without paper gets nothing, the next takes the ticket; with paper again it is the first again', async () => {
    first.becomes('paper-out');
    second.becomes('fine');
    expect(await printing.print(ticket('job-00000001'))).toMatchObject({ state: 'spooled', printer: 've-2' });
    expect(first.papers).toEqual([]);
    first.becomes('fine');
    expect(await printing.print(ticket('job-00000002'))).toMatchObject({ printer: 've-1' });
    expect([first.papers.length, second.papers.length]).toEqual([1, 1]);
  });

  it('[R05] [PQ3] without paper everywhere: the ticket fails by name, and no late number comes out afterwards', async () => {
    first.becomes('paper-out');
    second.becomes('cover-open');
    expect(await printing.print(ticket('job-00000001'))).toMatchObject({
      state: 'failed',
      code: 'printer-paper-out',
      printer: 've-1',
    });
    first.becomes('fine');
    second.becomes('fine');
    await printing.askPrinters();
    expect([...first.papers, ...second.papers]).toEqual([]);
    // The same press again: told once more, and not printed.
    expect(await printing.print(ticket('job-00000001'))).toMatchObject({ state: 'failed' });
    expect([...first.papers, ...second.papers]).toEqual([]);
  });

  it('[R05] bytes that are no status say nothing', () => {
    expect(readEscPosState(Buffer.from([0xff, 0xff, 0xff]))).toBeNull();
    expect(readEscPosState(Buffer.from([0x00, 0x12, 0x12]))).toBeNull();
  });
});
