// Finds the browser that prints papers and shows the pages where there is no Electron runtime.
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

const UNIX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const UNIX_FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

type Where = { readonly platform: string; readonly env: Readonly<Record<string, string | undefined>> };

/**
 * Path of a Chromium, Chrome or Edge on this machine; null when there is none. `CHROMIUM` in the environment comes
 * first, and is the only one tried when it is set: whoever names a browser means that one.
 */
export function findChromium(where: Where = { platform: process.platform, env: process.env }): string | null {
  const named = where.env['CHROMIUM'];
  if (named !== undefined && named !== '') return isProgram(named) ? named : null;
  return candidates(where).find(isProgram) ?? null;
}

function candidates({ platform, env }: Where): readonly string[] {
  if (platform === 'win32') {
    return WINDOWS_FOLDERS.flatMap((name) => {
      const folder = env[name];
      return folder === undefined ? [] : WINDOWS.map((program) => join(folder, program));
    });
  }
  const unix = UNIX_FOLDERS.flatMap((folder) => UNIX.map((name) => join(folder, name)));
  return platform === 'darwin' ? [...MAC, ...unix] : unix;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not ours to run: the next one may be
  }
}
