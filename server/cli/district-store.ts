import { join } from 'node:path';
import { err } from '../../shared/basics/result.ts';
import { openDataStore, programOf } from '../open-data.ts';
import { misused, refused } from './command.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Store } from '../db/store.ts';
import type { CommandFlags, CommandWorld } from './command.ts';

/** The store of the server whose folder `--data` names, to write to; else says why not, and the error is the exit code. */
export function districtStore(flags: CommandFlags, world: CommandWorld): Result<Store, number> {
  const data = flags.get('data') ?? '';
  if (programOf(data) !== 'district') return err(misused(world, notThere(data)));
  const store = openDataStore(data, world.nowMs);
  return store.ok ? store : err(refused(world, store.error.message));
}

function notThere(data: string): string {
  const below = join(data, 'district');
  const hint =
    programOf(below) === 'district'
      ? `it lies in ${below}`
      : 'start the server there first, or mend the name';
  return `${data} holds no district server's data; ${hint}`;
}
