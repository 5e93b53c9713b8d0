import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHost } from '../../../electron/host/host.ts';
import { createApprovals } from '../../../electron/host/people/approvals.ts';
import { createSessions } from '../../../electron/host/people/sessions.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { temporaryFolder } from '../../support/district.ts';
import type { Host } from '../../../electron/host/host-options.ts';
import type { BridgeAnswers, BridgeMethod, BridgeNews } from '../../../shared/bridge.ts';

const demoDir = fileURLToPath(new URL('../../../build/demo', import.meta.url));
const cleanUp: (() => unknown)[] = [];

vi.setConfig({ testTimeout: 60_000 });

afterEach(async () => {
  for (const work of cleanUp.splice(0).reverse()) await work();
});

async function opened(
  dataDir = temporary(),
  now?: () => Date,
): Promise<{ readonly host: Host; readonly dataDir: string }> {
  const setup = { wardFile: null, demoDir, fontsDir: dataDir, districtUrl: null, enrolCode: null };
  const host = await createHost({
    dataDir,
    ...setup,
    shell: 'browser',
    appVersion: '0.1.0',
    ...(now ? { now } : {}),
  });
  if (!host.ok) throw new Error(host.error.code);
  cleanUp.push(host.value.close);
  return { host: host.value, dataDir };
}

function temporary(): string {
  const made = temporaryFolder();
  cleanUp.push(made.remove);
  return join(made.path, 'data');
}

