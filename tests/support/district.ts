import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { toIso } from '../../shared/basics/time.ts';
import { PROTOCOL_VERSION } from '../../shared/sync/messages.ts';
import { buildApp } from '../../server/app.ts';
import { enrolCodeHash, newEnrolCode } from '../../server/auth/secrets.ts';
import { openAttachmentFiles } from '../../server/files/attachment-files.ts';
import { openDataStore } from '../../server/open-data.ts';
import { deviceKeys, signedHeaders } from './events.ts';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Store } from '../../server/db/store.ts';
import type { DeviceRole } from '../../shared/sync/messages.ts';
import type { TestKeys } from './events.ts';

/** A folder that is removed by `remove`. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** An enrolled device with its key. */
export type TestDevice = {
  readonly device: string;
  readonly keys: TestKeys;
  readonly reportsToken: string | null;
};

/** A server without a port: requests go in by `inject`. */
export type TestDistrict = {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly data: string;
  /** Every line the server logged. */
  readonly log: readonly string[];
  /** The server's clock; set it to any instant. */
  readonly clock: { ms: number };
  readonly code: (role?: DeviceRole, ward?: string, validMs?: number) => Promise<string>;
  readonly enrol: (role?: DeviceRole, ward?: string) => Promise<TestDevice>;
  readonly post: (
    as: TestDevice,
    path: string,
    body: Buffer | string,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
  /** The headers of a signed GET. */
  readonly signedGet: (as: TestDevice, path: string) => Record<string, string>;
  readonly close: () => Promise<void>;
};

/** Opens a server on a fresh folder, or on one that stays. `limits` are off unless a test is about them. */
export async function testDistrict(limits: 'on' | 'off' = 'off', at?: string): Promise<TestDistrict> {
  const folder = at === undefined ? temporaryFolder() : { path: at, remove: () => undefined };
  const clock = { ms: Date.UTC(2026, 5, 5, 3) };
  const nowMs = () => clock.ms;
  const opened = openDataStore(folder.path, nowMs);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const log: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  const freeBytes = () => Promise.resolve(1e12);
  const files = openAttachmentFiles(folder.path, store, logger, freeBytes);
  const app = await buildApp({ store, files, logger, nowMs, randomBytes, limits });

  const code = async (role: DeviceRole = 'desk', ward = 'thach-ban', validMs = 3_600_000) => {
    const made = newEnrolCode(randomBytes);
    const expiresAt = toIso(clock.ms + validMs);
    await store.addEnrolCode({
      ward,
      codeHash: enrolCodeHash(made),
      role,
      createdAt: toIso(clock.ms),
      expiresAt,
    });
    return made;
  };
  const enrol = async (role: DeviceRole = 'desk', ward = 'thach-ban'): Promise<TestDevice> => {
    const keys = deviceKeys(randomBytes(8).toString('hex'));
    const payload = {
      protocol: PROTOCOL_VERSION,
      code: await code(role, ward),
      publicKey: keys.publicKey,
      deviceName: 'Quầy 1',
    };
    const answer = await app.inject({ method: 'POST', url: '/v1/enrol', payload });
    const { device, reportsToken } = answer.json<{ device: string; reportsToken: string | null }>();
    return { device, keys, reportsToken };
  };
  const post: TestDistrict['post'] = (as, path, body, headers = {}) => {
    const bytes = Buffer.from(body);
    const request = { method: 'POST', path, device: as.device, body: bytes };
    const signed = signedHeaders(as.keys, request, { nonce: randomBytes(16).toString('hex') });
    return app.inject({ method: 'POST', url: path, payload: bytes, headers: { ...signed, ...headers } });
  };
  const signedGet: TestDistrict['signedGet'] = (as, path) =>
    signedHeaders(
      as.keys,
      { method: 'GET', path, device: as.device, body: Buffer.alloc(0) },
      { nonce: randomBytes(16).toString('hex') },
    );
  const close = async () => {
    await app.close();
    await files.close();
    await store.close();
    folder.remove();
  };
  return { app, store, data: folder.path, log, clock, code, enrol, post, signedGet, close };
}
