import { parseInstant } from '../../../shared/basics/time.ts';
import { spansOf } from '../../../shared/report/outage/outage-report.ts';
import { nameOf, officeOf } from '../../../shared/slip/acts/drawing.ts';
import { outageSlip } from '../../../shared/slip/forms/outage-slip.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import type { HostHello } from '../../../shared/bridge.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { OutageView } from './outage-deps.ts';

/** The paper of an outage; papers are in Vietnamese. */
export function drawOutage(
  { outage, report }: OutageView,
  { ward, device }: Pick<HostHello, 'ward' | 'device'>,
  said: { readonly at: string; readonly waits: readonly string[]; readonly clerk: string },
): Slip {
  const words = messages.vi.outage;
  const endMs = parseInstant(outage.to ?? said.at) ?? 0;
  const ms = Math.max(0, endMs - (parseInstant(outage.from) ?? endMs));
  return outageSlip({
    office: officeOf(ward),
    at: said.at,
    copyNo: 1,
    reprint: null,
    machine: device.name,
    what: words.what(outage.what),
    from: outage.from,
    to: outage.to,
    length: words.length(ms),
    acts: report.acts,
    confirmed: report.confirmed,
    kinds: report.kinds.map(({ kind, count }) => ({ name: words.kinds[kind], count })),
    people: report.people.map(({ actor, count }) => ({
      name: actor === null ? words.nobody : nameOf(ward, actor),
      count,
    })),
    tickets: spansOf(report.tickets).join(', '),
    codes: report.codes,
    provisional: report.provisional,
    open: said.waits,
    clerk: said.clerk,
  });
}
