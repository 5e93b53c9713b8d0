// The small QR on a queue ticket: its number and day, nothing else (docs/kiosk.md). It proves nothing and opens nothing.
import { isRealDay } from '../../basics/time.ts';

/** What a ticket's QR says. */
export type TicketQr = { readonly number: string; readonly day: string };

const LINK = /^HTTPS?:\/\/[^\s#]+\/T\?W=[A-Z0-9-]+&N=[0-9A-F]{32}#([A-Z]{1,4}\d{3,4})\.(\d\d)(\d\d)(\d\d)$/;
const LAYOUT = /^MCV1\*([A-Z]{1,4}\d{3,4})\*(\d\d)(\d\d)(\d\d)$/;

/** `MCV1*A014*261121`: capitals, digits and stars only, so that the code stays small. */
export function ticketQr({ number, day }: TicketQr): string {
  return `MCV1*${number}*${day.slice(2).replaceAll('-', '')}`;
}

/**
 * The address at which a phone finds where a number stands, for wards whose upper level phones reach [K18]. What stands
 * behind `#` is for scanners of the desk and goes to no server.
 * @param publicUrl where the upper level is reached, without a slash at its end
 */
export function ticketLink(
  { id, number, day }: TicketQr & { readonly id: string },
  { publicUrl, ward }: { readonly publicUrl: string; readonly ward: string },
): string {
  const random = id.replace(/^ticket-/, '');
  return `${publicUrl.replace(/\/$/, '')}/t?w=${ward}&n=${random}#${number}.${day.slice(2).replaceAll('-', '')}`;
}

/** Reads a ticket's QR, of either kind; null for every other text. */
export function readTicketQr(text: string): TicketQr | null {
  const said = text.trim().toUpperCase();
  const [, number = '', year = '', month = '', date = ''] = LAYOUT.exec(said) ?? LINK.exec(said) ?? [];
  const day = `20${year}-${month}-${date}`;
  return isRealDay(day) ? { number, day } : null;
}
