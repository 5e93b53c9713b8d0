import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the start program was asked for; paths are absolute. */
export type StartFlags = {
  /** Opens a window: Electron's, else a browser's. */
  readonly open: boolean;
  /** Takes the browser even where an Electron runtime is. */
  readonly browser: boolean;
  readonly port: number;
  readonly districtPort: number;
  /** The district server to talk to; null: one of its own is started. */
  readonly districtUrl: string | null;
  readonly enrol: string | null;
  readonly data: string;
  readonly ward: string | null;
  /** An outage drill: demo persons, a folder and ports of its own, nothing of value [G05]. */
  readonly drill: boolean;
};

/** What came of reading: flags, a wish for help, or the one line that says what is wrong. */
export type ReadFlags = { readonly flags: StartFlags } | { readonly help: true } | { readonly wrong: string };

/** Shown for `--help`. */
export const START_HELP = `Một Cửa

  npm start -- [flags]

  --no-open            open no window
  --browser            open a browser window even where Electron is
  --port N             port of the app, 0 takes any free one (default 4780)
  --district-port N    port of the district server that is started along (default 4781)
  --district-url URL   talk to this district server instead, and start none
  --enrol CODE         one-time code of that server, needed once
  --data DIR           data folder (default out/data)
  --ward FILE          ward file (default: the folder's own, else the demo ward)
  --drill              an outage drill below the data folder: demo persons, no value`;

const options = {
  'no-open': { type: 'boolean' },
  browser: { type: 'boolean' },
  help: { type: 'boolean' },
  port: { type: 'string' },
  'district-port': { type: 'string' },
  'district-url': { type: 'string' },
  enrol: { type: 'string' },
  data: { type: 'string' },
  ward: { type: 'string' },
  drill: { type: 'boolean' },
} as const;

/** Reads the command line. @param house folder of the project, for the default data folder */
export function readStartFlags(argv: readonly string[], house: string): ReadFlags {
  const wrong = firstWrong(argv);
  if (wrong !== null) return { wrong: `${wrong} (see npm start -- --help)` };
  const { values } = parseArgs({ args: [...argv], options, strict: true });
  if (values.help) return { help: true };
  const drill = values.drill ?? false;
  const port = portOf(values.port, drill ? 0 : 4780);
  const districtPort = portOf(values['district-port'], drill ? 0 : 4781);
  if (port === null) return { wrong: `--port "${values.port}" is no port (0 to 65535)` };
  if (districtPort === null)
    return { wrong: `--district-port "${values['district-port']}" is no port (0 to 65535)` };
  if (port !== 0 && port === districtPort)
    return { wrong: `app and district server cannot both use port ${port}` };
  const districtUrl = values['district-url'] ?? null;
  if (districtUrl !== null && !isServerUrl(districtUrl))
    return { wrong: `--district-url "${districtUrl}" is no http(s) address` };
  if (drill && (districtUrl !== null || values.ward !== undefined))
    return { wrong: '--drill meets no real server and no real ward: leave --district-url and --ward out' };
  if (values.enrol !== undefined && districtUrl === null) return { wrong: '--enrol needs --district-url' };
  return {
    flags: {
      open: !values['no-open'],
      browser: values.browser ?? false,
      port,
      districtPort,
      districtUrl,
      enrol: values.enrol ?? null,
      data: resolve(values.data ?? resolve(house, 'out', 'data'), ...(drill ? ['drill'] : [])),
      ward: values.ward === undefined ? null : resolve(values.ward),
      drill,
    },
  };
}

/** The first flag that cannot be meant, in words; null when all can. */
function firstWrong(argv: readonly string[]): string | null {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') return `unexpected word "${token.value}"`;
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isFlag(name) || rawName !== `--${name}`) return `unknown flag ${rawName}`;
    const needsValue = options[name].type === 'string';
    if (needsValue && (value === undefined || value === '' || value.startsWith('--')))
      return `${rawName} needs a value`;
    if (!needsValue && value !== undefined) return `${rawName} takes no value`;
    if (seen.has(name)) return `${rawName} is given twice`;
    seen.add(name);
  }
  return null;
}

function isFlag(name: string): name is keyof typeof options {
  return Object.hasOwn(options, name);
}

function portOf(text: string | undefined, usual: number): number | null {
  if (text === undefined) return usual;
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}

function isServerUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
}