async function asked<M extends BridgeMethod>(
  host: Host,
  method: M,
  params: unknown,
): Promise<BridgeAnswers[M]> {
  const answer = await host.handle(method, params);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${answer.error.detail ?? ''}`);
  return answer.value as BridgeAnswers[M];
}

const codeOf = async (host: Host, method: BridgeMethod, params: unknown): Promise<string> => {
  const answer = await host.handle(method, params);
  return answer.ok ? 'ok' : answer.error.code;
};

const signedIn = async (host: Host, clerk: string, pin: string): Promise<string> =>
  (await asked(host, 'sign-in', { clerk, pin })).session;

const agreed = async (host: Host, session: string, clerk: string, pin: string): Promise<string> =>
  (await asked(host, 'approve', { session, clerk, pin, what: 'settings' })).approval;

describe('people at the host', () => {
  it('[PE1] a second person agrees: somebody else, with a role that may, by the own PIN, and wrong PINs lock the name', async () => {
    const { host } = await opened();
    const session = await signedIn(host, 'hoa', '8642');
    const wish = { session, clerk: 'son', pin: '7413', what: 'erasure' };
    expect(await asked(host, 'approve', wish)).toMatchObject({ approvedBy: 'son' });
    expect(await codeOf(host, 'approve', { ...wish, session: 'none' })).toBe('session-unknown');
    expect(await codeOf(host, 'approve', { ...wish, clerk: 'hoa', pin: '8642' })).toBe('approver-same');
    expect(await codeOf(host, 'approve', { ...wish, clerk: 'lan', pin: '1357' })).toBe('approver-role-wrong');
    for (let wrong = 0; wrong < 4; wrong += 1)
      expect(await codeOf(host, 'approve', { ...wish, pin: '0000' })).toBe('sign-in-refused');
    expect(await codeOf(host, 'approve', { ...wish, pin: '0000' })).toBe('sign-in-locked');
    expect(await codeOf(host, 'sign-in', { clerk: 'son', pin: '7413' })).toBe('sign-in-locked');
  });

  it('[PE1] an agreement counts once, for its matter and its clerk, for some minutes', async () => {
    let nowMs = 0;
    const ok = { ok: true, value: { id: 'son', name: 'Sơn', role: 'leader' } } as const;
    const approvals = createApprovals(
      { clerkOf: () => ({ id: 'hoa', name: 'Hòa', role: 'head' }), verify: () => Promise.resolve(ok) },
      () => nowMs,
    );
    const give = async () => {
      const given = await approvals.approve({ session: 's', clerk: 'son', pin: '1', what: 'settings' });
      return given.ok ? given.value.approval : '';
    };
    const first = await give();
    expect(approvals.take(first, 'erasure', 'hoa')).toBe(null);
    expect(approvals.take(first, 'settings', 'lan')).toBe(null);
    expect(approvals.take(first, 'settings', 'hoa')).toBe('son');
    expect(approvals.take(first, 'settings', 'hoa')).toBe(null);
    const late = await give();
    nowMs += 5 * 60_000 + 1;
    expect(approvals.take(late, 'settings', 'hoa')).toBe(null);
  });

  it('[PE2] a session that hears nothing ends; a sign of life keeps it', () => {
    let nowMs = 0;
    const sessions = createSessions(
      () => 5 * 60_000,
      () => nowMs,
    );
    const session = sessions.begin({ id: 'lan', name: 'Lan', role: 'reception' });
    nowMs += 5 * 60_000;
    expect(sessions.clerkOf(session)?.id).toBe('lan');
    nowMs += 5 * 60_000;
    expect(sessions.list()).toEqual([{ clerk: 'lan', idleMs: 300_000 }]);
    nowMs += 60_001;
    expect(sessions.clerkOf(session)).toBe(null);
    expect(sessions.list()).toEqual([]);
  });

  it('[PE3] a clerk changes the own PIN; weak ones are refused, the demo page shows the old one no more, and a restart knows the new one', async () => {
    const { host, dataDir } = await opened();
    const session = await signedIn(host, 'lan', '1357');
    const change = { session, old: '1357', fresh: '4820' };
    expect(await codeOf(host, 'change-pin', { ...change, fresh: '1234' })).toBe('pin-weak');
    expect(await codeOf(host, 'change-pin', { ...change, fresh: '1990' })).toBe('pin-birthday');
    expect(await codeOf(host, 'change-pin', { ...change, fresh: '1357' })).toBe('pin-same');
    expect(await codeOf(host, 'change-pin', { ...change, old: '1111' })).toBe('sign-in-refused');
    expect(await codeOf(host, 'change-pin', change)).toBe('ok');
    expect(await codeOf(host, 'sign-in', { clerk: 'lan', pin: '1357' })).toBe('sign-in-refused');
    const shown = (await asked(host, 'hello', {})).ward.clerks;
    expect(shown.find(({ id }) => id === 'lan')?.pin).toBe(undefined);
    expect(shown.find(({ id }) => id === 'minh')?.pin).toBe('2468');
    expect(await readFile(join(dataDir, 'clerks.json'), 'utf8')).not.toContain('4820');
    await host.close();
    const again = await opened(dataDir);
    expect(await codeOf(again.host, 'sign-in', { clerk: 'lan', pin: '4820' })).toBe('ok');
  });

  it('[PE3] a colleague’s PIN is reset with a second person; the temporary one only lets in who brings a new one', async () => {
    const { host } = await opened();
    const head = await signedIn(host, 'hoa', '8642');
    const lans = await signedIn(host, 'lan', '1357');
    const wish = { session: head, clerk: 'lan', reason: 'quên mã' };
    expect(await codeOf(host, 'reset-pin', { ...wish, session: lans })).toBe('not-allowed');
    expect(await codeOf(host, 'reset-pin', { ...wish, clerk: 'hoa' })).toBe('pin-own');
    expect(await codeOf(host, 'reset-pin', wish)).toBe('approval-missing');
    const approval = await agreed(host, head, 'quan-tri', '97531');
    const { pin, approvedBy } = await asked(host, 'reset-pin', { ...wish, approval });
    expect(approvedBy).toBe('quan-tri');
    expect(await codeOf(host, 'session-alive', { session: lans })).toBe('session-unknown');
    expect(await codeOf(host, 'sign-in', { clerk: 'lan', pin: '1357' })).toBe('sign-in-refused');
    expect(await codeOf(host, 'sign-in', { clerk: 'lan', pin })).toBe('pin-must-change');
    expect(await codeOf(host, 'sign-in', { clerk: 'lan', pin, fresh: '1111' })).toBe('pin-weak');
    const standing = await asked(host, 'people', { session: head });
    expect(standing.clerks.find(({ clerk }) => clerk === 'lan')?.pin).toBe('temporary');
    expect(await codeOf(host, 'sign-in', { clerk: 'lan', pin, fresh: '4820' })).toBe('ok');
    expect(await codeOf(host, 'sign-in', { clerk: 'lan', pin: '4820' })).toBe('ok');
  });
});

describe('settings at the host', () => {
  const office = (ward: BridgeAnswers['hello']['ward'], hotline: string) => {
    const { superior, unit, unitEn, deskName, deskNameEn, place, upperLevel } = ward;
    return {
      office: {
        superior,
        unit,
        unitEn,
        deskName,
        deskNameEn,
        place,
        hotline,
        upperLevel,
        upperLevelEn: null,
      },
    };
  };

  it('[SE1] [G01] a change is checked as a whole, written in one step, kept with the former file, and told to every page', async () => {
    const { host, dataDir } = await opened();
    const heard: BridgeNews[] = [];
    host.onNews((news) => void (news.news === 'ward' && heard.push(news)));
    const { ward, wardRevision: revision } = await asked(host, 'hello', {});
    const session = await signedIn(host, 'hoa', '8642');
    const wish = { session, changes: office(ward, '024 1111 2222'), revision, reason: 'số mới' };
    const before = await readFile(join(dataDir, 'ward.json'), 'utf8');
    expect(await codeOf(host, 'change-settings', { ...wish, reason: ' ' })).toBe('setting-reason-missing');
    expect(await codeOf(host, 'change-settings', { ...wish, changes: { office: { unit: '' } } })).toBe(
      'setting-invalid',
    );
    expect(await codeOf(host, 'change-settings', { ...wish, changes: { counters: { counters: [] } } })).toBe(
      'setting-invalid',
    );
    expect(await codeOf(host, 'change-settings', { ...wish, changes: office(ward, ward.hotline) })).toBe(
      'setting-same',
    );
    const lan = await signedIn(host, 'lan', '1357');
    expect(await codeOf(host, 'change-settings', { ...wish, session: lan })).toBe('not-allowed');
    expect(await readFile(join(dataDir, 'ward.json'), 'utf8')).toBe(before);

    const changed = await asked(host, 'change-settings', wish);
    expect(changed.after.office?.['hotline']).toBe('024 1111 2222');
    expect(heard).toHaveLength(1);
    expect(wardSchema.parse(JSON.parse(await readFile(join(dataDir, 'ward.json'), 'utf8'))).hotline).toBe(
      '024 1111 2222',
    );
    const [former = ''] = await readdir(join(dataDir, 'ward-history'));
    const kept = JSON.parse(await readFile(join(dataDir, 'ward-history', former), 'utf8')) as {
      readonly former: unknown;
    };
    expect(kept).toMatchObject({
      by: 'hoa',
      reason: 'số mới',
      sections: ['office'],
      former: { hotline: ward.hotline },
    });
    // Who looked at the file of before is told, and nothing is undone.
    expect(await codeOf(host, 'change-settings', wish)).toBe('settings-stale');
    await host.close();
    expect((await asked((await opened(dataDir)).host, 'hello', {})).ward.hotline).toBe('024 1111 2222');
  });

  it('[SE1] [G01] clerks are retired, never removed; it takes two people, and who is retired is out at once', async () => {
    const { host } = await opened();
    const { ward, wardRevision: revision } = await asked(host, 'hello', {});
    const session = await signedIn(host, 'hoa', '8642');
    const lan = await signedIn(host, 'lan', '1357');
    const clerks = ward.clerks.map((clerk) => (clerk.id === 'lan' ? { ...clerk, retired: true } : clerk));
    const wish = { session, changes: { clerks: { clerks } }, revision, reason: 'nghỉ hưu' };
    expect(await codeOf(host, 'change-settings', wish)).toBe('approval-missing');
    const gone = { clerks: { clerks: ward.clerks.slice(1) } };
    expect(await codeOf(host, 'change-settings', { ...wish, changes: gone })).toBe('clerk-removed');
    const nobody = { clerks: { clerks: ward.clerks.map((clerk) => ({ ...clerk, role: 'reception' })) } };
    expect(await codeOf(host, 'change-settings', { ...wish, changes: nobody })).toBe('settings-keeper-none');
    const approval = await agreed(host, session, 'quan-tri', '97531');
    const { after } = await asked(host, 'change-settings', { ...wish, approval });
    expect(JSON.stringify(after)).not.toContain('1357');
    expect(await codeOf(host, 'session-alive', { session: lan })).toBe('session-unknown');
    expect(await codeOf(host, 'sign-in', { clerk: 'lan', pin: '1357' })).toBe('clerk-retired');
    expect(await codeOf(host, 'sign-in', { clerk: 'minh', pin: '2468' })).toBe('ok');
  });
});
