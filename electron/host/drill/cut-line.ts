import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A line to the drill's district that its trainer can cut: a real one, so that the desk does what it would do. */
export type CutLine = {
  readonly url: string;
  readonly set: (cut: boolean) => void;
  readonly close: () => void;
};

/** Passes every connection on to `target` (an http address) until it is cut: then nothing gets through, old or new. */
export async function openCutLine(target: string): Promise<CutLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    join(near, far, open);
    join(far, near, open);
    return undefined;
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const drop = (): void => open.forEach((socket) => socket.destroy());
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    set: (cut) => {
      isCut = cut;
      if (cut) drop();
    },
    close: () => {
      drop();
      server.close();
    },
  };
}

function join(one: Socket, other: Socket, open: Set<Socket>): void {
  open.add(one);
  one.on('error', () => other.destroy());
  one.on('close', () => {
    open.delete(one);
    other.destroy();
  });
  one.pipe(other);
}
