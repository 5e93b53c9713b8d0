// What a page hands to its host to put on paper, and what the host answers. The job carries finished
// payloads (dots, or one self-contained document), so that a host needs no knowledge of forms.
import { z } from 'zod';

/** Widest raster a job may carry: 80 mm paper has 576 printable dots at 203 dpi, 112 mm paper has 832. */
const MAX_WIDTH_DOTS = 832;
/** Longest ticket: 3,200 dots are 400 mm at 203 dpi. */
const MAX_HEIGHT_DOTS = 3_200;
/** Largest document of a slip, in UTF-16 units. 40 papers take about 60,000. */
const MAX_HTML_LENGTH = 2_000_000;

/** What a print is recorded as, besides its outcome; never a name. */
export const paperMarkSchema = z.object({
  paper: z.enum([
    'receipt-slip',
    'receipt',
    'request',
    'refusal',
    'apology',
    'stop',
    'hand-over',
    'control',
    'result',
    'fee',
    'book',
    'process-log',
    'visit-receipt',
  ]),
  form: z.string().max(60),
  formNo: z.string().max(120),
  reprint: z.int().min(0),
});

/** What a print is recorded as, besides its outcome. */
export type PaperMark = z.infer<typeof paperMarkSchema>;

const common = {
  /** Chosen by the page once per press of the button: the same id never makes two papers. */
  jobId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** The ticket or dossier that the paper belongs to; an id, never a name. */
  subject: z.string().min(1).max(128),
  /** Which of the copies (liên) this is, from 1. */
  copyNo: z.int().min(1).max(9),
  /** Which configured printer takes it. */
  purpose: z.enum(['tickets', 'slips']),
  /** The printer that a person chose for this one paper; without it the first of the purpose that can. */
  printer: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  /** What kind of paper it is, for the list of papers: `ticket`, `receipt-slip`, a form's kind. */
  what: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  /** What the page will record of it, for a window that dies before it could [R03]. */
  record: paperMarkSchema.optional(),
  /** Number or code that people know it by. Letters, figures and signs of codes only: no name fits. */
  label: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9./-]{0,59}$/)
    .optional(),
};

const ticketJobSchema = z
  .object({
    kind: z.literal('ticket'),
    ...common,
    payload: z
      .object({
        widthDots: z
          .int()
          .min(8)
          .max(MAX_WIDTH_DOTS)
          .refine((dots) => dots % 8 === 0),
        heightDots: z.int().min(1).max(MAX_HEIGHT_DOTS),
        /** Rows top to bottom, `widthDots / 8` bytes each, the highest bit leftmost, 1 = black. */
        rowsBase64: z.base64(),
      })
      .readonly(),
  })
  .readonly();

const slipJobSchema = z
  .object({
    kind: z.literal('slip'),
    ...common,
    payload: z
      .object({
        /** One whole document; it may refer to nothing but `/fonts/<file>.woff2`. */
        html: z.string().min(1).max(MAX_HTML_LENGTH),
        pageSize: z.enum(['A4', 'A5']),
        title: z.string().min(1).max(200),
      })
      .readonly(),
  })
  .readonly();

/** One paper to print: page → host, checked by the host before anything else looks at it. */
export const printJobSchema = z.discriminatedUnion('kind', [ticketJobSchema, slipJobSchema]);
export type PrintJob = z.infer<typeof printJobSchema>;
export type TicketPayload = z.infer<typeof ticketJobSchema>['payload'];
export type SlipPayload = z.infer<typeof slipJobSchema>['payload'];

/**
 * How far a paper came. `spooled`: the printer's system took every byte, which is all that most printers can tell;
 * `confirmed`: the bytes stand where they were meant to (a file) or the printer said so; `expired`: too old to be
 * of use when its turn came. `failed` and `expired` papers are printed again only as a new job.
 */
export const printOutcomeSchema = z
  .object({
    jobId: common.jobId,
    state: z.enum(['queued', 'spooled', 'confirmed', 'failed', 'cancelled', 'expired']),
    /** Printer, queue or file that took it; for people. */
    where: z.string().optional(),
    /** Fault code of a failed job, or why a `spooled` one is held at the printer (`docs/errors.md`). */
    code: z.string().optional(),
    /** SHA-256 (hex) of the PDF that was printed, slips only. */
    pdfSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** Id of the printer that took it. */
    printer: z.string().optional(),
    /** When this state was reached, UTC ISO. */
    at: z.string(),
  })
  .readonly();
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;

/** What is known of a paper besides its outcome; never a name. */
export type PaperAbout = {
  readonly kind: PrintJob['kind'];
  readonly subject: string;
  readonly copyNo?: number | undefined;
  readonly what?: string | undefined;
  readonly label?: string | undefined;
  readonly record?: PaperMark | undefined;
};

/** One line of the list of papers. */
export type PaperRecord = PrintOutcome & PaperAbout;
