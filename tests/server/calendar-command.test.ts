import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarCommand } from '../../server/cli/calendar/calendar.ts';
import { runCommand } from '../../server/cli/command.ts';
import { defaultCalendar } from '../../shared/law/default-calendar.ts';
import { wardSchema } from '../../shared/law/ward.ts';
import { demoWard } from '../support/demo.ts';
import { fiveDays, lifeDesk } from '../support/dossiers/life.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'motcua-calendar-'));
  const { chain } = lifeDesk({ received: fiveDays });
  mkdirSync(join(dir, 'journal'));
  writeFileSync(join(dir, 'journal/epoch-test.log'), `${chain.lines().join('\n')}\n`);
  writeFileSync(join(dir, 'ward.json'), JSON.stringify({ ...demoWard(), ward: 'thach-ban' }));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const closed = {
  ...defaultCalendar,
  version: '2026-lan-2',
  exceptions: [...defaultCalendar.exceptions, { date: '2026-06-03', kind: 'off', reason: 'Nghỉ đột xuất' }],
};

async function calendar(next: unknown, ...argv: readonly string[]) {
  const said: string[] = [];
  let out = '';
  writeFileSync(join(dir, 'new.json'), JSON.stringify(next));
  const exitCode = await runCommand(calendarCommand, [join(dir, 'new.json'), '--data', dir, ...argv], {
    stdin: () => Promise.resolve(''),
    out: (text) => (out += text),
    complain: (line) => said.push(line),
    nowMs: () => Date.UTC(2026, 5, 2, 3),
    randomBytes: (count) => Buffer.alloc(count, 7),
  });
  return { exitCode, said: said.join(), answer: out === '' ? null : (JSON.parse(out) as unknown) };
}

describe('motcua calendar', () => {
  it('[DD9] lists the open dossiers that a changed calendar would move, and changes nothing', async () => {
    const before = readFileSync(join(dir, 'ward.json'), 'utf8');
    const { exitCode, answer } = await calendar(closed);
    expect([exitCode, answer]).toMatchObject([
      0,
      {
        version: '2026-lan-2',
        running: 1,
        affected: [{ dueAt: '2026-06-08T17:00:00+07:00', newDueAt: '2026-06-09T17:00:00+07:00' }],
        inForce: false,
      },
    ]);
    expect(readFileSync(join(dir, 'ward.json'), 'utf8')).toBe(before);
    expect(existsSync(join(dir, 'calendars.json'))).toBe(false);
  });

  it('[DD9] puts it into force with its ground, once under its name, and keeps the versions before it', async () => {
    expect((await calendar(closed, '--ground', 'CV 12/UBND')).answer).toMatchObject({ inForce: true });
    const ward = wardSchema.parse(JSON.parse(readFileSync(join(dir, 'ward.json'), 'utf8')));
    expect(ward.calendar?.version).toBe('2026-lan-2');
    const history: unknown = JSON.parse(readFileSync(join(dir, 'calendars.json'), 'utf8'));
    expect(history).toMatchObject([
      { calendar: { version: defaultCalendar.version } },
      { calendar: { version: '2026-lan-2' }, ground: 'CV 12/UBND', by: 'quan-tri' },
    ]);
    const again = await calendar(closed, '--ground', 'CV 12/UBND');
    expect([again.exitCode, again.said]).toEqual([1, 'calendar-version-twice: version']);
  });

  it('[DD8] a bad calendar or folder is refused with its field', async () => {
    const days = Array.from({ length: 365 }, (_, n) => ({
      date: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
      kind: 'off',
    }));
    expect(await calendar({ ...closed, exceptions: days })).toMatchObject({
      exitCode: 1,
      said: 'calendar-year-empty: sessions',
    });
    expect((await calendar({ ...closed, version: undefined })).said).toContain('version');
    expect((await calendar({ ...closed, sessions: { mon: ['09:00-08:00'] } })).said).toContain(
      'sessions.mon',
    );
    rmSync(join(dir, 'ward.json'));
    expect((await calendar(closed)).exitCode).toBe(2);
  });
});
