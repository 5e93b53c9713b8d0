// One signed request to the district and what can become of it.
import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, zstdCompress } from 'node:zlib';
import { err, ok } from '../../../shared/basics/result.ts';
import { errorAnswerSchema } from '../../../shared/sync/messages.ts';
import { errorCode } from '../files.ts';
import { createSpeech } from './speech.ts';
import type { z } from 'zod';
import type { Result } from '../../../shared/basics/result.ts';
import type { Signer } from '../keys/secrets.ts';
import type { Speech } from './speech.ts';

/** Why the district gave no usable answer. `answered` tells whether something spoke at all. */
export type WireFault = {
  readonly code:
    | 'district-unreachable'
    | 'district-silent'
    | 'district-broken'
    | 'district-garbage'
    | 'district-busy'
    | 'district-refused'
    | 'district-too-large'
    | 'district-newer'
    | 'district-older'
    | 'district-request-refused';
  readonly answered: boolean;
  /** What the district itself called it, where it said so. */
  readonly detail: string | null;
};

/** The wire as the uplink uses it. */
export type Wire = {
  /** Sends a body and reads an answer of a known shape. With `device` the request is signed as that device. */
  ask<T>(question: Question<T>): Promise<Result<T, WireFault>>;
  /** Headers of a signed request without a body, for what is no question and answer. */
  readonly proof: (method: 'GET', path: string, device: string) => Record<string, string>;
  readonly speech: Speech;
};

/** A question to the district. `body` may depend on the version that is spoken. */
export type Question<T> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly answer: z.ZodType<T>;
  readonly device?: string;
  readonly bearer?: string;
  /** Text is packed; bytes go as they are. */
  readonly body?: string | Uint8Array | ((protocol: number) => string);
  readonly type?: 'application/json' | 'application/x-ndjson' | 'application/octet-stream';
  /** A refusal of this status is an answer too where it has the shape. */
  readonly also?: number;
  /** How long to wait for this answer; as long as for any other where it does not say. */
  readonly timeoutMs?: number;
};

/** What a wire is made of. */
export type WireSetting = {
  readonly url: string;
  readonly signer: Signer;
  readonly now: () => Date;
  /** District clock minus own, ms, at the middle of a request. */
  readonly onClock: (aheadMs: number) => void;
  readonly timeoutMs: number;
};

const zips = { gzip: promisify(gzip), zstd: promisify(zstdCompress) } as const;
/** No answer of the district is larger: one batch, its vector and its braces. */
const ANSWER_BYTES = 16_000_000;

/** Makes the wire to one district server. */
export function createWire(setting: WireSetting): Wire {
  const speech = createSpeech();
  const once = async <T>(question: Question<T>): Promise<Result<T, WireFault>> => {
    const sentMs = setting.now().getTime();
    const sent = await send(question, setting, speech);
    if (!sent.ok) return sent;
    noteClock(sent.value.headers.get('x-motcua-time'), sentMs, setting);
    return read(sent.value, question, speech);
  };
  return {
    ask: async (question) => {
      const spoken = speech.protocol();
      const encoding = speech.encoding();
      const answer = await once(question);
      if (answer.ok || !answer.error.answered) return answer;
      // The answer has told which version and which packing the district takes: once more in its own words.
      const other = speech.protocol() !== spoken || speech.encoding() !== encoding;
      return other && isAboutSpeech(answer.error) ? once(question) : answer;
    },
    proof: (method, path, device) => ({
      ...proof({ method, path, device }, new Uint8Array(), setting),
      'x-motcua-protocol': String(speech.protocol()),
    }),
    speech,
  };
}

type Raw = { readonly status: number; readonly text: string; readonly headers: Headers };

async function send<T>(
  question: Question<T>,
  setting: WireSetting,
  speech: Speech,
): Promise<Result<Raw, WireFault>> {
  const { method, path } = question;
  const body = typeof question.body === 'function' ? question.body(speech.protocol()) : question.body;
  const encoding = speech.encoding();
  const packed = typeof body === 'string' ? await zips[encoding](body) : (body ?? []);
  const bytes = new Uint8Array(packed);
  const about = {
    'content-type': question.type ?? 'application/json',
    ...(typeof body === 'string' && { 'content-encoding': encoding }),
  };
  try {
    const response = await fetch(new URL(path, setting.url), {
      method,
      headers: {
        'accept-encoding': 'zstd, gzip',
        'x-motcua-protocol': String(speech.protocol()),
        ...(body === undefined ? {} : about),
        ...proof(question, bytes, setting),
      },
      ...(body === undefined ? {} : { body: bytes }),
      redirect: 'error',
      signal: AbortSignal.timeout(question.timeoutMs ?? setting.timeoutMs),
    });
    const text = await limited(response);
    if (text === null) return err({ code: 'district-garbage', answered: true, detail: 'answer too large' });
    return ok({ status: response.status, text, headers: response.headers });
  } catch (error) {
    const silent = error instanceof Error && error.name === 'TimeoutError';
    const cause = error instanceof Error ? errorCode(error.cause) : null;
    return err({ code: silent ? 'district-silent' : 'district-unreachable', answered: false, detail: cause });
  }
}

type Proven = Pick<Question<unknown>, 'method' | 'path' | 'device' | 'bearer'>;

function proof(question: Proven, body: Uint8Array, setting: WireSetting): Record<string, string> {
  const { method, path, device, bearer } = question;
  if (bearer !== undefined) return { authorization: `Bearer ${bearer}` };
  if (device === undefined) return {};
  const nonce = randomBytes(16).toString('hex');
  const time = setting.now().toISOString();
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const signature = setting.signer.signRequest({ method, path, device, time, nonce, bodySha256 });
  return {
    'x-motcua-device': device,
    'x-motcua-time': time,
    'x-motcua-nonce': nonce,
    'x-motcua-signature': signature,
  };
}

async function limited(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  if (body === null) return '';
  for await (const part of body) {
    size += part.length;
    if (size > ANSWER_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function read<T>(
  { status, text, headers }: Raw,
  question: Question<T>,
  speech: Speech,
): Result<T, WireFault> {
  const json = parse(text);
  const good = status === 200 || status === 201;
  if (good || status === question.also) {
    const parsed = question.answer.safeParse(json);
    if (parsed.success) {
      speech.heard(headers);
      return ok(parsed.data);
    }
    if (good) return err({ code: 'district-garbage', answered: true, detail: null });
  }
  const said = errorAnswerSchema.safeParse(json);
  const detail = said.success ? said.data.code.slice(0, 60) : `http-${status}`;
  if (detail === 'protocol-unsupported') return err(speech.versionRefused(headers));
  if (status === 415) speech.packingRefused();
  return err({ code: codeOf(status), answered: true, detail });
}

function isAboutSpeech({ code, detail }: WireFault): boolean {
  return (
    code === 'district-older' ||
    code === 'district-newer' ||
    detail === 'encoding-unsupported' ||
    detail === 'http-415'
  );
}

function codeOf(status: number): WireFault['code'] {
  if (status === 401 || status === 403) return 'district-refused';
  if (status === 413) return 'district-too-large';
  if (status === 429) return 'district-busy';
  return status >= 500 ? 'district-broken' : status >= 400 ? 'district-request-refused' : 'district-garbage';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function noteClock(time: string | null, sentMs: number, { now, onClock }: WireSetting): void {
  const districtMs = Date.parse(time ?? '');
  if (!Number.isNaN(districtMs)) onClock(Math.round(districtMs - (sentMs + now().getTime()) / 2));
}
