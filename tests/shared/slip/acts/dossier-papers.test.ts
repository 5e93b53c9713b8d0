import { describe, expect, it } from 'vitest';
import { factOf } from '../../../../shared/event/facts.ts';
import { drawPaper } from '../../../../shared/slip/acts/draw-paper.ts';
import { formOfPaper, paperOfAct, papersOf } from '../../../../shared/slip/acts/dossier-papers.ts';
import { dossierActs } from '../../../../shared/law/life-cycle/acts.ts';
import { demoWard } from '../../../support/demo.ts';
import { juneMs, lifeDesk, wishes } from '../../../support/dossiers/life.ts';
import { wordsOf } from '../../../support/papers/words-of.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { Fact } from '../../../../shared/event/facts.ts';
import type { DossierAct } from '../../../../shared/law/life-cycle/acts.ts';
import type { CourseEvent, DossierPaper } from '../../../../shared/slip/acts/dossier-papers.ts';
import type { PaperWorld } from '../../../../shared/slip/acts/drawing.ts';

const { ask, take, extend, handOver, sendOn, takeBack, release, giveBack, askOut, withdraw } = wishes;
const owner = {
  name: 'Nguyễn Thị Hường',
  idNumber: '001185010001',
  birthDate: '',
  phone: '0912345678',
  email: '',
  address: 'Tổ 5',
};
const persons = { owner, submitter: { ...owner, name: 'Trần Quốc Đạt' }, authorisation: '', note: '' };

const eventsOf = (logged: readonly LoggedEvent[]): readonly CourseEvent[] =>
  logged.flatMap(({ event }) => {
    const fact = factOf(event);
    return fact ? [{ fact, actor: event.actor, wall: event.wall }] : [];
  });

const worldOf = (desk: ReturnType<typeof lifeDesk>): PaperWorld => ({
  dossier: desk.dossier(),
  persons,
  receiver: null,
  ward: demoWard(),
  events: eventsOf(desk.events),
});

const textOf = (paper: DossierPaper | undefined, world: PaperWorld): string => {
  if (!paper) throw new Error('there is no such paper');
  return wordsOf(drawPaper(paper, world, { copyNo: 1, reprint: null })).join('\n');
};

let jobs = 0;
const print = (
  paper: DossierPaper,
  copyNo: number,
  state = 'confirmed',
  wall = '2026-06-30T01:00:00.000Z',
) => {
  const body = {
    jobId: `job-${(jobs += 1)}`,
    paper: paper.kind,
    form: paper.form.id,
    formNo: paper.formNo,
    copyNo,
  };
  const rest = { reprint: 0, reason: '', state, where: null, fault: null, pdfSha256: null };
  return { fact: { type: 'form-printed', body: { ...body, ...rest } } as Fact, actor: 'lan', wall };
};

