import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { Host } from '../../../electron/host/host-options.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault, BridgeNews } from '../../../shared/bridge.ts';
import type { FromHost, ToHost } from './host.ts';

type Answer = Result<unknown, BridgeFault>;

/** The host of another process as a page's bridge knows it. */
export function farHost(port: number): Host {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  const send = (what: ToHost): void => void socket.write(`${JSON.stringify(what)}\n`);
  const listeners = new Set<(news: BridgeNews) => void>();
  const waiting = new Map<number, (answer: Answer) => void>();
  const pages = new Map<object, number>();
  const nobody = {};
  const pageOf = (page: object): number => {
    const id = pages.get(page) ?? pages.size;
    pages.set(page, id);
    return id;
  };
  let next = 0;
  createInterface({ input: socket }).on('line', (line) => {
    const told = JSON.parse(line) as FromHost;
    if ('news' in told) return listeners.forEach((listener) => listener(told.news));
    waiting.get(told.id)?.(told.answer as Answer);
    waiting.delete(told.id);
  });
  return {
    handle: (method, params, page = nobody) => {
      const id = (next += 1);
      send({ id, page: pageOf(page), method: String(method), params });
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    gone: (page) => send({ gone: pageOf(page) }),
    onNews: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    status: () => {
      throw new Error('asked by nobody here');
    },
    settled: Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
