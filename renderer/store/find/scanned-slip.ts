import { parseDossierCode } from '../../../shared/law/ids/dossier-code.ts';
import { isSlipOutdated } from '../../../shared/slip/slip-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { StoreDeps } from '../deps.ts';

/**
 * What a scanned slip is. `genuine`: as this office issued it; `superseded`: genuine, but the reception was corrected since;
 * `other-ward`: of another office; `forged`: its signature does not fit; `unknown-key`: signed by a machine that is not known
 * here; `newer`, `damaged`: cannot be read; `not-here`: genuine, its dossier has not arrived at this machine; `named`: bars that
 * name a dossier of this register and prove nothing; `code-unknown`: bars that name none of it; `unread`: no slip at all.
 */
export type SlipVerdict = {
  readonly verdict:
    | 'genuine'
    | 'superseded'
    | 'other-ward'
    | 'forged'
    | 'unknown-key'
    | 'newer'
    | 'damaged'
    | 'not-here'
    | 'named'
    | 'code-unknown'
    | 'unread';
  readonly code: string;
  readonly dossier: Dossier | null;
};

/** What proving a slip works with. */
export type ScanReads = Pick<StoreDeps, 'host'> & {
  readonly reads: Pick<StoreDeps['reads'], 'slipSays' | 'dossierOf'>;
};

/** Proves a slip's code by the keys in this storage's journal; no network is asked [R10]. */
export async function readScannedSlip({ host, reads }: ScanReads, text: string): Promise<SlipVerdict> {
  const said = await reads.slipSays(text);
  const code = text.split('*')[1] ?? '';
  const answerOf = (verdict: SlipVerdict['verdict']): SlipVerdict => ({ verdict, code, dossier: null });
  const { unitCode } = host.hello().ward;
  if (!said.ok) {
    switch (said.error.code) {
      case 'slip-qr-forged':
        return answerOf('forged');
      case 'slip-qr-key-unknown':
        return answerOf((text.split('*')[6] ?? '') === unitCode ? 'unknown-key' : 'other-ward');
      case 'slip-qr-newer':
        return answerOf('newer');
      case 'slip-qr-foreign':
      case 'slip-qr-damaged':
        return answerOf('damaged');
    }
  }
  if (said.value.office !== unitCode) return answerOf('other-ward');
  const dossier = await reads.dossierOf(said.value.code);
  if (!dossier) return answerOf('not-here');
  const verdict = isSlipOutdated(said.value, dossier) ? 'superseded' : 'genuine';
  return { verdict, code: said.value.code, dossier };
}

/** What scanned bars name; they carry a dossier's code and no signature. Any other text is no slip. */
export async function readScannedCode({ host, reads }: ScanReads, text: string): Promise<SlipVerdict> {
  const read = parseDossierCode(text);
  if (!read.ok) return { verdict: 'unread', code: '', dossier: null };
  const { code, unit, kind } = read.value;
  const dossier = await reads.dossierOf(code);
  if (dossier) return { verdict: 'named', code, dossier };
  const isOurs = kind === 'provisional' || unit === host.hello().ward.unitCode;
  return { verdict: isOurs ? 'code-unknown' : 'other-ward', code, dossier: null };
}