describe('papers of acts', () => {
  it('[R08] every act whose record needs a paper has one in the set of 2025, and Mẫu 05 only there', () => {
    const none = (Object.keys(dossierActs) as DossierAct[]).filter((act) => {
      const kind = paperOfAct(act);
      return kind !== null && formOfPaper(kind, '2026-06-05') === null;
    });
    expect(none).toEqual([]);
    expect(formOfPaper('stop', '2024-06-05')).toBeNull();
    expect(formOfPaper('apology', '2024-06-05')?.id).toBe('mau-04/tt-01-2018/1');
    expect(formOfPaper('apology', '2026-06-05')?.id).toBe('mau-04/tt-03-2025/1');
  });

  it('[R08] a dossier tells its papers in order, with number, form of the day and copies', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(2, 9), ask);
    desk.act(juneMs(3, 9), take);
    desk.act(juneMs(3, 10), extend);
    desk.act(juneMs(4, 9), handOver);
    desk.act(juneMs(4, 10), release);
    desk.act(juneMs(5, 9), giveBack);
    const papers = papersOf(eventsOf(desk.events));
    expect(papers.map(({ kind, formNo, copies }) => [kind, formNo, copies])).toEqual([
      ['request', '02/HDHS', 1],
      ['receipt', '', 2],
      ['apology', '1', 1],
      ['control', '', 1],
      ['hand-over', '', 1],
      ['result', '', 2],
    ]);
    const world = worldOf(desk);
    expect(textOf(papers[0], world)).toContain('Tờ khai');
    expect(textOf(papers[1], world)).toContain('17 giờ 00 phút, ngày 09 tháng 6 năm 2026');
    expect(textOf(papers[2], world)).toContain('17 giờ 00 phút, ngày 10 tháng 6 năm 2026');
    expect(textOf(papers[2], world)).toContain('17 giờ 00 phút, ngày 09 tháng 6 năm 2026');
    expect(textOf(papers[5], world)).toContain('KQ 1');
    for (const paper of papers) expect(textOf(paper, world)).toContain('Nguyễn Thị Hường');
  });

  it('[R08] the control sheet is one paper that gets longer, with what is handed over and the finish', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(2, 9), handOver);
    desk.act(juneMs(2, 10), sendOn);
    desk.act(juneMs(3, 9), takeBack);
    desk.act(juneMs(4, 9), release);
    const sheets = papersOf(eventsOf(desk.events)).filter(({ kind }) => kind === 'control');
    expect(sheets).toHaveLength(1);
    const text = textOf(sheets[0], worldOf(desk));
    expect(text).toContain('Kèm 01 giấy tờ, 01 bộ');
    expect(text).toContain('Chi cục Thuế');
    expect(text).toContain('Trước hạn');
  });

  it('[R08] a withdrawal says who asked, when and why, and what goes back', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(2, 9), askOut);
    desk.act(juneMs(3, 9), withdraw);
    const [stop] = papersOf(eventsOf(desk.events));
    const text = textOf(stop, worldOf(desk));
    expect(text).toContain('ngày 02 tháng 6 năm 2026');
    expect(text).toContain('Trần Quốc Đạt');
    expect(text).toContain('Tờ khai đăng ký khai sinh');
    expect(text).toContain('Không thu phí, lệ phí.');
  });

  it('[R08] before TT 03/2025 the apology is the one of TT 01/2018, and there is no Mẫu 05', () => {
    const desk = lifeDesk({});
    const [received] = eventsOf(desk.events);
    if (!received) throw new Error('a dossier was received');
    const at = '2024-06-05T02:00:00.000Z';
    const done = { at, role: 'leader' as const };
    const due = { dueAt: '2024-06-12T10:00:00.000Z', dueTrace: [], dueExplanation: '' };
    const facts: readonly Fact[] = [
      {
        type: 'dossier-extended',
        body: { formNo: '3', cause: 'Chờ xác minh', due, signer: 'Lê Ánh', ...done },
      },
      {
        type: 'dossier-stopped',
        body: { formNo: '4', reason: 'Rút', because: 'decision', signer: 'Lê Ánh', ...done },
      },
    ];
    const events = [received, ...facts.map((fact) => ({ fact, actor: 'hoa', wall: at }))];
    const papers = papersOf(events);
    expect(papers.map(({ kind, form }) => [kind, form.id])).toEqual([['apology', 'mau-04/tt-01-2018/1']]);
    const text = textOf(papers[0], { ...worldOf(desk), events });
    expect(text).toContain('PHIẾU XIN LỖI VÀ');
    expect(text).toContain('17 giờ 00 phút, ngày 12 tháng 6 năm 2024');
  });

  it('[R04] counts what may be on paper by copy; a print that certainly failed is none', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(2, 9), release);
    desk.act(juneMs(3, 9), giveBack);
    const events = eventsOf(desk.events);
    const result = papersOf(events).find(({ kind }) => kind === 'result');
    if (!result) throw new Error('a return has its paper');
    const printed = [print(result, 1), print(result, 1), print(result, 2, 'failed')];
    expect(papersOf([...events, ...printed]).map((paper) => paper.printed)).toEqual([[0], [2, 0]]);
  });

  it('[R04] of two papers with one number, a print is of the one that was there by then', () => {
    const desk = lifeDesk({});
    for (const day of [2, 4]) {
      desk.act(juneMs(day, 9), { ...ask, formNo: '' });
      desk.act(juneMs(day, 10), take);
    }
    const events = eventsOf(desk.events);
    const [first] = papersOf(events);
    if (!first) throw new Error('a request has its paper');
    const early = new Date(juneMs(2, 9, 30)).toISOString();
    const papers = papersOf([...events, print(first, 1, 'confirmed', early), print(first, 1)]);
    expect(papers.filter(({ kind }) => kind === 'request').map((paper) => paper.printed)).toEqual([[1], [1]]);
  });

  it('[R04] a reprint is marked with its number and time', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(2, 9), ask);
    const world = worldOf(desk);
    const [request] = papersOf(world.events);
    if (!request) throw new Error('a request has its paper');
    const reprint = { n: 2, at: '2026-06-05T01:00:00.000Z' };
    expect(wordsOf(drawPaper(request, world, { copyNo: 1, reprint })).join(' ')).toMatch(/IN LẠI LẦN 2/i);
  });
});
