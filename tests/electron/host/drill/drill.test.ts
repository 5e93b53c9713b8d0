// The drill as the real desk starts it, and what is different inside it [G05].
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyDrillFolder } from '../../../../build/start/drill-folder.ts';
import { readStartFlags } from '../../../../build/start/flags.ts';
import { createDrillProgram } from '../../../../electron/host/drill/drill-program.ts';
import { markedDocument, openDrillWorld, wardOfDrill } from '../../../../electron/host/drill/drill-world.ts';
import { drillTicket } from '../../../../shared/slip/tickets/drill-mark.ts';
import { temporaryFolder } from '../../../support/district.ts';
import type { AddressInfo } from 'node:net';
import type { WardConfig } from '../../../../shared/law/ward.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

const say = (line: string) => ({
  command: process.execPath,
  args: ['-e', `console.log(${JSON.stringify(line)}); setInterval(() => {}, 1000)`],
});

describe('the drill’s program', () => {
  it('[DR2] starts once, tells its address, ends, and can be started again', async () => {
    const drill = createDrillProgram(say('ready app=http://127.0.0.1:9999 district=http://127.0.0.1:9998'));
    cleanUp.push(drill.stop);
    expect(drill.state()).toEqual({ state: 'off', url: null });
    expect(drill.start().state).toBe('starting');
    expect(drill.start().state).toBe('starting');
    await vi.waitFor(
      () => expect(drill.state()).toEqual({ state: 'ready', url: 'http://127.0.0.1:9999' }),
      20_000,
    );
    expect(await drill.stop()).toEqual({ state: 'off', url: null });
    expect(drill.start().state).toBe('starting');
  });

  it('[DR2] says that it failed, or that there is none', async () => {
    const drill = createDrillProgram({ command: process.execPath, args: ['-e', 'process.exit(1)'] });
    drill.start();
    await vi.waitFor(() => expect(drill.state().state).toBe('failed'), 20_000);
    expect(createDrillProgram(null).start()).toEqual({ state: 'none', url: null });
  });
});

describe('the drill’s folder', () => {
  it('[DR2] empties only what a drill has marked, and never while one runs there', () => {
    const made = temporaryFolder();
    cleanUp.push(made.remove);
    const real = join(made.path, 'data');
    mkdirSync(join(real, 'journal'), { recursive: true });
    writeFileSync(join(real, 'journal', 'e.log'), 'line');
    expect(emptyDrillFolder(real)).toContain('nothing was changed');
    expect(readFileSync(join(real, 'journal', 'e.log'), 'utf8')).toBe('line');
    const drill = join(real, 'drill');
    expect(emptyDrillFolder(drill)).toBeNull();
    writeFileSync(join(drill, 'left'), '');
    expect(emptyDrillFolder(drill)).toContain('runs already');
    writeFileSync(join(drill, 'drill.json'), JSON.stringify({ drill: true, pid: 999_999_999 }));
    expect(emptyDrillFolder(drill)).toBeNull();
    expect(existsSync(join(drill, 'left'))).toBe(false);
  });

  it('[DR2] `--drill` lies below the data folder and meets neither a real server nor a real ward', () => {
    const read = (...argv: string[]) => readStartFlags(argv, '/house');
    expect(read('--drill', '--data', '/data')).toMatchObject({
      flags: { drill: true, data: '/data/drill', port: 0, districtPort: 0, districtUrl: null },
    });
    expect(read('--drill', '--district-url', 'http://a')).toHaveProperty('wrong');
    expect(read('--drill', '--ward', 'w.json')).toHaveProperty('wrong');
    expect(read()).toMatchObject({ flags: { drill: false } });
  });
});

describe('inside a drill', () => {
  it('[DR2] the line that the trainer cuts is a real one', async () => {
    const server = createServer((_request, response) => response.end('here'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    cleanUp.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const changed = vi.fn<() => void>();
    const drill = await openDrillWorld(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, changed);
    cleanUp.push(drill.close);
    const ask = () => fetch(drill.districtUrl ?? '').then((answer) => answer.text());
    expect(await ask()).toBe('here');
    expect(drill.cut('line', true)).toEqual({ line: true, printer: false, host: false });
    await expect(ask()).rejects.toThrow();
    drill.cut('line', false);
    expect(await ask()).toBe('here');
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('[G05] prints into its folder alone, and every paper says that it has no value', () => {
    const ward = {
      printers: [{ id: 'p', target: { kind: 'tcp', host: 'h', port: 9100 } }],
    } as unknown as WardConfig;
    expect(wardOfDrill(ward).printers).toMatchObject([{ target: { kind: 'folder' } }]);
    expect(markedDocument('<body>x</body>').match(/KHÔNG CÓ GIÁ TRỊ/g)).toHaveLength(2);
    const slip = drillTicket({
      widthDots: 576,
      heightDots: 300,
      items: [{ kind: 'rule', top: 10, heightDots: 2, inset: 0 }],
    });
    expect(JSON.stringify(slip.items[0])).toContain('DIỄN TẬP');
    expect(slip.items[1]).toMatchObject({ top: 90 });
    expect(slip.heightDots).toBe(380);
  });
});
