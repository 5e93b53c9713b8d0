// The pieces that every spoken call is made of. A recorded set of the same names replaces the bundled one, file by file.

/** Voices that are bundled: northern (Hà Nội) and southern (Thành phố Hồ Chí Minh). */
export const voiceRegions = ['north', 'south'] as const;

/** A bundled voice. */
export type VoiceRegion = (typeof voiceRegions)[number];

/** One piece: the name of its file, how `callSequence` writes it, and what a voice says. */
export type Clip = { readonly name: string; readonly piece: string; readonly spoken: string };

/** Names of letters as they are said; G is `gờ`, because `giê` and `dê` (D) sound alike in the North. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['A', 'a'],
  ['B', 'bê'],
  ['C', 'xê'],
  ['D', 'dê'],
  ['E', 'e'],
  ['F', 'ép phờ'],
  ['G', 'gờ'],
  ['H', 'hát'],
  ['I', 'i ngắn'],
  ['J', 'di'],
  ['K', 'ca'],
  ['L', 'e lờ'],
  ['M', 'em mờ'],
  ['N', 'en nờ'],
  ['O', 'o'],
  ['P', 'pê'],
  ['Q', 'quy'],
  ['R', 'e rờ'],
  ['S', 'ét sì'],
  ['T', 'tê'],
  ['U', 'u'],
  ['V', 'vê'],
  ['W', 'vê kép'],
  ['X', 'ích xì'],
  ['Y', 'i dài'],
  ['Z', 'dét'],
];

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

const said = (name: string, piece: string): Clip => ({ name, piece, spoken: piece });

/** Every piece of a call; the list is the order in which somebody would record them. */
export const clips: readonly Clip[] = [
  said('moi-cong-dan', 'Mời công dân có số thứ tự'),
  ...LETTERS.map(([piece, spoken]) => ({ name: `chu-${piece.toLowerCase()}`, piece, spoken })),
  ...DIGITS.map((word, digit) => said(`so-${digit}`, word)),
  said('so-10', 'mười'),
  said('hang-muoi', 'mươi'),
  said('mot-sau-muoi', 'mốt'),
  said('nam-sau-muoi', 'lăm'),
  said('den-quay-so', 'đến quầy số'),
  said('den-quay-tren-bang', 'đến quầy ghi trên bảng'),
];

/** Names of all clips a set must have, without the file's ending. */
export const clipNames: readonly string[] = clips.map(({ name }) => name);

/** The chime before a call is made by the page itself; a file of this name in a ward's own set replaces it. */
export const CHIME = 'chuong';

const byPiece = new Map(clips.map(({ name, piece }) => [piece, name]));

/** Name of the clip of a piece of `callSequence`; null for a sign that no voice knows. */
export function clipOf(piece: string): string | null {
  return byPiece.get(piece) ?? null;
}

/** A clip that says a whole counter, "đến quầy Tư pháp"; a ward may record one for a counter without a number. */
export function counterClip(counterId: string): string {
  return `quay-${counterId}`;
}

/** Whether a ward's own set may hold a file of this name: a clip, the chime, or the words of one counter. */
export function isClipName(name: string): boolean {
  return name === CHIME || clipNames.includes(name) || /^quay-[a-z0-9-]{1,40}$/.test(name);
}
