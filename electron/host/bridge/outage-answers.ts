// What the host answers about outages, files for the stick, and the drill [S14] [S16] [G05].
import { err, ok } from '../../../shared/basics/result.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault } from '../../../shared/bridge.ts';
import type { Answers, HostParts } from './host-parts.ts';

type Methods =
  | 'outages'
  | 'usb-export'
  | 'usb-read'
  | 'usb-import'
  | 'drill-start'
  | 'drill-stop'
  | 'drill-state'
  | 'drill-cut';

/** Answers of the methods about outages. */
export function aboutOutage({ outage, signIn, devices }: HostParts): Pick<Answers, Methods> {
  const { outages, usb, drill, program } = outage;
  /** Only a signed-in clerk of a machine that holds dossiers. */
  const refusal = (session: string): Result<never, BridgeFault> | null => {
    if (!signIn.clerkOf(session)) return err({ code: 'session-unknown' });
    const { role } = devices.current();
    return role === 'kiosk' || role === 'display' ? err({ code: 'not-allowed' }) : null;
  };
  return {
    outages: () => Promise.resolve(ok({ outages: outages.list() })),
    'usb-export': async ({ session, scope }) => refusal(session) ?? usb.write(scope),
    'usb-read': ({ file, from }) => Promise.resolve(usb.piece(file, from)),
    'usb-import': async ({ session, upload, at, text, last }) =>
      refusal(session) ?? usb.take(upload, at, text, last),
    'drill-start': async ({ session }) => refusal(session) ?? ok(program.start()),
    'drill-stop': async ({ session }) => refusal(session) ?? ok(await program.stop()),
    'drill-state': () => Promise.resolve(ok(program.state())),
    'drill-cut': ({ what, cut }) =>
      Promise.resolve(drill ? ok(drill.cut(what, cut)) : err({ code: 'not-a-drill' })),
  };
}
