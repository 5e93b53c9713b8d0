// A scanner on a serial line, a device file or a pipe: what it reads comes by lines, without a keyboard in between.
import { spawn } from 'node:child_process';
import { closeSync, constants, createReadStream, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { isatty, ReadStream } from 'node:tty';
import { errorText } from '../files.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { Readable } from 'node:stream';
import type { Log } from '../log.ts';

/** A scanner that is being listened to. */
export type Scanner = { readonly close: () => void };

type ScannerConfig = NonNullable<WardConfig['scanner']>;

/** Between two attempts to open a device that is not there (unplugged, not yet powered). */
const REOPEN_MS = 2_000;

/** A card's code has some hundred signs; a line that never ends is noise. */
const LONGEST_LINE = 4_000;

/** Listens for ever; a scanner that is unplugged and comes back is heard again. Lines are never logged: they are people. */
export function listenToScanner(
  { path, baud }: ScannerConfig,
  onLine: (text: string) => void,
  log: Log,
  reopenMs: number = REOPEN_MS,
): Scanner {
  let closed = false;
  let stop: () => void = () => undefined;
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  const again = (why: string): void => {
    if (closed) return;
    // Once per kind of trouble: an unplugged scanner must not fill the log.
    if (why !== told && why !== '') log('warn', 'scanner-away', { detail: why });
    told = why;
    timer = setTimeout(() => void listen(), reopenMs);
    timer.unref();
  };
  const listen = async (): Promise<void> => {
    if (baud !== undefined) await setLine(path, baud);
    if (closed) return;
    const opened = openDevice(path);
    if (typeof opened === 'string') return again(opened);
    if (closed) return void opened.destroy();
    stop = () => opened.destroy();
    told = '';
    const take = lines(onLine);
    opened.on('data', (bytes: Buffer) => take(bytes));
    opened.once('error', () => opened.destroy());
    opened.once('end', () => opened.destroy());
    opened.once('close', () => again('gone'));
  };
  void listen();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      stop();
    },
  };
}

/**
 * Opens the device without waiting for it, or says why not: a thread that hangs in a read would hold up the end of the program. A pipe is
 * opened for both ways, so that it does not end with each writer.
 */
function openDevice(path: string): Readable | string {
  const { O_RDONLY, O_RDWR, O_NONBLOCK, O_NOCTTY } = constants;
  if (process.platform === 'win32') return createReadStream(path);
  try {
    const fd = openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (isatty(fd)) return new ReadStream(fd);
    if (!fstatSync(fd).isFIFO()) return createReadStream(path, { fd });
    closeSync(fd);
    const pipe = openSync(path, O_RDWR | O_NONBLOCK);
    return new Socket({ fd: pipe, readable: true, writable: false });
  } catch (error) {
    return errorText(error);
  }
}

/** Cuts what comes into lines; scanners end them with CR, LF or both. */
export function lines(onLine: (text: string) => void): (bytes: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (bytes) => {
    const parts = (rest + decoder.write(bytes)).split(/[\r\n]+/);
    rest = (parts.pop() ?? '').slice(-LONGEST_LINE);
    for (const line of parts) if (line.trim() !== '' && line.length <= LONGEST_LINE) onLine(line);
  };
}

/** Sets speed and raw mode of a serial line; where that fails the line is read as it is. */
function setLine(path: string, baud: number): Promise<void> {
  if (process.platform !== 'linux') return Promise.resolve();
  return new Promise((settle) => {
    const stty = spawn('stty', ['-F', path, String(baud), 'raw', '-echo'], { stdio: 'ignore' });
    stty.once('error', () => settle());
    stty.once('exit', () => settle());
  });
}
