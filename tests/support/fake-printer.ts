// The one part of a counter that a test machine lacks: a printer on the network.
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a ticket printer says when it is asked in real time. */
export type Condition = 'fine' | 'paper-out' | 'paper-low' | 'cover-open' | 'error' | 'mute';

export type FakePrinter = {
  readonly host: string;
  readonly port: number;
  /** Everything received so far, one buffer a connection; mere questions are none. */
  readonly papers: readonly Buffer[];
  /** How often it was asked how it stands. */
  readonly asked: () => number;
  /** Changes what it says from now on; `mute` by itself, as many small printers are. */
  readonly becomes: (condition: Condition) => void;
  readonly close: () => Promise<void>;
};

/** Bytes to DLE EOT 1, 2 and 4 as in the manuals of such printers. */
const answers: Readonly<Record<Exclude<Condition, 'mute'>, Readonly<Record<number, number>>>> = {
  fine: { 1: 0x16, 2: 0x12, 4: 0x12 },
  'paper-out': { 1: 0x1e, 2: 0x32, 4: 0x7e },
  'paper-low': { 1: 0x16, 2: 0x12, 4: 0x1e },
  'cover-open': { 1: 0x1e, 2: 0x16, 4: 0x12 },
  error: { 1: 0x1e, 2: 0x52, 4: 0x12 },
};

/** `collects` takes all bytes; `hangs` accepts and never reads; `breaks` closes after the first bytes. */
export async function openFakePrinter(manner: 'collects' | 'hangs' | 'breaks'): Promise<FakePrinter> {
  const papers: Buffer[] = [];
  const sockets = new Set<Socket>();
  let condition: Condition = 'mute';
  let asked = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (manner === 'hangs') return void socket.pause();
    const chunks: Buffer[] = [];
    const take = (): void => {
      const paper = Buffer.concat(chunks.splice(0));
      if (paper.length > 0) papers.push(paper);
    };
    socket.on('data', (chunk) => {
      const questions = questionsIn(chunk);
      if (questions !== null) {
        asked += 1;
        const said = condition;
        if (said !== 'mute') socket.write(Buffer.from(questions.map((n) => answers[said][n] ?? 0x12)));
        return;
      }
      if (manner === 'breaks') return void socket.resetAndDestroy();
      chunks.push(chunk);
    });
    socket.on('end', take);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    papers,
    asked: () => asked,
    becomes: (next) => {
      condition = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The numbers of a chunk that holds nothing but DLE EOT questions; null for anything else. */
function questionsIn(chunk: Buffer): readonly number[] | null {
  const numbers: number[] = [];
  for (let at = 0; at < chunk.length; at += 3) {
    if (chunk[at] !== 0x10 || chunk[at + 1] !== 0x04) return null;
    numbers.push(chunk[at + 2] ?? 0);
  }
  return numbers;
}
