import { TICKET_WIDTH_DOTS } from './ticket.ts';
import type { TicketItem, TicketSlip } from './ticket.ts';

const BAR_DOTS = 64;
const ROOM_DOTS = 80;
const MARK = 'DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ';

/** The ticket of a drill: a black bar above everything says that it has no value [G05]. */
export function drillTicket(slip: TicketSlip): TicketSlip {
  const mark: TicketItem = {
    kind: 'text',
    text: MARK,
    baseline: 44,
    sizeDots: 32,
    weight: 700,
    maxWidthDots: TICKET_WIDTH_DOTS - 24,
    bar: { top: 0, bottom: BAR_DOTS },
  };
  return { ...slip, heightDots: slip.heightDots + ROOM_DOTS, items: [mark, ...slip.items.map(lower)] };
}

function lower(item: TicketItem): TicketItem {
  if (item.kind === 'number') return { ...item, baseline: item.baseline + ROOM_DOTS };
  if (item.kind !== 'text') return { ...item, top: item.top + ROOM_DOTS };
  const bar = item.bar && { top: item.bar.top + ROOM_DOTS, bottom: item.bar.bottom + ROOM_DOTS };
  return { ...item, baseline: item.baseline + ROOM_DOTS, bar };
}
