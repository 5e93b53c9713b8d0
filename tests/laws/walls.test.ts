import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, reports, type Planted } from './house-copy.ts';

/** One planted file, the rule that must name it, and the law in words. */
type Wall = readonly [law: string, rule: string, file: string, text: string];

const walls: readonly Wall[] = [
  ['LAW-dexie', 'dexie-stays-home', 'renderer/screens/with-dexie.tsx', `import 'dexie';`],
  ['LAW-zustand', 'zustand-stays-home', 'renderer/screens/with-zustand.tsx', `import 'zustand';`],
  ['LAW-print', 'react-to-print-stays-home', 'renderer/screens/with-print.tsx', `import 'react-to-print';`],
  ['LAW-electron', 'electron-stays-home', 'electron/host/with-electron.ts', `import 'electron/main';`],
  [
    'LAW-electron-package',
    'electron-stays-home',
    'server/with-electron.ts',
    `import type {} from 'electron';`,
  ],
  ['LAW-ws', 'ws-stays-home', 'server/with-ws.ts', `import 'ws';`],
  ['LAW-fastify', 'fastify-stays-home', 'electron/host/with-fastify.ts', `import 'fastify';`],
  ['LAW-react', 'react-stays-home', 'server/with-react.ts', `import 'react';`],
  ['LAW-test-tools', 'test-tools-stays-home', 'server/with-vitest.ts', `import 'vitest';`],
  ['LAW-wiring', 'only-main-wires', 'renderer/store/with-db.ts', `import '../db/open-db.ts';`],
  ['LAW-wiring-bridge', 'only-main-wires', 'renderer/screens/with-bridge.tsx', `import '../bridge.ts';`],
  [
    'LAW-reach',
    'screens-never-reach-dexie',
    'renderer/screens/reaching.tsx',
    `import '../store/with-db.ts';`,
  ],
  ['LAW-parts', 'parts-know-no-store', 'renderer/parts/with-store.tsx', `import '../store/day.ts';`],
  ['LAW-stores', 'stores-know-no-screens', 'renderer/store/with-part.ts', `import '../parts/button.tsx';`],
  ['LAW-shared-node', 'no-node-in-shared-and-renderer', 'shared/law/with-fs.ts', `import 'node:fs';`],
  ['LAW-renderer-node', 'no-node-in-shared-and-renderer', 'renderer/sync/with-fs.ts', `import 'node:fs';`],
  ['LAW-shared-package', 'shared-uses-only', 'shared/law/with-zustand.ts', `import 'zustand';`],
  [
    'LAW-shared-room',
    'shared-imports-only-itself',
    'shared/law/with-host.ts',
    `import '../../electron/host/settings.ts';`,
  ],
  [
    'LAW-renderer-room',
    'renderer-imports-only',
    'renderer/db/with-host.ts',
    `import '../../electron/host/settings.ts';`,
  ],
  ['LAW-server-room', 'server-imports-only', 'server/with-page.ts', `import '../renderer/store/day.ts';`],
  [
    'LAW-electron-room',
    'electron-imports-only',
    'electron/host/with-server.ts',
    `import '../../server/app.ts';`,
  ],
  ['LAW-build-room', 'build-imports-only', 'build/with-server.ts', `import '../server/app.ts';`],
  [
    'LAW-type-only',
    'server-imports-only',
    'server/with-type.ts',
    `import type { Db } from '../renderer/db/open-db.ts';`,
  ],
  ['LAW-preload', 'preload-is-thin', 'electron/preload.ts', `import './window.ts';`],
  ['LAW-host', 'host-runs-without-electron', 'electron/host/with-window.ts', `import '../window.ts';`],
  ['LAW-main', 'nobody-imports-main', 'server/with-main.ts', `import './main.ts';`],
  ['LAW-oracle', 'oracle-shares-nothing', 'tests/oracle/due.ts', `import '../../shared/law/with-fs.ts';`],
  ['LAW-tests', 'only-tests-import-tests', 'server/with-test.ts', `import '../tests/shared/time.test.ts';`],
  ['LAW-cycle', 'no-cycles', 'shared/law/egg.ts', `import './hen.ts';`],
  ['LAW-orphan', 'no-orphans', 'shared/law/orphan.ts', `export const alone = 1;`],
  ['LAW-unresolved', 'nothing-unresolved', 'server/with-nothing.ts', `import './not-there.ts';`],
];

const planted: Planted = {
  ...Object.fromEntries(walls.map(([, , file, text]) => [file, `${text}\n`])),
  'shared/law/hen.ts': `import './egg.ts';\n`,
};

describe('walls between rooms', () => {
  let clean: { code: number | null; output: string };
  let broken: { code: number | null; output: string };

  beforeAll(async () => {
    [clean, broken] = await Promise.all([checkPlanted('walls', {}), checkPlanted('walls', planted)]);
  });

  it('[LAW-clean-walls] a house that breaks none is left in peace', () => {
    expect(clean.output).toContain('no dependency violations found');
    expect(clean.code).toBe(0);
  });

  it('[LAW-walls] a broken wall fails the check', () => {
    expect(broken.code).not.toBe(0);
  });

  for (const [law, rule, file, text] of walls) {
    it(`[${law}] ${file}: ${text}`, () => {
      expect(reports(broken.output, rule, file), broken.output).toBe(true);
    });
  }
});
