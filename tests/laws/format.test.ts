import { expect, it } from 'vitest';
import { checkPlanted, reports } from './house-copy.ts';

it('[LAW-format] a file as prettier would not write it', async () => {
  const { code, output } = await checkPlanted('format', { 'server/ugly.ts': `export const a = "x"\n` });
  expect(code).not.toBe(0);
  expect(reports(output, 'server/ugly.ts'), output).toBe(true);
});
