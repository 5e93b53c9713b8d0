import { expect, it } from 'vitest';
import { checkReturn } from '../../../shared/decide/dossiers.ts';

const other = { receiverIsSubmitter: false, receiver: 'Trần Văn Bình', receiverIdNumber: '' };

function refused(change: Partial<typeof other>) {
  const checked = checkReturn({ ...other, ...change });
  return checked.ok || checked.error.code !== 'fields-invalid' ? [] : checked.error.fields;
}

it('[D12] another receiver needs a name', () => {
  expect(refused({ receiver: '  ' })).toEqual([{ field: 'receiver', code: 'name-missing' }]);
  expect(refused({ receiver: '', receiverIsSubmitter: true })).toEqual([]);
});

it.each([
  ['', []],
  ['001 185 012 345', []],
  ['C1234567', []],
  ['abc', [{ field: 'receiverIdNumber', code: 'personal-number-letters' }]],
  ['00118501234', [{ field: 'receiverIdNumber', code: 'personal-number-length', found: 11 }]],
  ['1'.repeat(41), [{ field: 'receiverIdNumber', code: 'text-too-long', found: 41 }]],
])('[D12] the number of a receiver may be left empty, but is right when typed: "%s"', (typed, expected) => {
  expect(refused({ receiverIdNumber: typed })).toEqual(expected);
});

it('[D12] says everything that is wrong at once', () => {
  expect(refused({ receiver: '', receiverIdNumber: 'abc' }).map(({ field }) => field)).toEqual([
    'receiver',
    'receiverIdNumber',
  ]);
});
