import { describe, expect, it } from 'vitest';
import { trailLine } from '../../../renderer/screens/desk/register/course/trail-lines.ts';
import { besideFacts } from '../../../shared/event/office-facts.ts';
import { dossierFacts } from '../../../shared/event/dossier-facts.ts';
import { filingFacts, lifeFacts } from '../../../shared/event/life-facts.ts';
import { paymentFacts } from '../../../shared/event/money-facts.ts';
import { en } from '../../../shared/text/messages/en.ts';
import { vi } from '../../../shared/text/messages/vi.ts';
import type { Fact } from '../../../shared/event/facts.ts';

/** Every type of fact that may stand in the trail of a dossier: its own, those of its filing, of its payments, of reading it. */
const types = [dossierFacts, lifeFacts, besideFacts, filingFacts, paymentFacts]
  .flatMap((facts) => Object.keys(facts))
  .concat('subject-erased', 'readlog-noted')
  .filter((type) => !type.startsWith('shift-'));

const bodies: Readonly<Record<string, object>> = {
  'dossier-delay-explained': { because: 'volume', note: 'đợt cao điểm' },
  'dossier-attachment-added': { paper: 'Giấy chứng sinh' },
  'dossier-returned': { method: 'counter' },
  'dossier-stopped': { because: 'decision' },
  'payment-taken': { number: 'PT-2026-M1-000001', total: 8000, way: 'cash' },
  'payment-cancelled': { number: 'PT-2026-M1-000002', reason: 'thu nhầm' },
  'payment-official-noted': { officialNo: 'BL 12' },
  'readlog-noted': { why: 'opened', note: '' },
};

const factOf = (type: string): Fact =>
  ({ type, body: { at: '2026-06-05T02:00:00.000Z', role: 'reception', ...bodies[type] } }) as unknown as Fact;

describe('the trail of a dossier', () => {
  it('[D14] says every kind of fact in words, in both languages', () => {
    expect(types.length).toBeGreaterThan(35);
    for (const text of [vi, en]) {
      const unsaid = types.filter((type) => {
        const { what } = trailLine(factOf(type), text, 'vi');
        return what === '' || what === text.life.desk.trail.unknown || what.includes(type);
      });
      expect(unsaid).toEqual([]);
    }
  });

  it('[D14] says what stands in facts beside the life cycle', () => {
    const said = (type: string) => trailLine(factOf(type), vi, 'vi').details.join(' · ');
    expect(said('dossier-delay-explained')).toBe('Nhiều hồ sơ, thiếu người · đợt cao điểm');
    expect(said('dossier-attachment-added')).toBe('Giấy chứng sinh');
    expect(said('payment-taken')).toBe('PT-2026-M1-000001 · 8.000 đồng · Tiền mặt');
    expect(said('payment-cancelled')).toBe('PT-2026-M1-000002 · thu nhầm');
  });
});
