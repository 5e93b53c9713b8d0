import { ok } from '../../shared/basics/result.ts';
import { keptAside } from '../files/kept-aside.ts';
import { openDataReadOnly, programOf } from '../open-data.ts';
import { EXIT, misused, refused } from './command.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Command } from './command.ts';

/** Lists what either program set aside: forks and broken lines. Reads only; sealed parts stay sealed. */
export const quarantineCommand: Command = {
  help: `npx motcua quarantine --data DIR [--ward W]

Prints {"rows":[{"ward","code","device","seenAt","line"},…]}: lines that could not stand in a journal (another event at the
same place, a broken or torn line), oldest first. Changes nothing; works beside a running program.

  --data DIR   data folder of the district server, or of the app
  --ward W     only lines of this ward

Of a district server "device" is who sent the line. Of the app it is whom the line names, null where it cannot be read;
each row has "file" too, where the line lies, and of a torn end "line" is at most its first 2048 bytes; "files" lists the
journals that a newer version of the district replaced: whole, to be proven with "npx motcua verify".`,
  rules: { values: ['data', 'ward'] },
  needs: ['data'],
  run: async (flags, world) => {
    const data = flags.get('data') ?? '';
    const ward = flags.get('ward');
    const program = programOf(data);
    if (!program) return misused(world, `${data} holds data of neither the app nor a district server`);
    const found = program === 'app' ? keptAside(data, ward) : await atDistrict(data, ward, world.nowMs);
    if (!found.ok) return refused(world, found.error);
    world.out(JSON.stringify(found.value));
    return EXIT.done;
  },
};

async function atDistrict(
  data: string,
  named: string | undefined,
  nowMs: () => number,
): Promise<Result<{ readonly rows: readonly unknown[] }, string>> {
  const store = openDataReadOnly(data, nowMs);
  if (!store.ok) return { ok: false, error: store.error.message };
  const rows: unknown[] = [];
  for (const ward of await store.value.wards()) {
    if (named !== undefined && named !== ward) continue;
    for (const { code, device, seenAt, line } of await store.value.quarantined(ward))
      rows.push({ ward, code, device, seenAt, line });
  }
  await store.value.close();
  return ok({ rows });
}
