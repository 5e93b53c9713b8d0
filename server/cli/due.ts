import { runDueDocument } from '../../shared/law/due-document.ts';
import { EXIT, misused } from './command.ts';
import { parsedJson } from '../files/json-text.ts';
import type { Command } from './command.ts';

/** Due dates of many cases under one calendar. */
export const dueCommand: Command = {
  help: `npx motcua due < cases.json

Reads {"calendar":{…},"policy":{…},"cases":[…]} and prints {"results":[…]}: for each case the due instant with its
derivation, or its own error. A calendar may hold "scopes" for an office or a field, which cases name; with a
"changedCalendar" the answer lists under "affected" whose date it would move. Exit code 2 only when the document itself
is bad.`,
  rules: { values: [] },
  needs: [],
  run: async (_flags, world) => {
    const document = parsedJson(await world.stdin());
    if (!document.ok) return misused(world, 'standard input is not JSON');
    const results = runDueDocument(document.value);
    if (results.ok) {
      world.out(JSON.stringify(results.value));
      return EXIT.done;
    }
    const [fault] = results.error.faults;
    world.complain(
      `${results.error.code}: ${fault ? `${fault.path || 'document'}: ${fault.message}` : 'the document is bad'}`,
    );
    return EXIT.usage;
  },
};
