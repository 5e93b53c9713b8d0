import { fileURLToPath } from 'node:url';
import { err, ok } from '../shared/basics/result.ts';
import { readFlags } from './flags.ts';
import type { Result } from '../shared/basics/result.ts';

/** How a district server is started. */
export type DistrictConfig = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly data: string;
};

/** Port when none is named. */
const DEFAULT_PORT = 4781;

const FLAGS = ['port', 'host', 'data', 'upstream', 'database-url'];

const LATER: Readonly<Record<string, string>> = {
  upstream: '--upstream is not in this version yet: this server keeps what it gets and relays nothing',
  'database-url': '--database-url is not in this version yet: data is kept in an SQLite file under --data',
};

/** Shown for `--help`. */
export const DISTRICT_HELP = `Một Cửa district server

  npm run district -- [--port N] [--host ADDRESS] [--data DIR]

  --port N        port to listen on, 0 takes any free one (default ${DEFAULT_PORT})
  --host ADDRESS  address to listen on (default 127.0.0.1)
  --data DIR      data folder (default out/district-data)`;

/** Reads the flags of the district server; null asks for help, an error is one line for the operator. */
export function districtConfig(argv: readonly string[]): Result<DistrictConfig | null, string> {
  const flags = readFlags(argv, { values: FLAGS });
  if (!flags.ok) return err(`${flags.error} (see --help)`);
  const { values } = flags.value;
  if (values['help']) return ok(null);
  for (const [name, message] of Object.entries(LATER)) if (values[name] !== undefined) return err(message);
  const portText = values['port'] ?? String(DEFAULT_PORT);
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65_535)
    return err(`--port "${portText}" is no port (0 to 65535)`);
  return ok({ host: values['host'] ?? '127.0.0.1', port, data: values['data'] ?? defaultDistrictData() });
}

/** Data folder of a district server started by hand in the project. */
function defaultDistrictData(): string {
  return fileURLToPath(new URL('../out/district-data', import.meta.url));
}
