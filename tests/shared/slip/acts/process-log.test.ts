import { expect, it } from 'vitest';
import { factOf } from '../../../../shared/event/facts.ts';
import { drawPaper } from '../../../../shared/slip/acts/draw-paper.ts';
import { processLogOf } from '../../../../shared/slip/acts/process-log.ts';
import { demoWard } from '../../../support/demo.ts';
import { juneMs, lifeDesk, wishes } from '../../../support/dossiers/life.ts';
import { wordsOf } from '../../../support/papers/words-of.ts';
import type { Fact } from '../../../../shared/event/facts.ts';
import type { CourseEvent } from '../../../../shared/slip/acts/dossier-papers.ts';

const owner = {
  name: 'Nguyễn Thị Hường',
  idNumber: '',
  birthDate: '',
  phone: '',
  email: '',
  address: 'Tổ 5',
};
const persons = { owner, submitter: owner, authorisation: '', note: '' };

function course() {
  const desk = lifeDesk({});
  desk.act(juneMs(4, 9), wishes.handOver);
  desk.act(juneMs(4, 15), wishes.release);
  const events = desk.events.flatMap(({ event }): readonly CourseEvent[] => {
    const fact = factOf(event);
    return fact ? [{ fact, actor: event.actor, wall: event.wall }] : [];
  });
  return { desk, events };
}

it('[R09] the course of a dossier is one list: every act with who, to whom and the date in force', () => {
  const { desk, events } = course();
  const [paper] = processLogOf(events);
  if (!paper) throw new Error('no list');
  expect([paper.kind, paper.copies, paper.printed]).toEqual(['process-log', 1, [0]]);
  const world = { dossier: desk.dossier(), persons, receiver: null, ward: demoWard(), events };
  const words = wordsOf(drawPaper(paper, world, { copyNo: 1, reprint: null }));
  for (const one of [
    'QUÁ TRÌNH XỬ LÝ HỒ SƠ',
    'STT',
    'Ngày xử lý',
    'Người xử lý',
    'Thao tác',
    'Người nhận',
    'Thời hạn',
  ])
    expect(words.join('|')).toContain(one);
  expect(words.join('|')).toContain('Tiếp nhận hồ sơ');
  expect(words.join('|')).toContain('Chuyển bộ phận chuyên môn');
  expect(words.join('|')).toContain('Có kết quả tại Một cửa');
  expect(processLogOf([])).toEqual([]);
});

it('[R03] a print that came out makes the next one a reprint, one that failed does not', () => {
  const { events } = course();
  const print = (jobId: string, state: string): CourseEvent => {
    const body = {
      jobId,
      paper: 'process-log',
      form: 'qua-trinh',
      formNo: '',
      copyNo: 1,
      reprint: 0,
      reason: '',
    };
    const fact = {
      type: 'form-printed',
      body: { ...body, state, where: null, fault: null, pdfSha256: null },
    };
    return { fact: fact as unknown as Fact, actor: 'lan', wall: '2026-06-30T01:00:00.000Z' };
  };
  const printed = (more: readonly CourseEvent[]) => processLogOf([...events, ...more])[0]?.printed;
  expect(printed([print('job-1', 'confirmed')])).toEqual([1]);
  expect(printed([print('job-1', 'failed')])).toEqual([0]);
});
