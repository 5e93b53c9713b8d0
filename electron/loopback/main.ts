// The browser shell as a program: one host, one loopback server, perhaps one browser window.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { alonePage } from './alone-page.ts';
import { openDataFolder } from '../host/data-folder.ts';
import { createHost } from '../host/host.ts';
import { readWard } from '../host/settings.ts';
import { hostFaultLine } from './fault-line.ts';
import { loopbackFlags } from './flags.ts';
import { keepWindow } from './kept-window.ts';
import { openBrowser } from './open-browser.ts';
import { startLoopback } from './server.ts';
import type { DrillCommand } from '../host/drill/drill-program.ts';
import type { Host } from '../host/host-options.ts';
import type { LoopbackFlags } from './flags.ts';
import type { KeptWindow } from './kept-window.ts';
import type { OpenedBrowser } from './open-browser.ts';

/** How long the pages wait for the first word of the district before they are served without it. */
const SETTLE_LIMIT_MS = 4000;
/** A close that hangs (a printer that takes nothing) is ended; what was acknowledged is on disk. */
const CLOSE_LIMIT_MS = 3500;
/** How often an unattended page is looked after. */
const LOOK_MS = 10_000;

const house = fileURLToPath(new URL('../../', import.meta.url));
const flags = loopbackFlags(process.argv.slice(2), join(house, 'out', 'renderer'));
if (!flags.ok) refuse(flags.error, 2);
else if (flags.value.check) await check(flags.value);
else await run(flags.value);

async function check({ data, ward }: LoopbackFlags): Promise<void> {
  const read = ward === null ? null : await readWard(ward);
  if (read && !read.ok) return refuse(hostFaultLine(read.error, data), 1);
  const folder = await openDataFolder(data);
  if (!folder.ok) return refuse(hostFaultLine(folder.error, data), 1);
  folder.value.release();
}

async function run({
  port,
  data,
  ward,
  districtUrl,
  enrol,
  pages,
  open,
  drill,
}: LoopbackFlags): Promise<void> {
  const host = await createHost({
    dataDir: data,
    wardFile: ward,
    demoDir: join(house, 'build', 'demo'),
    fontsDir: join(pages, 'fonts'),
    districtUrl,
    enrolCode: enrol,
    shell: 'browser',
    appVersion: version(),
    drill,
    drillCommand: drillCommand(data, open),
  });
  if (!host.ok) return refuse(hostFaultLine(host.error, data), 1);
  if (districtUrl !== null) await Promise.race([host.value.settled, sleep(SETTLE_LIMIT_MS)]);
  let kept: KeptWindow | null = null;
  const shell = await startLoopback({
    host: host.value,
    root: pages,
    port,
    voiceDir: join(data, 'voice'),
    slidesDir: join(data, 'slides'),
    onCall: () => kept?.heard(),
  });
  if (!shell.ok) {
    await host.value.close();
    return refuse(`port ${port} cannot be used (${shell.error.detail})`, 1);
  }
  const { url } = shell.value;
  const alone = await alonePage(host.value);
  const openWindow = () => openBrowser({ url, dataDir: data, say, env: process.env, alone });
  const browser = open ? openWindow() : null;
  if (browser?.opened && alone !== null) kept = keepAlone(browser, openWindow);
  let closing = false;
  const stop = (): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(0), CLOSE_LIMIT_MS).unref();
    const window = kept?.close() ?? (browser?.opened ? browser.close() : Promise.resolve());
    void Promise.all([window, shell.value.close()])
      .then(() => host.value.close())
      .then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.stdout.write(`ready app=${url}\n`);
  if (browser?.opened === false) say(browser.why);
  if (districtUrl !== null) void host.value.settled.then(() => tellPending(host.value));
  if (browser?.opened) tellWindow(browser.pid);
}

/** A drill is this program once more, on a folder and ports of its own. */
function drillCommand(data: string, open: boolean): DrillCommand {
  const start = join(house, 'build', 'start.ts');
  const args = [start, '--drill', '--data', data, '--browser', ...(open ? [] : ['--no-open'])];
  return { command: process.execPath, args };
}

/** Told to the start program, so that the window does not outlive a host that was killed. */
function tellWindow(pid: number | undefined): void {
  if (pid !== undefined) process.stdout.write(`window pid=${pid}\n`);
}

function keepAlone(first: Parameters<typeof keepWindow>[0], open: () => OpenedBrowser): KeptWindow {
  const kept = keepWindow(first, {
    open,
    onWindow: tellWindow,
    say,
    nowMs: Date.now,
    later: (ms, step) => {
      const timer = setTimeout(step, ms);
      return () => clearTimeout(timer);
    },
  });
  setInterval(() => kept.look(), LOOK_MS).unref();
  return kept;
}

/** A machine that the district has not let in works, but provisionally; whoever started it should know at once. */
async function tellPending(host: Host): Promise<void> {
  const hello = await host.handle('hello', {});
  if (!hello.ok || z.object({ enrolled: z.literal(true) }).safeParse(hello.value).success) return;
  const { state, fault } = host.status().district;
  say(
    `this machine is not enrolled at the district server (${fault ?? state}): numbers are provisional and dossiers wait; start once with --enrol CODE from "motcua enrol-code"`,
  );
}

function version(): string {
  const text = readFileSync(join(house, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function say(line: string): void {
  process.stderr.write(`mot-cua: ${line}\n`);
}

function refuse(line: string, exitCode: number): void {
  say(line);
  process.exitCode = exitCode;
}
