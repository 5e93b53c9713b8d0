import { beforeEach, describe, expect, it } from 'vitest';
import {
  afterCrash,
  guardContents,
  guardSession,
  isBlockedKey,
  maySave,
  isOwnAddress,
  openWindow,
  windowOptions,
} from '../../../electron/window.ts';
import { fakeContents, seen } from '../../support/fake-electron.ts';
import type { Session } from 'electron/main';

const HOSTILE = [
  'https://example.com/',
  'http://app/kiosk',
  'app://kiosk.example.com/',
  'app://kiosk:80@example.com/',
  'app://user@kiosk/',
  'app://other/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<b>x',
  'app:kiosk',
  '//kiosk/',
  '',
];

function sent(events: ReturnType<typeof fakeContents>['events'], name: string, ...args: unknown[]): boolean {
  let prevented = false;
  const event = { preventDefault: () => (prevented = true), ...(args[0] as object) };
  events.emit(name, event, ...args.slice(1));
  return prevented;
}

describe('window', () => {
  beforeEach(() => {
    seen.windows.length = 0;
    seen.loaded.length = 0;
  });

  it('[W1] opens every window locked in', () => {
    openWindow('/preload.cjs');
    expect(seen.loaded).toEqual(['app://kiosk/']);
    expect(seen.windows).toEqual([{ ...windowOptions('/preload.cjs'), kiosk: false }]);
    expect(seen.windows[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(seen.windows[0]?.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('[G09] a kiosk or a display fills the screen with its page', () => {
    openWindow('/preload.cjs', 'display');
    expect(seen.loaded.at(-1)).toBe('app://kiosk/#/display');
    expect(seen.windows.at(-1)).toMatchObject({ kiosk: true });
  });

  it.each(HOSTILE)('[W2] goes nowhere but to its own pages: %s', (url) => {
    const { contents, events } = fakeContents();
    guardContents(contents);
    expect(isOwnAddress(url)).toBe(false);
    expect(sent(events, 'will-navigate', { url })).toBe(true);
    expect(sent(events, 'will-frame-navigate', { url, isMainFrame: false })).toBe(true);
    expect(sent(events, 'will-redirect', { url })).toBe(true);
  });

  it('[W2] lets own pages and the empty frame of a paper through', () => {
    const { contents, events } = fakeContents();
    guardContents(contents);
    expect(sent(events, 'will-navigate', { url: 'app://kiosk/#/desk' })).toBe(false);
    expect(sent(events, 'will-frame-navigate', { url: 'about:blank', isMainFrame: false })).toBe(false);
    expect(sent(events, 'will-frame-navigate', { url: 'about:blank', isMainFrame: true })).toBe(true);
  });

  it('[W2] attaches no webview and opens no second window', () => {
    const { contents, events, open } = fakeContents();
    guardContents(contents);
    expect(sent(events, 'will-attach-webview', {})).toBe(true);
    expect(open()).toEqual({ action: 'deny' });
  });

  it('[W2] blocks keys that leave or reload the page and leaves the desk its own', () => {
    const key = (name: string, with_: object = {}) =>
      isBlockedKey({ type: 'keyDown', key: name, control: false, meta: false, alt: false, ...with_ });
    expect(['F5', 'F11', 'F12'].map((name) => key(name))).toEqual([true, true, true]);
    expect(['w', 'R', '+', '0'].map((name) => key(name, { control: true }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(key('F4', { alt: true })).toBe(true);
    expect(['F2', 'F4', 'F8', '/', 'a', 'Enter'].map((name) => key(name))).toEqual(Array(6).fill(false));
    expect(key('k', { control: true })).toBe(false);
  });

  it('[W3] denies every permission and every foreign request', () => {
    const held: Record<string, (...args: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => (held[name] = handler);
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setDisplayMediaRequestHandler: keep('display'),
      on: () => undefined,
      webRequest: { onBeforeRequest: keep('load') },
    } satisfies Partial<Record<keyof Session, unknown>>;
    guardSession(session as unknown as Session);
    const answers: unknown[] = [];
    const answer = (given: unknown) => answers.push(given);
    held['request']?.(...([null, 'media', answer] as never[]));
    held['display']?.(...([null, answer] as never[]));
    for (const url of [
      'http://app.example/',
      'app://kiosk/assets/a.js',
      'wss://example.com/',
      'blob:app://kiosk/1',
    ]) {
      held['load']?.(...([{ url }, answer] as never[]));
    }
    expect([held['check']?.(), held['device']?.()]).toEqual([false, false]);
    expect(answers).toEqual([
      false,
      {},
      { cancel: true },
      { cancel: false },
      { cancel: true },
      { cancel: false },
    ]);
  });

  it('[T08] [FG13] saves tables that a page of its own made, and nothing else', () => {
    expect(maySave('blob:app://kiosk/5f0c', 'so-lieu_theo-nguoi_2026-06-01_2026-06-05.csv')).toBe(true);
    expect(maySave('blob:https://example.org/5f0c', 'a.csv')).toBe(false);
    expect(maySave('app://kiosk/index.html', 'a.csv')).toBe(false);
    expect(maySave('blob:app://kiosk/5f0c', 'a.exe')).toBe(false);
    expect(maySave('blob:app://kiosk/5f0c', '../a.csv')).toBe(false);
  });

  it('[W5] reloads a crashed page and starts the program anew after three crashes in ten minutes', () => {
    expect(afterCrash([], 0)).toBe('reload');
    expect(afterCrash([0, 1, 2], 1000)).toBe('relaunch');
    expect(afterCrash([0, 1, 2], 700_000)).toBe('reload');
  });
});
