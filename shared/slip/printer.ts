// Where papers can go. The ward names printers for each purpose, in order; the host delivers to the first that can.
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
  /** A printer that speaks IPP itself (AirPrint, IPP Everywhere): no print service is needed. It gets the PDF as it is. */
  z
    .object({
      kind: z.literal('ipp'),
      uri: z
        .string()
        .max(300)
        .regex(/^ipps?:\/\/[A-Za-z0-9.[\]:-]{1,255}(\/[\w./-]*)?$/),
    })
    .readonly(),
  /** A printer of the operating system by its name there; only the installed program reaches it. */
  z.object({ kind: z.literal('system'), name: z.string().min(1).max(200) }).readonly(),
  /** No printer at all: papers become files that people can open. The folder is the host's choice. */
  z.object({ kind: z.literal('folder') }).readonly(),
]);
export type Printer = z.infer<typeof printerSchema>;

/** What a printer can say of itself that a desk must know. */
export const printerMarks = [
  'paper-out',
  'paper-low',
  'jam',
  'cover-open',
  'toner-low',
  'toner-out',
  'offline',
  'paused',
] as const;
export type PrinterMark = (typeof printerMarks)[number];

/** Marks that keep paper from coming out, each with its code (`docs/errors.md`), the gravest first; the others only warn. */
const stoppingMarks: Readonly<Partial<Record<PrinterMark, string>>> = {
  offline: 'printer-offline',
  jam: 'printer-jam',
  'cover-open': 'printer-cover-open',
  'paper-out': 'printer-paper-out',
  'toner-out': 'printer-toner-out',
  paused: 'printer-paused',
};

/** The code of the gravest mark that stops a printer; null while it prints. */
export function stopCodeOf(marks: readonly PrinterMark[]): string | null {
  const grave = Object.entries(stoppingMarks).find(([mark]) => marks.some((one) => one === mark));
  return grave?.[1] ?? null;
}
