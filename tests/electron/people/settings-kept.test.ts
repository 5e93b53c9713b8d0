// A change of settings survives the death of its host and of its page [SE1] [G01].
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { keptSettings } from '../../../electron/host/ward/change-settings.ts';
import { openWardKeeper } from '../../../electron/host/ward/ward-keeper.ts';
import { makeUpSettings, settingNote } from '../../../renderer/store/people/kept-changes.ts';
import { ok } from '../../../shared/basics/result.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { demoWard } from '../../support/demo.ts';
import { temporaryFolder } from '../../support/district.ts';
import type { SettingNote } from '../../../renderer/store/people/people-deps.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

vi.setConfig({ testTimeout: 120_000 });

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

const ward = demoWard();
const withPhone = (hotline: string): WardConfig => ({ ...ward, hotline });
const change = (reason: string) => ({ by: 'hoa', approvedBy: '', reason, sections: ['office'] });

async function folder(): Promise<string> {
  const made = temporaryFolder();
  cleanUp.push(made.remove);
  const data = join(made.path, 'data');
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'ward.json'), `${JSON.stringify(ward, null, 2)}\n`);
  return data;
}

/** A host that changes its hotline again and again, counting on, until it is killed. */
function changing(data: string) {
  const keeper = pathToFileURL(
    fileURLToPath(new URL('../../../electron/host/ward/ward-keeper.ts', import.meta.url)),
  );
  const program = `
    import { readFileSync } from 'node:fs';
    const { openWardKeeper } = await import(${JSON.stringify(keeper.href)});
    const first = JSON.parse(readFileSync(${JSON.stringify(join(data, 'ward.json'))}, 'utf8'));
    const keeper = openWardKeeper(${JSON.stringify(data)}, first, () => new Date());
    for (let n = 1; ; n += 1) {
      process.stdout.write(n + '\\n');
      await keeper.replace({ ...keeper.current(), hotline: '024 0000 ' + String(n).padStart(4, '0') },
        { by: 'hoa', approvedBy: '', reason: 'r' + n, sections: ['office'] });
    }`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

it('[SE1] [G01] killed between the steps of a change, the host leaves the old or the new ward file whole, and every change that counts in its history', async () => {
  for (const waitMs of [0, 2, 5]) {
    const data = await folder();
    const child = changing(data);
    let begun = 0;
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text: Buffer) => {
        begun = Number(text.toString().trim().split('\n').at(-1));
        if (begun >= 3) resolve();
      });
    });
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const stands = wardSchema.parse(JSON.parse(readFileSync(join(data, 'ward.json'), 'utf8')));
    const [standing] = /\d{4}$/.exec(stands.hotline) ?? ['0'];
    expect(Number(standing)).toBeGreaterThanOrEqual(2);
    const keeper = openWardKeeper(data, stands, () => new Date());
    const notes = (await keptSettings(keeper)).map((one) => settingNote('office', one));
    // Each change that came into force is told once; one that did not is none.
    expect(notes.filter((note) => note !== null).map(({ reason }) => reason)).toEqual(
      Array.from({ length: Number(standing) }, (_, at) => `r${at + 1}`).slice(-notes.filter(Boolean).length),
    );
    // It goes on from there.
    await keeper.replace(withPhone('1022'), change('sau'));
    expect(JSON.parse(await readFile(join(data, 'ward.json'), 'utf8'))).toMatchObject({ hotline: '1022' });
    expect((await readdir(join(data, 'ward-history'))).length).toBeGreaterThan(2);
  }
});

it('[SE1] [G01] a change whose page died before it wrote it down is made up for once, in the name of who made it', async () => {
  const data = await folder();
  const now = { ms: Date.parse('2026-06-05T02:00:00.000Z') };
  const keeper = openWardKeeper(data, ward, () => new Date((now.ms += 1000)));
  await keeper.replace(withPhone('1022'), change('số mới'));
  await keeper.replace(withPhone(ward.hotline), change('trả lại'));
  await keeper.replace(withPhone('1022'), change('số mới'));
  const written: (SettingNote & { readonly by: string })[] = [];
  const deps = {
    acts: {
      noteSettings: (notes: readonly SettingNote[], { id }: { readonly id: string }) => {
        written.push(...notes.map((note) => ({ ...note, by: id })));
        return Promise.resolve(ok({ value: null, secondCopy: true }));
      },
    },
    reads: {
      watchSettings: (listener: (histories: unknown) => void) => {
        listener([{ setting: 'office', changes: written }]);
        return () => undefined;
      },
    },
    host: {
      hello: () => ({ ward }),
      keptSettings: async () => ok({ changes: await keptSettings(keeper) }),
    },
    clock: { nowMs: () => now.ms },
  } as unknown as Parameters<typeof makeUpSettings>[0];
  const told = async () => {
    await makeUpSettings(deps);
    return written.map(({ reason, by }) => [reason, by]);
  };
  // A page that lives is about to write it.
  expect(await told()).toEqual([]);
  now.ms += 60_000;
  const all = [
    ['số mới', 'hoa'],
    ['trả lại', 'hoa'],
    ['số mới', 'hoa'],
  ];
  expect(await told()).toEqual(all);
  expect(await told()).toEqual(all);
  written.splice(1, 1);
  expect(await told()).toEqual([all[0], all[2], all[1]]);
  expect(written[0]).toMatchObject({ setting: 'office', after: expect.stringContaining('1022') as string });
});
