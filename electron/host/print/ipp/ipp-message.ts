// Internet Printing Protocol messages as bytes (RFC 8010): enough to send a PDF, ask a printer how it stands and follow
// a job. Written by hand: it is 150 lines, and no tool of the print service has to be installed.

/** What an attribute holds here: numbers of integers and enums, words of everything that is text. */
export type IppValue = number | boolean | string;
/** The attributes of one group, several values in order. */
export type IppGroup = ReadonlyMap<string, readonly IppValue[]>;

/** An answer: its status and its groups of one kind each, as they came. */
export type IppAnswer = {
  /** Below 0x0100: done. */
  readonly status: number;
  readonly printer: IppGroup;
  readonly jobs: readonly IppGroup[];
};

/** Operations of RFC 8011. */
export const ippOperation = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
} as const;

const tags = {
  operation: 0x01,
  job: 0x02,
  end: 0x03,
  printer: 0x04,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;

/** One attribute of a request. */
export type IppWish = {
  readonly tag: Extract<keyof typeof tags, 'integer' | 'name' | 'keyword' | 'uri' | 'mime'>;
  readonly name: string;
  readonly values: readonly (string | number)[];
};

/** What is asked: an operation, its attributes, those of the job to make, and the document. */
export type IppQuestion = {
  readonly operation: number;
  readonly wishes: readonly IppWish[];
  readonly job?: readonly IppWish[];
  readonly document?: Uint8Array;
};

/** The bytes of a question, IPP 1.1, which printers of every age take. */
export function encodeIpp(question: IppQuestion): Buffer {
  const { operation, wishes, job = [], document = new Uint8Array() } = question;
  const head = Buffer.from([1, 1, operation >> 8, operation & 255, 0, 0, 0, 1]);
  return Buffer.concat([
    head,
    Buffer.from([tags.operation]),
    attribute(tags.charset, 'attributes-charset', ['utf-8']),
    attribute(tags.language, 'attributes-natural-language', ['en']),
    ...wishes.map(({ tag, name, values }) => attribute(tags[tag], name, values)),
    ...(job.length > 0 ? [Buffer.from([tags.job])] : []),
    ...job.map(({ tag, name, values }) => attribute(tags[tag], name, values)),
    Buffer.from([tags.end]),
    document,
  ]);
}

function attribute(tag: number, name: string, values: readonly (string | number)[]): Buffer {
  return Buffer.concat(
    values.flatMap((value, index) => {
      // Further values of an attribute have no name of their own.
      const said = Buffer.from(index === 0 ? name : '');
      const held = typeof value === 'number' ? int32(value) : Buffer.from(value);
      return [Buffer.from([tag]), int16(said.length), said, int16(held.length), held];
    }),
  );
}

/** Reads an answer; null for bytes that are none. Values that are no text, number or truth are left out. */
export function decodeIpp(bytes: Buffer): IppAnswer | null {
  try {
    return readAnswer(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null; // it ends in the middle of a value
    throw error;
  }
}

function readAnswer(bytes: Buffer): IppAnswer | null {
  const status = bytes.readUInt16BE(2);
  const groups: { readonly tag: number; readonly held: Map<string, IppValue[]> }[] = [];
  let last: IppValue[] = [];
  let at = 8;
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === tags.end) break;
    if (tag < 0x10) {
      groups.push({ tag, held: new Map() });
      continue;
    }
    const name = textAt(bytes, at);
    at += 2 + name.length;
    const value = textAt(bytes, at);
    at += 2 + value.length;
    const group = groups.at(-1);
    if (!group) return null;
    if (name.length > 0) {
      last = [];
      group.held.set(name.toString(), last);
    }
    const read = valueOf(tag, value);
    if (read !== null) last.push(read);
  }
  const empty: IppGroup = new Map();
  return {
    status,
    printer: groups.find(({ tag }) => tag === tags.printer)?.held ?? empty,
    jobs: groups.filter(({ tag }) => tag === tags.job).map(({ held }) => held),
  };
}

function textAt(bytes: Buffer, at: number): Buffer {
  const length = bytes.readUInt16BE(at);
  if (at + 2 + length > bytes.length) throw new RangeError('a value beyond the end');
  return bytes.subarray(at + 2, at + 2 + length);
}

function valueOf(tag: number, value: Buffer): IppValue | null {
  if (tag === tags.integer || tag === tags.enum) return value.readInt32BE(0);
  if (tag === tags.boolean) return value.readUInt8(0) !== 0;
  const isText = tag >= 0x40 && tag <= 0x49;
  return isText ? value.toString() : null;
}

/** The texts of an attribute. */
export function ippWords(group: IppGroup | undefined, name: string): readonly string[] {
  return (group?.get(name) ?? []).filter((value) => typeof value === 'string');
}

/** The first number of an attribute; null without one. */
export function ippNumber(group: IppGroup | undefined, name: string): number | null {
  return group?.get(name)?.find((value) => typeof value === 'number') ?? null;
}

/** The numbers of an attribute, in order. */
export function ippNumbers(group: IppGroup | undefined, name: string): readonly number[] {
  return (group?.get(name) ?? []).filter((value) => typeof value === 'number');
}

function int16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
