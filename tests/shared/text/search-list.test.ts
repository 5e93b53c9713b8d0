import { describe, expect, it } from 'vitest';
import { buildSearchList, foldForList } from '../../../shared/text/search-list.ts';
import { tokenQuery, tokenValues } from '../../../shared/text/token-values.ts';
import type { SearchEntry } from '../../../shared/text/search-list.ts';
import { person } from '../../support/demo.ts';

const hex = (n: number) => `dossier-${n.toString(16).padStart(32, '0')}`;
const entry = (n: number, text: string, shared = 'Đăng ký khai sinh'): SearchEntry => ({
  id: hex(n),
  at: 1_780_000_000 + n,
  text: foldForList(text),
  shared: foldForList(shared),
});

describe('the search list', () => {
  const list = buildSearchList([
    entry(1, 'Đỗ Thị Hường Nguyễn Văn An H26.19.05-260605-0001 B014'),
    entry(2, 'Trần Văn Bình H26.19.05-260605-0002'),
    entry(3, 'Nguyễn Thị Kỹ H26.19.05-260606-0012', 'Chứng thực bản sao'),
  ]);
  const find = (query: string, limit = 10) =>
    list.find(query, limit).ids.map((id) => Number(`0x${id.slice(8)}`));

  it('[E2] [E01] finds without marks, in any order, unfinished, i for y, newest first', () => {
    expect(find('huong do')).toEqual([1]);
    expect(find('HƯỜNG')).toEqual([1]);
    expect(find('ngu')).toEqual([3, 1]);
    expect(find('nguyen ki')).toEqual([3, 1]);
    expect(find('an ng')).toEqual([1]);
    expect(find('uyen')).toEqual([]);
    expect(find('  ')).toEqual([]);
    expect(find('x'.repeat(100_000))).toEqual([]);
  });

  it('[E2] [E03] finds by code, by the end of a code, by ticket and by procedure with a name', () => {
    expect(find('H26.19.05-260605-0002')).toEqual([2]);
    expect(find('260606')).toEqual([3]);
    expect(find('12')).toEqual([3]);
    expect(find('b014')).toEqual([1]);
    expect(find('khai sinh')).toEqual([2, 1]);
    expect(find('chung thuc nguyen')).toEqual([3]);
  });

  it('[E2] [TX4] one slip in a long word is forgiven where nothing else answers, never in a number', () => {
    expect(find('nguyne')).toEqual([3, 1]);
    expect(find('guyen an')).toEqual([1]);
    expect(find('huogn 0001')).toEqual([1]);
    expect(find('huogn 001')).toEqual([1]);
    expect(find('nguyne khai')).toEqual([1]);
    expect(find('nguyne chung thuc')).toEqual([3]);
    expect(find('hương')).toEqual([1]);
    expect(find('khai sinnh nguyen')).toEqual([]);
    expect(find('260506')).toEqual([]);
    expect(find('tarn')).toEqual([]);
    expect(find('mguyne')).toEqual([]);
  });

  it('[E2] who bears a name stands before those whose procedure has it', () => {
    const sinh = buildSearchList([entry(1, 'Lê Sinh'), entry(2, 'Lê An'), entry(3, 'Lê Ba', 'Chứng thực')]);
    expect(sinh.find('sinh', 9).ids).toEqual([hex(1), hex(2)]);
    expect(sinh.find('le sinh', 1)).toEqual({ ids: [hex(1)], more: true });
  });

  it('[E2] cuts at the limit and says so', () => {
    expect(list.find('h26', 2)).toEqual({ ids: [hex(3), hex(2)], more: true });
    expect(list.find('h26', 3).more).toBe(false);
  });

  it('[E2] what comes later takes its place by time, what is there twice is there once, what is taken out is gone', () => {
    const grown = buildSearchList([entry(5, 'Lê An'), { ...entry(9, 'Lê Ba'), id: 'dossier-odd' }]);
    grown.add([entry(7, 'Lê Cúc'), entry(6, 'Lê Dung')]);
    grown.add([entry(5, 'Lê Anh')]);
    expect(grown.find('le', 9).ids).toEqual(['dossier-odd', hex(7), hex(6), hex(5)]);
    expect(grown.find('anh', 9).ids).toEqual([hex(5)]);
    grown.remove([hex(6), 'dossier-odd', hex(77)]);
    expect(grown.find('le', 9).ids).toEqual([hex(7), hex(5)]);
    expect(grown.size()).toBe(2);
    grown.add(Array.from({ length: 100 }, (_, n) => entry(100 + n, 'Phạm Tâm')));
    expect(grown.find('pham', 2).ids).toEqual([hex(199), hex(198)]);
    expect(grown.find('le c', 2).ids).toEqual([hex(7)]);
  });

  it('[E2] takes no more than 100 bytes a dossier beside the words', () => {
    const many = Array.from({ length: 5000 }, (_, n) =>
      entry(n, `Nguyễn Văn An H26.19.05-260605-${n} B${n % 500}`),
    );
    expect(buildSearchList(many).bytes() / many.length).toBeLessThan(100);
  });
});

describe('values of tokens', () => {
  it('[E1] phones, numbers and codes come to one form, however they are written', () => {
    expect(tokenQuery('+84 912.345.678')).toEqual([{ kind: 'phone', value: '0912345678' }]);
    expect(tokenQuery('0912 345 678')).toContainEqual({ kind: 'phone', value: '0912345678' });
    expect(tokenQuery('001 234 567 890')).toEqual([{ kind: 'id', value: '001234567890' }]);
    expect(tokenQuery('h26.19.05-260605-0002')).toEqual([{ kind: 'code', value: 'H26.19.05-260605-0002' }]);
    expect(tokenQuery('Nguyễn Văn An')).toEqual([]);
    expect(tokenQuery('2605')).toEqual([]);
  });

  it('[E1] owner and submitter of one name are written once', () => {
    const values = tokenValues({ owner: person, submitter: person }, null);
    expect(new Set(values.map(({ kind, value }) => `${kind} ${value}`)).size).toBe(values.length);
    expect(values.map(({ kind }) => kind).toSorted()).toEqual(['id', 'phone']);
  });
});
