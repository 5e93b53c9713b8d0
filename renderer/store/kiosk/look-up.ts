// What a person at the kiosk may learn of a dossier: its course, never whose it is [E04].
import { parseDossierCode } from '../../../shared/law/ids/dossier-code.ts';
import { compactCode } from '../../../shared/law/ids/typed.ts';
import { isSlipOutdated } from '../../../shared/slip/slip-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { SlipFacts, SlipQrRefusal } from '../../../shared/slip/slip-qr.ts';
import type { StoreDeps } from '../deps.ts';

/** The part of a dossier that the waiting room may see: no name, no id number, no token. */
export type PublicDossier = Pick<Dossier, 'code' | 'status' | 'dueAt' | 'receivedAt'> & {
  readonly procedure: Pick<Dossier['procedure'], 'code' | 'name' | 'fieldId'>;
  /** The slip that was scanned is an old one: its reception was corrected since [D13]. */
  readonly outdated?: true;
};

/**
 * What a look-up answers. `not-here`: one answer for a code that nobody has and for one that is none [KI2]. `forged`: a slip
 * that this office never issued, or that was changed. `foreign`: another office's. `unreadable`: scan again. `at-counter`:
 * this machine cannot know, the counter does. `too-many`: wrong codes were typed so often that none is taken for a while.
 */
export type LookUpAnswer =
  | { readonly kind: 'found'; readonly dossier: PublicDossier; readonly proven: boolean }
  | { readonly kind: 'not-here' | 'forged' | 'foreign' | 'unreadable' | 'at-counter' | 'too-many' };

type LookUpDeps = Pick<StoreDeps, 'host'> & {
  readonly reads: Pick<StoreDeps['reads'], 'dossierOf' | 'slipSays'>;
};

/** Every slip's code begins so; what else is typed or scanned is a plain dossier code. */
const SLIP_MARK = /^MCS\d/i;
/** Day and serial, as the slip's code ends: enough at the office whose number stands before them. */
const SHORT_CODE = /^(\d{6})-?(\d{4,8})$/;

/** Whether a text is a slip's signed code: it proves itself, so that nobody guesses it. */
export function isSlip(text: string): boolean {
  return SLIP_MARK.test(text);
}

/** Answers what was typed or scanned: a slip's signed code, a whole dossier code, or its end [KI1]. */
export async function lookUp(deps: LookUpDeps, text: string): Promise<LookUpAnswer> {
  return SLIP_MARK.test(text.trim()) ? ofSlip(deps, text.trim()) : ofCode(deps, text);
}

async function ofSlip(deps: LookUpDeps, text: string): Promise<LookUpAnswer> {
  const said = await deps.reads.slipSays(text);
  if (!said.ok) return { kind: refused(said.error) };
  if (said.value.office !== deps.host.hello().ward.unitCode) return { kind: 'foreign' };
  const dossier = await deps.reads.dossierOf(said.value.code);
  // The slip is genuine, so the dossier is somewhere: another machine of the office has it.
  return dossier === null || dossier.erasedAt !== null
    ? { kind: 'at-counter' }
    : { kind: 'found', dossier: { ...publicPart(dossier), ...oldSlip(said.value, dossier) }, proven: true };
}

function oldSlip(facts: SlipFacts, dossier: Dossier): Pick<PublicDossier, 'outdated'> {
  return isSlipOutdated(facts, dossier) ? { outdated: true } : {};
}

function refused({ code }: SlipQrRefusal): Exclude<LookUpAnswer['kind'], 'found'> {
  switch (code) {
    case 'slip-qr-forged':
      return 'forged';
    case 'slip-qr-key-unknown':
    case 'slip-qr-newer':
      return 'at-counter';
    case 'slip-qr-foreign':
    case 'slip-qr-damaged':
      return 'unreadable';
  }
}

async function ofCode(deps: LookUpDeps, text: string): Promise<LookUpAnswer> {
  const { ward, device } = deps.host.hello();
  // A kiosk of its own holds no dossiers, so that it cannot tell a wrong code from a right one.
  if (device.role === 'kiosk') return { kind: 'at-counter' };
  const code = codeOf(text, ward.unitCode);
  const dossier = code === null ? null : await deps.reads.dossierOf(code);
  if (dossier === null || dossier.erasedAt !== null) return { kind: 'not-here' };
  return { kind: 'found', dossier: unproven(dossier), proven: false };
}

/** Codes follow on each other, so a typed one proves nothing: what the dossier is about stays with who holds the slip. */
function unproven(dossier: Dossier): PublicDossier {
  const { procedure, ...rest } = publicPart(dossier);
  return { ...rest, procedure: { ...procedure, name: '' } };
}

/** The whole code of what was typed; null for what is none. */
export function codeOf(text: string, unitCode: string): string | null {
  const short = SHORT_CODE.exec(compactCode(text));
  const parsed = parseDossierCode(short ? `${unitCode}-${short[1] ?? ''}-${short[2] ?? ''}` : text);
  return parsed.ok ? parsed.value.code : null;
}

function publicPart({ code, status, dueAt, receivedAt, procedure }: Dossier): PublicDossier {
  const { code: procedureCode, name, fieldId } = procedure;
  return { code, status, dueAt, receivedAt, procedure: { code: procedureCode, name, fieldId } };
}
