// One signed request to the district and what can become of it.
import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { err, ok } from '../../../shared/basics/result.ts';
import { errorAnswerSchema } from '../../../shared/sync/messages.ts';
import { errorCode } from '../files.ts';
import type { z } from 'zod';
import type { Result } from '../../../shared/basics/result.ts';
import type { Signer } from '../keys/secrets.ts';

/** Why the district gave no usable answer. `answered` tells whether something spoke at all. */
export type WireFault = {
  readonly code:
    | 'district-unreachable'
    | 'district-silent'
    | 'district-broken'
    | 'district-garbage'
    | 'district-busy'
    | 'district-refused'
    | 'district-request-refused';
  readonly answered: boolean;
  /** What the district itself called it, where it said so. */
  readonly detail: string | null;
};

/** The wire as the uplink uses it. */
export type Wire = {
  /** Sends a body and reads an answer of a known shape. With `device` the request is signed as that device. */
  ask<T>(question: Question<T>): Promise<Result<T, WireFault>>;
};

/** A question to the district. */
export type Question<T> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: z.ZodType<T>;
  readonly device?: string;
  readonly bearer?: string;
  readonly body?: string;
  readonly type?: 'application/json' | 'application/x-ndjson';
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

const zip = promisify(gzip);
/** No answer of the district is larger: one batch, its vector and its braces. */
const ANSWER_BYTES = 16_000_000;

/** Makes the wire to one district server. */
export function createWire(setting: WireSetting): Wire {
  return {
    ask: async (question) => {
      const sentMs = setting.now().getTime();
      const sent = await send(question, setting);
      if (!sent.ok) return sent;
      noteClock(sent.value.time, sentMs, setting);
      return read(sent.value, question.answer);
    },
  };
}

type Raw = { readonly status: number; readonly text: string; readonly time: string | null };

async function send<T>(question: Question<T>, setting: WireSetting): Promise<Result<Raw, WireFault>> {
  const { method, path, body } = question;
  const bytes = body === undefined ? new Uint8Array() : new Uint8Array(await zip(body));
  try {
    const response = await fetch(new URL(path, setting.url), {
      method,
      headers: { ...(body === undefined ? {} : bodyHeaders(question)), ...proof(question, bytes, setting) },
      ...(body === undefined ? {} : { body: bytes }),
      redirect: 'error',
      signal: AbortSignal.timeout(setting.timeoutMs),
    });
    const text = await limited(response);
    if (text === null) return err({ code: 'district-garbage', answered: true, detail: 'answer too large' });
    return ok({ status: response.status, text, time: response.headers.get('x-motcua-time') });
  } catch (error) {
    const silent = error instanceof Error && error.name === 'TimeoutError';
    const cause = error instanceof Error ? errorCode(error.cause) : null;
    return err({ code: silent ? 'district-silent' : 'district-unreachable', answered: false, detail: cause });
  }
}

function bodyHeaders<T>({ type = 'application/json' }: Question<T>): Record<string, string> {
  return { 'content-type': type, 'content-encoding': 'gzip' };
}

function proof<T>(question: Question<T>, body: Uint8Array, setting: WireSetting): Record<string, string> {
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

function read<T>({ status, text }: Raw, schema: z.ZodType<T>): Result<T, WireFault> {
  const json = parse(text);
  if (status === 200 || status === 201) {
    const parsed = schema.safeParse(json);
    return parsed.success ? ok(parsed.data) : err({ code: 'district-garbage', answered: true, detail: null });
  }
  const said = errorAnswerSchema.safeParse(json);
  const detail = said.success ? said.data.code.slice(0, 60) : `http-${status}`;
  return err({ code: codeOf(status), answered: true, detail });
}

function codeOf(status: number): WireFault['code'] {
  if (status === 401 || status === 403) return 'district-refused';
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
