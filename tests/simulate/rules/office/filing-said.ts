// What facts make of a filing, said a second time [LC9, LC17].
import { isOut } from './prints-out.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';

type Body = Readonly<Record<string, unknown>>;

const BIRTHS = ['filing-registered', 'filing-turned-back', 'filing-refused'];
const PAPERS = ['filing-turned-back', 'filing-refused'];

/** A filing from its known facts in order; null before one that makes it. */
export function filingSaid(events: readonly LoggedEvent[]): object | null {
  const birth = events.findIndex(({ event: { type } }) => BIRTHS.includes(type));
  const first = events[birth];
  if (!first) return null;
  const later = events.slice(birth);
  const of = (...types: readonly string[]) => later.filter(({ event: { type } }) => types.includes(type));
  const { procedure, channel, officerName, at } = bodyOf(first);
  const isRegistered = first.event.type === 'filing-registered';
  const { portalCode = '', answerDueAt = null, filedAt = at } = isRegistered ? bodyOf(first) : {};
  const papers = of(...PAPERS);
  const paper = papers.at(-1);
  const refused = of('filing-refused').at(-1);
  const accepted = of('filing-accepted').at(-1);
  const answered = of(...PAPERS, 'filing-accepted')[0];
  const { formNo = '', reason = '', items = [], at: paperAt = null } = paper ? bodyOf(paper) : {};
  const word = paper?.event.type === 'filing-refused' ? 'refused' : paper ? 'incomplete' : 'filed';
  return {
    procedure,
    channel,
    officerName,
    id: 'filing-1',
    status: accepted ? 'accepted' : word,
    portalCode,
    filedAt,
    answerDueAt,
    answeredAt: answered ? bodyOf(answered)['at'] : null,
    formNo,
    reason,
    items,
    paperAt,
    printed: printsOf(later, paper, String(formNo)),
    refusedBecause: refused ? bodyOf(refused)['because'] : null,
    rounds: of('filing-turned-back').length,
    dossierId: accepted ? bodyOf(accepted)['dossierId'] : null,
    persons: of('subject-erased').length > 0 ? null : first.event.sealed,
  };
}

/** Prints of the last paper since it was issued; what was printed of an earlier number is another paper. */
function printsOf(events: readonly LoggedEvent[], paper: LoggedEvent | undefined, formNo: string): number {
  const since = paper ? events.slice(events.indexOf(paper) + 1) : events;
  const prints = since.filter(({ event: { type } }) => type === 'form-printed').map(bodyOf);
  return prints.filter((print) => isOut(print) && print['formNo'] === formNo).length;
}

function bodyOf({ event: { body } }: LoggedEvent): Body {
  return { ...(body as object) };
}
