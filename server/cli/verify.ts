import { readFileSync } from 'node:fs';
import { detailOf } from '../db/sqlite.ts';
import { EXIT, misused } from './command.ts';
import { verifyJournal } from '../files/verify-journal.ts';
import type { Command } from './command.ts';

/** Proves a journal file: every line, every link, every signed checkpoint. */
export const verifyCommand: Command = {
  help: `npx motcua verify FILE.log [--head SEQ:HASH]

Prints {"ok","events","firstSeq","lastSeq","signedThrough","tornTail","bad"?}. Exit code 1 when a line up to the last signed
checkpoint was edited, inserted, removed or reordered, or a link after it is broken. A torn last line (the power went
while it was written) is no fault.

Events after the last checkpoint ("signedThrough", null when there is none) are linked, but nobody has signed for them: whoever
can write the file could have written them. One line on standard error says how many these are.

  --head SEQ:HASH   the end as somebody else knows it (a printed day's end, the server); proves that nothing was cut off`,
  rules: { values: ['head'], words: 1 },
  words: ['FILE'],
  needs: [],
  run: (flags, world) => {
    const wanted = flags.get('head');
    const head = /^(\d{1,15}):([0-9a-f]{64})$/.exec(wanted ?? '');
    if (wanted !== undefined && !head)
      return misused(world, '--head is SEQ:HASH, the hash with 64 hex digits');
    const [file = ''] = flags.words;
    const bytes = readBytes(file);
    if (!Buffer.isBuffer(bytes)) return misused(world, `cannot read ${file}: ${bytes}`);
    const verdict = verifyJournal(bytes, head ? { seq: Number(head[1]), hash: head[2] ?? '' } : null);
    world.out(JSON.stringify(verdict));
    const vouchedFor = Math.max(verdict.signedThrough ?? -1, head ? Number(head[1]) : -1);
    const unsigned = verdict.events - 1 - vouchedFor;
    if (verdict.ok && unsigned > 0)
      world.complain(
        `${unsigned} of ${verdict.events} events stand after the last signed checkpoint: nobody has signed for them`,
      );
    return verdict.ok ? EXIT.done : EXIT.refused;
  },
};

function readBytes(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch (cause) {
    return detailOf(cause);
  }
}
