import { parseArgs } from 'node:util';
import { err, ok } from '../../shared/basics/result.ts';
import type { Result } from '../../shared/basics/result.ts';

/** Flags of the loopback shell; the start program has checked what people typed. */
export type LoopbackFlags = {
  readonly port: number;
  readonly data: string;
  readonly ward: string | null;
  readonly districtUrl: string | null;
  readonly enrol: string | null;
  /** Folder of the built pages. */
  readonly pages: string;
  /** Opens a browser window. */
  readonly open: boolean;
  /** The host of a drill [G05]. */
  readonly drill: boolean;
  /** Only looks whether data folder and ward file can be used. */
  readonly check: boolean;
};

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  ward: { type: 'string' },
  'district-url': { type: 'string' },
  enrol: { type: 'string' },
  pages: { type: 'string' },
  open: { type: 'boolean' },
  drill: { type: 'boolean' },
  check: { type: 'boolean' },
} as const;

/** Reads the command line; an error is one line. @param defaultPages where the pages are unless told */
export function loopbackFlags(argv: readonly string[], defaultPages: string): Result<LoopbackFlags, string> {
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true });
    const port = Number(values.port ?? '4780');
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return err(`--port "${values.port}" is no port (0 to 65535)`);
    if (values.data === undefined) return err('--data is missing');
    return ok({
      port,
      data: values.data,
      ward: values.ward ?? null,
      districtUrl: values['district-url'] ?? null,
      enrol: values.enrol ?? null,
      pages: values.pages ?? defaultPages,
      open: values.open ?? false,
      drill: values.drill ?? false,
      check: values.check ?? false,
    });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
