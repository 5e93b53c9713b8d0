import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKioskStore } from '../../../renderer/store/kiosk-store.ts';
import { createHallStore } from '../../../renderer/store/hall/hall-store.ts';
import { createQueueStore } from '../../../renderer/store/queue-store.ts';
import { createUiStore } from '../../../renderer/store/ui-store.ts';
import { createFakeWorld, dayOf } from '../../support/fake-world.ts';
import type { KioskState } from '../../../renderer/store/kiosk-store.ts';
import type { Catalogue } from '../../../shared/law/procedure.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { TicketSlip } from '../../../shared/slip/tickets/ticket.ts';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../build/demo/${name}.json`, import.meta.url), 'utf8')) as T;
const ward = read<WardConfig>('ward');
const catalogue = read<Catalogue>('catalogue');

/** 2026-06-05 08:14 at the ward. */
const START_MS = Date.UTC(2026, 5, 5, 1, 14);

function openKiosk(draw?: () => Promise<never>) {
  const world = createFakeWorld({ ward, catalogue, nowMs: START_MS });
  const ui = createUiStore();
  const drawn: TicketSlip[] = [];
  const drawTicket = (slip: TicketSlip) => {
    drawn.push(slip);
    return draw?.() ?? Promise.resolve({ widthDots: 576, heightDots: 8, rowsBase64: '' });
  };
  const papers = { ...world.deps, ui, drawTicket };
  const store = createKioskStore({
    ...papers,
    queue: createQueueStore(papers),
    hall: createHallStore(world.deps),
  });
  const close = store.getState().open();
  /** The finger is lifted; time goes on for the page's timers and for its clock alike. */
  const rest = (ms: number) => {
    vi.advanceTimersByTime(ms);
    world.control.pass(ms);
  };
  let rows: readonly {
    readonly state: { readonly number: string; readonly printed: string | null } | null;
  }[] = [];
  world.deps.reads.watchTickets(dayOf(world), (tickets) => (rows = tickets));
  const kiosk = (): KioskState => store.getState();
  return {
    world,
    ui,
    kiosk,
    drawn,
    rest,
    close,
    numbers: () => rows.map(({ state }) => state?.number),
    rows: () => rows,
  };
}

type Kiosk = ReturnType<typeof openKiosk>;

async function takeOne({ kiosk, rest }: Kiosk, fieldId = 'chung-thuc'): Promise<void> {
  kiosk().startTicket();
  rest(2000);
  await kiosk().chooseField(fieldId);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a ticket at the kiosk', () => {
  it('[K01] two taps: home, field; the number stands in the journal before it is shown, then it is printed and recorded', async () => {
    const page = openKiosk();
    const seen: string[] = [];
    page.world.control.holdPrints(true);
    page.kiosk().startTicket();
    page.rest(400);
    const taking = page.kiosk().chooseField('ho-tich');
    expect(page.kiosk()).toMatchObject({ step: 'printing', shown: null });
    await vi.waitFor(() => expect(page.kiosk().step).toBe('shown'));
    seen.push(page.kiosk().shown?.ticket.number ?? '');
    expect(page.numbers()).toEqual(['B001']);
    expect(page.kiosk().shown?.paper).toBe('printing');
    page.world.control.holdPrints(false);
    await taking;
    expect(seen).toEqual(['B001']);
    expect(page.kiosk().shown).toMatchObject({ paper: 'printed', fault: null });
    expect(page.world.control.jobs).toMatchObject([{ kind: 'ticket', purpose: 'tickets', copyNo: 1 }]);
    expect(page.rows()[0]?.state?.printed).toBe('confirmed');
  });

  it('[K01] the paper carries number, field and counters, in the language of the screen', async () => {
    const page = openKiosk();
    page.ui.getState().setLang('en');
    await takeOne(page, 'ho-tich');
    const texts = page.drawn[0]?.items.flatMap((item) => ('text' in item ? [item.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['B001', 'Hộ tịch', 'Your number']));
    expect(texts?.join(' ')).toContain('Quầy 2');
  });

  it('[K20] one tap, one ticket: while it is taken and for two seconds after, no other begins', async () => {
    const page = openKiosk();
    page.world.control.holdActs(true);
    page.kiosk().startTicket();
    page.rest(400);
    const first = page.kiosk().chooseField('chung-thuc');
    const second = page.kiosk().chooseField('chung-thuc');
    page.world.control.holdActs(false);
    await Promise.all([first, second]);
    expect(page.numbers()).toEqual(['A001']);

    page.rest(400);
    page.kiosk().goHome();
    page.rest(400);
    page.kiosk().startTicket();
    page.rest(400);
    expect(page.kiosk().ready).toBe(false);
    await page.kiosk().chooseField('chung-thuc');
    expect(page.numbers()).toEqual(['A001']);

    page.rest(1000);
    expect(page.kiosk().ready).toBe(true);
    await page.kiosk().chooseField('chung-thuc');
    expect(page.numbers()).toEqual(['A001', 'A002']);
  });

  it('[K20] a clock set back after a ticket makes nobody wait longer than the two seconds', async () => {
    const page = openKiosk();
    await takeOne(page);
    page.kiosk().goHome();
    page.rest(400);
    page.world.control.pass(-3_600_000);
    page.kiosk().startTicket();
    page.rest(2000);
    expect(page.kiosk().ready).toBe(true);
    await page.kiosk().chooseField('chung-thuc');
    expect(page.kiosk().step).toBe('shown');
    page.world.control.pass(-3_600_000);
    page.rest(16_000);
    expect(page.kiosk().step).toBe('home');
  });

  it('[K20] the second tap of a double tap does not press what came up under the finger', async () => {
    const page = openKiosk();
    page.kiosk().startTicket();
    page.rest(200);
    await page.kiosk().chooseField('chung-thuc');
    expect(page.kiosk().step).toBe('fields');
    expect(page.numbers()).toEqual([]);
  });

  it('[K01] a printer that fails never hides the number, and its failure is recorded', async () => {
    const page = openKiosk();
    page.world.control.setPrinter('failing');
    await takeOne(page);
    expect(page.kiosk()).toMatchObject({ step: 'shown', trouble: null });
    expect(page.kiosk().shown).toMatchObject({ paper: 'failed', fault: { code: 'printer-out-of-reach' } });
    expect(page.rows()[0]?.state?.printed).toBe('failed');
  });

  it('[K01] so does a host that is gone, and a page that cannot draw', async () => {
    const gone = openKiosk();
    gone.world.control.setHost(false);
    await takeOne(gone);
    expect(gone.kiosk().shown).toMatchObject({ paper: 'failed', fault: { code: 'host-away' } });

    const blank = openKiosk(() => Promise.reject(new Error('no font')));
    await takeOne(blank);
    expect(blank.kiosk().shown).toMatchObject({ paper: 'failed', fault: { code: 'print-not-drawn' } });
    expect(blank.rows()[0]?.state?.printed).toBe('failed');
  });

  it('[K01] trouble keeps the choice, shows no number, and the same ticket can be asked for again', async () => {
    const page = openKiosk();
    page.kiosk().choosePriority('elderly');
    page.kiosk().startSearch();
    page.kiosk().searchFor('khai sinh');
    page.kiosk().openProcedure('1.001193');
    page.rest(400);
    page.world.control.setTrouble({ code: 'storage-full' });
    await page.kiosk().takeTicket('ho-tich', '1.001193');
    expect(page.kiosk()).toMatchObject({
      step: 'procedure',
      procedureCode: '1.001193',
      priority: 'elderly',
      typed: 'khai sinh',
      shown: null,
      trouble: { code: 'storage-full' },
    });
    expect(page.numbers()).toEqual([]);

    page.world.control.setTrouble(null);
    page.rest(2000);
    await page.kiosk().retry();
    expect(page.kiosk().shown?.ticket).toMatchObject({
      number: 'B001',
      procedureCode: '1.001193',
      priority: 'elderly',
    });
  });

  it('[K01] a paper that comes late does not show on the next person’s screen', async () => {
    const page = openKiosk();
    page.world.control.holdPrints(true);
    page.kiosk().startTicket();
    page.rest(400);
    const taking = page.kiosk().chooseField('chung-thuc');
    await vi.waitFor(() => expect(page.kiosk().step).toBe('shown'));
    page.kiosk().goHome();
    page.world.control.holdPrints(false);
    await taking;
    expect(page.kiosk()).toMatchObject({ step: 'home', shown: null });
    expect(page.rows()[0]?.state?.printed).toBe('confirmed');
  });
});

