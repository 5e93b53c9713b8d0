import { describe, expect, it } from 'vitest';
import {
  fieldOfLetter,
  isSameChoice,
  mostUsed,
  serviceOf,
  spokenCode,
} from '../../../renderer/screens/desk/queue/rules/giving-rules.ts';
import { rowAfterKey } from '../../../renderer/screens/desk/queue/rules/list-keys.ts';
import { reasonIn, recordedReason } from '../../../renderer/screens/desk/queue/acts/reasons.ts';
import { messages } from '../../../shared/text/messages/index.ts';
import { demoCatalogue } from '../../support/demo.ts';
import { ticketWith } from '../../support/queue/tickets.ts';

const catalogue = demoCatalogue();
const birth = catalogue.procedures.find(({ code }) => code === '1.001193');
const birthChoice = { fieldId: birth?.fieldId ?? '', procedureCode: '1.001193' };

describe('what a clerk gives', () => {
  it('[K16] what was asked for most today stands first, then the fields of the counter', () => {
    const tickets = [
      ticketWith({ number: 'A001', fieldId: 'chung-thuc', series: 'A' }),
      ticketWith({ number: 'B001', ...birthChoice, series: 'B' }),
      ticketWith({ number: 'B002', ...birthChoice, series: 'B' }),
      ticketWith({ number: 'C001', fieldId: 'dat-dai', series: 'C' }),
      ticketWith({ number: 'B003', fieldId: 'ho-tich', procedureCode: 'out-of-force', series: 'B' }),
    ];
    const quick = mostUsed(tickets, catalogue, ['A', 'B'], 4);
    expect(quick.slice(0, 2)).toEqual([birthChoice, { fieldId: 'chung-thuc', procedureCode: null }]);
    expect(quick.slice(2)).toEqual([{ fieldId: 'ho-tich', procedureCode: null }]);
    expect(mostUsed([], catalogue, ['A', 'B'], 1)).toHaveLength(1);
  });

  it('[P05] a service knows its series; a field that is not there is none', () => {
    expect(serviceOf(birthChoice, catalogue.fields)).toEqual({ ...birthChoice, series: 'B' });
    expect(serviceOf({ fieldId: 'nowhere', procedureCode: null }, catalogue.fields)).toBeNull();
    expect(isSameChoice(birthChoice, { ...birthChoice })).toBe(true);
    expect(isSameChoice(null, birthChoice)).toBe(false);
  });

  it('[K22] the letter of a paper chooses the field where only one has it', () => {
    expect(fieldOfLetter('A', catalogue.fields)).toBe('chung-thuc');
    const [first] = catalogue.fields;
    const shared = first ? [...catalogue.fields, { ...first, id: 'second' }] : [];
    expect(fieldOfLetter(first?.series ?? '', shared)).toBeNull();
    expect(fieldOfLetter('?', catalogue.fields)).toBeNull();
  });

  it('[K17] a code is read out in two groups', () => {
    expect(spokenCode('FEADHRT6')).toBe('FEAD HRT6');
  });
});

describe('keys in the waiting list', () => {
  const numbers = ['A001', 'B014', 'A1012', 'A014', 'A002'];

  it('[G04] arrows stop at the ends', () => {
    expect(rowAfterKey('ArrowDown', '', numbers, 4)).toBe(4);
    expect(rowAfterKey('ArrowUp', '', numbers, 0)).toBe(0);
    expect(rowAfterKey('ArrowDown', '', numbers, 1)).toBe(2);
    expect(rowAfterKey('Home', '', numbers, 3)).toBe(0);
    expect(rowAfterKey('End', '', numbers, 0)).toBe(4);
  });

  it('[G04] typed digits find the number that they are, then one that has them', () => {
    expect(rowAfterKey('4', '14', numbers, 0)).toBe(1);
    expect(rowAfterKey('2', '002', numbers, 0)).toBe(4);
    expect(rowAfterKey('0', '10', numbers, 0)).toBe(2);
    expect(rowAfterKey('9', '99', numbers, 0)).toBeNull();
    expect(rowAfterKey('x', '', numbers, 0)).toBeNull();
  });
});

describe('reasons', () => {
  const quick = messages.vi.desk.counterWork.pick.reasons;

  it('[P02] the record is Vietnamese, one’s own words as typed', () => {
    expect(recordedReason({ id: 'urgent', text: '' }, quick)).toBe('Khẩn cấp');
    expect(recordedReason({ id: 'other', text: '  cấp cứu ' }, quick)).toBe('cấp cứu');
    expect(recordedReason({ id: 'other', text: '  ' }, quick)).toBe('');
    expect(recordedReason({ id: null, text: '' }, quick)).toBe('');
  });

  it('[P02] a quick reason is shown in the page’s language, words of a person as they are', () => {
    expect(reasonIn('Khẩn cấp', 'en')).toBe('Urgent');
    expect(reasonIn('Nghỉ trưa', 'en')).toBe('Lunch');
    expect(reasonIn('cấp cứu', 'en')).toBe('cấp cứu');
    expect(reasonIn('Khẩn cấp', 'vi')).toBe('Khẩn cấp');
  });
});
