import { describe, expect, it } from 'vitest';
import { formOfTemplate, formSetOn, legalFormSets } from '../../../../shared/slip/forms/form-sets.ts';
import type { Slip, SlipBlock } from '../../../../shared/slip/slip.ts';
import { goldenPapers, LETTERS } from '../../../golden/papers.ts';
import { firstMissing, labelledPapers } from '../../../support/papers/domain-labels.ts';
import {
  formsOf2018,
  formsOf2025,
  someApology,
  someBook,
  someControl,
  someExtension,
  someFee,
  someRefusal,
  someSeveral,
  someStop,
  someSupplement,
} from '../../../support/papers/samples.ts';
import { bare } from '../../../support/papers/read-pdf.ts';
import { wordsOf } from '../../../support/papers/words-of.ts';

const [set2025, set2018] = legalFormSets;

const blocksOf = <K extends SlipBlock['kind']>(
  slip: Slip,
  kind: K,
): readonly Extract<SlipBlock, { kind: K }>[] =>
  slip.blocks.filter((block): block is Extract<SlipBlock, { kind: K }> => block.kind === kind);

const valueOf = (slip: Slip, label: string): string | undefined =>
  blocksOf(slip, 'fields')
    .flatMap(({ lines }) => lines.flatMap(({ parts }) => parts))
    .find((part) => part.label === label)?.value;

const textOf = (slip: Slip): string => wordsOf(slip).join(' ');

