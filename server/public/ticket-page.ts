// Where a number stands, for the phone of whoever holds its paper [K18]: number, state and how many came before; nobody's name.
import { createHash } from 'node:crypto';
import { formatTime } from '../../shared/text/dates.ts';
import type { Ticket } from '../../shared/project/tickets.ts';

/** A ticket and how many that came before it wait for the same. */
export type TicketInLine = { readonly ticket: Ticket; readonly before: number };

/** Seconds after which the page asks again by itself. */
const REFRESH_SECONDS = 20;

const style = `
  body { margin: 0 auto; max-width: 30rem; padding: 2rem 1.25rem; color: #1f2328; background: #fbf8f3;
    font: 1.125rem/1.6 'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif; text-align: center; }
  h1 { font-size: 1.125rem; font-weight: 500; margin: 0; }
  .number { font-size: 5.5rem; line-height: 1.1; font-weight: 700; margin: 0.5rem 0 1rem; color: #8a2f1c;
    font-variant-numeric: tabular-nums; }
  .state { text-wrap: balance; font-size: 1.5rem; line-height: 1.35; font-weight: 600; margin: 0 0 0.5rem; }
  .note { color: #57534c; margin: 1.5rem 0 0; font-size: 1rem; }
  a { color: inherit; }
  @media (prefers-color-scheme: dark) { body { color: #ece8e1; background: #17191c; } .number { color: #f0a48f; }
    .note { color: #b9b3a8; } }
`;

type Words = {
  readonly lang: 'vi' | 'en';
  readonly other: { readonly lang: string; readonly name: string };
  readonly title: string;
  readonly yours: string;
  readonly before: (count: number) => string;
  readonly first: string;
  readonly priority: string;
  readonly states: Readonly<Record<Exclude<Ticket['status'], 'waiting'>, string>>;
  readonly todo: Readonly<Partial<Record<Ticket['status'], string>>>;
  readonly asOf: (time: string) => string;
  readonly unknown: string;
  readonly unknownTodo: string;
};

const vi: Words = {
  lang: 'vi',
  other: { lang: 'en', name: 'English' },
  title: 'Số thứ tự',
  yours: 'Số thứ tự của Ông/Bà',
  before: (count) => `Còn ${count} người đến trước đang chờ`,
  first: 'Ông/Bà là người tiếp theo',
  priority: 'Người được ưu tiên hoặc có hẹn có thể được gọi trước.',
  states: {
    called: 'Đang mời Ông/Bà đến quầy',
    serving: 'Đang được phục vụ tại quầy',
    held: 'Đang tạm giữ số',
    absent: 'Đã gọi nhưng Ông/Bà chưa đến',
    served: 'Đã phục vụ xong',
    closed: 'Số này không còn hiệu lực',
  },
  todo: {
    waiting: 'Xin nghe loa và nhìn màn hình tại bộ phận một cửa: ở đó luôn nhanh hơn trang này.',
    called: 'Xin nhìn màn hình để biết quầy nào.',
    held: 'Xin đến lại quầy khi Ông/Bà đã sẵn sàng.',
    absent: 'Xin đến ngay quầy hướng dẫn để được nhận lại số.',
  },
  asOf: (time) => `Theo tin máy chủ nhận được, lúc ${time}. Trang tự tải lại mỗi ${REFRESH_SECONDS} giây.`,
  unknown: 'Không thấy số này',
  unknownTodo:
    'Vé có thể vừa in và máy chủ chưa nhận được, hoặc mạng của phường đang gián đoạn. Xin nghe loa và nhìn màn hình tại bộ phận một cửa.',
};

const en: Words = {
  lang: 'en',
  other: { lang: 'vi', name: 'Tiếng Việt' },
  title: 'Queue number',
  yours: 'Your number',
  before: (count) =>
    count === 1 ? '1 person who came before you waits' : `${count} people who came before you wait`,
  first: 'You are next',
  priority: 'People with priority or an appointment may be called first.',
  states: {
    called: 'You are being called to a counter',
    serving: 'You are being served',
    held: 'Your number is on hold',
    absent: 'You were called but did not come',
    served: 'Your visit is finished',
    closed: 'This number is no longer valid',
  },
  todo: {
    waiting: 'Please listen and watch the display in the waiting room: it is always ahead of this page.',
    called: 'Please look at the display for the counter.',
    held: 'Please come back to the counter when you are ready.',
    absent: 'Please go to the information desk at once to get your number back.',
  },
  asOf: (time) =>
    `As the server knew at ${time}. The page loads itself anew every ${REFRESH_SECONDS} seconds.`,
  unknown: 'This number is not here',
  unknownTodo:
    'The ticket may just have been printed, or the office may be cut off from the network. Please listen and watch the display in the waiting room.',
};

/** The policy the page is served under: no script, no outside resource. */
export const ticketPageCsp = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * The page of one number; `null` for a number that the server does not have.
 * @param link this page's own address without its language
 */
export function ticketPage(
  found: TicketInLine | null,
  { lang, nowMs, link }: { readonly lang: 'vi' | 'en'; readonly nowMs: number; readonly link: string },
): string {
  const words = lang === 'en' ? en : vi;
  const body = found ? standing(found, words) : said(words.unknown, words.unknownTodo);
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${isOver(found) ? '' : `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`}
<title>${words.title}${found ? ` ${found.ticket.number}` : ''}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
<p class="note">${words.asOf(formatTime(nowMs))}</p>
<p class="note"><a href="${link}&amp;lang=${words.other.lang}" lang="${words.other.lang}">${words.other.name}</a></p>
</main>
</body>
</html>
`;
}

function standing({ ticket, before }: TicketInLine, words: Words): string {
  const { status, number } = ticket;
  const head = `<h1>${words.yours}</h1>\n<p class="number">${number}</p>`;
  const todo = words.todo[status] ?? '';
  if (status !== 'waiting') return `${head}\n${said(words.states[status], todo)}`;
  const line = before === 0 ? words.first : words.before(before);
  return `${head}\n${said(line, `${words.priority} ${todo}`)}`;
}

function said(state: string, todo: string): string {
  return `<p class="state" role="status">${state}</p>${todo === '' ? '' : `\n<p>${todo}</p>`}`;
}

function isOver(found: TicketInLine | null): boolean {
  return found?.ticket.status === 'served' || found?.ticket.status === 'closed';
}
