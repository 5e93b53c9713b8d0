import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../../electron/host/print/paper.ts';
import { openPrintQueue, type PrintQueue } from '../../../electron/host/print/print-queue.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import type { PrintJob } from '../../../shared/slip/print-job.ts';
import { decodeEscPos } from '../../support/printers/decode-escpos.ts';

type Deps = Parameters<typeof openPrintQueue>[0];

const rows = Buffer.from([0x80, 0x01, 0xff]);
const ticket = (jobId: string): PrintJob => ({
  kind: 'ticket',
  jobId,
  subject: 'A014',
  copyNo: 1,
  purpose: 'tickets',
  payload: { widthDots: 8, heightDots: 3, rowsBase64: rows.toString('base64') },
});
const slip = (jobId: string): PrintJob => ({
  kind: 'slip',
  jobId,
  subject: 'H26-0001',
  copyNo: 2,
  purpose: 'slips',
  payload: { html: '<p>Nguyễn Thị Hường</p>', pageSize: 'A4', title: 'Mẫu số 01' },
});

let dir: string;
let clock: number;
let papers: Paper[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'motcua-queue-'));
  clock = Date.parse('2026-11-21T01:14:00.000Z');
  papers = [];
});
afterEach(() => rm(dir, { recursive: true }));

const open = (over: Partial<Deps> = {}): Promise<PrintQueue> =>
  openPrintQueue({
    dir,
    now: () => new Date(clock),
    log: () => undefined,
    renderPdf: async () => ok({ pdf: Buffer.from('%PDF'), sha256: 'ab'.repeat(32) }),
    deliver: async (_job, paper) => {
      papers.push(paper);
      return ok({ state: 'spooled', where: 'test' });
    },
    ...over,
  });
/** A delivery that never ends: the program dies during it. */
const dying: Deps['deliver'] = (_job, paper) => {
  papers.push(paper);
  return new Promise(() => undefined);
};
const journal = (): Promise<string> => readFile(join(dir, 'print-queue.log'), 'utf8');
const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
};

