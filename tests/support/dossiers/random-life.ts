// Random lives of dossiers as the journal holds them, for properties of figures.
import fc from 'fast-check';
import { toIso } from '../../../shared/basics/time.ts';
import { dossierReceived } from './facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';

const START_MS = Date.UTC(2026, 4, 1);
const HOUR_MS = 3_600_000;

type Step = { readonly act: number; readonly waitH: number; readonly moveH: number };
type Life = {
  readonly receivedH: number;
  readonly limitH: number;
  readonly field: string;
  readonly agency: string;
  readonly channel: 'counter' | 'online' | 'post';
  readonly steps: readonly Step[];
};

/** A dossier from its reception through up to nine acts, lawful or not, over about four months from May 2026. */
export const randomLife: fc.Arbitrary<Life> = fc.record({
  receivedH: fc.nat(90 * 24),
  limitH: fc.nat(20 * 24),
  field: fc.constantFrom('ho-tich', 'dat-dai', 'chung-thuc'),
  agency: fc.constantFrom('UBND cấp xã', 'Sở Tư pháp', 'UBND cấp huyện', 'Kho bạc'),
  channel: fc.constantFrom('counter', 'online', 'post'),
  steps: fc.array(fc.record({ act: fc.nat(15), waitH: fc.nat(10 * 24), moveH: fc.nat(10 * 24) }), {
    maxLength: 9,
  }),
});

/** The instant of an hour of these lives. */
export function lifeMs(hour: number): number {
  return START_MS + hour * HOUR_MS;
}

/** The events of a dossier, in their order. */
export function eventsOfLife(id: string, life: Life): readonly LoggedEvent[] {
  const { receivedH, limitH, field, agency, channel } = life;
  const body = dossierReceived(id, {
    channel,
    receivedAt: toIso(lifeMs(receivedH)),
    dueAt: toIso(lifeMs(receivedH + limitH)),
    procedure: { code: 'x', version: '1', name: 'x', fieldId: field, fieldName: field, agency },
  }).body;
  let hour = receivedH;
  let dueH = receivedH + limitH;
  const acts = life.steps.map(({ act, waitH, moveH }) => {
    hour += waitH;
    dueH += moveH;
    const due = { dueAt: toIso(lifeMs(dueH)), dueTrace: [], dueExplanation: '' };
    return { hour, ...factOf(act, { at: toIso(lifeMs(hour)), role: 'reception' }, due) };
  });
  return [{ hour: receivedH, type: 'dossier-received', body: body as object }, ...acts].map(
    ({ hour: at, type, body: said }, seq) => logged(id, seq, lifeMs(at), type, said),
  );
}

function factOf(act: number, done: { readonly at: string; readonly role: string }, due: object) {
  const facts: readonly (readonly [string, object])[] = [
    ['dossier-handed-over', { to: 'Phòng Kinh tế', at: done.at }],
    ['dossier-taken-over', { officerName: 'Bình', ...done }],
    ['dossier-supplement-asked', { formNo: '1', items: ['a'], reason: '', until: null, ...done }],
    ['dossier-supplement-taken', { items: ['a'], due, ...done }],
    ['dossier-suspended', { ground: 'a', until: null, ...done }],
    ['dossier-resumed', { reason: '', due, ...done }],
    ['dossier-withdrawal-asked', { reason: '', ...done }],
    ['dossier-withdrawal-declined', { reason: '', due, ...done }],
    ['dossier-withdrawn', { papersReturned: true, refund: 0, ...done }],
    ['dossier-extended', { formNo: '1', cause: 'chờ xác minh', due, signer: '', ...done }],
    ['dossier-stopped', { formNo: '1', reason: '', because: 'decision', signer: '', ...done }],
    ['dossier-found-ineligible', { letterNo: '1', reason: '', signer: '', ...done }],
    ['dossier-result-ready', { resultNo: '1', at: done.at }],
    ['dossier-result-ready', { resultNo: '1', at: done.at }],
    ['dossier-returned', { method: 'counter', slipTakenBack: true, receiverIsSubmitter: true, at: done.at }],
    ['dossier-submitted', { draft: '', ...done }],
  ];
  const [type, body] = facts[act % facts.length] ?? ['', {}];
  return { type, body };
}

function logged(id: string, seq: number, ms: number, type: string, body: object): LoggedEvent {
  const subject = `dossier-${id}`;
  return {
    hash: `${subject}-${seq}`,
    line: '',
    event: {
      v: 1,
      ward: 'thach-ban',
      device: 'd1',
      epoch: 'e1',
      seq,
      prev: '',
      hlc: `${String(ms).padStart(13, '0')}-${String(seq).padStart(4, '0')}`,
      wall: toIso(ms),
      type,
      subject,
      parents: [],
      actor: 'lan',
      body,
      sealed: null,
    },
  };
}
