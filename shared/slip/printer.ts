// Where papers can go. The ward chooses one printer per purpose; the host delivers to it.
import { z } from 'zod';

/** A printer as the settings hold it. Names go to command lines and file systems, so they are narrow on purpose. */
export const printerSchema = z.discriminatedUnion('kind', [
  /** A network printer that takes raw bytes, nearly always on port 9100. */
  z.object({ kind: z.literal('tcp'), host: z.hostname(), port: z.int().min(1).max(65_535) }).readonly(),
  /** A device file such as /dev/usb/lp0. */
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(500) }).readonly(),
  /** A queue of the operating system's print service. */
  z
    .object({ kind: z.literal('cups'), name: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,126}$/) })
    .readonly(),
  /** No printer at all: papers become files that people can open. The folder is the host's choice. */
  z.object({ kind: z.literal('folder') }).readonly(),
]);
export type Printer = z.infer<typeof printerSchema>;
