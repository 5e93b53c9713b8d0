import { Worker } from 'node:worker_threads';

/** A PIN to hash (`hash` null) or to compare. */
export type PinTask = { readonly id: number; readonly pin: string; readonly hash: string | null };

/** What the worker answers. */
export type PinAnswer =
  { readonly id: number; readonly value: string | boolean } | { readonly id: number; readonly fault: string };

/** Hashing of PINs (argon2id) in a worker thread. */
export type PinHasher = {
  readonly hash: (pin: string) => Promise<string>;
  readonly matches: (pin: string, hash: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** The worker starts this long after the host, so that the first to sign in need not wait for it and the start need not either. */
const READY_AFTER_MS = 1000;

/** Starts the worker soon, or at the first call. A worker that dies fails what waits for it; the next call starts another. */
export function createPinHasher(): PinHasher {
  const waiting = new Map<number, (answer: PinAnswer) => void>();
  let worker: Worker | null = null;
  let lastId = 0;
  const failAll = (fault: string): void => {
    worker = null;
    for (const [id, settle] of waiting) settle({ id, fault });
    waiting.clear();
  };
  const started = (): Worker => {
    // Bundled beside the shell's main file, the worker is JavaScript too.
    const own = import.meta.url.endsWith('.ts') ? './pin.worker.ts' : './pin.worker.js';
    const fresh = new Worker(new URL(own, import.meta.url));
    fresh.on('message', (answer: PinAnswer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    });
    fresh.on('error', (error) => failAll(error instanceof Error ? error.message : 'worker failed'));
    return fresh;
  };
  const ready = setTimeout(() => (worker ??= started()), READY_AFTER_MS).unref();
  const ask = async (pin: string, hash: string | null): Promise<string | boolean> => {
    worker ??= started();
    const id = (lastId += 1);
    const answer = await new Promise<PinAnswer>((settle) => {
      waiting.set(id, settle);
      worker?.postMessage({ id, pin, hash } satisfies PinTask);
    });
    if ('fault' in answer) throw new Error(`pin worker: ${answer.fault}`);
    return answer.value;
  };
  return {
    hash: async (pin) => String(await ask(pin, null)),
    matches: async (pin, hash) => (await ask(pin, hash)) === true,
    close: async () => {
      clearTimeout(ready);
      await worker?.terminate();
      failAll('closed');
    },
  };
}
