// The host of one machine of the bench as a process of its own, as in both shells; pages reach it over a local socket.
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { createHost } from '../../../electron/host/host.ts';
import type { AddressInfo } from 'node:net';
import type { Host } from '../../../electron/host/host-options.ts';
import type { BridgeNews } from '../../../shared/bridge.ts';

/** What the host is started with. */
export type HostStart = {
  readonly dataDir: string;
  readonly demoDir: string;
  readonly districtUrl: string;
  readonly enrolCode: string;
};

/** A line from a page: a call, or that the page has ended. */
export type ToHost =
  | { readonly id: number; readonly page: number; readonly method: string; readonly params: unknown }
  | { readonly gone: number };

/** A line to a page: an answer, or news. */
export type FromHost = { readonly id: number; readonly answer: unknown } | { readonly news: BridgeNews };

process.once('message', (start: HostStart) => void run(start));
process.once('disconnect', () => process.exit(0));

async function run(start: HostStart): Promise<void> {
  const made = await createHost({
    ...start,
    wardFile: null,
    fontsDir: start.dataDir,
    shell: 'browser',
    appVersion: '0.1.0',
  });
  if (!made.ok) throw new Error(made.error.code);
  await made.value.settled;
  process.send?.(await listen(made.value));
}

/** Answers pages; resolves with the port. */
async function listen(host: Host): Promise<number> {
  const server = createServer((socket) => {
    const pages = new Map<number, object>();
    const pageOf = (id: number): object => {
      const page = pages.get(id) ?? {};
      pages.set(id, page);
      return page;
    };
    const send = (what: FromHost): void => void socket.write(`${JSON.stringify(what)}\n`);
    const stop = host.onNews((news) => send({ news }));
    socket.setNoDelay(true).on('close', stop).on('error', stop);
    createInterface({ input: socket }).on('line', (line) => {
      const told = JSON.parse(line) as ToHost;
      if ('gone' in told) return host.gone(pageOf(told.gone));
      const { id, page, method, params } = told;
      void host.handle(method, params, pageOf(page)).then((answer) => send({ id, answer }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}
