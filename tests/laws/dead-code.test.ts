import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, reports } from './house-copy.ts';

describe('dead code', () => {
  let clean: { code: number | null; output: string };
  let broken: { code: number | null; output: string };

  beforeAll(async () => {
    clean = await checkPlanted('dead', {});
    broken = await checkPlanted('dead', {
      'server/app.ts': `import Fastify, { type FastifyInstance } from 'fastify';
import { hash, shape } from '../shared/event/shape.ts';
import 'pino';

export const nobodyAsks = [hash, shape];
export const createApp = (): FastifyInstance => Fastify();
`,
      'server/forgotten.ts': `export const forgotten = 1;\n`,
      'electron/loopback/main.ts': `export const withoutSocket = 1;\n`,
    });
  });

  it('[LAW-clean-dead] a house where all is used is left in peace', () => {
    expect(clean.output.trim()).toBe('');
    expect(clean.code).toBe(0);
  });

  it('[LAW-dead-export] an export that nobody imports', () => {
    expect(broken.code).not.toBe(0);
    expect(reports(broken.output, 'nobodyAsks', 'server/app.ts'), broken.output).toBe(true);
  });

  it('[LAW-dead-file] a file that nobody imports', () => {
    expect(reports(broken.output, 'server/forgotten.ts'), broken.output).toBe(true);
  });

  it('[LAW-dead-dependency] a package that nobody imports', () => {
    expect(reports(broken.output, 'ws', 'package.json'), broken.output).toBe(true);
  });

  it('[LAW-unlisted] a package that package.json does not name', () => {
    expect(reports(broken.output, 'pino', 'server/app.ts'), broken.output).toBe(true);
  });
});
