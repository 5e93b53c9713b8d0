// The product's page as a rig drives it, and what it was seen to promise.
import { build } from 'vite';
import { takeTicket } from '../e2e/morning/hands.ts';
import { morningCast } from '../e2e/morning/cast.ts';
import { ROOT } from './flags.ts';
import type { RigBrowser } from './chromium.ts';
import type { Ack, RigPage } from './page-entry.ts';

/** What people were shown and refused since the rig began; kept outside every volume. */
export type Ledger = {
  readonly acks: Ack[];
  /** How often each code was told. */
  readonly refusals: Map<string, number>;
};

/** A page that answers a rig. */
export type RigTab = {
  /** Asks the page's part of the rig. */
  readonly ask: <M extends keyof RigPage>(
    method: M,
    ...args: Parameters<RigPage[M]>
  ) => Promise<Awaited<ReturnType<RigPage[M]>>>;
  readonly openFault: string | null;
};

/** An empty ledger. */
export function newLedger(): Ledger {
  return { acks: [], refusals: new Map() };
}

function tellRefused({ refusals }: Ledger, code: string): void {
  refusals.set(code, (refusals.get(code) ?? 0) + 1);
}

let script: Promise<string> | null = null;

/** The page's own modules as one script, to be run in the product's page. */
function bundle(): Promise<string> {
  script ??= build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: `${ROOT}tests/rigs/page-entry.ts`, output: { format: 'iife' } },
    },
  }).then((built) => {
    const output = Array.isArray(built) ? built[0] : built;
    const parts = output && 'output' in output ? output.output : [];
    const chunk = parts.find((part) => part.type === 'chunk');
    if (!chunk || chunk.type !== 'chunk') throw new Error('the page of the rig was not built');
    return chunk.code;
  });
  return script;
}

/** Opens a page of the product and lends it the ledger. @param guarded see `RigPage.open` */
export async function openTab(
  browser: RigBrowser,
  app: string,
  ledger: Ledger,
  guarded = true,
): Promise<RigTab> {
  const code = await bundle();
  const page = await browser.context.newPage();
  await page.exposeFunction('shown', (ack: Ack) => void ledger.acks.push(ack));
  await page.exposeFunction('refused', (told: string) => tellRefused(ledger, told));
  await page.goto(`${app}/#/health`);
  await page.evaluate(code);
  const ask: RigTab['ask'] = (method, ...args) =>
    page.evaluate(`window.rig.${method}(...${JSON.stringify(args)})`);
  return { ask, openFault: await ask('open', guarded) };
}

/** The real kiosk page under a citizen's finger. */
export type Tapping = { readonly stop: () => void; readonly ended: Promise<void> };

/**
 * Taps for a ticket again and again; each number seen is told. What fails after `stop` fails because all is killed.
 * @param hostStays the screen does not say whether the host has a copy; it does unless the host may be gone meanwhile
 */
export async function tapKiosk(
  browser: RigBrowser,
  app: string,
  ledger: Ledger,
  hostStays: boolean,
): Promise<Tapping> {
  const page = await browser.context.newPage();
  await page.goto(`${app}/#/kiosk`);
  const cast = morningCast();
  let stopped = false;
  const tap = async (): Promise<void> => {
    for (let citizen = 0; !stopped; citizen += 1) {
      const one = cast[citizen % cast.length];
      if (!one) return;
      const number = await takeTicket(page, one);
      ledger.acks.push({ type: 'ticket-issued', subject: '', number, secondCopy: hostStays });
    }
  };
  const ended = tap().catch((error: unknown) => {
    // A number that did not come in time was not shown; that it did not is worth knowing.
    if (!stopped) tellRefused(ledger, `kiosk: ${String(error).split('\n')[0] ?? ''}`);
  });
  return { stop: () => (stopped = true), ended };
}
