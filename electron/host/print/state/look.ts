// How one printer stands, as far as its kind can tell. Nothing is put on paper.
import { randomUUID } from 'node:crypto';
import { access, constants, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PrinterConfig } from '../../../../shared/law/ward.ts';
import { stopCodeOf, type PrinterMark } from '../../../../shared/slip/printer.ts';
import { cupsPlace } from '../ipp/ipp-ask.ts';
import { askPrinter } from '../ipp/ipp-printer.ts';
import type { SystemPrinters } from '../system/system-printers.ts';
import { askEscPos } from './escpos-state.ts';

/** What a look found; `tells`: the printer itself says when paper is out or a cover is open. */
export type Look = {
  readonly state: 'unknown' | 'ok' | 'failing';
  readonly fault: string | null;
  readonly marks: readonly PrinterMark[];
  readonly tells: boolean;
};

type Around = {
  readonly folder: string;
  readonly system: SystemPrinters | null;
  readonly signal: AbortSignal;
};

const silent: Look = { state: 'unknown', fault: null, marks: [], tells: false };
const fine: Look = { state: 'ok', fault: null, marks: [], tells: false };
/** A printer that cannot take a paper now. */
export const failing = (fault: string): Look => ({ ...silent, state: 'failing', fault });

/** Looks at a printer. */
export async function lookAt({ target, purpose }: PrinterConfig, around: Around): Promise<Look> {
  const { signal } = around;
  switch (target.kind) {
    case 'tcp':
      // An office printer would print the question as text: it is only met, not asked.
      return purpose === 'tickets' ? ticketPrinter(target, signal) : silent;
    case 'cups':
      return serviceQueue(target.name, signal);
    case 'ipp': {
      const said = await askPrinter({ uri: target.uri, socketPath: null }, signal);
      return said.ok ? lookOf(said.value) : failing(said.error.code);
    }
    case 'file':
      return (await takesBytes(target.path)) ? fine : failing('printer-unreachable');
    case 'folder':
      return (await isWritable(around.folder)) ? fine : failing('printer-folder-unwritable');
    case 'system':
      return systemPrinter(target.name, around.system);
  }
}

async function ticketPrinter(
  target: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<Look> {
  const said = await askEscPos(target, signal);
  if (!said.ok) return failing(said.error.code);
  return said.value === null ? fine : { ...lookOf({ marks: said.value }), tells: true };
}

/** A service that is not met where it usually stands may still be found by `lp`: nothing is known then. */
async function serviceQueue(name: string, signal: AbortSignal): Promise<Look> {
  const said = await askPrinter(cupsPlace(name), signal);
  if (said.ok) return lookOf(said.value);
  return said.error.code === 'printer-refused' ? failing('printer-queue-unknown') : silent;
}

async function systemPrinter(name: string, system: SystemPrinters | null): Promise<Look> {
  if (system === null) return failing('printer-system-missing');
  const names = await system.names();
  return names.includes(name) ? fine : failing('printer-queue-unknown');
}

function lookOf({
  marks,
  isStopped = false,
  accepts = true,
}: {
  readonly marks: readonly PrinterMark[];
  readonly isStopped?: boolean;
  readonly accepts?: boolean;
}): Look {
  const paused = (isStopped && stopCodeOf(marks) === null) || !accepts;
  const all = paused && !marks.includes('paused') ? [...marks, 'paused' as const] : marks;
  const fault = stopCodeOf(all);
  return { state: fault === null ? 'ok' : 'failing', fault, marks: all, tells: true };
}

/** A device is not opened: it may be held by a paper that is just going out, and a pipe would take the end of it for the paper's. */
async function takesBytes(path: string): Promise<boolean> {
  // No device of that name, or one that may not be looked at: it takes nothing either way.
  const found = await stat(path).catch(() => null);
  if (!found || found.isDirectory()) return false;
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Puts a tiny file down and takes it up: rights alone say little. The folder is made with the first paper; until then its parent must take it. */
async function isWritable(folder: string): Promise<boolean> {
  // Not there yet: its parent is asked.
  const there = await stat(folder).catch(() => null);
  if (there && !there.isDirectory()) return false;
  const probe = join(there ? folder : dirname(folder), `.look-${randomUUID()}`);
  try {
    await writeFile(probe, '.', { mode: 0o600 });
    return true;
  } catch {
    return false;
  } finally {
    // A file of one byte that stays behind harms nobody, and the answer stands.
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
