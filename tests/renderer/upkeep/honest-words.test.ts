import { describe, expect, it } from 'vitest';
import { needsAPerson, pillWords } from '../../../renderer/parts/connection-pill.tsx';
import { healthLines, worstTone } from '../../../renderer/screens/settings/health-lines.ts';
import {
  bytesWords,
  clockBasisWords,
  damageCell,
  damageWords,
  lengthWords,
  machineName,
} from '../../../renderer/screens/sync/sync-facts.ts';
import { judgeClock } from '../../../shared/decide/clock.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { SpaceView } from '../../../renderer/store/upkeep/upkeep-state.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 1, 14);
const SINCE = '2026-06-05T01:14:00.000Z';
const { vi, en } = messages;

describe('honest states in words', () => {
  it('[X1] the pill says what the level above refuses and what waits for a person, beside how it stands', () => {
    const facts = {
      pill: { kind: 'online', since: SINCE },
      unsent: 2,
      unsavedAtHost: 0,
      nowMs: NOW_MS,
    } as const;
    expect(pillWords({ ...facts, stopped: 1, toDecide: 2 }, vi.common.pill).rest).toBe(
      'còn 2 việc chưa gửi · 1 phần cấp trên không nhận · 2 việc cần quyết định',
    );
    expect(pillWords(facts, vi.common.pill).rest).toBe('còn 2 việc chưa gửi');
    expect(pillWords({ ...facts, twice: 1 }, vi.common.pill).rest).toBe(
      'còn 2 việc chưa gửi · 1 số bị trùng',
    );
    expect(pillWords({ ...facts, damaged: 1 }, vi.common.pill).rest).toBe(
      'còn 2 việc chưa gửi · 1 tệp nhật ký bị hỏng',
    );
    // What waits for a person does not look like all well.
    const waiting = [{ toDecide: 1 }, { twice: 1 }, { stopped: 1 }, { damaged: 1 }];
    expect([{}, ...waiting].map(needsAPerson)).toEqual([false, true, true, true, true]);
  });

  it('[X2] every way a storage can be opened has one sentence in each language', () => {
    for (const { upkeep } of [vi, en]) {
      const sentences = Object.values(upkeep.machine.opened.sentences);
      expect(new Set(sentences).size).toBe(6);
      for (const sentence of sentences) {
        expect(sentence).toMatch(/\.$/);
        expect(sentence).toBe(sentence.normalize('NFC'));
        // A clerk reads no names of the house.
        expect(sentence).not.toMatch(/epoch|host|token|IndexedDB/i);
        // What lies in no copy within reach is not known at the opening.
        expect(sentence).not.toMatch(/không mất|không thiếu|nothing is (lost|missing)/i);
      }
    }
  });

  it('[H2] [X1] a damaged file is told with its line, what was set aside and what is missing, and never as harmless', () => {
    const file = {
      piece: 'e1.log.1780622400000.2914',
      seenAt: SINCE,
      device: 'd1-a',
      epoch: 'e1',
      fromLine: 4,
      lines: 40,
      events: 38,
      places: 39,
    };
    const states = [
      { ...file, missing: 39 },
      { ...file, missing: 0 },
      { ...file, lines: 1, events: 0, places: 0, missing: 0 },
    ];
    const words = vi.upkeep.damage;
    expect(words.title(4)).toBe('Tệp nhật ký bị hỏng từ dòng 4');
    expect(states.map((one) => damageCell(one, words))).toEqual([
      'Tệp bị hỏng từ dòng 4: 40 dòng để riêng, còn thiếu 39 việc',
      'Tệp bị hỏng từ dòng 4: 40 dòng để riêng, đã lấy lại',
      'Tệp bị hỏng từ dòng 4: 1 dòng để riêng, không nhận ra được',
    ]);
    const [missing = '', back = '', unknown = ''] = states.map((one) => damageWords(one, words));
    expect(missing).toMatch(/^40 dòng .* 38 việc còn đọc được .*báo là xong.* Còn thiếu 39 việc/);
    expect(missing).toContain(`journal/torn/${file.piece}`);
    expect(back).toContain('đều đã lấy lại');
    expect(unknown).toContain(`journal/torn/${file.piece}`);
    for (const { upkeep } of [vi, en])
      for (const one of states)
        expect(damageWords(one, upkeep.damage)).not.toMatch(/không mất|chưa từng|nothing is lost|never/i);
  });

  it('[X1] spans, sizes and machines in words', () => {
    const { clock, space } = vi.upkeep.machine;
    expect([-90_000, 3_600_000, -7_200_000, 3 * 86_400_000].map((ms) => lengthWords(ms, clock))).toEqual([
      '90 giây',
      '60 phút',
      '2 giờ',
      '3 ngày',
    ]);
    expect([bytesWords(240e6, space), bytesWords(9.85e9, en.upkeep.machine.space)]).toEqual([
      '240 MB',
      '9.8 GB',
    ]);
    expect(machineName('d1-a', 'd1-a', vi.upkeep.conflicts)).toBe('máy này');
    expect(machineName('d2-0123456789abcdef', 'd1-a', vi.upkeep.conflicts)).toBe('máy d2-012345678');
  });
});

describe('clock and space on the health page', () => {
  const { deps } = createFakeWorld({ ward: demoWard(), catalogue: demoCatalogue(), nowMs: NOW_MS });
  const space: SpaceView = { persisted: false, usedBytes: 8.6e9, quotaBytes: 10e9, level: 'low' };
  const dead = { nowMs: 0, lastKnownMs: NOW_MS, districtAheadMs: null, jumpedMs: 0 };
  const link = {
    hostUp: true,
    hostSince: SINCE,
    held: {},
    unsavedAtHost: 0,
    unsent: 0,
    pill: { kind: 'online', since: SINCE },
  } as const;

  it('[C2] a dead battery needs action now: whose time is followed and what to do', () => {
    const view = { ...judgeClock(dead), aheadMs: null };
    expect(clockBasisWords(view, NOW_MS, vi.upkeep.machine.clock)).toContain('08:14 05/06/2026');
    let lines: ReturnType<typeof healthLines> = [];
    deps.host.watch(({ status }) => {
      const known = { link: { ...link, status }, hello: deps.host.hello(), nowMs: NOW_MS, text: vi };
      lines = healthLines({ ...known, clock: view, space });
    });
    expect(lines.find(({ id }) => id === 'clock')).toMatchObject({ tone: 'late' });
    expect(lines.find(({ id }) => id === 'clock')?.words).toMatch(/pin .* thay pin đồng hồ\.$/);
  });

  it('[Q1] [Q2] the store’s room, the browser’s promise and what lies under it are told', () => {
    const lines = healthLines({
      link: { ...link, status: null },
      hello: deps.host.hello(),
      nowMs: NOW_MS,
      text: vi,
      space,
    });
    expect(lines.find(({ id }) => id === 'space')).toMatchObject({
      tone: 'warn',
      words: expect.stringContaining('8,6 GB trong 10,0 GB'),
    });
    expect(lines.find(({ id }) => id === 'kept')).toMatchObject({
      tone: 'note',
      words: vi.upkeep.machine.space.keptNo,
    });
    expect(worstTone(lines.filter(({ id }) => id === 'kept'))).toBe('ok');
    const backend = lines.find(({ id }) => id === 'backend');
    expect(backend?.words).not.toMatch(/LevelDB|IndexedDB|--|strict/);
    expect(backend?.detail).toContain('LevelDB');
  });
});
