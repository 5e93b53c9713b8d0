import { spawn } from 'node:child_process';
import { err, ok, type Result } from '../../../shared/basics/result.ts';
import { errorCode, errorText } from '../files.ts';
import type { Delivered, Paper, PrinterFault } from './paper.ts';

/** Enough of a complaint for the log. */
const COMPLAINT_LENGTH = 200;

/**
 * Gives a paper to a queue of the print service. The size always goes with it: left to itself, a queue takes its own
 * default and scales.
 */
export function toCups(
  queue: string,
  paper: Paper,
  signal: AbortSignal,
): Promise<Result<Delivered, PrinterFault>> {
  return new Promise((resolve) => {
    const lp = spawn('lp', ['-d', queue, '-t', paper.name, ...optionsOf(paper)], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
      signal,
    });
    let answer = '';
    let complaint = '';
    lp.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    lp.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    lp.on('error', (error) => {
      const code = errorCode(error) === 'ENOENT' ? 'printer-system-missing' : 'printer-refused';
      resolve(err({ code, detail: errorText(error) }));
    });
    lp.on('close', (exit) => {
      const where = /request id is (\S+)/.exec(answer)?.[1] ?? queue;
      const job = Number(/-(\d+)$/.exec(where)?.[1]);
      const known = Number.isSafeInteger(job) ? { jobAtPrinter: job } : {};
      if (exit === 0) resolve(ok({ state: 'spooled', where, ...known }));
      else resolve(err({ code: 'printer-refused', detail: complaint.trim().slice(0, COMPLAINT_LENGTH) }));
    });
    // A queue that refuses closes its end early; its exit code tells why.
    lp.stdin.on('error', () => undefined);
    lp.stdin.end(paper.bytes);
  });
}

function optionsOf(paper: Paper): readonly string[] {
  if (paper.format === 'escpos') return ['-o', 'raw'];
  return ['-o', `media=${paper.media}`, '-o', 'print-scaling=none', '-o', 'sides=one-sided'];
}
