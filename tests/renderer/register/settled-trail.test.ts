import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../../../renderer/db/reads/arrivals.ts';
import {
  settlementLines,
  voidPrintsOf,
} from '../../../renderer/screens/desk/register/course/settled-lines.ts';
import { firstValues } from '../../../renderer/screens/desk/register/acts/first-values.ts';
import { conflictWords } from '../../../renderer/screens/sync/conflicts/conflict-words.ts';
import { papersOfArrivals } from '../../../renderer/store/dossier/paper-world.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoWard } from '../../support/demo.ts';
import { twoSides } from '../../support/dossiers/two-sides.ts';
import type { HostHello } from '../../../shared/bridge.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';

const ward = demoWard();
const { vi } = messages;

const told = (events: readonly LoggedEvent[]) => arrivalsOf(events, events[0]?.event.subject ?? '');

describe('a settled conflict in the trail and the papers', () => {
  it('[V5] the line of the decision says which side was kept and which does not count, with who', () => {
    const { all, handedOver, settle } = twoSides();
    const arrivals = told([...all, settle(handedOver)]);
    const place = arrivals.findIndex(({ type }) => type === 'dossier-conflict-settled');
    expect(arrivals[place]?.note).toBe('Người dân đã đủ giấy');
    expect(settlementLines(arrivals, place, ward, vi, 'vi')).toEqual([
      'Giữ: Bàn giao – Nguyễn Thị Lan',
      'Không tính: Yêu cầu bổ sung – Trần Văn Minh',
    ]);
    expect(arrivals.filter(({ lost }) => lost).map(({ type }) => type)).toEqual(['dossier-supplement-asked']);
  });

  it('[V5] [R04] the request of the side that was set aside is void with its print, and begins no form anew', () => {
    const { all, slip, handedOver, asked, settle } = twoSides();
    const arrivals = told([...all, settle(handedOver)]);
    const request = papersOfArrivals(arrivals).find(({ kind }) => kind === 'request');
    expect([request?.lost, request?.printed]).toEqual([true, [1]]);
    expect([...voidPrintsOf(arrivals)]).toEqual([slip.hash]);
    const known = { offices: [], clerk: 'Lan' };
    expect(firstValues('take-supplement', { arrivals, ...known })).toEqual({ items: '' });
    const other = told([...all, settle(asked)]);
    expect(firstValues('take-supplement', { arrivals: other, ...known })).toEqual({
      items: 'Giấy chứng sinh',
    });
    expect([...voidPrintsOf(other)]).toEqual([]);
  });
});

describe('the page on which a conflict is decided', () => {
  it('[V5] [V6] names on each side the papers that were printed there, with number and time', () => {
    const { conflict } = twoSides();
    for (const lang of ['vi', 'en'] as const) {
      const { upkeep, life } = messages[lang];
      const hello = { ward, device: { id: 'd1' } } as unknown as HostHello;
      const { sides } = conflictWords(
        { kind: 'dossier', conflict },
        { hello, lang, words: upkeep.conflicts, life },
      );
      const names = life.desk.papers.names;
      expect(sides.map(({ papers }) => papers)).toEqual([
        [
          {
            name: upkeep.conflicts.paperNo(names.request, '02/HDHS'),
            when: upkeep.conflicts.paperWhen('10:05 02/06/2026'),
          },
        ],
        [],
      ]);
    }
  });

  it('[V5] asks nobody for another’s leave: the band names no rank, and the words say that a reason is needed', () => {
    expect(vi.desk.register.conflict).toBe('Hai nơi đã xử lý khác nhau: cần người quyết định.');
    expect(vi.upkeep.conflicts.noteHint).toMatch(/^Bắt buộc/);
  });
});
