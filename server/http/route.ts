import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Result } from '../../shared/basics/result.ts';
import type { Device, ReaderRole, Store } from '../db/store.ts';
import type { AttachmentFiles } from '../files/attachment-files.ts';
import type { Doorbell } from '../doorbell.ts';

/** What every handler may use. Time and chance come from outside. */
export type Context = {
  readonly store: Store;
  readonly files: AttachmentFiles;
  readonly doorbell: Doorbell;
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Buffer;
};

/** An answer that is not JSON names its type; a stream goes out as it comes, never compressed. */
export type Answer = {
  readonly body: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refused request: HTTP status and what stands in the answer, perhaps with `more`. Codes are explained in docs/errors.md. */
export type Refused = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly more?: Readonly<Record<string, unknown>>;
};

/** Who asks, as far as the route wants to know. */
export type Caller = {
  readonly device: Device | null;
  readonly reader: { readonly ward: string; readonly role: ReaderRole } | null;
};

/** One request, its body already unpacked. */
export type Call = {
  readonly context: Context;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly body: Buffer;
};

/** One route of the server and everything the API description says about it. */
export type ApiRoute = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly summary: string;
  /** `device`: signed by an enrolled device; `reader`: bearer token; `none`: anybody, rate-limited by address when `perMinute` is set. */
  readonly auth: 'none' | 'device' | 'reader';
  readonly perMinute?: number;
  /** Most bytes of the body before and after compression. */
  readonly bodyLimit?: number;
  readonly requestType?: string;
  readonly requestSchema?: z.ZodType;
  readonly query?: readonly {
    readonly name: string;
    readonly description: string;
    /** A day where it does not say. */
    readonly type?: 'integer';
  }[];
  readonly answerType: string;
  readonly answerSchema?: z.ZodType;
  /** Shape of a 409, where the route has one that says more than the others. */
  readonly takenSchema?: z.ZodType;
  /** Statuses of refusals, besides the ones that its `auth` brings. */
  readonly refusals: readonly number[];
  readonly handle: (call: Call) => Promise<Result<Answer, Refused>>;
};
