// A device of protocol 1, frozen as it was released: what it sends and what it reads of the answers.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** Such a device, let in by a one-time code. */
export type OldDevice = {
  readonly device: string;
  readonly push: (lines: readonly string[]) => Promise<{
    readonly vector: Record<string, number>;
    readonly refused: readonly unknown[];
  }>;
  /** Everything the district has beyond a vector. */
  readonly pull: (vector?: Record<string, number>) => Promise<readonly string[]>;
  readonly keys: (keys: readonly unknown[], held?: readonly string[]) => Promise<readonly unknown[]>;
};

/** Asks in and stays. */
export async function protocol1Device(url: string, code: string): Promise<OldDevice> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const wish = JSON.stringify({ protocol: 1, code, publicKey: spki, deviceName: 'Quầy cũ' });
  const asked = await fetch(`${url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: wish,
  });
  if (asked.status !== 200) throw new Error(`enrol: ${asked.status} ${await asked.text()}`);
  const { device, protocol } = (await asked.json()) as { device: string; protocol: number };
  if (protocol !== 1) throw new Error('the district answered in another version');
  const ask = async <T>(path: string, text: string, type: string): Promise<T> => {
    const body = new Uint8Array(gzipSync(text));
    const time = new Date().toISOString();
    const nonce = randomBytes(16).toString('hex');
    const sha256 = createHash('sha256').update(body).digest('hex');
    const signed = ['motcua-request-v1', 'POST', path, device, time, nonce, sha256].join('\n');
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': type,
        'content-encoding': 'gzip',
        'x-motcua-device': device,
        'x-motcua-time': time,
        'x-motcua-nonce': nonce,
        'x-motcua-signature': sign(null, Buffer.from(signed), privateKey).toString('base64'),
      },
      body,
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    device,
    push: (lines) => ask('/v1/events', `${lines.join('\n')}\n`, 'application/x-ndjson'),
    pull: async (vector = {}) => {
      const all: string[] = [];
      const held = { ...vector };
      for (;;) {
        const answer = await ask<{ lines: readonly string[]; more: boolean }>(
          '/v1/have',
          JSON.stringify({ vector: held }),
          'application/json',
        );
        for (const line of answer.lines) {
          const { device: by, epoch } = JSON.parse(line.slice(65)) as { device: string; epoch: string };
          held[`${by}/${epoch}`] = (held[`${by}/${epoch}`] ?? 0) + 1;
        }
        all.push(...answer.lines);
        if (!answer.more) return all;
      }
    },
    keys: async (keys, held = []) =>
      (
        await ask<{ keys: readonly unknown[] }>(
          '/v1/keys',
          JSON.stringify({ keys, held }),
          'application/json',
        )
      ).keys,
  };
}
