import { describe, expect, it } from 'vitest';
import { factOf } from '../../../../shared/event/facts.ts';
import { conflictOf } from '../../../../shared/project/conflicts.ts';
import { applyDossier } from '../../../../shared/project/dossiers.ts';
import { foldAll } from '../../../../shared/project/fold.ts';
import { lostActs } from '../../../../shared/project/office/settlements.ts';
import { papersOf } from '../../../../shared/slip/acts/dossier-papers.ts';
import { drawPaper } from '../../../../shared/slip/acts/draw-paper.ts';
import { processLogOf } from '../../../../shared/slip/acts/process-log.ts';
import { papersOfSide, voidPrints } from '../../../../shared/slip/acts/side-papers.ts';
import { demoWard } from '../../../support/demo.ts';
import { juneMs } from '../../../support/dossiers/life.ts';
import { formPrinted, twoSides } from '../../../support/dossiers/two-sides.ts';
import { wordsOf } from '../../../support/papers/words-of.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { CourseEvent } from '../../../../shared/slip/acts/dossier-papers.ts';

/** As the trail of a dossier tells its events. */
function courseOf(events: readonly LoggedEvent[]): readonly CourseEvent[] {
  const facts = events.map(({ event, hash }) => ({ ...event, hash, fact: factOf(event) }));
  const lost = lostActs(facts);
  return facts
    .toSorted((a, b) => (a.wall < b.wall ? -1 : 1))
    .flatMap(({ hash, fact, wall, actor, parents }) =>
      fact ? [{ hash, fact, wall, actor, parents, lost: lost.has(hash) }] : [],
    );
}

const kinds = (events: readonly LoggedEvent[]) =>
  papersOf(courseOf(events)).map(({ kind, lost, printed }) => [kind, lost, printed]);

