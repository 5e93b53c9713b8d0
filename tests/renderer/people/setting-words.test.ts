import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWords, wrongPlaceOf } from '../../../renderer/screens/settings/edit/wrong-place.ts';
import { changedWard } from '../../../shared/law/settings/change.ts';
import { expectations } from '../../../shared/law/settings/expected.ts';
import { sectionNames, sectionOf } from '../../../shared/law/settings/sections.ts';
import { en } from '../../../shared/text/messages/en.ts';
import { vi } from '../../../shared/text/messages/vi.ts';
import { demoWard } from '../../support/demo.ts';
import type { SettingChanges } from '../../../shared/law/settings/change.ts';

const words = vi.people.settings;

function refusedFor(changes: SettingChanges) {
  const outcome = changedWard(demoWard(), changes);
  if (outcome.ok || outcome.error.code !== 'setting-invalid') throw new Error('not refused');
  return { code: 'setting-invalid', detail: `${outcome.error.path}: ${outcome.error.detail}` } as const;
}

const office = (over: Readonly<Record<string, unknown>>) => ({
  office: { ...sectionOf(demoWard(), 'office'), ...over },
});

describe('what is wrong in the settings', () => {
  it('[SE1] is said at its field, with its label, in both languages', () => {
    const empty = refusedFor(office({ unit: '' }));
    expect(wrongPlaceOf(empty, words)).toEqual({ path: 'unit', said: words.expected.missing });
    expect(inWords(empty, words)).toEqual({
      code: 'setting-invalid',
      detail: `Đơn vị: ${words.expected.missing}`,
    });
    expect(inWords(empty, en.people.settings)).toMatchObject({
      detail: expect.stringContaining('write something'),
    });
    const { counters } = demoWard();
    const unnamed = counters.map((counter, at) => (at === 1 ? { ...counter, name: '' } : counter));
    expect(inWords(refusedFor({ counters: { counters: unnamed } }), words)).toMatchObject({
      detail: `Quầy 2, Tên quầy: ${words.expected.missing}`,
    });
    const long = refusedFor({ people: { people: { lockAfterMinutes: 100_000 } } });
    expect(wrongPlaceOf(long, words)?.said).toMatch(/không lớn hơn \d+$/);
  });

  it('[SE1] a telephone is figures: one number or several', () => {
    for (const hotline of ['', '024 3875 0000', '024 1111, +84 912 345 678', '1022'])
      expect(changedWard(demoWard(), office({ hotline })), hotline).not.toMatchObject({
        error: { code: 'setting-invalid' },
      });
    for (const hotline of ['gọi anh Nam', 'abc', '12'])
      expect(wrongPlaceOf(refusedFor(office({ hotline })), words)).toEqual({
        path: 'hotline',
        said: words.expected.phone,
      });
  });

  it('[SE1] nothing of the checking library reaches the page, whatever was typed', () => {
    const ward = demoWard();
    fc.assert(
      fc.property(
        fc.constantFrom(...sectionNames),
        fc.dictionary(
          fc.constantFrom('counters', 'queue', 'unit', 'people', 'printers', 'calendar', 'duePolicy'),
          fc.jsonValue(),
        ),
        (section, value) => {
          const outcome = changedWard(ward, { [section]: value });
          if (outcome.ok || outcome.error.code !== 'setting-invalid') return true;
          const [kind = '', bound = '0'] = outcome.error.detail.split(' ');
          return expectations.some((one) => one === kind) && /^-?\d+$/.test(bound);
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });
});
