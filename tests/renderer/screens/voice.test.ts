// What the page says of its voice, and when the voice says nothing. What is heard stands in tests/e2e/display.test.ts.
import { describe, expect, it } from 'vitest';
import { healthLines } from '../../../renderer/screens/settings/health-lines.ts';
import { createVoice } from '../../../renderer/voice/voice.ts';
import { wardInstant } from '../../../shared/basics/time.ts';
import { voiceOf } from '../../../shared/law/waiting-room.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { VoiceReport } from '../../../renderer/voice/load-clips.ts';
import type { LinkState } from '../../../renderer/store/link-store.ts';

const NOW_MS = wardInstant('2026-06-05', '12:00');
const since = '2026-06-05T01:14:00.000Z';
const link: LinkState = {
  hostUp: true,
  hostSince: since,
  status: null,
  held: {},
  unsavedAtHost: 0,
  unsent: 0,
  pill: { kind: 'online', since },
};
const { deps } = createFakeWorld({ ward: demoWard(), catalogue: demoCatalogue(), nowMs: NOW_MS });

const whole: VoiceReport = { playable: 43, wanted: 43, own: [], broken: [], missing: [], strange: [] };

const line = (voice: VoiceReport | null | undefined) => {
  const known = { link, hello: deps.host.hello(), nowMs: NOW_MS, text: messages.vi };
  const lines = healthLines(voice === undefined ? known : { ...known, voice });
  const found = lines.find(({ id }) => id === 'voice');
  return found && { tone: found.tone, words: found.words };
};

describe('the voice on the health page', () => {
  it('[CA4] says that it is whole, that there is none, or what is missing', () => {
    expect(line(whole)).toEqual({ tone: 'ok', words: 'Đủ 43 mẩu âm thanh.' });
    expect(line({ ...whole, own: ['so-1'] })?.words).toBe('Đủ 43 mẩu âm thanh, 1 mẩu do phường thu.');
    expect(line({ ...whole, playable: 0, missing: ['so-1', 'so-2'] })).toEqual({
      tone: 'warn',
      words: 'Chưa có giọng đọc: màn hình chỉ đánh chuông khi gọi số.',
    });
    expect(line({ ...whole, playable: 42, missing: ['so-1'] })?.words).toContain('Thiếu mẩu so-1:');
    expect([line(null)?.tone, line(undefined)]).toEqual(['note', undefined]);
  });

  it('[CA5] names every file that cannot be played or has no clip’s name', () => {
    const report = { ...whole, own: ['so-3'], broken: ['so-1', 'so-2'], strange: ['so1.wav'] };
    expect(line(report)).toMatchObject({ tone: 'warn' });
    expect(line(report)?.words).toMatch(/tệp so-1, so-2: .*tệp so1\.wav:/);
  });
});

describe('the voice of a page', () => {
  const call = { number: 'A012', counter: { id: 'q3', name: 'Quầy 3' } };

  it.each([
    ['in quiet hours', voiceOf({ quietHours: ['11:30-13:30'] })],
    ['with volume 0', voiceOf({ volume: 0 })],
    ['before its sound was opened', voiceOf(undefined)],
  ])('[CA6] holds nobody up %s: it has said everything at once', async (_, settings) => {
    const voice = createVoice(settings, () => NOW_MS);
    await voice.say(call);
    voice.hush();
    expect(voice.state()).toEqual({ sound: 'closed', report: null });
  });
});
