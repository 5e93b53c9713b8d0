import {
  chmod,
  constants,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printOut } from '../../../electron/host/print/print-out.ts';
import type { Paper } from '../../../electron/host/print/paper.ts';
import { openFakePrinter, type FakePrinter } from '../../support/fake-printer.ts';

const ticket: Paper = { name: 'job-00000001', format: 'escpos', bytes: Buffer.from('some dots') };
const slip: Paper = { name: 'job-00000002', format: 'pdf', media: 'A4', bytes: Buffer.from('%PDF-1.7') };
const never = new AbortController().signal;

let dir: string;
let printer: FakePrinter | null = null;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'motcua-out-'));
});
afterEach(async () => {
  await printer?.close();
  printer = null;
  await rm(dir, { recursive: true });
});

/** Up to 16 KB of what a device was sent; nothing yet is no error. */
async function readSome(device: FileHandle): Promise<Buffer> {
  await new Promise((resolve) => setTimeout(resolve, 1));
  try {
    const { buffer, bytesRead } = await device.read(Buffer.alloc(16_384));
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return Buffer.alloc(0);
    throw error;
  }
}

describe('a printer on the network', () => {
  it('[C05] gets every byte and counts as spooled', async () => {
    printer = await openFakePrinter('collects');
    const result = await printOut({ kind: 'tcp', ...printer }, ticket, { folder: dir, signal: never });
    expect(result).toEqual({ ok: true, value: { state: 'spooled', where: `127.0.0.1:${printer.port}` } });
    expect(printer.papers.map(String)).toEqual(['some dots']);
  });

  it('[R04] that is switched off is unreachable', async () => {
    const gone = await openFakePrinter('collects');
    await gone.close();
    const result = await printOut({ kind: 'tcp', host: gone.host, port: gone.port }, ticket, {
      folder: dir,
      signal: never,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'printer-unreachable' } });
  });

  it('[R04] that breaks off may have printed something', async () => {
    printer = await openFakePrinter('breaks');
    const long = { ...ticket, bytes: Buffer.alloc(8_000_000) };
    const result = await printOut({ kind: 'tcp', ...printer }, long, { folder: dir, signal: never });
    expect(result).toMatchObject({ ok: false, error: { code: 'printer-broke-off' } });
  });

  it('[R04] that hangs is left after the limit, or when told to', async () => {
    printer = await openFakePrinter('hangs');
    const way = { folder: dir, signal: never, limitMs: 50 };
    const long = { ...ticket, bytes: Buffer.alloc(20_000_000) };
    expect(await printOut({ kind: 'tcp', ...printer }, long, way)).toMatchObject({
      error: { code: 'printer-timeout' },
    });
    const stop = new AbortController();
    const sent = printOut({ kind: 'tcp', ...printer }, long, { folder: dir, signal: stop.signal });
    stop.abort();
    expect(await sent).toMatchObject({ error: { code: 'printer-aborted' } });
  });
});

describe('a device file', () => {
  it('[C05] takes every byte, also when it drains slowly', async () => {
    const path = join(dir, 'lp0');
    execFileSync('mkfifo', [path]);
    const bytes = Buffer.alloc(300_000, 7); // more than a pipe holds at once
    const device = await open(path, constants.O_RDWR | constants.O_NONBLOCK);
    const sent = printOut({ kind: 'file', path }, { ...ticket, bytes }, { folder: dir, signal: never });
    const taken: Buffer[] = [];
    while (Buffer.concat(taken).length < bytes.length) taken.push(await readSome(device));
    await device.close();
    expect(await sent).toMatchObject({ ok: true, value: { state: 'spooled' } });
    expect(Buffer.concat(taken).equals(bytes)).toBe(true);
  });

  it('[R04] that is absent, or has no printer behind it, is unreachable and is not made', async () => {
    const way = { folder: dir, signal: never };
    const absent = await printOut({ kind: 'file', path: join(dir, 'lp1') }, ticket, way);
    expect(absent).toMatchObject({ ok: false, error: { code: 'printer-unreachable', detail: 'ENOENT' } });
    execFileSync('mkfifo', [join(dir, 'lp2')]);
    const alone = await printOut({ kind: 'file', path: join(dir, 'lp2') }, ticket, way);
    expect(alone).toMatchObject({ ok: false, error: { code: 'printer-unreachable', detail: 'ENXIO' } });
    expect(await readdir(dir)).toEqual(['lp2']);
  });

  it('[R04] whose printer has no paper is left after the limit', async () => {
    const path = join(dir, 'lp3');
    execFileSync('mkfifo', [path]);
    const device = await open(path, constants.O_RDWR | constants.O_NONBLOCK);
    const bytes = Buffer.alloc(300_000);
    const result = await printOut(
      { kind: 'file', path },
      { ...ticket, bytes },
      { folder: dir, signal: never, limitMs: 60 },
    );
    await device.close();
    expect(result).toMatchObject({ ok: false, error: { code: 'printer-timeout' } });
  });
});

