import { execFileSync, spawn } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lines, listenToScanner } from '../../../../electron/host/scanner/scanner.ts';
import type { Scanner } from '../../../../electron/host/scanner/scanner.ts';

const CARD = '089202017098||Lê Văn Lương|23052002|Nam|Tổ 5, Thạch Bàn|31122021';
const REOPEN_MS = 20;
let folder: string;
let scanner: Scanner | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scanner-'));
});
afterEach(async () => {
  scanner?.close();
  scanner = null;
  await rm(folder, { recursive: true });
});

describe('a scanner that is no keyboard', () => {
  it('[D01] is heard line by line, however the bytes come and whatever ends a line', () => {
    const heard: string[] = [];
    const take = lines((line) => heard.push(line));
    for (const byte of Buffer.from(`${CARD}\r\n\n${CARD}\rrest`)) take(Buffer.from([byte]));
    expect(heard).toEqual([CARD, CARD]);
    take(Buffer.alloc(1_000_000, 'x'));
    take(Buffer.from('\nA\n'));
    expect(heard.at(-1)).toBe('A');
  });

  it('[D01] that is plugged in later and pulled out in between is heard again; nothing of a person is logged', async () => {
    const path = join(folder, 'scanner');
    const heard: string[] = [];
    const logged: unknown[] = [];
    scanner = listenToScanner(
      { path },
      (line) => heard.push(line),
      (...entry) => logged.push(entry),
      REOPEN_MS,
    );
    await vi.waitFor(() => expect(logged).toHaveLength(1));
    execFileSync('mkfifo', [path]);
    await vi.waitFor(
      async () => {
        await appendFile(path, `${CARD}\n`);
        expect(heard.length).toBeGreaterThan(0);
      },
      { timeout: 5_000 },
    );
    expect(heard[0]).toBe(CARD);
    expect(JSON.stringify(logged)).not.toContain('089202017098');
  });

  it('[D01] on a serial line is heard too', async () => {
    const script =
      'import os,pty,sys,time\nm,s=pty.openpty()\nprint(os.ttyname(s),flush=True)\nfor line in sys.stdin:\n os.write(m,(line.strip()+"\\r").encode())\n';
    const line = spawn('python3', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    try {
      const path = await new Promise<string>((named) =>
        line.stdout.once('data', (bytes: Buffer) => named(bytes.toString().trim())),
      );
      const heard: string[] = [];
      scanner = listenToScanner(
        { path, baud: 9600 },
        (text) => heard.push(text),
        () => undefined,
        REOPEN_MS,
      );
      await vi.waitFor(
        () => {
          line.stdin.write(`${CARD}\n`);
          expect(heard).toContain(CARD);
        },
        { timeout: 5_000, interval: 200 },
      );
    } finally {
      line.kill();
    }
  });
});
