import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { troubleWords } from '../../../shared/text/trouble-words.ts';
import { messages } from '../../../shared/text/messages/index.ts';

const { vi } = messages;

/** Places whose refusals and faults a page shows to a person. */
const shown = [
  'renderer/db',
  'renderer/slip',
  'renderer/store',
  'renderer/sync',
  'electron/host/print',
  'electron/host/people',
  'electron/host/uplink',
];
const refusals = readFileSync('shared/decide/refusal.ts', 'utf8');

function codesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const text = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');
  return [...text.matchAll(/\bcode: '([a-z0-9-]+)'/g)].map(([, code]) => code ?? '');
}

describe('words of troubles', () => {
  it('[S17] every refusal and fault that a page can show has its sentences', () => {
    const codes = [
      ...[...refusals.matchAll(/readonly code: '([a-z-]+)'/g)].map(([, code]) => code ?? ''),
      ...shown.flatMap(codesIn),
    ];
    expect(codes.length).toBeGreaterThan(40);
    const known = new Set([...Object.keys(vi.trouble.codes), ...Object.keys(vi.desk.intake.fieldErrors)]);
    // The intake says by what the card was garbled.
    for (const code of ['card-qr-mangled']) known.add(code);
    // Told to the log only: a font or picture that a printed document asked for and did not get.
    const logged = new Set(['print-request-refused']);
    expect([...new Set(codes)].filter((code) => !known.has(code) && !logged.has(code))).toEqual([]);
  });

  it('[S17] each says what happened, what it means and what to do, in both languages', () => {
    for (const { trouble } of Object.values(messages)) {
      for (const words of [trouble.fallback, ...Object.values(trouble.codes)]) {
        for (const sentence of [words.what, words.means, words.todo]) {
          expect(sentence).toMatch(/[.”)]$/);
          expect(sentence).toBe(sentence.normalize('NFC'));
        }
      }
    }
  });

  it('[S17] an unknown code still says what to do, and says that it is unknown', () => {
    expect(troubleWords({ code: 'toString' }, vi.trouble)).toEqual({ ...vi.trouble.fallback, known: false });
  });

  it('[S17] details stand in the sentences: a number, and an instant as the clock at the ward', () => {
    expect(
      troubleWords({ code: 'counter-busy', number: 'A014' } as { code: string }, vi.trouble).what,
    ).toContain('A014');
    const locked = troubleWords(
      { code: 'sign-in-locked', detail: '2026-06-05T01:20:00.000Z' } as { code: string },
      vi.trouble,
    );
    expect(locked.means).toBe('Tên này bị khóa để giữ an toàn, đến 08:20.');
    expect(troubleWords({ code: 'counter-busy' }, vi.trouble).what).not.toContain('{');
  });
});
