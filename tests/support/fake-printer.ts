// The one part of a counter that a test machine lacks: a printer on the network.
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type FakePrinter = {
  readonly host: string;
  readonly port: number;
  /** Everything received so far, one buffer a connection. */
  readonly papers: readonly Buffer[];
  readonly close: () => Promise<void>;
};

/** `collects` takes all bytes; `hangs` accepts and never reads; `breaks` closes after the first bytes. */
export async function openFakePrinter(manner: 'collects' | 'hangs' | 'breaks'): Promise<FakePrinter> {
  const papers: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (manner === 'hangs') return void socket.pause();
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => {
      if (manner === 'breaks') return void socket.resetAndDestroy();
      chunks.push(chunk);
    });
    socket.on('end', () => void papers.push(Buffer.concat(chunks)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    papers,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
