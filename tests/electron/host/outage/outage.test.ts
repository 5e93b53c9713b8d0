// What a host knows of outages, and the way by stick when there is no line [S14] [S16].
import { writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeUsbFile, answerUsbFile } from '../../../../server/files/usb-files.ts';
import { deviceKeys, lineChain } from '../../../support/events.ts';
import { hostWorld } from '../../../support/wire/host-world.ts';
import type { Host } from '../../../../electron/host/host-options.ts';
import type { Outage, UsbExported, UsbImported } from '../../../../shared/bridge/outage.ts';

vi.setConfig({ testTimeout: 90_000 });
const world = hostWorld();
afterEach(world.cleanUp);

const NOW = '2026-06-05T08:00:00.000Z';

async function value<T>(host: Host, method: string, params: object): Promise<T> {
  const answer = await host.handle(method, params);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${answer.error.detail ?? ''}`);
  return answer.value as T;
}

/** Of the line; the clock of the test's district is its own. */
const outagesOf = async (host: Host) =>
  (await value<{ outages: Outage[] }>(host, 'outages', {})).outages.filter(({ what }) => what === 'district');

async function signIn(host: Host): Promise<string> {
  return (await value<{ session: string }>(host, 'sign-in', { clerk: 'lan', pin: '1357' })).session;
}

async function fileOf(host: Host, session: string, scope: 'missing' | 'all' = 'missing') {
  const told = await value<UsbExported>(host, 'usb-export', { session, scope });
  let text = '';
  while (text.length < told.bytes)
    text += (await value<{ text: string }>(host, 'usb-read', { file: told.file, from: text.length })).text;
  return { ...told, text };
}

async function bring(host: Host, session: string, text: string) {
  const half = Math.floor(text.length / 2);
  const upload = `upload-${text.length}`;
  await value(host, 'usb-import', { session, upload, at: 0, text: text.slice(0, half), last: false });
  return host.handle('usb-import', { session, upload, at: half, text: text.slice(half), last: true });
}

describe('outages', () => {
  it('[OUT1] one outage is one row over a restart, with what was written meanwhile', async () => {
    const server = await world.district();
    const line = await world.relay(() => server.url);
    const dataDir = world.folder();
    const first = await world.host({ districtUrl: line.url, enrolCode: await server.code('all') }, dataDir);
    await first.settled;
    const device = await world.deviceOf(first);
    const chain = lineChain({ device: device.id, epoch: 'epoch-0001' });
    await value(first, 'push', { lines: (chain.fill(1), chain.lines()), keys: [] });
    await vi.waitFor(() => expect(Object.values(first.status().district.held)).toEqual([2]));
    expect(await outagesOf(first)).toEqual([]);
    await first.close();
    // The district is gone; the machine is started anew in the middle of it.
    const second = await world.host({ districtUrl: 'http://127.0.0.1:9' }, dataDir);
    await second.settled;
    await vi.waitFor(async () => expect(await outagesOf(second)).toHaveLength(1));
    await value(second, 'push', { lines: chain.fill(3), keys: [] });
    await second.close();
    const third = await world.host({ districtUrl: line.url }, dataDir);
    await vi.waitFor(() => expect(Object.values(third.status().district.held)).toEqual([5]));
    await vi.waitFor(async () => expect((await outagesOf(third))[0]?.to).not.toBeNull());
    const [outage, ...others] = await outagesOf(third);
    expect(others).toEqual([]);
    const key = `${device.id}/epoch-0001`;
    expect(outage).toMatchObject({
      what: 'district',
      fault: 'district-unreachable',
      had: { [key]: 2 },
      held: { [key]: 5 },
    });
    await third.close();
  });
});

describe('the stick', () => {
  it('[USB6] a file of a cut desk makes the district hold what the line would have brought, and its answer proves it', async () => {
    const server = await world.district();
    const dataDir = world.folder();
    const before = await world.host(
      { districtUrl: server.url, enrolCode: await server.code('all') },
      dataDir,
    );
    await before.settled;
    const device = await world.deviceOf(before);
    const chain = lineChain({ device: device.id, epoch: 'epoch-0001' });
    await value(before, 'push', { lines: (chain.fill(1), chain.lines()), keys: [] });
    await vi.waitFor(() => expect(Object.values(before.status().district.held)).toEqual([2]));
    await before.close();
    const cut = await world.host({ districtUrl: 'http://127.0.0.1:9' }, dataDir);
    const session = await signIn(cut);
    await value(cut, 'push', { lines: chain.fill(700), keys: [] });
    const file = await fileOf(cut, session);
    expect(file.lines).toBe(700);
    expect(await takeUsbFile(server.store, file.text, 'AAAA', NOW)).toMatchObject({
      error: { code: 'usb-passphrase-wrong' },
    });
    const torn = file.text.slice(0, -2000);
    expect(await takeUsbFile(server.store, torn, file.passphrase, NOW)).toMatchObject({
      value: { told: { whole: false } },
    });
    const taken = await takeUsbFile(server.store, file.text, file.passphrase, NOW);
    if (!taken.ok) throw new Error(taken.error.code);
    const key = `${device.id}/epoch-0001`;
    expect(taken.value.told).toMatchObject({ whole: true, lines: 700, vector: { [key]: 702 } });
    expect(taken.value.told.refused).toEqual({});
    const again = await takeUsbFile(server.store, file.text, file.passphrase, NOW);
    expect(again).toMatchObject({ value: { told: { fresh: 0, vector: { [key]: 702 } } } });
    const keys = deviceKeys('usb');
    const answer = await answerUsbFile(
      server.store,
      taken.value,
      { publicKey: keys.publicKey, sign: keys.sign },
      NOW,
    );
    if (!answer.ok) throw new Error(answer.error.code);
    expect(cut.status().district.held[key]).toBe(2);
    const brought = await bring(cut, session, answer.value.text);
    expect(brought).toMatchObject({ value: { done: { level: 'district', whole: true } } });
    expect(cut.status().district.held[key]).toBe(702);
    await cut.close();
  });

  it('[USB7] refuses what is not for this desk, keeps a sister desk’s lines, and wants a signed-in clerk', async () => {
    const one = await world.host({});
    const session = await signIn(one);
    const chain = lineChain({ device: (await world.deviceOf(one)).id, epoch: 'epoch-0001' });
    chain.fill(3);
    const lines = chain.lines();
    await value(one, 'push', { lines, keys: [] });
    const file = await fileOf(one, session, 'all');
    const dataDir = world.folder();
    const other = await world.host({}, dataDir);
    const theirs = await signIn(other);
    expect(await bring(other, theirs, file.text)).toMatchObject({ error: { code: 'usb-key-wrong' } });
    await other.close();
    // The same ward: its key came by the recovery sheet.
    const secrets = join(dataDir, 'secrets', 'ward-key');
    mkdirSync(dirname(secrets), { recursive: true });
    const { wardKey } = await value<{ wardKey: string }>(one, 'sign-in', { clerk: 'lan', pin: '1357' });
    writeFileSync(secrets, JSON.stringify({ place: 'file', value: wardKey }));
    const sister = await world.host({}, dataDir);
    const signed = await signIn(sister);
    const done = await bring(sister, signed, file.text);
    expect(done.ok && (done.value as { done: UsbImported }).done).toMatchObject({
      level: null,
      fresh: 4,
      whole: true,
    });
    const changed = file.text.replace(/"ct":"..../, '"ct":"AAAA');
    expect(await bring(sister, signed, changed)).toMatchObject({ error: { code: 'usb-signature-wrong' } });
    expect(await one.handle('usb-export', { session: 'nobody', scope: 'all' })).toMatchObject({
      error: { code: 'session-unknown' },
    });
    await Promise.all([one.close(), sister.close()]);
  });
});