describe('a queue of the print service', () => {
  const withLp = async (script: string): Promise<string> => {
    await writeFile(join(dir, 'lp'), `#!/bin/sh\n${script}\n`);
    await chmod(join(dir, 'lp'), 0o755);
    const path = process.env['PATH'] ?? '';
    process.env['PATH'] = `${dir}:${path}`;
    return path;
  };

  it('[R07] gets the PDF with its exact size, tickets raw', async () => {
    const path = await withLp(
      `echo "$@" >> ${dir}/args; cat >> ${dir}/bytes; echo "request id is HP-7 (1 file(s))"`,
    );
    try {
      const way = { folder: dir, signal: never };
      expect(await printOut({ kind: 'cups', name: 'HP' }, slip, way)).toEqual({
        ok: true,
        value: { state: 'spooled', where: 'HP-7', jobAtPrinter: 7 },
      });
      await printOut({ kind: 'cups', name: 'HP' }, ticket, way);
    } finally {
      process.env['PATH'] = path;
    }
    expect((await readFile(join(dir, 'args'), 'utf8')).split('\n')).toEqual([
      '-d HP -t job-00000002 -o media=A4 -o print-scaling=none -o sides=one-sided',
      '-d HP -t job-00000001 -o raw',
      '',
    ]);
    expect(await readFile(join(dir, 'bytes'), 'utf8')).toBe('%PDF-1.7some dots');
  });

  it('[R04] that refuses, or is not installed, is told apart', async () => {
    const path = await withLp('echo "lp: The printer or class does not exist." >&2; exit 1');
    const way = { folder: dir, signal: never };
    try {
      expect(await printOut({ kind: 'cups', name: 'HP' }, slip, way)).toMatchObject({
        error: { code: 'printer-refused', detail: 'lp: The printer or class does not exist.' },
      });
      await rm(join(dir, 'lp'));
      process.env['PATH'] = dir;
      expect(await printOut({ kind: 'cups', name: 'HP' }, slip, way)).toMatchObject({
        error: { code: 'printer-system-missing' },
      });
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('the folder of printed files', () => {
  it('[R07] holds whole files that only their owner reads', async () => {
    const folder = join(dir, 'printed');
    const result = await printOut({ kind: 'folder' }, slip, { folder, signal: never });
    expect(result).toEqual({
      ok: true,
      value: { state: 'confirmed', where: join(folder, 'job-00000002.pdf') },
    });
    expect(await readdir(folder)).toEqual(['job-00000002.pdf']);
    expect((await stat(join(folder, 'job-00000002.pdf'))).mode & 0o777).toBe(0o600);
  });

  it('[R04] that cannot be written is a fault', async () => {
    await writeFile(join(dir, 'printed'), 'a file where the folder should be');
    const result = await printOut({ kind: 'folder' }, slip, { folder: join(dir, 'printed'), signal: never });
    expect(result).toMatchObject({ ok: false, error: { code: 'printer-folder-unwritable' } });
  });
});
