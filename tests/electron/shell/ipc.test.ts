import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFramePrinter } from '../../../electron/frame-printer.ts';
import { CALL_CHANNEL, NEWS_CHANNEL, registerBridge } from '../../../electron/ipc.ts';
import { ok } from '../../../shared/basics/result.ts';
import { fakeContents, fromMain, seen } from '../../support/fake-electron.ts';
import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron/main';
import type { Host } from '../../../electron/host/host-options.ts';
import type { BridgeNews } from '../../../shared/bridge.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;

function frame(of: Partial<Record<keyof WebFrameMain, unknown>>): WebFrameMain {
  return { url: 'app://kiosk/', parent: null, detached: false, frames: [], ...of } as unknown as WebFrameMain;
}

function registered(handle: Host['handle'] = (method, params) => Promise.resolve(ok([method, params]))) {
  let listener: Listener | null = null;
  let tell: ((news: BridgeNews) => void) | null = null;
  const told: unknown[][] = [];
  const gone: unknown[] = [];
  const { contents, events } = fakeContents();
  const ipcMain = {
    handle: ((channel: string, given: Listener) => {
      expect(channel).toBe(CALL_CHANNEL);
      listener = given;
    }) as IpcMain['handle'],
  };
  const printer = createFramePrinter();
  registerBridge({
    ipcMain,
    printer,
    host: {
      handle,
      gone: (page) => void gone.push(page),
      onNews: (given) => ((tell = given), () => undefined),
    },
    pages: () => [{ send: (...args: unknown[]) => void told.push(args), isDestroyed: () => false }],
  });
  const call = (senderFrame: WebFrameMain | null, ...args: unknown[]) =>
    listener?.({ senderFrame, sender: contents } as IpcMainInvokeEvent, ...args);
  return { call, printer, told, gone, contents, events, news: (news: BridgeNews) => tell?.(news) };
}

describe('ipc', () => {
  it('[W4] answers the main frame of the own page', async () => {
    expect(await registered().call(frame({}), 'status', {})).toEqual({ value: ['status', {}] });
  });

  it.each([
    ['a frame that is gone', null],
    ['a frame inside the page', frame({ parent: frame({}) })],
    ['another origin', frame({ url: 'https://example.com/' })],
    ['a detached frame', frame({ detached: true })],
    ['an origin that only looks alike', frame({ url: 'app://kiosk.example.com/' })],
  ])('[W4] refuses %s', async (_who, sender) => {
    expect(await registered().call(sender, 'status', {})).toEqual({ fault: { code: 'caller-refused' } });
  });

  it('[J11] tells the host which window asks, and when it is gone', async () => {
    const pages: unknown[] = [];
    const { call, contents, events, gone } = registered((_method, _params, page) => {
      pages.push(page);
      return Promise.resolve(ok([]));
    });
    await call(frame({}), 'status', {});
    await call(frame({}), 'status', {});
    expect(pages).toEqual([contents, contents]);
    events.emit('destroyed');
    expect(gone).toEqual([contents]);
  });

  it('[W4] refuses extra arguments', async () => {
    expect(await registered().call(frame({}), 'status', {}, 'more')).toEqual({
      fault: { code: 'caller-refused' },
    });
  });

  it('[W4] passes news to every page', () => {
    const { told, news } = registered();
    news({ news: 'journal', vector: {} });
    expect(told).toEqual([[NEWS_CHANNEL, { news: 'journal', vector: {} }]]);
  });

  it('[W4] prints the frame in which the page drew its paper, and only while the call runs', async () => {
    const pdf = Buffer.from('%PDF-');
    const drawn = frame({ printToPDF: () => Promise.resolve(pdf) });
    const job = {
      kind: 'slip',
      jobId: 'job-00001',
      subject: 's',
      copyNo: 1,
      purpose: 'slips',
      payload: { html: '<p>x', pageSize: 'A5', title: 't' },
    };
    const printed: unknown[] = [];
    const { call, printer } = registered(async () => {
      printed.push(await printer.print('<p>x'));
      return ok([]);
    });
    await call(frame({ frames: [drawn] }), 'print', { job });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(printed).toEqual([{ ok: true, value: { pdf, sha256 } }]);
    expect(await printer.print('<p>x')).toMatchObject({ ok: false, error: { code: 'print-failed' } });
  });

  it('[W4] lends the page two functions and nothing of Electron', async () => {
    await import('../../../electron/preload.ts');
    expect([...seen.exposed.keys()]).toEqual(['motcua']);
    const lent = seen.exposed.get('motcua') as Record<string, (...args: unknown[]) => unknown>;
    expect(Object.keys(lent)).toEqual(['call', 'onNews']);
    await lent['call']?.('status', {});
    expect(seen.invoked).toEqual([[CALL_CHANNEL, 'status', {}]]);
    const heard: unknown[][] = [];
    const stop = lent['onNews']?.((...args: unknown[]) => void heard.push(args)) as () => void;
    fromMain(NEWS_CHANNEL, { news: 'journal', vector: {} });
    stop();
    fromMain(NEWS_CHANNEL, { news: 'journal', vector: {} });
    expect(heard).toEqual([[{ news: 'journal', vector: {} }]]);
  });
});
