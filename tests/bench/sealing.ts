import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { birthForm, demoCatalogue, demoWard } from '../support/demo.ts';
import { removeFolder, startProduct, temporaryFolder } from '../support/product.ts';
import { percentile, report } from './numbers.ts';
import { openBenchPage, pageCode } from './page-code.ts';
import type { SealingPage } from './pages/sealing-entry.ts';

const ROUNDS = 150;

/** A reception with its persons sealed (fresh key, wrapped; tokens) beside the same one with them left readable, in turn. */
export async function benchSealing(): Promise<void> {
  const folder = await temporaryFolder('bench');
  const product = await startProduct();
  const browser = await openBrowser(join(folder, 'profile'));
  try {
    const code = await pageCode('tests/bench/pages/sealing-entry.ts');
    const page = await openBenchPage(browser, `${product.app}/bench`, code);
    const clerk = demoWard().clerks.find(({ role }) => role === 'reception');
    const { id = '', name = '', pin } = clerk ?? {};
    const times = await page.evaluate(
      ([rounds, form, who]) =>
        (window as unknown as { sealing: SealingPage }).sealing.receptions(rounds, form, who),
      [ROUNDS, birthForm(demoCatalogue()), { id, name, pin: pin ?? '' }] as const,
    );
    const row = (what: string, part: 'whole' | 'write', share: number, atMost: number | null) => ({
      name: `${what}, p${share * 100}`,
      unit: 'ms',
      ours: percentile(times.sealed[part], share),
      against: percentile(times.plain[part], share),
      againstName: 'without sealing',
      goal: atMost === null ? null : { atMost },
    });
    report(
      'sealing',
      'A dossier is received with its persons sealed under a fresh key that is wrapped, stored and sent along, beside the same act with the persons left readable and no key. In one page, in turn.',
      [
        row('write path: sealing and transaction', 'write', 0.5, 1.3),
        row('whole reception, both copies durable', 'whole', 0.5, 1.3),
        row('whole reception, both copies durable', 'whole', 0.95, null),
      ],
      { 'flush rule': 'IndexedDB strict, journal file and key file fdatasync', rounds: ROUNDS },
    );
  } finally {
    await browser.close();
    await product.stop();
    await removeFolder(folder);
    await removeFolder(product.dataDir);
  }
}
