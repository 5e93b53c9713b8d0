import { describe, expect, it } from 'vitest';
import { messages } from '../../../shared/text/messages/index.ts';
import { pillWords, sinceWords } from '../../../renderer/parts/connection-pill.tsx';
import { healthLines, worstTone } from '../../../renderer/screens/settings/health-lines.ts';
import { arrivalFacts, clockWords, diskWords } from '../../../renderer/screens/sync/sync-facts.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { HostStatus } from '../../../shared/bridge.ts';
import type { LinkState } from '../../../renderer/store/link-store.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 3, 0);
const SINCE = '2026-06-05T01:14:00.000Z';
const text = messages.vi;
const pill = text.common.pill;

const status: HostStatus = {
  district: {
    state: 'online',
    url: 'http://127.0.0.1:4781',
    since: SINCE,
    lastAnswerAt: SINCE,
    fault: null,
    held: { 'd1/e1': 7 },
    clockAheadMs: 0,
    stopped: {},
    level: 'district',
    nextTryAt: null,
  },
  host: { held: { 'd1/e1': 9, 'd2/e2': 3 }, journalFault: null },
  quarantined: 0,
  damaged: [],
  disk: { freeBytes: 40_000_000_000, level: 'fine' },
  printers: [],
};

const piece = { piece: 'e3.log.1780622400000.9', seenAt: SINCE, device: 'd1', epoch: 'e3' };
const damaged = { ...piece, fromLine: 4, lines: 40, events: 38, places: 39, missing: 39 };

const link: LinkState = {
  hostUp: true,
  hostSince: SINCE,
  status,
  held: { 'd1/e1': 10 },
  unsavedAtHost: 0,
  unsent: 0,
  pill: { kind: 'online', since: SINCE },
};

describe('connection in words', () => {
  const say = (kind: LinkState['pill']['kind'], unsent: number, unsavedAtHost = 0) =>
    Object.values(pillWords({ pill: { kind, since: SINCE }, unsent, unsavedAtHost, nowMs: NOW_MS }, pill))
      .filter(Boolean)
      .join(' · ');

  it('[S06] the pill says how it stands, since when, and how many facts are on their way', () => {
    expect(say('online', 0)).toBe('Đang kết nối');
    expect(say('online', 2)).toBe('Đang kết nối · còn 2 việc chưa gửi');
    expect(say('sending', 3)).toBe('Đang gửi 3 việc');
    expect(say('sending', 0)).toBe('Đang kết nối');
    expect(say('offline', 12)).toBe('Ngoại tuyến từ 08:14 · còn 12 việc chưa gửi');
    expect(say('host-away', 12, 4)).toBe('Quầy mất máy chủ cục bộ từ 08:14 · còn 4 việc chưa ghi ra tệp');
    expect(say('not-enrolled', 0)).toBe('Máy chưa ghi danh với cấp trên');
  });

  it('[S06] a time of another day carries its date', () => {
    expect(sinceWords('2026-06-04T01:14:00.000Z', NOW_MS)).toBe('08:14 04/06/2026');
    expect(sinceWords('no instant', NOW_MS)).toBe('');
  });

  it('[S06] each level is counted against everything that any level holds', () => {
    expect(arrivalFacts(link.held, status)).toEqual({
      total: 13,
      page: { held: 10, lacks: 3 },
      host: { held: 12, lacks: 1 },
      district: { held: 7, lacks: 6 },
    });
    expect(arrivalFacts({}, null).district).toEqual({ held: null, lacks: 0 });
  });

  it('[H2] [X1] what a damaged file held counts as missing wherever it is not, though nobody in reach holds it', () => {
    const host = { ...status.host, held: { ...status.host.held, 'd1/e3': 3 } };
    const facts = arrivalFacts({ ...link.held, 'd1/e3': 3 }, { ...status, host, damaged: [damaged] });
    const before = arrivalFacts(link.held, status);
    expect(facts.total).toBe(before.total + 42);
    expect([facts.page.lacks, facts.host.lacks]).toEqual([before.page.lacks + 39, before.host.lacks + 39]);
  });

  it('[S15] a clock that differs by more than a minute is told, with its direction', () => {
    const { machine } = text.sync;
    expect(clockWords(60_000, machine)).toEqual({ fine: true, words: machine.clockFine });
    expect(clockWords(-5_400_000, machine)).toEqual({ fine: false, words: machine.clockAhead('90 phút') });
    expect(clockWords(86_400_000, machine)).toEqual({ fine: false, words: machine.clockBehind('24 giờ') });
    expect(clockWords(null, machine).fine).toBe(true);
  });

  it('[S05] the disk is told with its free space', () => {
    expect(diskWords({ freeBytes: 900_000_000, level: 'low' }, text.sync.machine)).toContain('0,9 GB');
    expect(diskWords({ freeBytes: 900_000_000, level: 'low' }, messages.en.sync.machine)).toContain('0.9 GB');
  });
});

describe('health in words', () => {
  const hello = createFakeWorld({
    ward: demoWard(),
    catalogue: demoCatalogue(),
    nowMs: NOW_MS,
  }).deps.host.hello();
  const lines = (state: LinkState) => healthLines({ link: state, hello, nowMs: NOW_MS, text });

  it('[H2] the second copy is not called whole while a damaged file misses acts', () => {
    const [, second] = lines({ ...link, status: { ...status, damaged: [damaged] } });
    expect(second).toMatchObject({
      id: 'second',
      tone: 'warn',
      words: expect.stringContaining('Còn thiếu 39 việc'),
    });
    const [, fine] = lines({ ...link, status: { ...status, damaged: [{ ...damaged, missing: 0 }] } });
    expect(fine).toMatchObject({ tone: 'ok' });
  });
  const toneOf = (state: LinkState, id: string) => lines(state).find((line) => line.id === id)?.tone;

  it('[S06] fine machines are fine; an outage needs attention, a lost host needs action', () => {
    expect(toneOf(link, 'district')).toBe('ok');
    const cut = {
      ...link,
      unsent: 12,
      status: { ...status, district: { ...status.district, state: 'offline' as const } },
    };
    expect(toneOf(cut, 'district')).toBe('warn');
    expect(lines(cut).find(({ id }) => id === 'district')?.words).toContain('08:14, 12 việc');
    expect(worstTone(lines({ ...link, hostUp: false }))).toBe('late');
  });

  it('[S17] without a status only what is known is said', () => {
    expect(lines({ ...link, status: null }).map(({ id }) => id)).toEqual(['host', 'district', 'key']);
  });

  it('[S17] a failing printer says what to do, whatever its code', () => {
    const printer = {
      id: 've',
      name: 'Vé',
      purpose: 'tickets',
      kind: 'tcp',
      state: 'failing',
      waiting: 2,
      fault: 'never-heard-of',
    } as const;
    const failing = { ...link, status: { ...status, printers: [printer] } };
    expect(lines(failing).find(({ id }) => id === 'printer-ve')).toMatchObject({
      tone: 'late',
      words: expect.stringContaining('bấm in lại. 2 tờ đang chờ in.'),
    });
  });
});
