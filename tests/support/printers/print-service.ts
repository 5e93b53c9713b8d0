// A print service (CUPS) of the test's own: its own folder, its own socket, queues to virtual printers.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ended, servicePath } from './virtual-printer.ts';

export type PrintService = {
  /** What `CUPS_SERVER` must be for `lp` and for the program. */
  readonly socket: string;
  readonly addQueue: (name: string, uri: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const FOLDERS = ['etc', 'spool', 'cache', 'run', 'log'] as const;

/** Starts one in a folder. */
export async function startPrintService(dir: string): Promise<PrintService> {
  for (const folder of FOLDERS) {
    await mkdir(join(dir, folder), { recursive: true });
    await chmod(join(dir, folder), 0o777);
  }
  await chmod(dir, 0o755);
  const socket = join(dir, 'run', 'cups.sock');
  await writeFile(join(dir, 'etc', 'cupsd.conf'), settings(socket));
  await writeFile(join(dir, 'etc', 'cups-files.conf'), places(dir));
  const files = ['-c', join(dir, 'etc', 'cupsd.conf'), '-s', join(dir, 'etc', 'cups-files.conf')];
  const env = { ...process.env, PATH: servicePath, CUPS_SERVER: socket, LC_ALL: 'C' };
  const service = spawn('cupsd', ['-f', ...files], { stdio: 'ignore', env });
  while (!existsSync(socket)) {
    if (service.exitCode !== null) throw new Error(`cupsd ended with ${service.exitCode}`);
    await sleep(50);
  }
  return {
    socket,
    addQueue: async (name, uri) => {
      await promisify(execFile)('lpadmin', ['-p', name, '-E', '-v', uri, '-m', 'everywhere'], { env });
    },
    close: () => ended(service),
  };
}

const settings = (socket: string): string => `Listen ${socket}
DefaultAuthType None
Browsing Off
WebInterface No
JobRetryInterval 1
<Location />
Allow all
</Location>
<Location /admin>
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
`;

const places = (dir: string): string => `ServerRoot ${dir}/etc
RequestRoot ${dir}/spool
CacheDir ${dir}/cache
StateDir ${dir}/run
TempDir ${dir}/spool
AccessLog ${dir}/log/access
ErrorLog ${dir}/log/error
PageLog ${dir}/log/page
${process.getuid?.() === 0 ? 'User lp\nGroup lp\n' : ''}`;
