// One headless Chromium of its own profile that does nothing but show papers: scripts off, no network, and of all
// requests only the paper itself and the bundled fonts are answered.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createCdpPipe, type CdpPipe } from './cdp-pipe.ts';

/** A running browser with one page, ready to show papers. */
export type PrintBrowser = {
  /** Shows `html`, waits for its fonts, and returns the PDF at the size that its style names. */
  readonly toPdf: (html: string) => Promise<Buffer>;
  readonly isAlive: () => boolean;
  /** Ends the browser with all its processes and removes its profile. */
  readonly close: () => Promise<void>;
};

type PrintBrowserDeps = {
  readonly chromiumPath: string;
  /** Folder of the bundled fonts; files of other kinds in it are never served. */
  readonly fontsDir: string;
  /** Told of each request that was refused, with its kind only: addresses may hold personal data. */
  readonly onRefused: (resourceType: string) => void;
};

// A name that can exist nowhere (RFC 2606): even a request that slipped through would reach nobody.
const ORIGIN = 'http://paper.invalid';
const PAPER_URL = `${ORIGIN}/paper`;
const FONT_URL = /^http:\/\/paper\.invalid\/fonts\/([a-z0-9-]+\.woff2)$/;
const PAPER_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const ARGUMENTS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  // A crash report would hold the paper that was being printed.
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--mute-audio',
  '--password-store=basic',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** What stands between two papers. */
const EMPTY = '<!doctype html><title></title>';

const CLOSE_LIMIT_MS = 2_000;
const FONT_POLL_MS = 5;

/** Starts the browser and opens its page. Rejects when it cannot be started; the caller sets the time limit by `signal`. */
export async function startPrintBrowser(deps: PrintBrowserDeps, signal: AbortSignal): Promise<PrintBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'motcua-print-'));
  const child = spawn(
    deps.chromiumPath,
    [...ARGUMENTS, ...rootArguments(), `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // Its own process group, so that its helpers end with it. If the host dies, the closed pipe ends the browser.
      detached: process.platform !== 'win32',
    },
  );
  const close = closer(child, profile);
  const stop = (): void => killAll(child);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    const pipe = createCdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const sessionId = await openPage(pipe);
    answerRequests(pipe, sessionId, deps);
    const frameId = await openDesk(pipe, sessionId);
    return {
      toPdf: pagePrinter(pipe, sessionId, frameId),
      isAlive: () => isRunning(child),
      close: () => close(pipe),
    };
  } catch (reason) {
    await close(null);
    throw reason;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function openPage(pipe: CdpPipe): Promise<string> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  await Promise.all([
    pipe.send('Page.enable', {}, session),
    pipe.send('Emulation.setScriptExecutionDisabled', { value: true }, session),
    pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session),
  ]);
  return session;
}

/** Answers the empty paper and the bundled fonts, and nothing else. */
function answerRequests(pipe: CdpPipe, session: string, deps: PrintBrowserDeps): void {
  const send: CdpPipe['send'] = (method, params) => pipe.send(method, params, session);
  pipe.onEvent((event) => {
    if (event.method !== 'Fetch.requestPaused' || event.sessionId !== session) return;
    const { requestId, request, resourceType } = event.params as PausedRequest;
    const answer = async (): Promise<void> => {
      const found = await lookUp(request.url, deps.fontsDir);
      if (found === null) {
        deps.onRefused(resourceType);
        // "Aborted" leaves the paper standing; any other reason would show an error page in its place.
        await send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      } else {
        await send('Fetch.fulfillRequest', { requestId, responseCode: 200, ...found });
      }
    };
    // A request of a page that is gone already has no one to answer to.
    answer().catch(() => undefined);
  });
}

/** Opens the empty paper, under whose policy all others are shown; answers its frame. */
async function openDesk(pipe: CdpPipe, session: string): Promise<string> {
  const loaded = nextLoad(pipe, session);
  const { frameId, errorText } = await pipe.send('Page.navigate', { url: PAPER_URL }, session);
  if (typeof errorText === 'string') throw new Error(errorText);
  await loaded;
  return String(frameId);
}

/** Papers are written into one document that stands: a new one for each would load every font again, the half of the time. */
function pagePrinter(pipe: CdpPipe, session: string, frameId: string): (html: string) => Promise<Buffer> {
  const send = (method: string, params = {}): ReturnType<CdpPipe['send']> =>
    pipe.send(method, params, session);
  return async (html) => {
    await send('Page.setDocumentContent', { frameId, html });
    await allLoaded(send);
    const { data } = await send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
    });
    // Nobody's paper stays in the page until the next one. Commands keep their order, so nothing waits for this; a browser
    // that has ended meanwhile fails at the next paper.
    send('Page.setDocumentContent', { frameId, html: EMPTY }).catch(() => undefined);
    return Buffer.from(String(data), 'base64');
  };
}

type PausedRequest = {
  readonly requestId: string;
  readonly request: { readonly url: string };
  readonly resourceType: string;
};

/** The answer to a request, or null when it is to be refused. */
async function lookUp(url: string, fontsDir: string): Promise<object | null> {
  if (url === PAPER_URL) return response(Buffer.from(EMPTY), 'text/html; charset=utf-8', PAPER_CSP);
  const font = FONT_URL.exec(url)?.[1];
  if (font === undefined) return null;
  try {
    return response(await readFile(join(fontsDir, font)), 'font/woff2', "default-src 'none'");
  } catch {
    return null; // not bundled: refused, and told by onRefused
  }
}

function response(body: Buffer, type: string, csp: string): object {
  return {
    body: body.toString('base64'),
    responseHeaders: [
      { name: 'Content-Type', value: type },
      { name: 'Content-Security-Policy', value: csp },
      { name: 'X-Content-Type-Options', value: 'nosniff' },
      { name: 'Cache-Control', value: 'max-age=31536000, immutable' },
    ],
  };
}

function nextLoad(pipe: CdpPipe, session: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = pipe.onEvent((event) => {
      if (event.sessionId !== session || event.method !== 'Page.loadEventFired') return;
      stop();
      resolve();
    });
  });
}

/** Waits for pictures and fonts; a paper printed too early would be blank where letters belong. */
async function allLoaded(
  send: (method: string, params?: object) => ReturnType<CdpPipe['send']>,
): Promise<void> {
  // Reading a size first makes the layout ask for its fonts.
  const expression =
    'document.body.offsetHeight >= 0 && document.readyState === "complete" && document.fonts.status';
  for (;;) {
    const { result } = await send('Runtime.evaluate', { expression });
    if ((result as { readonly value?: unknown } | undefined)?.value === 'loaded') return;
    await new Promise((resolve) => setTimeout(resolve, FONT_POLL_MS));
  }
}

/** Chromium refuses to run as uid 0 with its sandbox; installed programs never run so. */
function rootArguments(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

const isRunning = (child: ChildProcess): boolean =>
  child.exitCode === null && child.signalCode === null && child.pid !== undefined;

function killAll(child: ChildProcess): void {
  if (!isRunning(child) || child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group is gone already; its leader may not be
  }
}

function closer(child: ChildProcess, profile: string): (pipe: CdpPipe | null) => Promise<void> {
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let closing: Promise<void> | undefined;
  return (pipe) => {
    closing ??= (async () => {
      // A browser that is gone refuses the command; then there is nothing to ask.
      pipe?.send('Browser.close').catch(() => undefined);
      const timer = setTimeout(() => killAll(child), pipe === null ? 0 : CLOSE_LIMIT_MS);
      await exited;
      clearTimeout(timer);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    })();
    return closing;
  };
}
