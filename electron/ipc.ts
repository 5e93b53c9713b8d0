// The bridge over Electron's IPC: one channel in, one out, one check of who asks.
import { isOwnAddress } from './window.ts';
import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron/main';
import type { Host } from './host/host-options.ts';
import type { FramePrinter } from './frame-printer.ts';

/** Channel of calls: page → host. */
export const CALL_CHANNEL = 'motcua:call';
/** Channel of news: host → pages. */
export const NEWS_CHANNEL = 'motcua:news';

type Setting = {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly host: Pick<Host, 'handle' | 'onNews' | 'gone'>;
  readonly printer: FramePrinter;
  /** Pages that are open now. */
  readonly pages: () => readonly Pick<WebContents, 'send' | 'isDestroyed'>[];
};

/** Serves the host to the windows. A call that is not the app's own main frame's is answered `caller-refused`. */
export function registerBridge({ ipcMain, host, printer, pages }: Setting): void {
  const known = new WeakSet<WebContents>();
  /** A window's contents are one page for the host, until they are gone. */
  const pageOf = ({ sender }: Pick<IpcMainInvokeEvent, 'sender'>): WebContents => {
    if (!known.has(sender)) sender.once('destroyed', () => host.gone(sender));
    known.add(sender);
    return sender;
  };
  ipcMain.handle(CALL_CHANNEL, async (event, ...args: readonly unknown[]) => {
    const frame = ownMainFrame(event);
    if (frame === null || args.length !== 2) return { fault: { code: 'caller-refused' } };
    const [method, params] = args;
    const done = method === 'print' ? printer.offer(params, frame) : null;
    const result = await host.handle(method, params, pageOf(event));
    done?.();
    return result.ok ? { value: result.value } : { fault: result.error };
  });
  host.onNews((news) => {
    for (const page of pages()) if (!page.isDestroyed()) page.send(NEWS_CHANNEL, news);
  });
}

/** The frame that asks, when it is the main frame of a page of this app; null for all others. */
function ownMainFrame({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): WebFrameMain | null {
  if (senderFrame === null || senderFrame.detached || senderFrame.parent !== null) return null;
  return isOwnAddress(senderFrame.url) ? senderFrame : null;
}
