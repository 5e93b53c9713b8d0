// What benches write and search: a seeded ward, so that every run sees the same bytes. No real person stands in it.
import { encodeEvent, NO_HASH } from '../../shared/event/envelope.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';

/** A seeded source of numbers in [0, 1). */
export type Dice = () => number;

/** mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Shares of family names as they are commonly told; Nguyễn, more than a third, is what makes searching names hard. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 0.35],
  ['Trần', 0.11],
  ['Lê', 0.095],
  ['Phạm', 0.07],
  ['Hoàng', 0.05],
  ['Vũ', 0.045],
  ['Phan', 0.045],
  ['Trương', 0.025],
  ['Bùi', 0.025],
  ['Đặng', 0.025],
  ['Đỗ', 0.025],
  ['Ngô', 0.02],
  ['Hồ', 0.02],
  ['Dương', 0.02],
  ['Đinh', 0.015],
  ['Lý', 0.01],
  ['Đoàn', 0.01],
  ['Mai', 0.01],
  ['Tạ', 0.01],
  ['Quách', 0.005],
  ['Lương', 0.01],
  ['Chu', 0.005],
];
const MIDDLES = 'Thị Văn Đức Minh Ngọc Thanh Hồng Quang Hữu Xuân Kim Gia Bảo Thu Phương Anh'.split(' ');
const GIVEN = (
  'Anh Bình Châu Chi Cường Dung Dũng Duy Đạt Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hùng Hương Huy Khánh Lan Linh Loan Long ' +
  'Mai Minh Nam Nga Ngân Nhung Oanh Phong Phúc Phương Quân Quyên Sơn Tâm Thảo Thắng Thủy Trang Trung Tuấn Tú Uyên Việt Vinh Yến'
).split(' ');
const STREETS =
  'Thạch Bàn|Ngọc Trì|Cổ Linh|Nguyễn Văn Linh|Trâu Quỳ|Ngô Gia Tự|Sài Đồng|Đàm Quang Trung'.split('|');
const PROCEDURES: readonly (readonly [string, string, string])[] = [
  ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'],
  ['1.000656', 'Đăng ký khai tử', 'Hộ tịch'],
  ['1.000894', 'Đăng ký kết hôn', 'Hộ tịch'],
  ['2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản', 'Chứng thực'],
  ['2.000884', 'Chứng thực chữ ký trong các giấy tờ, văn bản', 'Chứng thực'],
  ['1.004873', 'Cấp giấy xác nhận tình trạng hôn nhân', 'Hộ tịch'],
];

function pick<T>(roll: Dice, from: readonly T[]): T {
  const chosen = from[Math.floor(roll() * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** A Vietnamese name, family name first. */
export function personName(roll: Dice): string {
  let at = roll();
  const family = FAMILIES.find(([, share]) => (at -= share) < 0)?.[0] ?? 'Nguyễn';
  const middle = pick(roll, MIDDLES);
  return roll() < 0.3
    ? `${family} ${middle} ${pick(roll, GIVEN)} ${pick(roll, GIVEN)}`
    : `${family} ${middle} ${pick(roll, GIVEN)}`;
}

/** Lower-case hex digits. */
export function hex(roll: Dice, digits: number): string {
  let text = '';
  while (text.length < digits) text += Math.floor(roll() * 16).toString(16);
  return text;
}

function base64(roll: Dice, bytes: number): string {
  return Buffer.from(hex(roll, bytes * 2), 'hex').toString('base64');
}

/** Who writes a corpus. */
export type Writer = { readonly ward: string; readonly device: string; readonly epoch: string };

/** 2026-06-05 08:00 at the ward. */
const START_MS = Date.UTC(2026, 5, 5, 1);

/**
 * A desk's work as a valid chain: for each citizen a ticket (issued, called, finished), and for most a sealed dossier with
 * its slip. Sealed parts are random bytes of the usual length, so they compress as badly as real ones.
 */
export function deskWork(writer: Writer, seed: number, count: number): readonly LoggedEvent[] {
  const roll = dice(seed);
  const logged: LoggedEvent[] = [];
  const add = (type: string, subject: string, body: unknown, sealed: Sealing = null): void => {
    const seq = logged.length;
    const atMs = START_MS + seq * 20_000;
    const last = logged.at(-1);
    const hlc = `${String(atMs).padStart(13, '0')}-0000`;
    const wall = new Date(atMs).toISOString();
    const parents = last?.event.subject === subject ? [last.hash] : [];
    const actor = type === 'ticket-issued' || seq === 0 ? null : 'lan';
    const prev = last?.hash ?? NO_HASH;
    logged.push(
      encodeEvent({ v: 1, ...writer, seq, prev, hlc, wall, type, subject, parents, actor, body, sealed }),
    );
  };
  const publicKey = base64(roll, 44);
  add('epoch-opened', `epoch:${writer.epoch}`, { publicKey, reason: 'first', previous: [] });
  for (let citizen = 1; logged.length < count; citizen += 1) {
    for (const [type, subject, body, sealed] of visit(roll, citizen)) {
      if (logged.length < count) add(type, subject, body, sealed);
    }
  }
  return logged;
}