describe('print queue', () => {
  it('[C05] a ticket goes out as ESC/POS with its own dots and is cut once', async () => {
    const queue = await open();
    expect(await queue.print(ticket('job-00000001'))).toEqual({
      jobId: 'job-00000001',
      state: 'spooled',
      where: 'test',
      at: '2026-11-21T01:14:00.000Z',
    });
    const [paper] = papers;
    expect(paper?.format).toBe('escpos');
    const decoded = decodeEscPos(paper?.bytes ?? new Uint8Array());
    expect(decoded).toMatchObject({ widthDots: 8, heightDots: 3, cuts: 1 });
    expect(Buffer.from(decoded.rows).equals(rows)).toBe(true);
  });

  it('[R04] the same job id never makes two papers: at once, later, after a restart', async () => {
    const queue = await open();
    const [first, second] = await Promise.all([
      queue.print(ticket('job-00000001')),
      queue.print(ticket('job-00000001')),
    ]);
    clock += 5_000;
    expect(second).toEqual(first);
    expect(await queue.print(ticket('job-00000001'))).toEqual(first);
    await queue.close();
    const again = await open();
    expect(await again.print(ticket('job-00000001'))).toEqual(first);
    expect(papers).toHaveLength(1);
  });

  it('[R04] a crash during delivery leaves the paper in doubt and never prints it again', async () => {
    const queue = await open({ deliver: dying });
    void queue.print(ticket('job-00000001'));
    await until(() => papers.length === 1);
    const again = await open();
    expect(await again.print(ticket('job-00000001'))).toMatchObject({
      state: 'failed',
      code: 'print-outcome-unknown',
    });
    expect(papers).toHaveLength(1);
    expect(again.list()).toMatchObject([{ jobId: 'job-00000001', kind: 'ticket', subject: 'A014' }]);
  });

  it('[R04] a ticket that waited at the crash prints at the next start while it is fresh', async () => {
    const queue = await open({ deliver: dying });
    void queue.print(ticket('job-00000001'));
    void queue.print(ticket('job-00000002'));
    await until(() => papers.length === 1);
    clock += 9 * 60_000;
    const again = await open();
    expect(await again.print(ticket('job-00000002'))).toMatchObject({ state: 'spooled' });
    expect(papers.map((paper) => paper.name)).toEqual(['job-00000001', 'job-00000002']);
  });

  it('[R04] a ticket older than 10 minutes expires instead: after a restart and behind a slow printer', async () => {
    const queue = await open({ deliver: dying });
    void queue.print(ticket('job-00000001'));
    void queue.print(ticket('job-00000002'));
    await until(() => papers.length === 1);
    clock += 11 * 60_000;
    const again = await open();
    expect(await again.print(ticket('job-00000002'))).toMatchObject({ state: 'expired' });
    const slow = await open({
      deliver: async () => {
        clock += 11 * 60_000;
        return ok({ state: 'spooled', where: 'slow' });
      },
    });
    const [, waited] = await Promise.all([
      slow.print(ticket('job-00000003')),
      slow.print(ticket('job-00000004')),
    ]);
    expect(waited).toMatchObject({ state: 'expired' });
    expect(papers).toHaveLength(1);
  });

  it('[R04] a slip that waited at the crash is told as interrupted, and no name ever stood in the file', async () => {
    const queue = await open({ renderPdf: () => new Promise(() => undefined) });
    void queue.print(slip('job-00000001'));
    await until(() => queue.list().length === 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const again = await open();
    expect(await again.print(slip('job-00000001'))).toMatchObject({
      state: 'failed',
      code: 'print-interrupted',
    });
    expect(await again.print(slip('job-00000002'))).toMatchObject({
      state: 'spooled',
      pdfSha256: 'ab'.repeat(32),
    });
    expect(await journal()).not.toContain('Hường');
  });

  it('[R04] faults of printer and renderer become the outcome and leave the queue working', async () => {
    const queue = await open({
      renderPdf: async () => err({ code: 'print-browser-missing' }),
      deliver: async () => err({ code: 'printer-unreachable' }),
    });
    expect(await queue.print(slip('job-00000001'))).toMatchObject({
      state: 'failed',
      code: 'print-browser-missing',
    });
    expect(await queue.print(ticket('job-00000002'))).toMatchObject({
      state: 'failed',
      code: 'printer-unreachable',
    });
    expect(await queue.print(ticket('job-00000003'))).toMatchObject({
      state: 'failed',
      code: 'printer-unreachable',
    });
  });

  it('[R04] a slow slip holds up no ticket', async () => {
    const queue = await open({ renderPdf: () => new Promise(() => undefined) });
    void queue.print(slip('job-00000001'));
    expect(await queue.print(ticket('job-00000002'))).toMatchObject({ state: 'spooled' });
  });

  it('[R04] cancelling takes a waiting job out and breaks off the one being sent', async () => {
    const queue = await open({
      deliver: (_job, paper, signal) => {
        papers.push(paper);
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(err({ code: 'printer-aborted' })));
        });
      },
    });
    void queue.print(ticket('job-00000001'));
    const waiting = queue.print(ticket('job-00000002'));
    await until(() => papers.length === 1);
    const cancelled = queue.cancel('job-00000002');
    expect(await queue.cancel('job-00000001')).toMatchObject({ state: 'cancelled', code: 'printer-aborted' });
    expect(await cancelled).toMatchObject({ state: 'cancelled' });
    expect(await waiting).toMatchObject({ state: 'cancelled' });
    expect(await queue.cancel('job-99999999')).toBeNull();
    expect(papers).toHaveLength(1);
  });

  it('[R04] nothing prints that could not be written down first', async () => {
    const queue = await open();
    await rm(dir, { recursive: true });
    await writeFile(dir, 'no folder any more');
    expect(await queue.print(ticket('job-00000001'))).toMatchObject({
      state: 'failed',
      code: 'print-log-unwritable',
    });
    expect(papers).toHaveLength(0);
  });

  it('[R04] a torn last line and lines of other versions do no harm; a week later old outcomes are forgotten', async () => {
    const queue = await open();
    await queue.print(ticket('job-00000001'));
    await appendFile(
      join(dir, 'print-queue.log'),
      '{"step":"flew","jobId":"x"}\n{"step":"queued","jobId":"job-0',
    );
    const again = await open();
    expect(await again.print(ticket('job-00000002'))).toMatchObject({ state: 'spooled' });
    clock += 8 * 86_400_000;
    expect((await open()).list()).toEqual([]);
    expect(await journal()).toBe('');
  });

  it('[C05] a ticket with too few rows is refused, and what is closed takes nothing', async () => {
    const queue = await open();
    const short: PrintJob = {
      ...ticket('job-00000001'),
      kind: 'ticket',
      payload: { widthDots: 8, heightDots: 4, rowsBase64: 'gAH/' },
    };
    expect(await queue.print(short)).toMatchObject({ state: 'failed', code: 'print-rows-missing' });
    await queue.close();
    expect(await queue.print(ticket('job-00000002'))).toMatchObject({
      state: 'failed',
      code: 'print-queue-closed',
    });
    expect(papers).toHaveLength(0);
  });
});
