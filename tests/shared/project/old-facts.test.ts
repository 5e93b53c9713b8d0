import { describe, expect, it } from 'vitest';
import { encodeEvent } from '../../../shared/event/envelope.ts';
import { factOf, factVersion } from '../../../shared/event/facts.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { juneMs, lifeDesk, wishes } from '../../support/dossiers/life.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';

/** As a program of the first release wrote it: four states, nothing of version 2. */
const standing = {
  status: 'in-process',
  office: 'Phòng Tư pháp',
  handedOverAt: '2026-06-03T02:00:00.000Z',
  readyAt: null,
  resultNo: null,
  returnedAt: null,
  returnedBy: null,
};

function settled(v: number, more: object = {}): readonly LoggedEvent[] {
  const desk = lifeDesk({});
  desk.act(juneMs(2, 8), wishes.handOver);
  const body = {
    chosen: 'f'.repeat(64),
    standing: { ...standing, ...more },
    note: '',
    at: '2026-06-04T02:00:00.000Z',
  };
  const last = desk.events.at(-1);
  if (!last) throw new Error('a hand-over was written');
  const hlc = `${juneMs(4, 9)}-0000`;
  const event = { ...last.event, v, hlc, type: 'dossier-conflict-settled', body, parents: [last.hash] };
  return [...desk.events, encodeEvent(event)];
}

describe('facts of other versions', () => {
  it('[LC12] a decision of version 1 says what it said, and leaves the rest as it stood', () => {
    const events = settled(1);
    const before = foldAll(applyDossier, events.slice(0, 2))?.state;
    const after = foldAll(applyDossier, events)?.state;
    expect(after).toEqual({ ...before, ...standing });
    expect(after).toMatchObject({ below: [], pauses: [], rounds: 0, extensions: 0 });
  });

  it('[LC12] a decision of version 2 also says how it waits and when it is due', () => {
    const pauses = [{ kind: 'duty', from: '2026-06-03T02:00:00.000Z', to: null }];
    const said = {
      status: 'awaiting-duty',
      below: ['in-process'],
      pauses,
      rounds: 1,
      supplementUntil: '2026-06-30',
    };
    expect(foldAll(applyDossier, settled(2, said))?.state).toMatchObject(said);
    expect(factVersion('dossier-conflict-settled')).toBe(2);
  });

  it('[LC12] [J6] a decision of version 3 is kept as unknown and changes nothing', () => {
    const events = settled(3);
    const last = events.at(-1);
    expect(last && factOf(last.event)).toBeNull();
    const row = foldAll(applyDossier, events);
    expect(row?.state).toEqual(foldAll(applyDossier, events.slice(0, 2))?.state);
    expect(row?.heads).toEqual([last?.hash]);
  });

  it('[LC12] hand-over, result and return of the first release, which named no role, read as before', () => {
    const [received] = lifeDesk({}).events;
    if (!received) throw new Error('a reception was written');
    const old = (type: string, hour: number, body: object): LoggedEvent =>
      encodeEvent({ ...received.event, v: 1, type, hlc: `${juneMs(2, hour)}-0000`, body });
    const at = (hour: number) => new Date(juneMs(2, hour)).toISOString();
    const gave = { method: 'counter', slipTakenBack: true, receiverIsSubmitter: true };
    const events = [
      received,
      old('dossier-handed-over', 8, { to: 'Phòng Tư pháp', at: at(8) }),
      old('dossier-result-ready', 9, { resultNo: 'KQ 1', at: at(9) }),
      old('dossier-returned', 10, { ...gave, at: at(10) }),
    ];
    expect(foldAll(applyDossier, events)?.state).toMatchObject({
      status: 'returned',
      handedOverAt: at(8),
      readyAt: at(9),
      returnedAt: at(10),
      returnedBy: gave,
    });
  });
});
