// Electron's main program: one host, its pages at app://kiosk, one window. Everything else lives in host/.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, ipcMain, Menu, protocol, safeStorage, session } from 'electron/main';
import { createFramePrinter } from './frame-printer.ts';
import { alonePage } from './loopback/alone-page.ts';
import { drillWindowCommand, freshDrillFolder } from './host/drill/drill-window.ts';
import { createHost } from './host/host.ts';
import { answerPage, plain } from './host/pages.ts';
import { registerBridge } from './ipc.ts';
import { hostFaultLine } from './loopback/fault-line.ts';
import { loopbackFlags } from './loopback/flags.ts';
import { startLoopback } from './loopback/server.ts';
import { createSystemPrinters } from './system-printers.ts';
import { afterCrash, APP_ORIGIN, guardSession, isOwnAddress, openPaperWindow, openWindow } from './window.ts';
import type { Host } from './host/host-options.ts';
import type { PageSetting } from './host/pages.ts';
import type { SecretStore } from './host/keys/secrets.ts';

const house = fileURLToPath(new URL('../../', import.meta.url));
const pages = join(house, 'out', 'renderer');
const preload = join(house, 'out', 'electron', 'preload.cjs');
const started = process.argv.includes('--port');
// A drill that a window started: it has a storage and a lock of its own, so it stands beside the real desk [G05].
const isDrill = !started && process.argv.includes('--drill');
if (isDrill) app.setPath('userData', freshDrillFolder(app.getPath('userData'), process.pid));

app.enableSandbox();
Menu.setApplicationMenu(null);
// IndexedDB stays on LevelDB: the newer store deletes a database whose volume ran full.
app.commandLine.appendSwitch('disable-features', 'IdbSqliteOnDiskRollout,IdbSqliteBackingStore');
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);

if (!app.requestSingleInstanceLock()) app.exit(0);
else {
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(run);
}

async function run(): Promise<void> {
  const flags = loopbackFlags(
    started
      ? ownArguments()
      : ['--data', join(app.getPath('userData'), 'data'), ...(isDrill ? ['--drill'] : [])],
    pages,
  );
  if (!flags.ok) return leave(flags.error);
  const { data, ward, districtUrl, enrol, port, drill } = flags.value;
  const printer = createFramePrinter();
  const host = await createHost({
    dataDir: data,
    wardFile: ward,
    demoDir: join(house, 'build', 'demo'),
    fontsDir: join(pages, 'fonts'),
    districtUrl,
    enrolCode: enrol,
    shell: 'electron',
    appVersion: app.getVersion(),
    secretStore: await systemStore(),
    pdfPrinter: printer,
    systemPrinters: createSystemPrinters({ open: openPaperWindow }),
    drill,
    drillCommand: drillWindowCommand({
      execPath: process.execPath,
      mainFile: app.isPackaged ? null : fileURLToPath(import.meta.url),
      isRoot: process.getuid?.() === 0,
    }),
  });
  if (!host.ok) return leave(hostFaultLine(host.error, data));
  const own = { voiceDir: join(data, 'voice'), slidesDir: join(data, 'slides') };
  servePages(own);
  registerBridge({
    ipcMain,
    host: host.value,
    printer,
    pages: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  });
  const shell = started ? await startLoopback({ host: host.value, root: pages, port, ...own }) : null;
  closeWith(host.value);
  watch(openWindow(preload, await alonePage(host.value)));
  if (shell?.ok) process.stdout.write(`ready app=${shell.value.url}\n`);
  if (isDrill) process.stdout.write(`ready app=${APP_ORIGIN}\n`);
  if (shell?.ok === false) leave(`port ${port} cannot be used (${shell.error.detail})`);
}

/** Flags begin after the program's own file; Electron's and Chromium's switches before it are not ours. */
function ownArguments(): readonly string[] {
  const at = process.argv.indexOf('--port');
  return process.argv.slice(at);
}

function servePages(folders: Pick<PageSetting, 'voiceDir' | 'slidesDir'>): void {
  guardSession(session.defaultSession);
  protocol.handle('app', async ({ url, method }) => {
    const own = isOwnAddress(url) && method === 'GET';
    const path = url.slice(APP_ORIGIN.length).split(/[?#]/)[0] ?? '/';
    const page = own
      ? await answerPage(path === '' ? '/' : path, { root: pages, ...folders, socket: null, token: null })
      : plain(404, 'not found');
    return new Response(new Uint8Array(page.body), { status: page.status, headers: page.headers });
  });
}

/** A page that crashed comes back; one that crashes again and again takes the whole program along. */
function watch(window: BrowserWindow): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const plan = afterCrash(crashes, Date.now());
    crashes.push(Date.now());
    if (plan === 'reload') return window.webContents.reload();
    app.relaunch();
    app.quit();
  });
  window.on('unresponsive', () => window.webContents.forcefullyCrashRenderer());
}

/** Ends the host before the program ends, however it is told to. */
function closeWith(host: Host): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void host.close().then(() => {
      closed = true;
      app.quit();
    });
  });
  process.on('SIGTERM', () => app.quit());
  process.on('SIGINT', () => app.quit());
  const parent = process.ppid;
  // Started by `npm start` or, as a drill, by the desk, the app ends with it, even when that was killed.
  if (started || isDrill) setInterval(() => (process.ppid === parent ? undefined : app.quit()), 500);
}

/** The system's key store, unless it is only a fixed password (`basic_text`): then a file of mode 0600 is as good and honest. */
async function systemStore(): Promise<SecretStore | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  if (
    process.platform === 'linux' &&
    ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())
  )
    return null;
  return {
    protect: (plainText) => safeStorage.encryptStringAsync(plainText),
    reveal: async (cipher) => (await safeStorage.decryptStringAsync(cipher)).result,
  };
}

function leave(line: string): void {
  process.stderr.write(`mot-cua: ${line}\n`);
  app.exit(1);
}
