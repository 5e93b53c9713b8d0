import { toIso } from '../../../shared/basics/time.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { testSlip, testTicket } from '../../../shared/slip/test-page.ts';
import { drawTicket, ticketPayload } from '../../slip/ticket-canvas.ts';
import type { PrintJob } from '../../../shared/slip/print-job.ts';
import type { Language } from '../../../shared/text/dates.ts';
import type { PrintDoorCall } from '../../slip/print-door.tsx';
import type { HostCalls } from '../../store/deps.ts';
import type { PrintTest } from '../../store/papers/papers-store.ts';

type Deps = {
  readonly host: Pick<HostCalls, 'hello' | 'print'>;
  readonly door: PrintDoorCall;
  readonly newId: (prefix: string) => string;
  readonly nowMs: () => number;
  readonly lang: () => Language;
};

/** How a test page is put on paper: by the way of every other paper, to the one printer that is tried. */
export function createPrintTest(deps: Deps): PrintTest {
  const { host, door, newId, nowMs } = deps;
  return async ({ id, name, purpose }) => {
    const { test, printers } = messages[deps.lang()].papers;
    const sheets = host.hello().ward.printers.find((printer) => printer.id === id)?.sheets ?? ['A4'];
    const size = sheets.includes('A4') ? 'A4' : 'A5';
    const input = {
      words: test,
      printer: name,
      purpose: printers.purposes[purpose],
      at: toIso(nowMs()),
      size,
    } as const;
    const common = {
      jobId: newId('job'),
      subject: `printer-${id}`,
      copyNo: 1,
      purpose,
      printer: id,
      what: 'test',
    } satisfies Partial<PrintJob>;
    if (purpose === 'tickets') {
      const payload = ticketPayload(await drawTicket(testTicket(input)));
      return host.print({ ...common, kind: 'ticket', payload });
    }
    const printed = await door(testSlip(input), (payload) =>
      host.print({ ...common, kind: 'slip', payload }),
    );
    return printed.ok ? printed.value : printed;
  };
}
