// Filings without a code are found by whose they are [N04] [E01].
import { expect, it } from 'vitest';
import { codeOfFiling, filingRows } from '../../../renderer/screens/desk/filings/filing-rows.ts';
import { filingsNamed } from '../../../renderer/store/find/filings-named.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';

const filing = (id: string, more: Partial<Filing>) =>
  ({
    id,
    status: 'filed',
    channel: 'post',
    portalCode: '',
    filedAt: '2026-06-05T02:00:00.000Z',
    answerDueAt: null,
    procedure: { code: '1.001193', name: 'Khai sinh', fieldId: 'ho-tich', fieldName: 'Hộ tịch' },
    ...more,
  }) as unknown as Filing;
const of = (name: string) => ({ submitter: { name }, owner: { name } }) as unknown as ReceivedPersons;

const filings = [filing('filing-1', {}), filing('filing-2', { channel: 'online', portalCode: 'H26-1' })];
const rows = filings.map((state) => ({ id: state.id, state, heads: [] }));
const persons = { 'filing-1': of('Trần Thị Đào'), 'filing-2': of('Lê Văn Bình') };

const find = (query: string, role = 'reception') => {
  const state = { filings: rows as never, persons, openPersons: () => Promise.resolve() };
  const session = { clerk: { id: 'ngoc', role } } as never;
  return filingsNamed(
    { filings: { getState: () => state }, session: { getState: () => session } },
    query,
    8,
  ).then((found) => found.map(({ id }) => id));
};

it('[N04] a filing by post without a code says so, and is found by name and by these words', () => {
  const { noCode } = messages.vi.filings;
  expect(filings.map((one) => codeOfFiling(one, noCode))).toEqual(['Bưu chính, không có mã', 'H26-1']);
  const found = (search: string) =>
    filingRows(rows as never, persons, search, noCode).map((row) => row.filing.id);
  expect(found('dao tran')).toEqual(['filing-1']);
  expect(found('bưu chính')).toEqual(['filing-1']);
  expect(found('h26-1')).toEqual(['filing-2']);
});

it('[E01] the search from anywhere finds a waiting filing by its name, and opens no names for who may read none', async () => {
  expect(await find('tran dao')).toEqual(['filing-1']);
  expect(await find('binh')).toEqual(['filing-2']);
  expect(await find('anh')).toEqual([]);
  expect(await find('t')).toEqual([]);
  expect(await find('tran dao', 'admin')).toEqual([]);
});
