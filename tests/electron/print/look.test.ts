import { mkdirSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lookAt } from '../../../electron/host/print/state/look.ts';
import { createPrinterBoard } from '../../../electron/host/print/state/printer-board.ts';
import { temporaryFolder } from '../../support/district.ts';
import type { PrinterConfig } from '../../../shared/law/ward.ts';

const folderPrinter: PrinterConfig = {
  id: 'f',
  name: 'Thư mục',
  purpose: 'slips',
  target: { kind: 'folder' },
};
const made: { readonly remove: () => void }[] = [];

afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

function place(): string {
  const folder = temporaryFolder();
  made.push(folder);
  return folder.path;
}

const signal = new AbortController().signal;
const lookIn = (folder: string, printer = folderPrinter) => lookAt(printer, { folder, system: null, signal });

describe('looking at a printer that is a place of this machine', () => {
  it('[PQ1] a folder is tried with a tiny file, which does not stay', async () => {
    const folder = join(place(), 'printed');
    expect((await lookIn(folder)).state).toBe('ok');
    mkdirSync(folder);
    expect((await lookIn(folder)).state).toBe('ok');
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
    expect(await lookIn(folder)).toMatchObject({ state: 'failing', fault: 'printer-folder-unwritable' });
  });

  it('[PQ1] a device file has to be one: a folder in its place is failing', async () => {
    const ports = place();
    const target = (path: string): PrinterConfig => ({ ...folderPrinter, target: { kind: 'file', path } });
    expect((await lookIn(ports, target(ports))).state).toBe('failing');
    writeFileSync(join(ports, 'lp0'), '');
    expect((await lookIn(ports, target(join(ports, 'lp0')))).state).toBe('ok');
    expect((await lookIn(ports, target(join(ports, 'lp1')))).state).toBe('failing');
  });

  it('[PQ1] what a paper found stays until a look or a paper finds otherwise', async () => {
    const folder = join(place(), 'printed');
    writeFileSync(folder, 'no folder');
    const board = createPrinterBoard({
      printers: [folderPrinter],
      look: () => lookIn(folder),
      nowMs: () => 0,
      onChange: () => undefined,
      everyMs: 0,
    });
    const state = () => board.statuses(() => 0)[0]?.state;
    board.found('f', 'printer-folder-unwritable');
    expect(state()).toBe('failing');
    await board.askAll();
    expect(state()).toBe('failing');
    rmSync(folder);
    await board.askAll();
    expect(state()).toBe('ok');
    board.close();
  });
});
