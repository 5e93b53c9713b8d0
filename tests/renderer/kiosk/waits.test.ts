import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitIfTaken, waitOf } from '../../../renderer/store/kiosk/waits.ts';
import { waitOfAll, waitWords } from '../../../renderer/store/kiosk/wait-words.ts';
import { toIso } from '../../../shared/basics/time.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { readTicketQr, ticketLink, ticketQr } from '../../../shared/slip/tickets/ticket-qr.ts';
import { demoWard, openKiosk, START_MS } from './kiosk-page.ts';
import type { SaidWait, WaitWorld } from '../../../renderer/store/kiosk/waits.ts';
import type { CounterDay } from '../../../shared/project/counters.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE_MS = 60_000;
const vietnamese = messages.vi.kiosk.waits;
const words = (wait: SaidWait, lang: 'vi' | 'en' = 'vi') => waitWords(wait, messages[lang].kiosk.waits);
const asked = { series: 'A', fieldId: 'chung-thuc', hasPriority: false };

/** A morning of `calls` calls of six minutes each at counter 1, and `waiting` people after them. */
async function morning(calls: number, waiting: number) {
  const page = openKiosk();
  const { acts } = page.world.deps;
  const issue = () => acts.issueTicket({ fieldId: 'chung-thuc', procedureCode: null, priority: null });
  for (let call = 0; call < calls; call += 1) {
    await issue();
    const called = await acts.callNext('q1', ['A'], 'lan');
    page.rest(6 * MINUTE_MS);
    if (called.ok) await acts.finishTicket(called.value.value.id, 'served', 'lan');
  }
  for (let one = 0; one < waiting; one += 1) await issue();
  const tickets = (page.queue.getState().tickets ?? []).flatMap(({ state }) => (state ? [state] : []));
  const world: WaitWorld = {
    ward: demoWard,
    tickets,
    counters: [],
    former: new Map(),
    nowMs: page.world.deps.clock.nowMs(),
  };
  return { page, world };
}

const counter = (id: string, status: CounterDay['status'], until: string | null = null): CounterDay => ({
  counter: id,
  day: '2026-06-05',
  status,
  since: toIso(START_MS),
  reason: '',
  until,
  clerk: 'lan',
  breaks: [],
});

