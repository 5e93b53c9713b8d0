import { createHash } from 'node:crypto';
import { NO_HASH } from '../../../shared/event/envelope.ts';
import { dice } from './dice.ts';

/** A chain whose JSON no program of ours would write: spaces, escapes, keys of tomorrow, numbers in odd spellings. */
export type OddChain = {
  /** Writes so many more lines and gives them. */
  readonly add: (count: number) => readonly string[];
  readonly lines: () => readonly string[];
  /** Wrapped keys of the sealed lines so far. */
  readonly keys: () => readonly OddKey[];
};

type OddKey = { readonly keyId: string; readonly subject: string; readonly iv: string; readonly ct: string };

/** Starts a chain of one epoch; the seed decides lengths, types and spellings. */
export function oddChain(device: string, epoch: string, seed: number): OddChain {
  const roll = dice(seed);
  const lines: string[] = [];
  const keys: OddKey[] = [];
  let prev = NO_HASH;
  const add = (): string => {
    const seq = lines.length;
    const sealed = seq % 4 === 1 ? oddKey(device, epoch, seq) : null;
    if (sealed) keys.push(sealed);
    const json = spelled({ device, epoch, seq, prev, sealed: sealed?.keyId ?? null }, roll);
    const hash = createHash('sha256').update(json).digest('hex');
    prev = hash;
    lines.push(`${hash} ${json}`);
    return `${hash} ${json}`;
  };
  return {
    add: (count) => Array.from({ length: count }, add),
    lines: () => lines,
    keys: () => keys,
  };
}

function oddKey(device: string, epoch: string, seq: number): OddKey {
  const keyId = createHash('sha256').update(`${device}/${epoch}/${seq}`).digest('hex').slice(0, 32);
  return { keyId, subject: `dossier-${epoch}-${seq}`, iv: 'aXZpdml2aXZpdml2', ct: 'Y2lwaGVydGV4dA==' };
}

type Place = {
  readonly device: string;
  readonly epoch: string;
  readonly seq: number;
  readonly prev: string;
  readonly sealed: string | null;
};

function spelled({ device, epoch, seq, prev, sealed }: Place, roll: () => number): string {
  const gap = roll() < 0.3 ? ' ' : '';
  const text =
    ['"Ph\\u01b0\\u1eddng"', '"Phường \\/ xã"', `"${'ữ'.repeat(Math.floor(roll() * 900))}"`][seq % 3] ?? '""';
  const number = ['1e3', '1.50', '-0', '123456789012345678901234567890'][seq % 4] ?? '0';
  const body = `{${gap}"text":${gap}${text},"n":${number},"n":2,"":[null ,true]}`;
  const seal = sealed === null ? 'null' : `{"keyId":"${sealed}","iv":"aXY=","ct":"Y3Q=","of":"tomorrow"}`;
  const type = roll() < 0.5 ? 'note.of-tomorrow' : 'slip-printed';
  const hlc = `${String(1_780_622_400_000 + seq)}-0000`;
  return `{"v":${1 + (seq % 2)},${gap}"ward":"thach-ban","device":"${device}","epoch":"${epoch}","seq":${seq},"prev":"${prev}","hlc":"${hlc}","wall":"2026-06-05T01:20:00.000Z","type":"${type}","subject":"s-${seq}","parents":[],"actor":null,"body":${body},"sealed":${seal},"later":{"a":1}}`;
}
