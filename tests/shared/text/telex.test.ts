import { describe, expect, it } from 'vitest';
import { letterKey, telexKey, toneKey } from '../../../shared/text/typing/telex.ts';
import { toTelex } from '../../support/vietnamese-keys.ts';

const type = (keys: string): string => keys.split('').reduce(telexKey, '');

/** Keys as people type them, and what comes of them. */
const table: readonly (readonly [keys: string, text: string])[] = [
  ['tieengs Vieetj', 'tiếng Việt'],
  ['ddawng kys khai sinh', 'đăng ký khai sinh'],
  ['chuwngs thuwcj', 'chứng thực'],
  ['hooj tichj', 'hộ tịch'],
  ['ddaats ddai', 'đất đai'],
  ['dangd kis', 'đang kí'],
  ['keets hoon', 'kết hôn'],
  ['keet1', 'kêt1'],
  ['hoaf', 'hòa'],
  ['hoafn', 'hoàn'],
  ['thuyr', 'thủy'],
  ['uyr ban', 'ủy ban'],
  ['quyeenf', 'quyền'],
  ['quyenef', 'quyền'],
  ['quas', 'quá'],
  ['quawng', 'quăng'],
  ['gif', 'gì'],
  ['giaf', 'già'],
  ['gieengs', 'giếng'],
  ['giuwax', 'giữa'],
  ['nguwowif', 'người'],
  ['nguowif', 'người'],
  ['nguoiwf', 'người'],
  ['dduwowngf', 'đường'],
  ['duowngfd', 'đường'],
  ['dduwongf', 'đường'],
  ['thuowr', 'thuở'],
  ['huowu', 'hươu'],
  ['ruwowuj', 'rượu'],
  ['huwu', 'hưu'],
  ['huuw', 'hưu'],
  ['guiwr', 'gửi'],
  ['muaw', 'mưa'],
  ['hoawcj', 'hoặc'],
  ['khuyaf', 'khuỳa'],
  ['ngoaif', 'ngoài'],
  ['khuyur', 'khuỷu'],
  ['khoeo', 'khoeo'],
  ['xoong', 'xông'],
  ['xooong', 'xoong'],
  ['tuaanf', 'tuần'],
  ['tuaanfz', 'tuân'],
  ['tieeue', 'tieue'],
  ['ass', 'as'],
  ['aas', 'ấ'],
  ['aaa', 'aa'],
  ['ddd', 'dd'],
  ['aww', 'aw'],
  ['uww', 'uw'],
  ['w', 'ư'],
  ['DDAWNG', 'ĐĂNG'],
  ['Ddaij', 'Đại'],
  ['sf', 'sf'],
  ['z', 'z'],
  ['H26', 'H26'],
];

describe('Telex', () => {
  it.each(table)('[KI7] %s → %s', (keys, text) => {
    expect(type(keys)).toBe(text);
    expect(type(keys)).toBe(type(keys).normalize('NFC'));
  });

  it('[KI7] every name of the demo’s fields and procedures comes out as it is spelled, wherever the tone is typed', () => {
    const said = [
      'Đăng ký, quản lý cư trú',
      'Nguyễn Thị Hương',
      'Thành lập doanh nghiệp',
      'Bảo trợ xã hội',
      'Quản lý xuất nhập cảnh',
      'Hạ tầng kỹ thuật',
      'thường trú',
      'chuyển đổi',
      'thuế',
      'được',
      'nước',
      'yếu tố nước ngoài',
    ];
    for (const text of said) expect(type(toTelex(text))).toBe(text);
  });

  it('[KI7] a letter that is shown on its key stands as it is, and takes the tone to its place', () => {
    expect('hôn'.split('').reduce(letterKey, '')).toBe('hôn');
    expect(letterKey('hó', 'a')).toBe('hóa');
    expect(letterKey('hóa', 'n')).toBe('hoán');
    expect(letterKey('ba', 's')).toBe('bas');
  });

  it('[KI7] a tone key marks the last syllable, and takes its mark back', () => {
    expect(toneKey('khai sinh', 'j')).toBe('khai sịnh');
    expect(toneKey('khai sịnh', 'j')).toBe('khai sinh');
    expect(toneKey('chưng', 's')).toBe('chứng');
    expect(toneKey('đk', 's')).toBe('đk');
    expect(toneKey('', 's')).toBe('');
    expect(toneKey('an ', 's')).toBe('an ');
  });
});
