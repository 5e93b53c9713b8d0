// The simulator's keeper is a journal like the others: what it proves, it proves of keepers that keep this contract.
import { ok } from '../../shared/basics/result.ts';
import { BATCH_BYTES } from '../../shared/sync/messages.ts';
import { append, createKeeper, linesOf, powerCut, vectorOf } from '../simulate/keeper.ts';
import { createOnce } from '../simulate/once.ts';
import { journalContract } from './journal-contract.ts';
import type { Journal } from '../../shared/journal.ts';

journalContract('memory', () => {
  const keeper = createKeeper('memory', createOnce());
  const journal: Journal = {
    append: (lines) => {
      const { fresh, refused } = append(keeper, lines);
      return Promise.resolve(ok({ vector: { ...vectorOf(keeper) }, fresh: fresh.length, refused }));
    },
    vector: () => Promise.resolve({ ...vectorOf(keeper) }),
    read: (range, limit) => {
      let bytes = 0;
      const lines = linesOf(keeper, range, limit);
      const over = lines.findIndex((line, at) => {
        bytes += Buffer.byteLength(line) + 1;
        return at > 0 && bytes > BATCH_BYTES;
      });
      return Promise.resolve(over < 0 ? lines : lines.slice(0, over));
    },
  };
  return Promise.resolve({
    journal,
    reopen: () => {
      powerCut(keeper, 0);
      return Promise.resolve(journal);
    },
    close: () => Promise.resolve(),
  });
});
