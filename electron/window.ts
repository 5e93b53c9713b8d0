// The app's window and what it may not do (docs: Electron's security list, items 2-14).
import { BrowserWindow } from 'electron/main';
import type { AlonePage } from './loopback/alone-page.ts';
import type {
  BrowserWindowConstructorOptions,
  Input,
  Session,
  WebContents,
  WebContentsPrintOptions,
} from 'electron/main';

/** The one origin that pages of this app have, for ever: a changed origin would be an empty database. */
export const APP_ORIGIN = 'app://kiosk';

/** After this many crashes of the page within ten minutes the whole program is started again. */
const CRASHES = 3;
const CRASH_WINDOW_MS = 600_000;

/** Options of every window. @param preload path of the built preload */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#faf7f2',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      // The public display calls numbers aloud without anybody touching it.
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}

/**
 * Opens the app's window; it shows once it has something to show.
 * @param alone the page of a machine that citizens stand before: it fills the screen [G09]
 */
export function openWindow(preload: string, alone: AlonePage | null = null): BrowserWindow {
  const window = new BrowserWindow({ ...windowOptions(preload), kiosk: alone !== null });
  guardContents(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/${alone === null ? '' : `#/${alone}`}`);
  return window;
}

/** Whether an address is a page of this app. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === 'app:' &&
    url.host === 'kiosk' &&
    url.username === '' &&
    url.password === ''
  );
}

/** Whether a frame may go to an address: own pages, and the empty document that a paper is drawn in. */
function mayNavigate(address: string, isMainFrame: boolean): boolean {
  return isOwnAddress(address) || (!isMainFrame && (address === 'about:blank' || address === 'about:srcdoc'));
}

/** Keeps a page where it belongs: no way out, no new window, no webview, no zooming, closing or reloading by key. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('before-input-event', (event, input) => {
    if (isBlockedKey(input)) event.preventDefault();
  });
}

/** Keys that would leave, reload or zoom the page. F2, F4, F8 and `/` belong to the desk. */
export function isBlockedKey({
  type,
  key,
  control,
  meta,
  alt,
}: Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>): boolean {
  if (type !== 'keyDown') return false;
  const name = key.toLowerCase();
  if (['f5', 'f11', 'f12'].includes(name)) return true;
  if (alt) return ['f4', 'arrowleft', 'arrowright', 'home'].includes(name);
  return (
    (control || meta) && ['w', 'r', 'n', 't', 'q', 'p', 'i', 'j', 'u', 'o', '+', '-', '=', '0'].includes(name)
  );
}

/** Denies every permission (the default grants them all) and every request that is not for own pages. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event, item) => {
    if (!maySave(item.getURL(), item.getFilename())) event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
}

/** Tables that a page made itself are saved where the person says; nothing else is (T08). */
export function maySave(address: string, name: string): boolean {
  return address.startsWith(`blob:${APP_ORIGIN}/`) && /^[\w-]+\.csv$/.test(name);
}

/** Pictures that a page made itself (`data:`, `blob:`) never leave it; the policy of the page says where they may stand. */
function mayLoad(address: string): boolean {
  return isOwnAddress(address) || address.startsWith('data:') || address.startsWith(`blob:${APP_ORIGIN}/`);
}

/** What to do about a crashed page. @param earlier instants of the crashes before, epoch ms */
export function afterCrash(earlier: readonly number[], nowMs: number): 'reload' | 'relaunch' {
  return earlier.filter((at) => nowMs - at < CRASH_WINDOW_MS).length >= CRASHES ? 'relaunch' : 'reload';
}

/** A hidden window that shows one PDF and prints it. */
export type PaperWindow = {
  readonly printers: () => Promise<readonly { readonly name: string }[]>;
  readonly show: (pdf: Uint8Array) => Promise<void>;
  /** Rejects with what the system says. */
  readonly print: (options: WebContentsPrintOptions) => Promise<void>;
  readonly close: () => void;
};

/** Its session keeps nothing and loads nothing but the paper, which never lies on the disk. */
const PAPER_SESSION = 'paper';
const PAPER_ADDRESS = 'app://paper/paper.pdf';
/** The viewer lays the pages out after the document has loaded, and tells nobody when it is done. */
const LAYOUT_MS = 400;

/** Opens a window for one paper. */
export function openPaperWindow(): PaperWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      plugins: true,
      partition: PAPER_SESSION,
      devTools: false,
    },
  });
  const { webContents } = window;
  return {
    printers: () => webContents.getPrintersAsync(),
    show: async (pdf) => {
      const { protocol } = webContents.session;
      protocol.handle('app', ({ url }) =>
        url === PAPER_ADDRESS
          ? new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf' } })
          : new Response(null, { status: 404 }),
      );
      try {
        await webContents.loadURL(PAPER_ADDRESS);
        await new Promise((resolve) => setTimeout(resolve, LAYOUT_MS));
      } finally {
        protocol.unhandle('app');
      }
    },
    print: (options) =>
      new Promise((resolve, reject) => {
        webContents.print(options, (done, reason) => (done ? resolve() : reject(new Error(reason))));
      }),
    close: () => window.destroy(),
  };
}