describe('papers of two sides', () => {
  it('[V5] each side names what was printed on it, and nothing that was not', () => {
    const { conflict, asked, slip } = twoSides();
    const told = conflict.branches.map((branch) => [branch.head, papersOfSide(conflict, branch)]);
    expect(Object.fromEntries(told)).toEqual({
      [asked.hash]: [{ kind: 'request', formNo: '02/HDHS', printedAt: slip.event.wall }],
      [conflict.branches[1]?.head ?? '']: [],
    });
  });

  it('[V5] a print that failed for certain is nobody’s to take back; a control sheet belongs to the side that handed over', () => {
    const { one, two, received, handedOver, asked } = twoSides();
    const failed = formPrinted(two, ['request', '02/HDHS'], asked, juneMs(2, 10, 6), 'failed');
    const sheet = formPrinted(one, ['control', ''], handedOver, juneMs(2, 9, 5));
    const conflict = conflictOf(applyDossier, [received, handedOver, asked, failed, sheet]);
    if (!conflict) throw new Error('a conflict');
    const papers = conflict.branches.map((branch) => papersOfSide(conflict, branch).map(({ kind }) => kind));
    expect(papers).toEqual([[], ['control']]);
  });

  it('[D13] [V5] Mẫu 01 of a reception that was corrected on one side is that side’s, and void once the other is settled', () => {
    const { one, received, handedOver, settle } = twoSides();
    const { subject, body } = received.event;
    const {
      code: _c,
      provisional: _p,
      day: _d,
      ticketId: _t,
      ticketNumber: _n,
      ...part
    } = body as Record<string, unknown>;
    const { receivedAt: _r, channel: _ch, officerName: _o, dueAt, dueTrace, dueExplanation, ...said } = part;
    const due = { dueAt, dueTrace, dueExplanation };
    const corrected = one.add({
      type: 'dossier-corrected',
      subject,
      parents: [received.hash],
      atMs: juneMs(2, 11),
      body: {
        ...said,
        ...due,
        due,
        correction: 1,
        reason: 'Sai',
        approvedBy: '',
        role: 'reception',
        at: '2026-06-02T04:00:00.000Z',
      },
    });
    expect(factOf(corrected.event)).not.toBeNull();
    const print = { jobId: 'j', paper: 'receipt-slip', form: 'f', copyNo: 1, reprint: 0, reason: '' };
    const outcome = { state: 'confirmed', where: null, fault: null, pdfSha256: null };
    const slipOf = (act: LoggedEvent, atMs: number) =>
      one.add({
        type: 'paper-printed',
        subject,
        parents: [act.hash],
        atMs,
        body: { ...print, ...outcome },
      });
    const first = slipOf(received, juneMs(1, 9));
    const second = slipOf(corrected, juneMs(2, 11, 1));
    const all = [received, first, handedOver, corrected, second];
    const conflict = conflictOf(applyDossier, all);
    if (!conflict) throw new Error('a conflict');
    const papers = conflict.branches.map((branch) => papersOfSide(conflict, branch).map(({ kind }) => kind));
    expect(papers).toEqual([['first-slip'], []]);
    const settled = settle(handedOver, one, juneMs(3, 8), all);
    expect([...voidPrints(courseOf([...all, settled]))]).toEqual([second.hash]);
  });

  it('[V5] once settled, papers of the other side are void with their prints; those of the kept side are not', () => {
    const { all, handedOver, asked, slip, settle } = twoSides();
    expect(kinds(all)).toEqual([
      ['control', false, [0]],
      ['request', false, [1]],
    ]);
    const kept = [...all, settle(handedOver)];
    expect(kinds(kept)).toEqual([
      ['control', false, [0]],
      ['request', true, [1]],
    ]);
    expect([...voidPrints(courseOf(kept))]).toEqual([slip.hash]);
    const other = [...all, settle(asked)];
    expect(kinds(other)).toEqual([
      ['control', true, [0]],
      ['request', false, [1]],
    ]);
    expect([...voidPrints(courseOf(other))]).toEqual([]);
  });

  it('[R08] [V5] a hand-over after the decision begins a sheet of its own, without rows of the side that was set aside', () => {
    const { one, all, received, handedOver, asked, settle } = twoSides();
    const sheet = formPrinted(one, ['control', ''], handedOver, juneMs(2, 9, 5));
    const settled = settle(asked);
    const again = one.add({
      type: 'dossier-handed-over',
      subject: received.event.subject,
      parents: [settled.hash],
      actor: 'lan',
      atMs: juneMs(3, 9),
      body: { to: 'Phòng Tư pháp', at: new Date(juneMs(3, 9)).toISOString() },
    });
    const events = courseOf([...all, sheet, settled, again]);
    const sheets = papersOf(events).filter(({ kind }) => kind === 'control');
    expect(sheets.map(({ key, lost, printed }) => [key, lost, printed])).toEqual([
      ['control-1', true, [1]],
      ['control-2', false, [0]],
    ]);
    const words = drawn(all, events, sheets[1]);
    expect(words).toContain('Phòng Tư pháp');
    expect(words).not.toContain('Phòng Kinh tế');
  });

  it('[R09] [V5] the printed course keeps what was set aside and says that it does not count', () => {
    const { all, handedOver, settle } = twoSides();
    const events = courseOf([...all, settle(handedOver)]);
    const words = drawn(all, events, processLogOf(events)[0]);
    expect(words.match(/không tính – đã chốt theo bên kia/g)).toHaveLength(1);
    expect(words).toContain('Chốt giữa hai bên');
  });
});

function drawn(
  all: readonly LoggedEvent[],
  events: readonly CourseEvent[],
  paper: ReturnType<typeof papersOf>[number] | undefined,
): string {
  const dossier = foldAll(applyDossier, all)?.state;
  if (!dossier || !paper) throw new Error('a dossier has its paper');
  const owner = { name: 'Nguyễn Thị Hường', idNumber: '', birthDate: '', phone: '', email: '', address: '' };
  const persons = { owner, submitter: owner, authorisation: '', note: '' };
  const world = { dossier, persons, receiver: null, ward: demoWard(), events };
  return wordsOf(drawPaper(paper, world, { copyNo: 1, reprint: null })).join(' ');
}