describe('people who walk away', () => {
  it('[K21] after 45 s everything chosen and typed is wiped and the kiosk speaks Vietnamese again; it counts down from 15', () => {
    const page = openKiosk();
    page.ui.getState().setLang('en');
    page.ui.getState().setText('big');
    page.kiosk().choosePriority('merit');
    page.kiosk().startSearch();
    page.kiosk().searchFor('ly hon');
    page.kiosk().touch();
    page.rest(29_000);
    expect(page.kiosk().secondsLeft).toBeNull();
    page.rest(1000);
    expect(page.kiosk().secondsLeft).toBe(15);
    page.rest(14_000);
    expect(page.kiosk()).toMatchObject({ secondsLeft: 1, typed: 'ly hon' });
    page.rest(1000);
    expect(page.kiosk()).toMatchObject({ step: 'home', typed: '', priority: null, secondsLeft: null });
    expect(page.ui.getState()).toMatchObject({ lang: 'vi', text: 'normal', contrast: 'normal' });
  });

  it('[K21] a touch stops the countdown', () => {
    const page = openKiosk();
    page.kiosk().startTicket();
    page.rest(40_000);
    expect(page.kiosk().secondsLeft).toBe(5);
    page.kiosk().touch();
    expect(page.kiosk().secondsLeft).toBeNull();
    page.rest(20_000);
    expect(page.kiosk().step).toBe('fields');
  });

  it('[K21] a printed number goes after 15 s, one without paper stays 45 s', async () => {
    const printed = openKiosk();
    await takeOne(printed);
    printed.rest(14_000);
    expect(printed.kiosk()).toMatchObject({ step: 'shown', secondsLeft: 1 });
    printed.rest(1000);
    expect(printed.kiosk()).toMatchObject({ step: 'home', shown: null });

    const unprinted = openKiosk();
    unprinted.world.control.setPrinter('failing');
    await takeOne(unprinted);
    unprinted.rest(44_000);
    expect(unprinted.kiosk().step).toBe('shown');
    unprinted.rest(1000);
    expect(unprinted.kiosk().step).toBe('home');
  });

  it('[K21] a page that is not open watches nobody', () => {
    const page = openKiosk();
    page.close();
    page.ui.getState().setLang('en');
    page.kiosk().startTicket();
    page.rest(120_000);
    expect(page.kiosk().step).toBe('fields');
    expect(page.ui.getState().lang).toBe('en');
  });
});
