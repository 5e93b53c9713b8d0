import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/district.ts';
import { outcomeOf, runRig } from './short-run.ts';

it('a machine without loop devices is told in one line and by exit code 77', async () => {
  const folder = temporaryFolder();
  const results = join(folder.path, 'results');
  for (const rig of ['power-cut', 'full-disk']) {
    const ended = await runRig(rig, 'leveldb', results, { PATH: folder.path });
    expect(outcomeOf(rig, 'leveldb', ended, results)).toBe('cannot run here');
  }
  folder.remove();
});
