import { describe, expect, it } from 'vitest';
import { causeOf, countLists, listsOf } from '../../../renderer/screens/desk/register/lists/work-lists.ts';
import { staysOf, stepEnds } from '../../../renderer/screens/desk/register/course/stays.ts';
import { trailLine } from '../../../renderer/screens/desk/register/course/trail-lines.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { readCalendar } from '../../../shared/law/calendar.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { dueWorldOf } from '../../../shared/report/due-status.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoWard } from '../../support/demo.ts';
import { juneMs, lifeDesk, wishes } from '../../support/dossiers/life.ts';
import type { CourseEvent } from '../../../shared/slip/acts/dossier-papers.ts';

const world = dueWorldOf(demoWard());
const { ask, take, handOver, release, giveBack, askOut, extend } = wishes;
const { vi } = messages;
type Desk = ReturnType<typeof lifeDesk>;
const eventsOf = (desk: Desk): readonly CourseEvent[] =>
  desk.events.flatMap(({ event }) => {
    const fact = factOf(event);
    return fact ? [{ fact, actor: event.actor, wall: event.wall }] : [];
  });

describe('lists of work', () => {
  it('[D10] a dossier stands in the lists of its day, its wait and its result', () => {
    const desk = lifeDesk({});
    const lists = (day: number, hour = 9) => listsOf(desk.dossier(), juneMs(day, hour), world);
    expect(lists(3)).toEqual([]);
    expect(lists(5, 17)).toEqual(['soon']);
    expect(lists(8)).toEqual(['today', 'soon']);
    expect(lists(8, 18)).toEqual(['late']);
    desk.act(juneMs(3, 10), ask);
    expect(lists(30)).toEqual(['waiting']);
    expect(causeOf(desk.dossier(), 'waiting', vi.life.desk, juneMs(30, 9))).toBe('Chờ người nộp bổ sung');
    const until = { ...desk.dossier(), supplementUntil: '2026-06-10' };
    expect(causeOf(until, 'waiting', vi.life.desk, juneMs(10, 17))).toBe('Chờ đến hết 10/06/2026');
    expect(causeOf(until, 'waiting', vi.life.desk, juneMs(11, 8))).toBe('Đã hết hạn bổ sung 10/06/2026');
    desk.act(juneMs(3, 11), askOut);
    expect(lists(30)).toEqual(['waiting']);
    expect(countLists([desk.row()], juneMs(30, 9), world)).toEqual({
      today: 0,
      soon: 0,
      late: 0,
      waiting: 1,
      uncollected: 0,
    });
  });

  it('[D10] says why: where the work lies, what was said about the delay, since when a result waits', () => {
    const desk = lifeDesk({});
    expect(causeOf(desk.dossier(), 'late', vi.life.desk, juneMs(30, 9))).toBe('Ở Một cửa');
    desk.act(juneMs(2, 9), handOver);
    desk.act(juneMs(3, 9), { ...extend, cause: 'chờ xác minh' });
    expect(causeOf(desk.dossier(), 'late', vi.life.desk, juneMs(30, 9))).toBe(
      'Ở Phòng Kinh tế · Đã xin lỗi: chờ xác minh',
    );
    desk.act(juneMs(4, 9), release);
    expect(listsOf(desk.dossier(), juneMs(30, 9), world)).toEqual(['uncollected']);
    expect(causeOf(desk.dossier(), 'uncollected', vi.life.desk, juneMs(30, 9))).toBe(
      'Có kết quả từ 04/06/2026',
    );
    desk.act(juneMs(5, 9), giveBack);
    expect(listsOf(desk.dossier(), juneMs(30, 9), world)).toEqual([]);
  });
});

describe('the course of a dossier', () => {
  const calendar = readCalendar(defaultCalendar);

  it('[N11] counts working time at each place, and none while the dossier waits', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(1, 10), handOver);
    desk.act(juneMs(2, 10), ask);
    desk.act(juneMs(4, 10), take);
    const stays = staysOf(eventsOf(desk), juneMs(4, 11), calendar);
    expect(stays).toEqual([
      { place: null, workMinutes: 120, current: false },
      { place: 'Phòng Kinh tế', workMinutes: 480 + 60, current: true },
    ]);
    desk.act(juneMs(4, 11), release);
    expect(staysOf(eventsOf(desk), juneMs(30, 9), calendar).map(({ current }) => current)).toEqual([
      false,
      false,
    ]);
  });

  it('[N11] steps end with the acts of their roles, one after the other', () => {
    const steps = (['reception', 'specialist', 'leader', 'reception'] as const).map((role, index) => ({
      order: index + 1,
      name: role,
      role,
      hours: 4,
      output: '',
    }));
    const desk = lifeDesk({});
    expect(stepEnds(steps, eventsOf(desk))).toEqual([null, null, null, null]);
    desk.act(juneMs(1, 10), handOver);
    expect(stepEnds(steps, eventsOf(desk))).toEqual([juneMs(1, 10), null, null, null]);
    desk.act(juneMs(3, 10), release);
    desk.act(juneMs(4, 10), giveBack);
    expect(stepEnds(steps, eventsOf(desk))).toEqual([
      juneMs(1, 10),
      juneMs(3, 10),
      juneMs(3, 10),
      juneMs(3, 10),
    ]);
  });

  it('[LC3] every fact reads as a line: what, in which role, with what, which paper', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(2, 9), { ...ask, until: '2026-06-30' });
    const fact = eventsOf(desk).at(-1)?.fact;
    if (!fact) throw new Error('the act has its fact');
    expect(trailLine(fact, vi, 'vi')).toEqual({
      what: 'Yêu cầu bổ sung',
      role: 'Trưởng Bộ phận Một cửa',
      details: ['Theo quy định', 'Tờ khai', 'đến hết ngày 30/06/2026'],
      paper: 'Giấy: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, Mẫu số 02, số 02/HDHS',
    });
  });
});