describe('how long it may take', () => {
  it('[KI9] where no queue has a figure, why is said once for all; else each speaks for itself', () => {
    const none: SaidWait = { kind: 'no-data', ahead: 0 };
    const away: SaidWait = { kind: 'no-counter', ahead: 0, backMs: null };
    const band: SaidWait = { kind: 'band', ahead: 2, low: 5, high: 10, latestMs: START_MS };
    expect(waitOfAll([none, away, none])).toEqual(none);
    expect(waitOfAll([none, band])).toBeNull();
    expect(waitOfAll([away, null])).toBeNull();
  });

  it('[K12] [QU7] in the first hour former days speak', async () => {
    const { world } = await morning(0, 3);
    const former = new Map([['A', { count: 40, sum: 240, squares: 1600 }]]);
    expect(waitIfTaken({ ...world, former }, asked)).toMatchObject({ kind: 'band', ahead: 3 });
  });

  it('[K12] [KI9] where too few calls were measured, nobody hears a figure', async () => {
    const { world } = await morning(2, 3);
    expect(waitIfTaken(world, asked)).toMatchObject({ kind: 'no-data' });
    expect(words(waitIfTaken(world, asked))).toBe('chưa đủ số liệu để ước tính');
    expect(words({ kind: 'no-data', ahead: 0 }, 'en')).toBe('not enough figures yet for an estimate');
  });

  it('[K12] [KI9] a measured wait is a band of minutes, rounded to five, and says about', async () => {
    const { world } = await morning(8, 6);
    const said = waitIfTaken(world, asked);
    if (said.kind !== 'band') throw new Error(said.kind);
    expect([said.low % 5, said.high % 5]).toEqual([0, 0]);
    expect(said.high).toBeGreaterThan(said.low);
    // Six people, six minutes each, two counters: 18 minutes lie within.
    expect(said.low).toBeLessThanOrEqual(18);
    expect(said.high).toBeGreaterThanOrEqual(18);
    expect(words(said)).toMatch(/khoảng (\d+–)?\d+ phút/);
    const last = world.tickets.at(-1);
    expect(last && waitOf(world, last)).toMatchObject({ kind: 'band', ahead: 5 });
  });

  it('[K12] [KI9] nothing is said of who does not wait', async () => {
    const { world } = await morning(6, 0);
    expect(world.tickets.every((ticket) => waitOf(world, ticket) === null)).toBe(true);
  });

  it('[K12] [KI9] a counter on a break calls nobody: with all of them away it says so, and when one is back', async () => {
    const { world } = await morning(8, 2);
    const back = toIso(world.nowMs + 20 * MINUTE_MS);
    const away = { ...world, counters: [counter('q1', 'break', back), counter('q4', 'closed')] };
    const said = waitIfTaken(away, asked);
    expect(said).toMatchObject({ kind: 'no-counter', backMs: world.nowMs + 20 * MINUTE_MS });
    expect(words(said)).toMatch(/^quầy đang tạm nghỉ, dự kiến gọi lại lúc \d\d:\d\d$/);
    const gone = { ...world, counters: [counter('q1', 'closed'), counter('q4', 'closed')] };
    expect(words(waitIfTaken(gone, asked))).toBe(vietnamese.noCounter);
    const one = { ...world, counters: [counter('q4', 'break', back)] };
    expect(waitIfTaken(one, asked).kind).toBe('band');
  });

  it('[K12] [KI9] outside working hours there is no minute, unless somebody calls all the same', async () => {
    const { world } = await morning(8, 2);
    const night = { ...world, nowMs: START_MS + 14 * 60 * MINUTE_MS };
    expect(words(waitIfTaken(night, asked))).toBe(vietnamese.closed);
    const noon = { ...world, nowMs: Date.UTC(2026, 5, 5, 5, 30) };
    expect(words(waitIfTaken(noon, asked))).toMatch(/^quầy bắt đầu gọi số lúc 13:\d\d$/);
    const opened = { ...night, counters: [counter('q1', 'open')] };
    expect(waitIfTaken(opened, asked).kind).toBe('band');
  });

  it('[K12] [KI9] a band that reaches beyond the end of the session is not said as minutes', async () => {
    const { world } = await morning(8, 6);
    const late = { ...world, nowMs: Date.UTC(2026, 5, 5, 4, 25) };
    expect(words(waitIfTaken(late, asked))).toMatch(/^có thể phải chờ đến sau 13:\d\d$/);
  });

  it('[K12] long waits are said in hours, short ones as "within about"', () => {
    const band = (low: number, high: number): SaidWait => ({
      kind: 'band',
      ahead: 1,
      low,
      high,
      latestMs: 0,
    });
    expect(
      [band(0, 5), band(10, 20), band(10, 10), band(45, 75), band(60, 60), band(0, 65)].map((one) =>
        words(one),
      ),
    ).toEqual([
      'trong khoảng 5 phút',
      'khoảng 10–20 phút',
      'khoảng 10 phút',
      'khoảng 45 phút – 1 giờ 15 phút',
      'khoảng 1 giờ',
      'trong khoảng 1 giờ 5 phút',
    ]);
    expect(words(band(10, 20), 'en')).toBe('about 10–20 minutes');
  });

  it('[K12] [KI9] screen and paper say the same, in English on an English ticket too', async () => {
    const { page } = await morning(8, 3);
    page.kiosk().touch();
    page.ui.getState().setLang('en');
    page.kiosk().startTicket();
    page.rest(2000);
    await page.kiosk().chooseField('chung-thuc');
    const { shown } = page.kiosk();
    if (!shown?.wait) throw new Error('no wait');
    const texts = page.drawn.at(-1)?.items.flatMap((item) => ('text' in item ? [item.text] : [])) ?? [];
    expect(texts).toContain(`Thời gian chờ: ${words(shown.wait)}`);
    expect(texts).toContain(`Waiting time: ${words(shown.wait, 'en')}`);
    expect(texts).toContain(ticketQr(shown.ticket));
  });
});

describe('the QR of a ticket', () => {
  it('[KI12] [K18] says number and day, and nothing else; another text is none', () => {
    const id = `ticket-${'0123456789abcdef'.repeat(2)}`;
    const at = { publicUrl: 'https://motcua.example.vn/', ward: 'thach-ban' };
    const link = ticketLink({ id, number: 'A014', day: '2026-11-21' }, at);
    expect(link).toBe(
      'https://motcua.example.vn/t?w=thach-ban&n=0123456789abcdef0123456789abcdef#A014.261121',
    );
    expect(readTicketQr(link)).toEqual({ number: 'A014', day: '2026-11-21' });
    expect(ticketQr({ number: 'A014', day: '2026-11-21' })).toBe('MCV1*A014*261121');
    expect(readTicketQr('mcv1*a014*261121')).toEqual({ number: 'A014', day: '2026-11-21' });
    expect(readTicketQr(link.toUpperCase())).toEqual({ number: 'A014', day: '2026-11-21' });
    for (const text of [
      '',
      link.slice(0, -1),
      'https://a.vn/t?w=b&n=1#A014.261121',
      'MCV1*A014*261331',
      'MCV2*A014*261121',
      'MCV1*14*261121',
      'MCS1*A014*261121',
    ])
      expect(readTicketQr(text), text).toBeNull();
  });
});
