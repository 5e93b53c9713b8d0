// A slow, long and lossy line between programs, made of a TCP proxy: what one site's uplink does to all its desks.
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Dice } from './corpus.ts';

/** How the line is. Both directions have the whole bandwidth; all connections share it. */
export type LineShape = {
  readonly bitsPerSecond: number;
  /** There and back, ms. */
  readonly roundTripMs: number;
  /** Share of segments that are lost once. */
  readonly loss: number;
};

/** What passed in one direction. */
export type Passed = { readonly bytes: number; readonly resent: number };

/** The line. It begins whole. */
export type ShapedLine = {
  readonly url: string;
  /** Drops every connection and lets none through. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** `performance.now()` of the first connection since the line was last mended; null before it. */
  readonly firstConnectionMs: () => number | null;
  readonly passed: () => { readonly up: Passed; readonly down: Passed };
  readonly close: () => void;
};

/** Payload of one TCP segment on an Ethernet. */
const SEGMENT_BYTES = 1460;
/** A connection has at most this much under way in one direction, as a receive window would allow. */
const WINDOW_BYTES = 65_536;

type Direction = { freeAtMs: number; bytes: number; resent: number };

/**
 * Passes connections on to `target` as the line would: every segment waits for its turn on the line and arrives half a
 * round trip later. A lost segment cannot be dropped inside a byte stream, so its loss is what TCP makes of it: it takes its
 * place on the line a second time and it, with everything of its connection behind it, arrives one round trip later (fast
 * retransmit). A new connection costs a round trip first. Slow start and shrinking windows are not imitated.
 */
export async function shapedLine(target: string, shape: LineShape, roll: Dice): Promise<ShapedLine> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const up: Direction = { freeAtMs: 0, bytes: 0, resent: 0 };
  const down: Direction = { freeAtMs: 0, bytes: 0, resent: 0 };
  let whole = true;
  let firstMs: number | null = null;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    firstMs ??= performance.now();
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
      socket.on('error', () => socket.destroy());
    }
    const openedAtMs = performance.now() + shape.roundTripMs;
    pass(near, far, up, shape, roll, openedAtMs);
    pass(far, near, down, shape, roll, openedAtMs);
    return undefined;
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const drop = () => open.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      whole = false;
      drop();
    },
    mend: () => {
      whole = true;
      firstMs = null;
    },
    firstConnectionMs: () => firstMs,
    passed: () => ({
      up: { bytes: up.bytes, resent: up.resent },
      down: { bytes: down.bytes, resent: down.resent },
    }),
    close: () => {
      drop();
      server.close();
    },
  };
}

function pass(
  from: Socket,
  to: Socket,
  direction: Direction,
  shape: LineShape,
  roll: Dice,
  openedAtMs: number,
): void {
  let arrivesAtMs = openedAtMs;
  let underWay = 0;
  let ended = false;
  const segments: Buffer[] = [];
  const endWhenDone = () => {
    if (ended && underWay === 0 && !to.destroyed) to.end();
  };
  // Timers may swap within a millisecond, bytes may not: each takes the next segment, whichever it was set for.
  const deliver = () => {
    const segment = segments.shift();
    if (!segment) return;
    underWay -= segment.length;
    if (!to.destroyed) to.write(segment);
    if (underWay < WINDOW_BYTES && from.isPaused()) from.resume();
    endWhenDone();
  };
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += SEGMENT_BYTES) {
      const segment = chunk.subarray(at, at + SEGMENT_BYTES);
      const lost = roll() < shape.loss;
      direction.bytes += segment.length;
      if (lost) direction.resent += segment.length;
      const onLineMs = (segment.length * (lost ? 2 : 1) * 8000) / shape.bitsPerSecond;
      direction.freeAtMs = Math.max(direction.freeAtMs, performance.now(), openedAtMs) + onLineMs;
      const arrival = direction.freeAtMs + shape.roundTripMs / 2 + (lost ? shape.roundTripMs : 0);
      arrivesAtMs = Math.max(arrivesAtMs, arrival);
      underWay += segment.length;
      segments.push(segment);
      setTimeout(deliver, arrivesAtMs - performance.now());
    }
    if (underWay >= WINDOW_BYTES) from.pause();
  });
  from.on('end', () => {
    ended = true;
    endWhenDone();
  });
}
