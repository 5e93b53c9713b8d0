// PINs are hashed beside the main thread: one takes about 60 ms, and the journal must not wait for it.
import { randomBytes } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { argon2Verify, argon2id } from 'hash-wasm';
import { HASHING } from './pin-hash.ts';
import type { PinAnswer, PinTask } from './pins.ts';

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
