/** A house in small that breaks no law: what violations are planted into, and the proof that the tools can be content. */
export const cleanHouse: Readonly<Record<string, string>> = {
  'shared/bridge.ts': `export interface Bridge {
  readonly print: (text: string) => string;
}
`,
  'shared/basics/time.ts': `/** The one home of Date in shared. */
export const yearOf = (instant: string): number => new Date(instant).getUTCFullYear();
`,
  'shared/event/shape.ts': `import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';

export const shape = z.object({ type: z.string() });
export const hash = (bytes: Uint8Array): Uint8Array => sha256(bytes);
`,
  'renderer/first.ts': `void import('./main.tsx');
`,
  'renderer/main.tsx': `import { createRoot } from 'react-dom/client';
import { openBridge } from './bridge.ts';
import { openDb } from './db/open-db.ts';
import { Desk } from './screens/desk.tsx';
import { printSlip } from './slip/print-slip.ts';
import { createDay } from './store/day.ts';

const day = createDay();
createRoot(document.body).render(
  <Desk year={day.getState().year} onPrint={() => printSlip(openDb(), openBridge())} />,
);
`,
  'renderer/bridge.ts': `import type { Bridge } from '../shared/bridge.ts';

/** The one place of the pages with a socket. */
export const openBridge = (): Bridge => ({ print: (text) => new WebSocket(text).url });
`,
  'renderer/db/open-db.ts': `import { Dexie } from 'dexie';

export class Db extends Dexie {}
export const openDb = (): Db => new Db('clean');
`,
  'renderer/store/day.ts': `import { createStore } from 'zustand/vanilla';
import { yearOf } from '../../shared/basics/time.ts';

export const createDay = () => createStore(() => ({ year: yearOf('2026-06-05T08:20:00.000Z') }));
`,
  'renderer/screens/desk.tsx': `import { Button } from '../parts/button.tsx';

export function Desk({ year, onPrint }: { readonly year: number; readonly onPrint: () => void }) {
  return <Button name={String(year)} onPress={onPrint} />;
}
`,
  'renderer/parts/button.tsx': `export function Button({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  return <button onClick={onPress}>{name}</button>;
}
`,
  'renderer/slip/print-slip.ts': `import { useReactToPrint } from 'react-to-print';
import type { Bridge } from '../../shared/bridge.ts';

export const printSlip = (db: { readonly name: string }, bridge: Bridge): string =>
  bridge.print(db.name + useReactToPrint.name);
`,
  'electron/main.ts': `import { app } from 'electron/main';
import { readSettings } from './host/settings.ts';
import { openWindow } from './window.ts';

void app.whenReady().then(() => openWindow(readSettings('settings.json')));
`,
  'electron/window.ts': `import { BrowserWindow } from 'electron/main';

export const openWindow = (title: string): BrowserWindow => new BrowserWindow({ title });
`,
  'electron/preload.ts': `import { contextBridge } from 'electron/renderer';
import type { Bridge } from '../shared/bridge.ts';

contextBridge.exposeInMainWorld('kiosk', { print: (text) => text } satisfies Bridge);
`,
  'electron/loopback/main.ts': `import { WebSocketServer } from 'ws';
import { readSettings } from '../host/settings.ts';

export const serve = (): WebSocketServer => new WebSocketServer({ path: readSettings('settings.json') });
`,
  'electron/host/settings.ts': `import { readFileSync } from 'node:fs';

export const readSettings = (path: string): string => readFileSync(path, 'utf8');
`,
  'server/main.ts': `import { createApp } from './app.ts';

await createApp().listen({ port: 4781 });
`,
  'server/app.ts': `import Fastify, { type FastifyInstance } from 'fastify';
import { hash, shape } from '../shared/event/shape.ts';

export function createApp(): FastifyInstance {
  const app = Fastify();
  app.post('/v1/events', (request) => ({ size: hash(new Uint8Array()).length, ok: shape.safeParse(request.body).success }));
  return app;
}
`,
  'build/start.ts': `import { yearOf } from '../shared/basics/time.ts';

process.stdout.write(String(yearOf('2026-06-05T08:20:00.000Z')));
`,
  // Named by vitest.config.ts.
  'tests/support/built-pages.ts': `export function setup(): void {
  return undefined;
}
`,
  'tests/support/nothing-left.ts': `export {};
`,
  'tests/shared/time.test.ts': `import { expect, it } from 'vitest';
import { yearOf } from '../../shared/basics/time.ts';

it('reads the year', () => {
  expect(yearOf('2026-06-05T08:20:00.000Z')).toBe(2026);
});
`,
};

/** Packages that the clean house uses; knip would report any other. */
export const cleanDependencies: readonly string[] = [
  '@noble/hashes',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  '@types/ws',
  'dependency-cruiser',
  'dexie',
  'electron',
  'fastify',
  'knip',
  'oxlint',
  'oxlint-tsgolint',
  'react',
  'react-dom',
  'react-to-print',
  'typescript',
  'vitest',
  'ws',
  'zod',
  'zustand',
];
