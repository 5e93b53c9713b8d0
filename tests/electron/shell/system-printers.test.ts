import { describe, expect, it } from 'vitest';
import { createSystemPrinters } from '../../../electron/system-printers.ts';
import { printOut } from '../../../electron/host/print/print-out.ts';

const pdf = Buffer.from('%PDF-1.7');
const way = { folder: '/nowhere', signal: new AbortController().signal };

describe('a printer of the operating system', () => {
  it('[R02] gets the PDF at its size without a dialog, one window a paper, closed whatever happens', async () => {
    const done: unknown[] = [];
    const system = createSystemPrinters({
      open: () => ({
        printers: () => Promise.resolve([{ name: 'HP' }]),
        show: (shown) => Promise.resolve(void done.push(['show', Buffer.from(shown).toString()])),
        print: (options) => {
          done.push(['print', options.deviceName, options.pageSize, options.silent]);
          return options.deviceName === 'HP'
            ? Promise.resolve()
            : Promise.reject(new Error('no such printer'));
        },
        close: () => void done.push('close'),
      }),
    });
    const paper = { name: 'job-00000001', format: 'pdf', media: 'A5', bytes: pdf } as const;
    expect(await system.names()).toEqual(['HP']);
    expect(await printOut({ kind: 'system', name: 'HP' }, paper, { ...way, system })).toEqual({
      ok: true,
      value: { state: 'spooled', where: 'HP' },
    });
    expect(await printOut({ kind: 'system', name: 'Canon' }, paper, { ...way, system })).toMatchObject({
      error: { code: 'printer-refused', detail: 'no such printer' },
    });
    expect(done).toEqual([
      'close',
      ['show', '%PDF-1.7'],
      ['print', 'HP', 'A5', true],
      'close',
      ['show', '%PDF-1.7'],
      ['print', 'Canon', 'A5', true],
      'close',
    ]);
    const alone = await printOut({ kind: 'system', name: 'HP' }, paper, way);
    expect(alone).toMatchObject({ ok: false, error: { code: 'printer-system-missing' } });
  });
});
