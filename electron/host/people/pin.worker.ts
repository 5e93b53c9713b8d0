// PINs are hashed beside the main thread: one takes about 60 ms, and the journal must not wait for it.
import { randomBytes } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { argon2Verify, argon2id } from 'hash-wasm';
import type { PinAnswer, PinTask } from './pins.ts';

// OWASP's second choice for argon2id: 19 MB, 2 passes, 1 lane.
const HASHING = {
  iterations: 2,
  memorySize: 19_456,
  parallelism: 1,
  hashLength: 32,
  outputType: 'encoded',
} as const;

parentPort?.on('message', (task: PinTask) => {
  void work(task).then(
    (value) => answer({ id: task.id, value }),
    (error: unknown) =>
      answer({ id: task.id, fault: error instanceof Error ? error.message : String(error) }),
  );
});

function work(task: PinTask): Promise<string | boolean> {
  return task.hash === null
    ? argon2id({ password: task.pin, salt: randomBytes(16), ...HASHING })
    : argon2Verify({ password: task.pin, hash: task.hash });
}

function answer(message: PinAnswer): void {
  parentPort?.postMessage(message);
}
