// One dossier that two machines dealt with unseen: Lan handed it over, Minh asked for papers and printed Mẫu 02 for the citizen.
import { settleDossier } from '../../../shared/decide/conflicts.ts';
import { conflictOf } from '../../../shared/project/conflicts.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { lineChain } from '../events.ts';
import { fiveDays, juneMs } from './life.ts';
import { dossierReceived } from './facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Conflict } from '../../../shared/project/conflicts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { LineChain } from '../events.ts';

let jobs = 0;

/** A print of a paper of a dossier, as its machine recorded it. */
export function formPrinted(
  chain: LineChain,
  [paper, formNo]: readonly [string, string],
  { hash, event }: LoggedEvent,
  atMs: number,
  state = 'confirmed',
): LoggedEvent {
  const body = { jobId: `job-${(jobs += 1)}`, paper, form: 'f', formNo, copyNo: 1, reprint: 0, reason: '' };
  const outcome = { state, where: null, fault: null, pdfSha256: null };
  const { subject, actor } = event;
  return chain.add({
    type: 'form-printed',
    subject,
    actor,
    parents: [hash],
    atMs,
    body: { ...body, ...outcome },
  });
}

/** Everything that both machines know once they have met, and how a clerk settles it. */
export function twoSides() {
  const one = lineChain({ device: 'd1', epoch: 'one' });
  const two = lineChain({ device: 'd2', epoch: 'two' });
  const received = one.add({ ...dossierReceived('0001', fiveDays), atMs: juneMs(1, 8) });
  const { subject } = received.event;
  const parents = [received.hash];
  const handedOver = one.add({
    type: 'dossier-handed-over',
    subject,
    parents,
    actor: 'lan',
    atMs: juneMs(2, 9),
    body: { to: 'Phòng Kinh tế', at: new Date(juneMs(2, 9)).toISOString(), role: 'reception' },
  });
  const asked = two.add({
    type: 'dossier-supplement-asked',
    subject,
    parents,
    actor: 'minh',
    atMs: juneMs(2, 10),
    body: {
      formNo: '02/HDHS',
      items: ['Giấy chứng sinh'],
      reason: 'Điều 16',
      until: null,
      at: new Date(juneMs(2, 10)).toISOString(),
      role: 'reception',
    },
  });
  const slip = formPrinted(two, ['request', '02/HDHS'], asked, juneMs(2, 10, 5));
  const all = [received, handedOver, asked, slip];
  const conflict = conflictBetween(all);
  const settle = (chosen: LoggedEvent, chain = one, atMs = juneMs(3, 8), among = all): LoggedEvent => {
    const now = conflictBetween(among);
    const seen = now.branches.map(({ head }) => head);
    const fact = settleDossier(now, { chosen: chosen.hash, seen, note: 'Người dân đã đủ giấy' }, atMs);
    if (!fact.ok) throw new Error(fact.error.code);
    return chain.add({ ...fact.value, atMs, actor: 'lan' });
  };
  return { one, two, received, handedOver, asked, slip, all, conflict, settle };
}

function conflictBetween(events: readonly LoggedEvent[]): Conflict<Dossier> {
  const conflict = conflictOf(applyDossier, events);
  if (!conflict) throw new Error('two acts that did not see each other are a conflict');
  return conflict;
}
