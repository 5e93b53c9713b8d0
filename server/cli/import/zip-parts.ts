import { inflateRawSync } from 'node:zlib';

/** One file inside a zip archive. */
export type ZipPart = {
  readonly name: string;
  readonly unpackedBytes: number;
  /** Its bytes, at most `maxBytes`; null when it is longer, or packed in a way we do not know. */
  readonly read: (maxBytes: number) => Buffer | null;
};

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_557;

/** Lists the files of a zip archive from its directory, without unpacking any; null when there is no whole directory. */
export function zipParts(bytes: Buffer): readonly ZipPart[] | null {
  const end = directoryEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const parts: ZipPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    parts.push(partAt(bytes, at, bytes.toString('utf8', at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function directoryEnd(bytes: Buffer): number | null {
  const from = Math.max(0, bytes.length - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= from; at -= 1) {
    if (bytes.readUInt32LE(at) === DIRECTORY_END) return at;
  }
  return null;
}

function partAt(bytes: Buffer, entry: number, name: string): ZipPart {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const unpackedBytes = bytes.readUInt32LE(entry + 24);
  const header = bytes.readUInt32LE(entry + 42);
  return {
    name,
    unpackedBytes,
    read: (maxBytes) => {
      if (unpackedBytes > maxBytes || header + 30 > bytes.length || (method !== 0 && method !== 8))
        return null;
      const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
      const data = bytes.subarray(start, start + packed);
      return method === 0 ? data : inflated(data, maxBytes);
    },
  };
}

function inflated(data: Buffer, maxOutputLength: number): Buffer | null {
  try {
    return inflateRawSync(data, { maxOutputLength });
  } catch {
    return null;
  }
}
