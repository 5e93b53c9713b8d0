import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Electron's runtime is not there under test; a fake that its own typings check stands in for it. */
const fakeElectron = {
  find: /^electron(\/(main|renderer|common))?$/,
  replacement: fileURLToPath(new URL('tests/support/fake-electron.ts', import.meta.url)),
};

const rooms = ['shared', 'server', 'electron', 'renderer', 'contract', 'properties'];
// Programs are started hundreds of times: what Node makes of their files is kept.
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('out/cache/node', import.meta.url)) };
const slow = { testTimeout: 300_000, hookTimeout: 120_000, env };

/**
 * fast: in one process and without a browser, part of `npm run check`. laws: the house about itself.
 * system: the real programs as processes. e2e: the pages in a real Chromium.
 */
export default defineConfig({
  resolve: { alias: [fakeElectron] },
  test: {
    passWithNoTests: true,
    allowOnly: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          environment: 'node',
          include: rooms.map((room) => `tests/${room}/**/*.test.{ts,tsx}`),
          // All files of a worker share its modules: loading the schemas anew for each took half of the time.
          isolate: false,
          setupFiles: ['tests/support/nothing-left.ts'],
          testTimeout: 30_000,
          env,
        },
      },
      {
        extends: true,
        test: {
          name: 'laws',
          include: ['tests/laws/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'system', include: ['tests/system/**/*.test.ts'], ...slow } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          ...slow,
          globalSetup: ['tests/support/built-pages.ts'],
        },
      },
    ],
  },
});
