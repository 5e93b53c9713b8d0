import { describe, expect, it } from 'vitest';
import { keepWindow } from '../../../electron/loopback/kept-window.ts';
import { browserArguments } from '../../../electron/loopback/open-browser.ts';

/** Windows that close when told to, a clock that is set by hand, and steps that are taken by hand. */
function stage() {
  const windows: { close: () => Promise<void>; die: () => void }[] = [];
  const said: string[] = [];
  const waits: { ms: number; step: () => void; gone: boolean }[] = [];
  const clock = { ms: 1_000_000 };
  const open = () => {
    let die = () => undefined as void;
    const gone = new Promise<void>((settle) => (die = settle));
    const window = {
      opened: true as const,
      pid: windows.length + 1,
      gone,
      close: () => Promise.resolve(die()),
    };
    windows.push({ close: window.close, die });
    return window;
  };
  const kept = keepWindow(open(), {
    open,
    onWindow: (pid) => said.push(`window ${pid}`),
    say: (line) => said.push(line),
    nowMs: () => clock.ms,
    later: (ms, step) => {
      const wait = { ms, step, gone: false };
      waits.push(wait);
      return () => (wait.gone = true);
    },
  });
  const settle = () => new Promise((done) => setImmediate(done));
  return { windows, said, waits, clock, kept, settle };
}

describe('[G09] the window of a machine that nobody looks after', () => {
  it('comes back when it is gone, sooner where it stood well, later where it dies at once', async () => {
    const { windows, waits, clock, settle } = stage();
    for (const wanted of [1000, 2000, 4000]) {
      windows.at(-1)?.die();
      await settle();
      expect(waits.at(-1)?.ms).toBe(wanted);
      waits.at(-1)?.step();
    }
    clock.ms += 100_000;
    windows.at(-1)?.die();
    await settle();
    expect(waits.at(-1)?.ms).toBe(1000);
    expect(windows).toHaveLength(4);
  });

  it('is closed and opened again when its page is silent for three minutes, not when the machine slept', async () => {
    const { windows, waits, said, clock, kept, settle } = stage();
    kept.look();
    clock.ms += 10 * 60_000;
    kept.look();
    expect(said, 'a page that was never heard may be of an older program').toEqual([]);
    kept.heard();
    clock.ms += 170_000;
    kept.look();
    expect(said).toEqual([]);
    clock.ms += 20_000;
    kept.look();
    await settle();
    expect(said[0]).toMatch(/not been heard/);
    waits.at(-1)?.step();
    expect(windows).toHaveLength(2);
    kept.heard();
    clock.ms += 8 * 3_600_000;
    kept.look();
    expect(
      said.filter((line) => line.includes('not been heard')),
      'a night asleep',
    ).toHaveLength(1);
  });

  it('stays closed once it is closed here, also in the moment before it would come back', async () => {
    const { windows, waits, kept, settle } = stage();
    windows[0]?.die();
    await settle();
    await kept.close();
    expect(waits[0]?.gone).toBe(true);
    waits[0]?.step();
    expect(windows).toHaveLength(1);
  });

  it('fills the screen with its page and has no wipe back, no zoom and no question after a crash', () => {
    const kiosk = browserArguments('http://127.0.0.1:4780', '/data', false, 'kiosk');
    expect(kiosk).toContain('--kiosk');
    expect(kiosk).toContain('http://127.0.0.1:4780/#/kiosk');
    expect(kiosk).toContain('--overscroll-history-navigation=0');
    expect(browserArguments('http://127.0.0.1:4780', '/data', false)).not.toContain('--kiosk');
  });
});
