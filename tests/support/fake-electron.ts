// Stands in for Electron's runtime in tests. Electron's own typings check its shape, so it cannot drift from the real one.
import { EventEmitter } from 'node:events';
import type * as Main from 'electron/main';
import type * as Renderer from 'electron/renderer';

/** What was asked of the fake so far. */
export const seen = {
  windows: [] as Main.BrowserWindowConstructorOptions[],
  loaded: [] as string[],
  exposed: new Map<string, Record<string, (...args: never[]) => unknown>>(),
  invoked: [] as unknown[][],
};

/** A window's contents: events as Electron sends them, the open handler kept. */
export function fakeContents() {
  const events = new EventEmitter();
  let openHandler: ((details: Main.HandlerDetails) => Main.WindowOpenHandlerResponse) | null = null;
  const contents = {
    on: events.on.bind(events) as unknown as Main.WebContents['on'],
    once: events.once.bind(events) as unknown as Main.WebContents['once'],
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
    send: () => undefined,
    isDestroyed: () => false,
  } satisfies Partial<Record<keyof Main.WebContents, unknown>>;
  return {
    contents: contents as unknown as Main.WebContents,
    events,
    open: () => openHandler?.({} as Main.HandlerDetails),
  };
}

/** Electron's window, as far as this program uses it. */
export class BrowserWindow {
  readonly webContents: Main.WebContents = fakeContents().contents;

  constructor(options: Main.BrowserWindowConstructorOptions) {
    seen.windows.push(options);
  }

  static getAllWindows(): Main.BrowserWindow[] {
    return [];
  }

  once(): this {
    return this;
  }

  show(): void {}

  loadURL(url: string): Promise<void> {
    seen.loaded.push(url);
    return Promise.resolve();
  }
}

/** Electron's renderer side, as far as the preload uses it. */
export const contextBridge = {
  exposeInMainWorld: (key: string, api: Record<string, (...args: never[]) => unknown>) =>
    void seen.exposed.set(key, api),
} satisfies Pick<Renderer.ContextBridge, 'exposeInMainWorld'>;

const messages = new EventEmitter();

export const ipcRenderer = {
  invoke: (...args: unknown[]) => {
    seen.invoked.push(args);
    return Promise.resolve({ value: 'answer' });
  },
  on: ((channel: string, listener: (...args: unknown[]) => void) => {
    messages.on(channel, listener);
  }) as unknown as Renderer.IpcRenderer['on'],
  off: ((channel: string, listener: (...args: unknown[]) => void) => {
    messages.off(channel, listener);
  }) as unknown as Renderer.IpcRenderer['off'],
} satisfies Partial<Renderer.IpcRenderer>;

/** Sends a message to the preload as the main process would. */
export function fromMain(channel: string, ...args: readonly unknown[]): void {
  messages.emit(channel, { sender: 'secret' }, ...args);
}
