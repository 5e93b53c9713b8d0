import { ok } from '../../../shared/basics/result.ts';
import { noteReads, noteSettings } from '../../db/people-acts.ts';
import { told } from '../hall/act-deps.ts';
import type { PeopleActs } from '../../store/people/people-deps.ts';
import type { Act, ActingClerk } from '../../store/act.ts';
import type { Writing } from '../../db/transact.ts';
import type { ActDeps, Written } from '../hall/act-deps.ts';

/** Records about people: written here, then brought to the host. */
export function createPeopleActs(deps: ActDeps): PeopleActs {
  const { db, hello, nowMs } = deps;
  const writing = ({ id }: ActingClerk): Writing => ({ ward: hello.ward.ward, actor: id, nowMs: nowMs() });
  const noted = async (write: () => Promise<Written<null>>): Act<null> => {
    const written = await told(write);
    if (!written.ok) return written;
    return ok({ value: null, secondCopy: await deps.link.secondCopy(written.value.logged, []) });
  };
  return {
    noteSettings: (notes, clerk) => noted(() => noteSettings(db, writing(clerk), notes, clerk)),
    noteReads: (notes, clerk) => noted(() => noteReads(db, writing(clerk), notes, clerk)),
  };
}
