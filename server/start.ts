import { randomBytes } from 'node:crypto';
import { err, ok } from '../shared/basics/result.ts';
import { buildApp } from './app.ts';
import { holdDataFolder } from './data-folder.ts';
import { detailOf } from './db/sqlite.ts';
import { openAttachmentFiles } from './files/attachment-files.ts';
import { openDataStore } from './open-data.ts';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Result } from '../shared/basics/result.ts';
import type { DistrictConfig } from './config.ts';
import type { DataFault } from './open-data.ts';
import type { Store } from './db/store.ts';

/** A running district server. */
export type District = {
  readonly url: string;
  readonly store: Store;
  readonly app: FastifyInstance;
  /** Stops taking requests, closes the store, lets go of the folder. */
  readonly close: () => Promise<void>;
};

/** Why a server did not start; `message` is one line for the operator. */
export type StartFault = { readonly code: DataFault['code'] | 'port-unusable'; readonly message: string };

/** Opens the data folder, then listens. After a fault nothing is left open and nothing was changed. */
export async function startDistrict(
  config: DistrictConfig,
  logger: FastifyBaseLogger,
): Promise<Result<District, StartFault>> {
  const opened = openFolder(config.data);
  if (!opened.ok) return opened;
  const { store, letGo } = opened.value;
  const files = openAttachmentFiles(config.data, store, logger);
  const app = await buildApp({ store, files, logger, nowMs: Date.now, randomBytes });
  const close = async () => {
    await app.close();
    await files.close();
    await store.close();
    letGo();
  };
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (cause) {
    await close();
    return err({ code: 'port-unusable', message: portMessage(config, cause) });
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const shownHost = config.host.includes(':') ? `[${config.host}]` : config.host;
  return ok({ url: `http://${shownHost}:${port}`, store, app, close });
}

type OpenFolder = { readonly store: Store; readonly letGo: () => void };

function openFolder(dir: string): Result<OpenFolder, DataFault> {
  const store = openDataStore(dir, Date.now);
  if (!store.ok) return store;
  const hold = holdDataFolder(dir);
  if (hold.ok) return ok({ store: store.value, letGo: hold.value });
  void store.value.close();
  return hold;
}

function portMessage(config: DistrictConfig, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const where = `${config.host}:${config.port}`;
  if (code === 'EADDRINUSE') return `port ${config.port} on ${config.host} is in use by another program`;
  if (code === 'EACCES') return `this user may not listen on ${where}`;
  return `cannot listen on ${where}: ${detailOf(cause)}`;
}
