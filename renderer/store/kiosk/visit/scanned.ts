// What a scanner typed: the codes that this machine takes, and those that it names so that people know where to go [KI13].
import { isRealDay } from '../../../../shared/basics/time.ts';
import { otherCode } from '../../../../shared/law/ids/card-qr-signs.ts';
import { parseDossierCode } from '../../../../shared/law/ids/dossier-code.ts';
import { compactNumber } from '../../../../shared/law/ids/typed.ts';
import { readTicketQr } from '../../../../shared/slip/tickets/ticket-qr.ts';
import { isAppointmentCode } from './check-in.ts';

/** A scanned text, named. Of a card nothing is kept but the number, and that only where the kiosk asked for it. */
export type Scanned =
  | { readonly kind: 'dossier'; readonly text: string }
  | { readonly kind: 'ticket'; readonly number: string; readonly day: string }
  | { readonly kind: 'appointment'; readonly code: string }
  | { readonly kind: 'id-card'; readonly number: string }
  | { readonly kind: 'health-card' | 'url' | 'other' };

/** What is said of a code that is not for this machine. */
export type StrangeCode = 'id-card' | 'health-card' | 'url' | 'other-ticket' | 'other';

/** Every slip's code begins so. */
const SLIP_MARK = /^MCS\d/i;
/** Day and serial, as a dossier's code ends. */
const SHORT_DOSSIER = /^(\d\d)(\d\d)(\d\d)-?\d{4,8}$/;
/** The card's first field, and the sign behind it (DOMAIN 3.5). */
const CARD = /^(\d{12})\|/;
const WEB = /^(https?:|www\.)|:\/\//i;

/** Names what was scanned. */
export function nameScanned(raw: string): Scanned {
  const text = raw.trim();
  if (SLIP_MARK.test(text)) return { kind: 'dossier', text };
  const ticket = readTicketQr(text);
  if (ticket) return { kind: 'ticket', ...ticket };
  const [, number] = CARD.exec(compactNumber(text)) ?? [];
  const fields = text.split('|');
  if (number !== undefined && otherCode(text, fields) === null) return { kind: 'id-card', number };
  if (otherCode(text, fields) === 'card-qr-health-card') return { kind: 'health-card' };
  if (WEB.test(text)) return { kind: 'url' };
  if (parseDossierCode(text).ok || isShortCode(text)) return { kind: 'dossier', text };
  const code = text.toUpperCase();
  return isAppointmentCode(code) ? { kind: 'appointment', code } : { kind: 'other' };
}

/** The end of a dossier's code begins with a day; the figures under a bar code on some box do not. */
function isShortCode(text: string): boolean {
  const [, year = '', month = '', day = ''] = SHORT_DOSSIER.exec(text) ?? [];
  return isRealDay(`20${year}-${month}-${day}`);
}

/** Whether a text is of a kind that only scanners type, however fast it came. */
export function isSurelyScanned(text: string): boolean {
  const { kind } = nameScanned(text);
  return kind !== 'other' && kind !== 'appointment';
}
