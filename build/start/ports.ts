import { createServer } from 'node:net';

/** Whether a port of this computer can be listened on now; 0 always can. */
export function portIsFree(port: number): Promise<boolean> {
  if (port === 0) return Promise.resolve(true);
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
}

/** Waits until an address answers 200; false when it does not within the limit. */
export async function answers200(url: string, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    await response?.body?.cancel();
    if (response?.status === 200) return true;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  return false;
}
