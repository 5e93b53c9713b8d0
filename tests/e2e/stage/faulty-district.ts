import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the district behaves as its desks see it. */
export type Mood = 'well' | 'error' | 'garbage' | 'hang' | 'tomorrow';

/** A server between a desk and its district that can be ill. */
export type FaultyDistrict = { readonly url: string; mood: Mood; readonly close: () => void };

const DAY_MS = 86_400_000;

/** Passes requests on to `target` (an http address) while well; `tomorrow` passes on with the clock a day ahead. */
export async function faultyDistrict(target: string): Promise<FaultyDistrict> {
  const state: { mood: Mood } = { mood: 'well' };
  const server = createServer((asked, answer) => {
    switch (state.mood) {
      case 'error':
        return void answer
          .writeHead(500, { 'content-type': 'text/html' })
          .end('<h1>Internal Server Error</h1>');
      case 'garbage':
        return void answer.writeHead(200, { 'content-type': 'application/json' }).end('{"vector":[1,2,');
      case 'hang':
        return void asked.resume();
      case 'tomorrow':
        return passOn(target, asked, answer, DAY_MS);
      case 'well':
        return passOn(target, asked, answer, 0);
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get mood() {
      return state.mood;
    },
    set mood(mood) {
      state.mood = mood;
      server.closeAllConnections();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(target: string, asked: IncomingMessage, answer: ServerResponse, aheadMs: number): void {
  const { method, url = '/', headers } = asked;
  const onward = request(new URL(url, target), { method, headers }, (got) => {
    const time = got.headers['x-motcua-time'];
    const told =
      typeof time === 'string' ? { 'x-motcua-time': new Date(Date.parse(time) + aheadMs).toISOString() } : {};
    answer.writeHead(got.statusCode ?? 502, { ...got.headers, ...told });
    got.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}
