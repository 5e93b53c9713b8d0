// RIFF WAVE files of one channel and 16 bits, as the bundled clips are.

/** One channel of sound, −1 to 1. */
export type Wave = { readonly rate: number; readonly samples: Float32Array<ArrayBuffer> };

const HEADER = 44;

/** A sound as the bytes of a file. */
export function wavBytes({ rate, samples }: Wave): Buffer {
  const bytes = Buffer.alloc(HEADER + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20); // PCM
  bytes.writeUInt16LE(1, 22); // channels
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, at) => {
    const level = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    bytes.writeInt16LE(level, HEADER + at * 2);
  });
  return bytes;
}

/** Reads a file of one channel and 16 bits. A length that a program writing to a pipe could not know is the rest of the file. Throws on any other kind. */
export function readWav(bytes: Buffer): Wave {
  const kind = bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 12);
  if (kind !== 'RIFFWAVE') throw new Error('no WAV file');
  let rate = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
    if (name === 'fmt ') rate = rateOf(bytes, at + 8);
    if (name === 'data') return { rate, samples: samplesOf(bytes.subarray(at + 8, at + 8 + length)) };
    at += 8 + length + (length % 2);
  }
  throw new Error('a WAV file without sound');
}

function rateOf(bytes: Buffer, at: number): number {
  const [format, channels, bits] = [
    bytes.readUInt16LE(at),
    bytes.readUInt16LE(at + 2),
    bytes.readUInt16LE(at + 14),
  ];
  if (format !== 1 || channels !== 1 || bits !== 16) throw new Error('not one channel of 16 bits PCM');
  return bytes.readUInt32LE(at + 4);
}

function samplesOf(data: Buffer): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: Math.floor(data.length / 2) },
    (_, at) => data.readInt16LE(at * 2) / 32_768,
  );
}
