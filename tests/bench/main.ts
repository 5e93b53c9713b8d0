// `npm run bench`: each figure beside its rival or limit in the same run; results in out/bench/*.json.
import { benchActions } from './action-durable.ts';
import { benchStart } from './start-usable.ts';
import { benchTicket } from './tap-ticket.ts';

const wanted = process.argv.slice(2);
const benches = { 'action-durable': benchActions, 'tap-ticket': benchTicket, 'start-usable': benchStart };

for (const [name, run] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
