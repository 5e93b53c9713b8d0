/** `npm start`: checks the flags, builds what changed, starts the district server and the app, and ends them together. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { buildElectron, buildPages } from './bundle.ts';
import { nodeProgram, runToEnd, type Child } from './start/child.ts';
import { emptyDrillFolder } from './start/drill-folder.ts';
import { electronProgram } from './start/electron-runtime.ts';
import { enrolCode, isEnrolled } from './start/enrol.ts';
import { readStartFlags, START_HELP, type StartFlags } from './start/flags.ts';
import { onParentGone } from './start/parents.ts';
import { answers200, portIsFree } from './start/ports.ts';
import { keepRunning, startApp, startDistrict, type House, type Shell } from './start/programs.ts';

/** All children are gone within this time; together with what comes before, under 5 s. */
const STOP_LIMIT_MS = 4000;
const ANSWER_LIMIT_MS = 20_000;

const house = fileURLToPath(new URL('..', import.meta.url));
const children = new Set<Child>();
const windows = new Set<number>();
const ended = new AbortController();

const read = readStartFlags(process.argv.slice(2), house);
if ('help' in read) process.stdout.write(`${START_HELP}\n`);
else if ('wrong' in read) refuse(read.wrong, 2);
else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  onParentGone(() => void stop(0));
  await start(read.flags);
}

async function start(flags: StartFlags): Promise<void> {
  const taken = flags.drill ? emptyDrillFolder(flags.data) : null;
  if (taken !== null) return refuse(taken, 1);
  if (!(await portIsFree(flags.port)))
    return refuse(`port ${flags.port} is in use by another program; --port names another`, 1);
  if (flags.districtUrl === null && !(await portIsFree(flags.districtPort))) {
    return refuse(
      `port ${flags.districtPort} is in use by another program; --district-port names another`,
      1,
    );
  }
  const check = ['--check', '--data', flags.data, ...(flags.ward === null ? [] : ['--ward', flags.ward])];
  const checked = await runToEnd(
    process.execPath,
    nodeProgram(join(house, 'electron', 'loopback', 'main.ts'), check),
  );
  if (checked.code !== 0) return void (process.exitCode = 1);
  try {
    await buildPages(house, say);
  } catch (error) {
    return refuse(
      `the pages could not be built: ${error instanceof Error ? error.message : String(error)}`,
      1,
    );
  }
  await runAll({ house, flags, say }, await chooseShell(flags));
}

async function chooseShell({ open, browser, drill }: StartFlags): Promise<Shell> {
  const seen =
    process.platform !== 'linux' ||
    Boolean(process.env['DISPLAY']) ||
    Boolean(process.env['WAYLAND_DISPLAY']);
  if (!open || browser || drill || !seen) return { electron: null };
  const electron = await electronProgram(house, say);
  if (electron === null) say('no Electron runtime here: the app opens in a browser window');
  else await buildElectron(house, say);
  return { electron };
}

async function runAll(of: House, shell: Shell): Promise<void> {
  const { flags } = of;
  const district = flags.districtUrl ?? (await runDistrict(of));
  if (district === null || ended.signal.aborted) return;
  const code =
    flags.districtUrl === null && !isEnrolled(flags.data)
      ? await enrolCode({ ...of, ...flags })
      : flags.enrol;
  if (ended.signal.aborted) return;
  const app = await runApp(of, shell, { districtUrl: district, code });
  if (app === null || ended.signal.aborted) return;
  if (!(await answers200(`${app}/`, ANSWER_LIMIT_MS))) return fail('the app does not answer');
  if (flags.districtUrl === null && !(await answers200(`${district}/healthz`, ANSWER_LIMIT_MS))) {
    return fail('the district server does not answer');
  }
  if (!ended.signal.aborted) process.stdout.write(`ready app=${app} district=${district}\n`);
}

/** The server's address; null after it said why it does not start. */
async function runDistrict(of: House): Promise<string | null> {
  const child = startDistrict(of, of.flags.districtPort);
  children.add(child);
  const url = await child.ready;
  if (url === null) {
    await stop(1);
    return null;
  }
  const port = Number(new URL(url).port);
  keep(child, 'the district server', () => startDistrict(of, port));
  return url;
}

async function runApp(
  of: House,
  shell: Shell,
  { districtUrl, code }: { readonly districtUrl: string; readonly code: string | null },
): Promise<string | null> {
  const onWindow = (pid: number): void => void windows.add(pid);
  const child = startApp(of, shell, { port: of.flags.port, districtUrl, code, onWindow });
  children.add(child);
  const url = await child.ready;
  if (url === null) {
    await stop(1);
    return null;
  }
  const port = Number(new URL(url).port);
  keep(child, 'the app', () => {
    closeWindows();
    return startApp(of, shell, { port, districtUrl, code, onWindow });
  });
  return url;
}

function keep(child: Child, what: string, again: () => Child): void {
  void keepRunning(child, what, again, {
    say,
    ended: ended.signal,
    onNew: (fresh) => void children.add(fresh),
  });
}

/** Ends everything that was started; the second call changes nothing. */
async function stop(exitCode: number): Promise<void> {
  if (ended.signal.aborted) return;
  ended.abort();
  await Promise.all([...children].map((child) => child.stop(STOP_LIMIT_MS)));
  closeWindows();
  process.exit(exitCode);
}

/** A window outlives a host that was killed; its process is known from the host's own word. */
function closeWindows(): void {
  for (const pid of windows) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      windows.delete(pid); // gone already, as it should be
    }
  }
  windows.clear();
}

async function fail(line: string): Promise<void> {
  say(line);
  await stop(1);
}

function say(line: string): void {
  process.stderr.write(`mot-cua: ${line}\n`);
}

function refuse(line: string, exitCode: number): void {
  say(line);
  process.exitCode = exitCode;
}