type Sealing = { readonly keyId: string; readonly iv: string; readonly ct: string } | null;
type Fact = readonly [type: string, subject: string, body: unknown, sealed?: Sealing];

function visit(roll: Dice, citizen: number): readonly Fact[] {
  const ticket = `ticket-${hex(roll, 20)}`;
  const number = `A${String(citizen % 1000).padStart(3, '0')}`;
  const at = new Date(START_MS + citizen * 90_000).toISOString();
  const day = '2026-06-05';
  const issued = { number, series: 'A', day, fieldId: 'ho-tich', procedureCode: null, priority: null };
  const facts: Fact[] = [
    ['ticket-issued', ticket, { ...issued, ahead: Math.floor(roll() * 12), at }],
    ['ticket-called', ticket, { counter: 'Quầy 1', call: 1, at }],
  ];
  if (roll() < 0.8) {
    const dossier = `dossier-${hex(roll, 20)}`;
    facts.push(['dossier-received', dossier, received(roll, citizen, number, ticket), seal(roll)]);
    facts.push(['slip-printed', dossier, { form: 'tt03-2025/mau-01', copy: 1, outcome: 'spooled', at }]);
  }
  facts.push(['ticket-finished', ticket, { outcome: 'served', at }]);
  return facts;
}

function seal(roll: Dice): Sealing {
  return { keyId: hex(roll, 32), iv: base64(roll, 12), ct: base64(roll, 380 + Math.floor(roll() * 120)) };
}

function received(roll: Dice, citizen: number, ticketNumber: string, ticketId: string): object {
  const [code, name, fieldName] = pick(roll, PROCEDURES);
  return {
    code: `H26.19.05-260605-${String(citizen).padStart(4, '0')}`,
    provisional: false,
    day: '2026-06-05',
    ticketId,
    ticketNumber,
    procedure: { code, version: '2025-07-01', name, fieldId: 'ho-tich', fieldName, agency: 'UBND cấp xã' },
    channel: 'counter',
    papers: [
      { name: `Tờ khai ${name.toLowerCase()}`, original: 1, certifiedCopy: 0, photocopy: 0 },
      { name: 'Giấy tờ tùy thân của người nộp', original: 0, certifiedCopy: 0, photocopy: 1 },
    ],
    sets: 1,
    fees: [{ kind: 'lePhi', label: 'Lệ phí', amount: 8000 }],
    limitText: 'Ngay trong ngày làm việc',
    receivedAt: new Date(START_MS + citizen * 90_000).toISOString(),
    dueAt: '2026-06-05T10:00:00.000Z',
    dueTrace: [{ step: 'received', at: new Date(START_MS + citizen * 90_000).toISOString() }],
    dueExplanation: `Nộp tại ${pick(roll, STREETS)}; trả ngay trong ngày làm việc.`,
    returnMethod: 'counter',
    book: 'ho-tich',
    officerName: 'Nguyễn Thị Lan',
    form: 'tt03-2025/mau-01',
  };
}

/** Events of a type that no fold knows, of about a kilobyte each: what the journal alone costs. */
export function plainEvents(writer: Writer, seed: number, count: number): readonly LoggedEvent[] {
  const roll = dice(seed);
  const logged: LoggedEvent[] = [];
  for (let seq = 0; seq < count; seq += 1) {
    const wallMs = START_MS + seq * 1000;
    logged.push(
      encodeEvent({
        v: 1,
        ...writer,
        seq,
        prev: logged.at(-1)?.hash ?? NO_HASH,
        hlc: `${String(wallMs).padStart(13, '0')}-0000`,
        wall: new Date(wallMs).toISOString(),
        type: 'note-of-tomorrow',
        subject: `note-${hex(roll, 20)}`,
        parents: [],
        actor: 'lan',
        body: { text: `${personName(roll)}, ${pick(roll, STREETS)}`, bytes: base64(roll, 400) },
        sealed: null,
      }),
    );
  }
  return logged;
}