describe('the sets of forms', () => {
  it('[R08] [FM1] TT 01/2018 has forms 01–06, TT 03/2025 forms 01–07 with the shifted numbers', () => {
    const numbersOf = (forms: typeof set2025.forms) =>
      Object.values(forms)
        .map(({ formNo, title }) => `${formNo}: ${title.join(' ')}`)
        .filter((name) => name.startsWith('Mẫu'))
        .toSorted();
    expect(numbersOf(set2018.forms)).toEqual([
      'Mẫu số 01: GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mẫu số 02: PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Mẫu số 03: PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Mẫu số 04: PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      'Mẫu số 05: PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'Mẫu số 06: SỔ THEO DÕI HỒ SƠ',
    ]);
    expect(numbersOf(set2025.forms)).toEqual([
      'Mẫu số 01: GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mẫu số 02: PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Mẫu số 03: PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Mẫu số 04: VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      'Mẫu số 05: THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
      'Mẫu số 06: PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'Mẫu số 07: SỔ THEO DÕI HỒ SƠ',
    ]);
    expect([set2018.forms.stop, set2018.forms.extension, set2025.forms.apology]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('[FM1] the set of a day is the one that began last; days before all get the oldest', () => {
    const on = (day: string): string => formSetOn(day, legalFormSets).id;
    expect(on('2025-09-15')).toBe('tt-03-2025');
    expect(on('2025-09-14')).toBe('tt-01-2018');
    expect(on('1999-01-01')).toBe('tt-01-2018');
    expect(formSetOn('2025-09-15', [set2018, set2025]).id).toBe('tt-03-2025');
  });

  it('[FM1] a paper names its form, and an old one is found by that name', () => {
    const ids = legalFormSets.flatMap(({ forms }) => Object.values(forms).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const slip = someRefusal({ form: formsOf2018.refusal });
    expect(slip.template).toBe('mau-03/tt-01-2018/1');
    expect(formOfTemplate(slip.template, legalFormSets)).toBe(formsOf2018.refusal);
    expect(formOfTemplate('mau-01/tt-03-2025/1', legalFormSets)).toBe(formsOf2025.receipt);
    expect(formOfTemplate('mau-99/nowhere/1', legalFormSets)).toBeNull();
  });

  it('[R08] Mẫu 03 shows the number that the office gave it, and no line for one where it gave none', () => {
    for (const form of [formsOf2018.refusal, formsOf2025.refusal]) {
      expect(blocksOf(someRefusal({ form }), 'header')[0]?.number).toBe('Số: 05');
      expect(blocksOf(someRefusal({ form, number: '' }), 'header')[0]).not.toHaveProperty('number');
    }
  });

  it('[FM1] sheets keep to NĐ 30/2020; lists lie across with the margins of the templates', () => {
    for (const forms of [formsOf2018, formsOf2025]) {
      const { fee, refund, handOver, processLog, book, remittance, receipt: _own, ...upright } = forms;
      for (const { sheet } of Object.values(upright)) {
        const [top, right, bottom, left] = sheet.marginsMm;
        expect([sheet.size, sheet.landscape]).toEqual(['A4', false]);
        expect([top >= 20, bottom >= 20, left >= 30, right >= 15]).toEqual(Array(4).fill(true));
        expect(sheet.bodyPt).toBeGreaterThanOrEqual(13);
      }
      for (const { sheet } of [handOver, processLog, book, remittance]) {
        expect(sheet).toMatchObject({ size: 'A4', landscape: true, marginsMm: [15, 12.7, 15, 20] });
      }
      for (const { sheet } of [fee, refund]) {
        expect(sheet).toMatchObject({ size: 'A5', landscape: true, marginsMm: [10, 10, 10, 10] });
      }
    }
  });
});

describe('the forms as data', () => {
  for (const [name, slip, labels] of labelledPapers) {
    it(`[R08] [FM2] ${name} has every label of the form, verbatim and in order`, () => {
      expect(firstMissing(bare(wordsOf(slip).join('')), labels, bare)).toBeNull();
    });
  }

  it('[FM2] no paper’s title in print queues names a person', () => {
    for (const { title } of Object.values(goldenPapers)) {
      expect(title).not.toMatch(/Nguyễn|Trần|Hường|Đạt/);
      expect(title.length).toBeGreaterThan(0);
    }
  });

  it('[FM4] what is not known is a dotted line, and within a sentence a dotted gap', () => {
    const slip = someSupplement({ number: '', reason: '', officer: '', officerPhone: ' ' });
    expect(valueOf(slip, 'Lý do:')).toBe('');
    expect(textOf(slip)).toContain('Số: ……………/HDHS');
    expect(textOf(slip)).toContain('Ông/Bà liên hệ với  ……………  số điện thoại  ……………  để được hướng dẫn./.');
  });

  it('[FM4] the control sheet has at least four hand-overs, those not known ready for the pen', () => {
    const rows = (slip: Slip) => blocksOf(slip, 'table').flatMap((table) => table.rows);
    expect(rows(someControl({ steps: [] }))).toHaveLength(4);
    expect(textOf(someControl())).toContain('1. Giao: TTPVHCC phường 2. Nhận: Phòng Văn hóa – Xã hội');
    const step = { giver: 'A', taker: 'B', at: '', result: '', note: '' };
    expect(rows(someControl({ steps: Array(7).fill(step) }))).toHaveLength(7);
  });

  it('[FM4] text is one line of NFC whoever typed it, and braces in it are no gaps', () => {
    const slip = someApology({ owner: ` ${LETTERS.normalize('NFD')}\n{code} `, reason: '{newDue}' });
    expect(textOf(slip)).toContain(`${LETTERS} {code}`);
    expect(textOf(slip)).toContain('Lý do:  {newDue}.');
  });

  it('[FM5] a reprint says which it is and when, and every copy says which copy it is', () => {
    const reprint = { n: 3, at: '2026-11-22T02:00:00.000Z' };
    const mark = 'BẢN IN LẠI LẦN 3 (09:00 ngày 22/11/2026)';
    for (const slip of [
      someSupplement,
      someRefusal,
      someApology,
      someExtension,
      someStop,
      someControl,
      someFee,
    ]) {
      expect(textOf(slip({ reprint }))).toContain(mark);
      expect(textOf(slip())).not.toContain('IN LẠI');
    }
    expect(textOf(someBook(1, { reprint }))).toContain(mark);
    const copies = [1, 2, 3].map((copyNo) => blocksOf(someFee({ copyNo }), 'text')[0]?.lines[0]?.[0]?.text);
    expect(copies).toEqual([
      '(Liên 1: Lưu tại cơ quan thu)',
      '(Liên 2: Giao cho người nộp tiền)',
      '(Liên 3: Lưu kèm hồ sơ)',
    ]);
    for (const { forms } of legalFormSets)
      expect(forms.receipt.copies).toEqual([
        'Liên 1: Lưu tại Bộ phận TN&TKQ',
        'Liên 2: Giao cá nhân, tổ chức',
      ]);
    expect(blocksOf(someRefusal(), 'title')[0]?.copyLine).toBe('');
  });

  it('[FM5] the citizen’s copy of one slip for many dossiers masks the identity number', () => {
    const label = 'Số CMND/Thẻ căn cước/Hộ chiếu:';
    expect(valueOf(someSeveral(2, { copyNo: 1 }), label)).toBe('001203004678');
    expect(valueOf(someSeveral(2, { copyNo: 2 }), label)).toBe('0012•••••678');
    expect(valueOf(someSeveral(12), '1. Số lượng hồ sơ:')).toBe('12 (kèm theo danh sách)');
  });

  it('[FM3] a refusal at the counter has no code and no QR; a provisional code says what it is', () => {
    expect(blocksOf(someRefusal(), 'codes')).toEqual([]);
    const slip = someRefusal({ dossier: { code: 'TAM-K1-261121-17', provisional: true } });
    expect(blocksOf(slip, 'codes')[0]).toMatchObject({
      code: 'TAM-K1-261121-17',
      label: 'Mã hồ sơ (mã tạm):',
    });
  });

  it('[FM6] the fee slip says what it is not, keeps phí and lệ phí apart and adds them in figures and words', () => {
    const slip = someFee();
    expect(textOf(slip)).toContain('PHIẾU THU TIỀN (nội bộ) – không thay thế biên lai điện tử');
    expect(textOf(slip)).not.toContain('BIÊN LAI THU TIỀN');
    expect(valueOf(slip, 'P:')).toBe('21.000.105 VNĐ');
    expect(valueOf(slip, 'LP:')).toBe('15.000 VNĐ');
    expect(valueOf(slip, 'Số tiền:')).toBe('21.015.105 VNĐ');
    expect(valueOf(slip, '(Viết bằng chữ):')).toBe(
      'Hai mươi mốt triệu không trăm mười lăm nghìn một trăm linh năm đồng',
    );
    expect(valueOf(slip, 'Số biên lai điện tử:')).toBe('');
    expect(() => someFee({ fee: 0.5 })).toThrow('whole đồng');
    expect(() => someFee({ charge: -1 })).toThrow('not below 0');
  });

  it('[FM8] the register book: pages with their totals and the running ones, a cancelled entry struck out and not counted', () => {
    const slip = someBook(11);
    expect(blocksOf(slip, 'break')).toHaveLength(1);
    const [first, second] = blocksOf(slip, 'table');
    expect(first?.rows[2]).toMatchObject({ struck: true });
    expect(first?.rows[2]?.cells.at(-1)).toBe('Hủy: nhập trùng số 2');
    const totals = (table: typeof first) =>
      table?.rows.filter(({ total }) => total === true).flatMap(({ cells }) => cells);
    expect(totals(first)).toEqual(['Cộng trang: 7 hồ sơ, 7 bộ.', 'Lũy kế từ đầu sổ: 7 hồ sơ, 7 bộ.']);
    expect(totals(second)).toEqual(['Cộng trang: 3 hồ sơ, 3 bộ.', 'Lũy kế từ đầu sổ: 10 hồ sơ, 10 bộ.']);
    expect(second?.columns.map(({ name }) => name)).toEqual(first?.columns.map(({ name }) => name));
    expect(totals(blocksOf(someBook(0), 'table')[0])?.[0]).toBe('Cộng trang: 0 hồ sơ, 0 bộ.');
  });
});
