import { isRealDay } from '../../../basics/time.ts';
import { parseProcedureCode } from '../../ids/procedure-code.ts';
import { doubtful, isNothing, plain, sure } from './plain.ts';
import type { Procedure } from '../../procedure.ts';
import type { Found } from './plain.ts';

type Level = Procedure['onlineLevel'];
type Channels = Procedure['channels'];

/**
 * Reads a mã TTHC as a cell has it. Excel takes codes for numbers and drops zeros at their end (1.010040 → 1.01004); they
 * are put back, which is a doubt. Null when it is no code.
 */
export function readCode(cell: string | number): Found<string> | null {
  const text = typeof cell === 'number' ? numberText(cell) : cell.trim();
  const parsed = parseProcedureCode(text);
  if (parsed.ok) {
    const { code } = parsed.value;
    return /^[1-6]/u.test(code) ? sure(code) : doubtful(code, 'code-unusual', text, code);
  }
  const short = /^([1-6])[.,](\d{1,5})$/u.exec(text);
  if (!short) return null;
  const code = `${short[1]}.${(short[2] ?? '').padEnd(6, '0')}`;
  return doubtful(code, 'code-zeros', text, code);
}

/** Level of online service: the two of NĐ 42/2022, or the old scale of four (3 and 4 are taken as partly and fully online). */
export function readLevel(text: string): Found<Level> {
  const words = plain(text);
  if (/toan trinh/u.test(words) && !/mot phan/u.test(words)) return sure('toanTrinh');
  if (/mot phan/u.test(words) && !/toan trinh/u.test(words)) return sure('motPhan');
  if (/^(?:khong|khong co|dvc con lai|con lai|cung cap thong tin.*|truc tiep)\.?$/u.test(words))
    return sure('khong');
  const old = /^(?:dvc(?:tt)? )?(?:muc(?: do)?|cap(?: do)?)?\s*([1-4])$/u.exec(words)?.[1];
  if (old === '4') return doubtful('toanTrinh', 'level-old-scale', text, 'toàn trình');
  if (old === '3') return doubtful('motPhan', 'level-old-scale', text, 'một phần');
  if (old !== undefined) return doubtful('khong', 'level-old-scale', text, 'không');
  return doubtful('khong', 'level-not-understood', text, 'không');
}

/** Ways of handing in that the text names. */
export function readChannels(text: string): Found<Channels> {
  const words = plain(text);
  const channels: Channels = [];
  if (/truc tiep|tai bo phan|mot cua/u.test(words)) channels.push('trucTiep');
  if (/buu chinh|buu dien|bcci/u.test(words)) channels.push('buuChinh');
  if (/truc tuyen|online|cong dich vu cong|qua mang/u.test(words)) channels.push('trucTuyen');
  return channels.length > 0
    ? sure(channels)
    : doubtful(['trucTiep'], 'channels-not-understood', text, 'trực tiếp');
}

/** A day as written: 2026-03-01, 01/03/2026, 1.3.26 is not understood. Null when it is none. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  if (isRealDay(trimmed)) return trimmed;
  const [, date = '', month = '', year = ''] =
    /^(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})$/iu.exec(trimmed) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isRealDay(day) ? day : null;
}

/** Number of sets (bộ): "01 bộ", "2", "02 (hai) bộ". */
export function readSets(text: string): Found<number> {
  const [, digits = ''] =
    /^(\d{1,2})(?:\s*\([\p{L}\s]+\))?(?:\s*bộ)?(?: hồ sơ)?\.?$/iu.exec(text.trim()) ?? [];
  const count = Number(digits);
  return count >= 1 && count <= 20 ? sure(count) : doubtful(1, 'sets-not-understood', text, '1');
}

/** Results of a procedure, one a line or parted by semicolons, with their codes (DOMAIN 3.3) where the text has them. */
export function readResults(
  text: string,
): readonly { readonly name: string; readonly code: string | null }[] {
  return text
    .split(/\n|;/u)
    .map((part) => part.replace(/^[\s\-–+•*]+/u, '').trim())
    .filter((part) => !isNothing(part))
    .map((part) => {
      const code = /KQ\.[A-Z]\d{2}\.\d{6}/u.exec(part)?.[0] ?? null;
      const name = part.replace(/\(?(?:Mã:?\s*)?KQ\.[A-Z]\d{2}\.\d{6}\)?/u, '').trim();
      return { name: name === '' ? part : name, code };
    });
}

function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6)));
}
