import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noNumberWords } from '../../../renderer/screens/kiosk/steps/use-no-number.ts';
import { nameScanned } from '../../../renderer/store/kiosk/visit/scanned.ts';
import { ticketNumberOf } from '../../../renderer/store/kiosk/visit/rating.ts';
import { toIso } from '../../../shared/basics/time.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoWard, openKiosk, START_MS } from './kiosk-page.ts';
import type { IssuingScope } from '../../../shared/event/ticket-facts.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE_MS = 60_000;
const HEAD = { id: 'hoa', role: 'head' } as const;
const CARD = '001085012345|012345678|Nguyễn Văn An|01011985|Nam|Thạch Bàn|01012021';

type Page = ReturnType<typeof openKiosk>;

const wardWith = (issuing: Partial<typeof usualQueueRules.issuing>): WardConfig => ({
  ...demoWard,
  queue: { ...usualQueueRules, issuing: { ...usualQueueRules.issuing, ...issuing } },
});

async function take(page: Page, fieldId = 'chung-thuc') {
  page.kiosk().touch();
  page.kiosk().goHome();
  page.kiosk().startTicket();
  page.rest(2500);
  await page.kiosk().chooseField(fieldId);
}

async function appointment(page: Page, inMinutes: number): Promise<{ id: string; code: string }> {
  const timeAt = toIso(page.world.deps.clock.nowMs() + inMinutes * MINUTE_MS);
  const made = await page.world.deps.acts.makeAppointment(
    { fieldId: 'ho-tich', procedureCode: null, timeAt },
    HEAD,
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value.value;
}

async function served(page: Page) {
  await take(page);
  const { shown } = page.kiosk();
  if (!shown) throw new Error('no ticket');
  const { acts } = page.world.deps;
  await acts.callNext('q1', ['A'], 'lan');
  await acts.finishTicket(shown.ticket.id, 'served', 'lan');
  page.kiosk().goHome();
  return shown.ticket;
}

describe('stops', () => {
  const stop = (page: Page, scope: IssuingScope, until: string | null) =>
    page.world.deps.acts.setIssuing(
      scope,
      { text: { vi: 'Họp đến 10 giờ.', en: 'Meeting until ten.' }, until },
      HEAD,
    );

  it('[K10] [KI10] a stop is said in the ward’s own words with until when, in the person’s language', async () => {
    const page = openKiosk();
    await stop(page, { kind: 'field', fieldId: 'chung-thuc' }, toIso(START_MS + 60 * MINUTE_MS));
    await take(page);
    const { trouble, step } = page.kiosk();
    expect(step).toBe('fields');
    if (!trouble) throw new Error('no number was refused');
    expect(noNumberWords(trouble, messages.vi.kiosk.ways, 'vi')?.lines).toEqual([
      'Họp đến 10 giờ.',
      'Dự kiến cấp số lại lúc 09:14, thứ Sáu 05/06/2026',
    ]);
    expect(noNumberWords(trouble, messages.en.kiosk.ways, 'en')?.lines[0]).toBe('Meeting until ten.');
    await take(page, 'ho-tich');
    expect(page.kiosk().step).toBe('shown');
    page.rest(61 * MINUTE_MS);
    await take(page);
    expect(page.kiosk().step).toBe('shown');
  });

  it('[K10] [KI10] a stop that comes between tap and act is said in its own words; looking up goes on', async () => {
    const page = openKiosk();
    page.kiosk().startTicket();
    page.rest(2500);
    page.world.control.holdActs(true);
    const taking = page.kiosk().chooseField('chung-thuc');
    const stopping = stop(page, { kind: 'all' }, null);
    page.world.control.setTrouble({ code: 'issuing-stopped', text: 'Họp đến 10 giờ.' });
    page.world.control.holdActs(false);
    await taking;
    await stopping;
    expect(page.kiosk()).toMatchObject({ step: 'fields', shown: null, trouble: { code: 'issuing-stopped' } });
    page.world.control.setTrouble(null);
    await page.kiosk().lookUp('260605-0001');
    expect(page.kiosk()).toMatchObject({ step: 'look-up', answer: { kind: 'not-here' } });
  });
});

describe('numbers by person', () => {
  it('[K08] [KI10] asks for the id number, refuses a wrong one, and shows and keeps none of it', async () => {
    const page = openKiosk({ ward: wardWith({ perPerson: 1 }) });
    await take(page);
    expect(page.kiosk()).toMatchObject({ step: 'person', shown: null });
    await page.kiosk().givePerson('0010850');
    expect(page.kiosk()).toMatchObject({ step: 'person', wrongPerson: true });
    page.rest(500);
    await page.kiosk().givePerson('001 085 012 345');
    expect(page.kiosk().step).toBe('shown');
    page.kiosk().goHome();
    expect(JSON.stringify(page.kiosk())).not.toContain('085012345');
  });

  it('[K08] [KI13] the QR of a card gives its number where it is asked for, and nothing anywhere else', async () => {
    const page = openKiosk({ ward: wardWith({ perPerson: 2 }) });
    page.kiosk().startSearch();
    page.kiosk().searchFor(CARD);
    await page.kiosk().scan(CARD);
    expect(page.kiosk()).toMatchObject({ step: 'search', strange: 'id-card', typed: '' });
    expect(JSON.stringify(page.kiosk())).not.toMatch(/085012345|Nguyễn/);
    await take(page);
    page.rest(500);
    await page.kiosk().scan(CARD);
    expect(page.kiosk()).toMatchObject({ step: 'shown', strange: null });
  });

  it('[K08] going back from the question takes no number and forgets the wish', async () => {
    const page = openKiosk({ ward: wardWith({ perPerson: 1 }) });
    await take(page);
    page.kiosk().typePerson('0010');
    page.kiosk().goBack();
    expect(page.kiosk()).toMatchObject({ step: 'fields', typed: '', wanted: null });
  });
});

describe('appointments', () => {
  it('[K17] [KI11] its code becomes one number, early or on time; a second check-in shows which', async () => {
    const page = openKiosk();
    const { code } = await appointment(page, 90);
    await page.kiosk().findAppointment(code.toLowerCase(), 'typed');
    expect(page.kiosk().checkIn).toMatchObject({ kind: 'ready', timing: 'early' });
    page.rest(2500);
    await page.kiosk().takeAppointment();
    const { shown } = page.kiosk();
    expect(shown?.ticket.appointmentAt).not.toBeNull();
    page.kiosk().goHome();
    await page.kiosk().scan(code);
    expect(page.kiosk().checkIn).toMatchObject({ kind: 'arrived', number: shown?.ticket.number });
  });

  it('[K17] [KI11] late, on another day, past, cancelled and unknown are told apart', async () => {
    const page = openKiosk();
    const answerTo = async (code: string) => {
      await page.kiosk().findAppointment(code, 'typed');
      return page.kiosk().checkIn;
    };
    const late = await appointment(page, 10);
    const other = await appointment(page, 3 * 24 * 60);
    const gone = await appointment(page, 60);
    await page.world.deps.acts.cancelAppointment(gone.id, 'bận', HEAD);
    page.rest(40 * MINUTE_MS);
    expect(await answerTo(late.code)).toMatchObject({ kind: 'ready', timing: 'late' });
    expect(await answerTo(other.code)).toMatchObject({ kind: 'come-later' });
    expect(await answerTo(gone.code)).toMatchObject({ kind: 'cancelled' });
    expect(await answerTo('AAAAAAAA')).toEqual({ kind: 'unknown' });
    expect(await answerTo('xin chào')).toEqual({ kind: 'too-short', missing: 1 });
    expect(await answerTo('G22.99-260605-0001')).toEqual({ kind: 'unknown' });
    page.rest(24 * 60 * MINUTE_MS);
    expect(await answerTo(late.code)).toMatchObject({ kind: 'past' });
  });

  it('[KI11] [KI14] a wrong code stays to be put right; a short one is told what it lacks and is no wrong try', async () => {
    const page = openKiosk();
    const { code } = await appointment(page, 10);
    const check = async (text: string) => {
      page.kiosk().typeAppointment(text);
      await page.kiosk().findAppointment(page.kiosk().typed, 'typed');
    };
    page.kiosk().startCheckIn();
    for (let tries = 0; tries < 9; tries += 1) await check(code.slice(0, 5));
    expect(page.kiosk()).toMatchObject({
      typed: code.slice(0, 5),
      checkIn: { kind: 'too-short', missing: 3 },
    });
    await check('AAAAAAAA');
    expect(page.kiosk()).toMatchObject({ typed: 'AAAAAAAA', checkIn: { kind: 'unknown' } });
    await check(code);
    expect(page.kiosk()).toMatchObject({ typed: '', checkIn: { kind: 'ready' } });
  });
});

describe('several matters', () => {
  it('[K14] up to four fields make one number, in the order they were touched', async () => {
    const page = openKiosk();
    page.kiosk().startTicket();
    page.kiosk().startSeveral();
    for (const field of ['dat-dai', 'chung-thuc', 'ho-tich', 'cu-tru', 'can-cuoc'])
      page.kiosk().toggleMatter(field);
    page.kiosk().toggleMatter('chung-thuc');
    expect(page.kiosk().matters).toEqual(['dat-dai', 'ho-tich', 'cu-tru']);
    page.rest(2500);
    await page.kiosk().takeMatters();
    const ticket = page.kiosk().shown?.ticket;
    expect(ticket).toMatchObject({ fieldId: 'dat-dai', series: 'C' });
    expect(ticket?.services.map(({ fieldId }) => fieldId)).toEqual(['ho-tich', 'cu-tru']);
    expect(page.world.control.jobs).toHaveLength(1);
    page.kiosk().goHome();
    expect(page.kiosk().matters).toBeNull();
  });
});

describe('rating', () => {
  it('[E05] [KI12] a served number is rated once, in one tap; the page thanks and goes home by itself', async () => {
    const page = openKiosk();
    const { number } = await served(page);
    page.kiosk().startRating();
    await page.kiosk().findNumber(number.toLowerCase(), 'typed');
    expect(page.kiosk().rating).toMatchObject({ number, stage: 'question' });
    page.rest(500);
    await page.kiosk().grade('very-satisfied');
    expect(page.kiosk().rating?.stage).toBe('thanks');
    page.rest(2000);
    expect(page.kiosk().secondsLeft).not.toBeNull();
    page.rest(15_000);
    expect(page.kiosk()).toMatchObject({ step: 'home', rating: null });
    await page.kiosk().findNumber(number, 'typed');
    expect(page.kiosk().ratingAnswer).toEqual({ kind: 'rated' });
  });

  it('[E05] [KI12] who is dissatisfied may say why; nobody has to', async () => {
    const page = openKiosk();
    const ticket = await served(page);
    await page.kiosk().scan(`MCV1*${ticket.number}*260605`);
    page.rest(500);
    await page.kiosk().grade('dissatisfied');
    expect(page.kiosk().rating?.stage).toBe('reasons');
    page.kiosk().toggleReason('long-wait');
    page.kiosk().toggleReason('attitude');
    page.kiosk().toggleReason('attitude');
    page.rest(500);
    await page.kiosk().sendRating();
    const rated = page.queue.getState().tickets?.find(({ id }) => id === ticket.id)?.state?.rating;
    expect(rated).toMatchObject({ grade: 'dissatisfied', reasons: ['long-wait'] });
  });

  it('[E05] [KI12] a number that waits, one of another day and one that nobody has are told apart', async () => {
    const page = openKiosk();
    await take(page);
    const ticket = page.kiosk().shown?.ticket;
    page.kiosk().goHome();
    await page.kiosk().findNumber(ticket?.number ?? '', 'typed');
    expect(page.kiosk().ratingAnswer).toEqual({ kind: 'not-yet', ticketId: ticket?.id });
    await page.kiosk().findNumber('Z999', 'typed');
    expect(page.kiosk().ratingAnswer).toEqual({ kind: 'unknown' });
    await page.kiosk().scan(`MCV1*${ticket?.number ?? ''}*260604`);
    expect(page.kiosk().strange).toBe('other-ticket');
    expect(['a 14', 'A014', 'xz-7', '14', 'A'].map(ticketNumberOf)).toEqual([
      'A014',
      'A014',
      'XZ007',
      null,
      null,
    ]);
  });
});

describe('codes', () => {
  it('[KI13] names what was scanned, so that nobody stands before a machine that says nothing', () => {
    const kinds = [
      'MCS1*H26.19.05-260605-0001*x',
      'H26.19.05-260605-0001',
      '260605-0001',
      'MCV1*A014*260605',
      'K7QM4X9D',
      CARD,
      'GD4797932012345|4e677579e1bb856e|…',
      'https://dichvucong.gov.vn/x',
      '8934588012228',
      'xin chào các bạn',
    ].map((text) => nameScanned(text).kind);
    expect(kinds).toEqual([
      'dossier',
      'dossier',
      'dossier',
      'ticket',
      'appointment',
      'id-card',
      'health-card',
      'url',
      'other',
      'other',
    ]);
  });

  it('[KI14] after eight wrong codes in ten minutes nothing typed is taken for a while, whoever types; slips go on', async () => {
    const page = openKiosk();
    for (let wrong = 0; wrong < 7; wrong += 1) {
      await page.kiosk().lookUp(`260605-9${wrong}01`);
      page.kiosk().goHome();
    }
    await page.kiosk().findAppointment('AAAAAAAA', 'typed');
    await page.kiosk().lookUp('260605-0001');
    expect(page.kiosk().answer).toEqual({ kind: 'too-many' });
    await page.kiosk().findAppointment('AAAAAAAC', 'typed');
    expect(page.kiosk().checkIn).toEqual({ kind: 'too-many' });
    await page.kiosk().findNumber('A001', 'typed');
    expect(page.kiosk().ratingAnswer).toEqual({ kind: 'too-many' });
    await page.kiosk().scan('MCS1*x');
    expect(page.kiosk().answer?.kind).not.toBe('too-many');
    page.rest(10 * MINUTE_MS);
    await page.kiosk().lookUp('260605-0001');
    expect(page.kiosk().answer).toEqual({ kind: 'not-here' });
    // A clock that was set back keeps nobody out for ever.
    for (let wrong = 0; wrong < 8; wrong += 1) await page.kiosk().lookUp('260605-9999');
    page.world.control.pass(-60 * MINUTE_MS);
    await page.kiosk().lookUp('260605-9999');
    expect(page.kiosk().answer).toEqual({ kind: 'not-here' });
  });
});

describe('without paper', () => {
  it('[K22] [KI15] papers that fail in a row are told to the next person before the tap, until one comes out', async () => {
    const page = openKiosk();
    page.world.control.setPrinter('failing');
    await take(page);
    await take(page, 'ho-tich');
    expect(page.kiosk()).toMatchObject({ unprinted: 2, shown: { paper: 'failed' } });
    page.kiosk().goHome();
    expect(page.kiosk().unprinted).toBe(2);
    page.world.control.setPrinter('ok');
    await take(page);
    expect(page.kiosk().unprinted).toBe(0);
  });
});

describe('left alone', () => {
  it('[K20] [KI15] after 48 hours of ticks nothing has grown, and the number taken is of the right day', async () => {
    let listening = 0;
    const page = openKiosk({
      deps: ({ clock }) => ({
        clock: {
          ...clock,
          onTick: (listener) => {
            listening += 1;
            const stop = clock.onTick(listener);
            return () => {
              listening -= 1;
              stop();
            };
          },
        },
      }),
    });
    await take(page);
    page.rest(60_000);
    page.rest(1000);
    const size = () => JSON.stringify(page.kiosk()).length;
    const before = { listening, size: size(), timers: vi.getTimerCount() };
    for (let hour = 0; hour < 48; hour += 1) page.rest(60 * MINUTE_MS);
    expect({ listening, size: size(), timers: vi.getTimerCount() }).toEqual(before);
    expect(page.kiosk().step).toBe('home');
    await take(page);
    expect(page.kiosk().shown?.ticket).toMatchObject({ number: 'A001', day: '2026-06-07' });
    // Asleep for a night, without a tick, and then both taps of one finger.
    page.close();
    page.world.control.pass(12 * 60 * MINUTE_MS);
    page.kiosk().touch();
    expect(page.kiosk()).toMatchObject({ step: 'home', shown: null });
    page.kiosk().startTicket();
    page.rest(2500);
    await Promise.all([page.kiosk().chooseField('ho-tich'), page.kiosk().chooseField('ho-tich')]);
    expect(page.kiosk().shown?.ticket.number).toBe('B001');
    expect(page.queue.getState().tickets?.filter(({ state }) => state?.series === 'B')).toHaveLength(1);
  });
});
