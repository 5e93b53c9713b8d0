import { describe, expect, it } from 'vitest';
import { readFees } from '../../../../shared/law/import/words/fee-words.ts';
import { readLimit } from '../../../../shared/law/import/words/limit-words.ts';
import {
  readChannels,
  readCode,
  readDay,
  readLevel,
  readResults,
  readSets,
} from '../../../../shared/law/import/words/other-words.ts';
import { readPapers } from '../../../../shared/law/import/words/paper-words.ts';

const kinds = ({ findings }: { readonly findings: readonly { readonly kind: string }[] }) =>
  findings.map(({ kind }) => kind);

describe('time limits', () => {
  it.each([
    ['05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', 5, 'workingDay'],
    [
      'Không quá 10 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ theo Nghị định 123/2015/NĐ-CP',
      10,
      'workingDay',
    ],
    ['05 (năm) ngày làm việc', 5, 'workingDay'],
    ['30 ngày', 30, 'calendarDay'],
    ['08 giờ làm việc', 8, 'workingHour'],
    ['0,5 ngày làm việc', 0.5, 'workingDay'],
    ['03 ngày làm việc; 3 ngày làm việc', 3, 'workingDay'],
    ['Trong ngày làm việc', 0, 'workingDay'],
  ] as const)('[IM3] “%s” is %d %s, without a note', (text, value, unit) => {
    const limit = readLimit(text);
    expect(limit).toMatchObject({ value: { value, unit, extendedValue: null, note: null }, findings: [] });
  });

  it('[IM3] within the day with its cut-off; a longest limit when something must be verified', () => {
    const sameDay =
      'Ngay trong ngày tiếp nhận hồ sơ; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo';
    expect(readLimit(sameDay)).toMatchObject({
      value: { value: 0, unit: 'workingDay', cutoff: '15:00', note: sameDay },
      findings: [],
    });
    const verifying = '03 ngày làm việc, trường hợp cần xác minh không quá 08 ngày làm việc';
    expect(readLimit(verifying)).toMatchObject({
      value: { value: 3, extendedValue: 8, note: verifying },
      findings: [],
    });
    const added =
      '03 ngày làm việc; trường hợp phải xác minh thì kéo dài thêm nhưng không quá 05 ngày làm việc';
    expect(readLimit(added)).toMatchObject({ value: { value: 3, extendedValue: 8 } });
    expect(kinds(readLimit(added))).toEqual(['limit-added']);
    expect(readLimit('Không quy định')).toMatchObject({
      value: { value: null, note: 'Không quy định' },
      findings: [],
    });
    expect(readLimit('Theo đợt')).toMatchObject({ value: { value: null, unit: 'campaign' }, findings: [] });
    expect(readLimit('5', 'workingDay')).toMatchObject({
      value: { value: 5, unit: 'workingDay' },
      findings: [],
    });
  });

  it.each([
    ['', 'limit-missing'],
    ['5', 'limit-unit-missing'],
    ['8 giờ', 'limit-hour-kind'],
    ['2 tháng', 'limit-unit'],
    ['3-5 ngày', 'limit-range'],
    ['từ 3 đến 5 ngày làm việc', 'limit-range'],
    ['15 ngày đối với nhà ở; 20 ngày đối với công trình', 'limit-several'],
    ['03 ngày làm việc và 7 lần họp', 'limit-rest'],
    ['1.5 ngày', 'limit-fraction'],
    ['2,5 ngày làm việc', 'limit-fraction'],
    ['5,000 ngày', 'limit-rest'],
    ['05 (sáu) ngày làm việc', 'limit-rest'],
    ['-0 ngày', 'limit-rest'],
    ['Ngay khi nhận đủ hồ sơ', 'limit-not-understood'],
    ['#REF!', 'limit-not-understood'],
  ])('[IM2] “%s” gives no number and the doubt %s', (text, doubt) => {
    const limit = readLimit(text);
    expect(limit.value).toMatchObject({ value: null, note: text === '' ? null : text });
    expect(kinds(limit)).toEqual([doubt]);
  });

  it.each([
    ['-1 ngày làm việc', -1, 'workingDay'],
    ['âm 1 ngày', -1, 'calendarDay'],
    ['−1 ngày', -1, 'calendarDay'],
    ['(-1) ngày', -1, 'calendarDay'],
    ['Thời hạn: –3 ngày', -3, 'calendarDay'],
    ['-3', -3, 'workingDay'],
    ['10000 ngày', 10_000, 'calendarDay'],
    ['10.000 ngày làm việc', 10_000, 'workingDay'],
    ['6000', 6000, 'workingDay'],
  ] as const)('[IM3] “%s” keeps its %d, so that the row is refused by its field', (text, value, unit) => {
    expect(readLimit(text)).toMatchObject({ value: { value, unit } });
  });

  it.each([
    ['- 07 ngày', 7, 'calendarDay'],
    ['– 07 ngày làm việc', 7, 'workingDay'],
    ['5.000 ngày làm việc', 5000, 'workingDay'],
    ['1.000 giờ làm việc', 1000, 'workingHour'],
    ['15 (mười lăm) ngày', 15, 'calendarDay'],
    ['2.5 giờ làm việc', 2.5, 'workingHour'],
  ] as const)('[IM3] a bullet is no sign, a dot parts thousands: “%s” is %d %s', (text, value, unit) => {
    expect(readLimit(text)).toMatchObject({ value: { value, unit, note: null }, findings: [] });
  });

  it.each([
    'trên 5 ngày',
    '≥ 5 ngày',
    '5 ngày trở lên',
    '20 ngày, không kể thời gian niêm yết',
    '10 ngày kể từ ngày thụ lý',
    '05 ngày làm việc (không kể ngày nghỉ)',
    'Không giải quyết trong ngày',
    '05 ngày làm việc theo quy chế',
  ])('[IM3] every word counts: “%s” leaves no number', (text) => {
    expect(readLimit(text)).toMatchObject({
      value: { value: null, note: text },
      findings: [{ kind: 'limit-rest' }],
    });
  });

  it('[IM2] a condition beside the number is a doubt and stays in the note', () => {
    const text = '05 ngày làm việc đối với hồ sơ nộp tại xã';
    expect(readLimit(text)).toMatchObject({
      value: { value: 5, note: text },
      findings: [{ kind: 'limit-condition' }],
    });
    const noNextDay = readLimit('Trong ngày, nếu nhận trước 15 giờ; sau 15 giờ thì hẹn');
    expect(noNextDay).toMatchObject({
      value: { value: 0, cutoff: null },
      findings: [{ kind: 'limit-cutoff' }],
    });
  });
});

describe('fees', () => {
  const all = { kind: null, channel: null };
  const fees = (text: string) => readFees(text, all);

  it.each([
    'Không',
    'Không có',
    'Miễn phí',
    'Miễn lệ phí',
    'Không thu phí',
    'Miễn phí(Không có)',
    'Phí: Không; Lệ phí: Không',
    '0',
  ])('[IM4] “%s” is no fee', (text) => expect(fees(text)).toEqual({ value: [], findings: [] }));

  it('[IM4] amounts with kind, unit and channel', () => {
    expect(fees('8.000 đồng/bản').value).toMatchObject([
      { kind: 'phi', amount: 8000, unit: 'ban', note: null },
    ]);
    expect(fees('Lệ phí: 150.000 đồng/lần').value).toMatchObject([
      { kind: 'lePhi', amount: 150_000, unit: 'lan' },
    ]);
    expect(fees('Phí: 20 nghìn đồng/trường hợp')).toMatchObject({
      value: [{ kind: 'phi', amount: 20_000 }],
      findings: [],
    });
    expect(fees('Lệ phí (trực tiếp): 20.000 đồng; Lệ phí (trực tuyến): 10.000 đồng')).toMatchObject({
      value: [
        { amount: 20_000, channel: 'trucTiep' },
        { amount: 10_000, channel: 'trucTuyen' },
      ],
      findings: [],
    });
    expect(readFees('20000', { kind: 'lePhi', channel: null })).toMatchObject({
      value: [{ amount: 20_000 }],
      findings: [],
    });
    expect(fees('Theo quy định của HĐND tỉnh')).toMatchObject({
      value: [{ amount: null, decidedLocally: true }],
      findings: [],
    });
  });

  it('[IM4] page tiers with their cap (DOMAIN 5)', () => {
    for (const text of [
      '2.000 đồng/trang, từ trang thứ 3 trở lên 1.000 đồng/trang, tối đa 200.000 đồng/bản',
      'Phí: 2.000 đồng/trang; từ trang thứ ba trở lên thu 1.000 đồng/trang, nhưng mức thu tối đa không quá 200.000 đồng/bản',
    ])
      expect(fees(text)).toMatchObject({
        value: [
          {
            kind: 'phi',
            unit: 'trang',
            maxPerCopy: 200_000,
            tiers: [
              { fromPage: 1, toPage: 2, amount: 2000 },
              { fromPage: 3, toPage: null, amount: 1000 },
            ],
          },
        ],
        findings: [],
      });
  });

  it('[IM4] grounds of exemption that the catalogue knows; others are a doubt', () => {
    const text = 'Lệ phí: 50.000 đồng/lần. Miễn lệ phí cho người có công; hộ nghèo; người khuyết tật';
    expect(fees(text)).toMatchObject({
      value: [{ amount: 50_000, exempt: ['ncc', 'hoNgheo', 'khuyetTat'] }],
      findings: [],
    });
    const others = fees('Lệ phí: 50.000 đồng/lần. Miễn lệ phí đối với hộ cận nghèo, trẻ em');
    expect(others).toMatchObject({ value: [{ exempt: [] }], findings: [{ kind: 'fee-exemption' }] });
    const alone = fees('Miễn lệ phí cho hộ nghèo');
    expect(alone).toMatchObject({
      value: [{ amount: null, exempt: ['hoNgheo'] }],
      findings: [{ kind: 'fee-amount-missing' }],
    });
  });

  const lePhi = (text: string) => readFees(text, { kind: 'lePhi', channel: null });

  it.each([
    ['75.000 đồng, hộ nghèo được miễn', ['hoNgheo']],
    ['75.000 đồng, miễn cho hộ nghèo', ['hoNgheo']],
    ['75.000 đồng, miễn hộ nghèo', ['hoNgheo']],
    ['75.000 đồng; miễn lệ phí cho hộ nghèo, người khuyết tật', ['hoNgheo', 'khuyetTat']],
    ['75.000 đồng (hộ nghèo và người khuyết tật được miễn lệ phí)', ['hoNgheo', 'khuyetTat']],
    ['75.000 đồng. Người có công với cách mạng, người thuộc hộ nghèo không phải nộp.', ['ncc', 'hoNgheo']],
    ['75.000 đồng, nếu là hộ nghèo thì được miễn', ['hoNgheo']],
  ])('[IM4] exemptions in both orders: “%s”', (text, exempt) => {
    expect(lePhi(text)).toMatchObject({ value: [{ amount: 75_000, exempt }], findings: [] });
  });

  it('[IM4] only a whole ground is one: part of a group, or people beside it, is a doubt', () => {
    for (const people of ['người khuyết tật nặng', 'trẻ em thuộc hộ nghèo', 'hộ cận nghèo', 'người cao tuổi'])
      expect(lePhi(`75.000 đồng, ${people} được miễn`), people).toMatchObject({
        value: [{ amount: 75_000, exempt: [] }],
        findings: [{ kind: 'fee-exemption' }],
      });
    expect(fees('Theo quy định của HĐND tỉnh, hộ nghèo được miễn')).toMatchObject({
      value: [{ amount: null, decidedLocally: true, exempt: ['hoNgheo'] }],
      findings: [],
    });
    expect(
      fees(
        '2.000 đồng/trang, từ trang thứ 3 trở lên 1.000 đồng/trang, tối đa 200.000 đồng/bản; miễn cho hộ nghèo',
      ),
    ).toMatchObject({ value: [{ exempt: ['hoNgheo'], tiers: [{}, {}] }], findings: [] });
  });

  it.each([
    '75.000 - 100.000 đồng',
    '-75.000 đồng',
    '−75.000 đồng',
    'âm 75.000 đồng',
    '~75.000 đồng',
    '8.000 đồng/bản, miễn phí bản đầu',
    '8.000 đồng/bản đầu tiên',
    'từ 75.000 đồng',
    '75.000 đồng trở lên',
    'tối đa 75.000 đồng',
    '75.000 đồng, trừ hộ nghèo',
    '75.000 đồng, giảm 50% cho hộ nghèo',
    '75.000 đồng/người',
    '75.000 đồng, được miễn',
    'Theo quy định của HĐND tỉnh, tối đa 20.000 đồng',
    '2.000 đồng/trang, từ trang thứ 3 trở lên 1.000 đồng/trang, tối đa 200.000 đồng/bản, riêng bản đầu miễn phí',
  ])('[IM4] every word counts: “%s” leaves no amount', (text) => {
    for (const words of [text, `Lệ phí: ${text}`])
      expect(lePhi(words), words).toMatchObject({
        value: [{ amount: null }],
        findings: [{ kind: 'fee-rest' }],
      });
  });

  it('[IM4] free and a rate for the same thing contradict each other; for two things they do not', () => {
    expect(kinds(fees('Lệ phí: 20.000 đồng; miễn phí'))).toEqual(['fee-several']);
    expect(fees('Phí: Không; Lệ phí: 20.000 đồng')).toMatchObject({
      value: [{ kind: 'lePhi', amount: 20_000 }],
      findings: [],
    });
    expect(fees('Lệ phí: 75.000 đồng đối với cá nhân')).toMatchObject({
      value: [{ amount: 75_000 }],
      findings: [{ kind: 'fee-condition' }],
    });
  });

  it.each([
    ['', 'fee-missing'],
    ['Theo quy định', 'fee-not-understood'],
    ['Miễn phí (Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định)', 'fee-free-but'],
    ['120 đồng', 'fee-small'],
    ['Lệ phí: 20.000 đồng; lệ phí cấp lại: 50.000 đồng', 'fee-several'],
    ['5.000 đồng (thu 7.000 đồng qua mạng)', 'fee-not-understood'],
    ['2.000.000.000 đồng', 'fee-too-large'],
  ])('[IM2] “%s” is an unknown amount and the doubt %s', (text, doubt) => {
    const found = fees(text);
    expect(found.value).toMatchObject([{ amount: null, tiers: [], note: text === '' ? null : text }]);
    expect(kinds(found)).toEqual([doubt]);
  });
});

describe('papers', () => {
  it('[IM5] lines with quantities, headings and the number of sets', () => {
    const found = readPapers(
      '- Tờ khai theo mẫu (01 bản chính)\n- Giấy chứng sinh (01 bản chính, 02 bản sao)\n* Giấy tờ phải xuất trình:\n- Căn cước công dân\n+ Số lượng hồ sơ: 02 (hai) bộ',
    );
    expect(found).toMatchObject({
      sets: 2,
      value: [
        { name: 'Tờ khai theo mẫu', kind: 'nop', original: 1, photocopy: 0, required: true, isForm: true },
        { name: 'Giấy chứng sinh', original: 1, certifiedCopy: 0, photocopy: 2, isForm: false },
        { name: 'Căn cước công dân', kind: 'xuatTrinh', original: 1 },
      ],
      findings: [],
    });
  });

  it('[IM5] numbers, semicolons, cases, certified copies, notes', () => {
    const inline = readPapers('1. Đơn đề nghị 2. Bản sao hộ chiếu; 3. Ảnh (02 bản)');
    expect(inline.value.map(({ name, original, photocopy }) => [name, original, photocopy])).toEqual([
      ['Đơn đề nghị', 1, 0],
      ['Bản sao hộ chiếu', 0, 1],
      ['Ảnh', 2, 0],
    ]);
    expect(kinds(inline)).toEqual(['paper-copy-kind']);
    const cases = readPapers(
      'Trường hợp ủy quyền:\n+ Văn bản ủy quyền: 01 bản sao có chứng thực\nLưu ý:\n- Người nộp phải có mặt',
    );
    expect(cases.value).toMatchObject([
      {
        name: 'Văn bản ủy quyền',
        certifiedCopy: 1,
        original: 0,
        required: false,
        condition: 'Trường hợp ủy quyền',
      },
    ]);
    expect(kinds(cases)).toEqual(['paper-note']);
    expect(readPapers('Giấy phép (nếu có)').value).toMatchObject([{ required: false, condition: 'nếu có' }]);
    expect(kinds(readPapers(''))).toEqual(['papers-missing']);
  });
});

describe('codes, levels, days', () => {
  it('[IM8] a code that Excel made a number gets its zeros back, with a doubt', () => {
    expect(readCode(1.001193)).toEqual({ value: '1.001193', findings: [] });
    expect(readCode(1.01004)).toMatchObject({
      value: '1.010040',
      findings: [{ kind: 'code-zeros', taken: '1.010040' }],
    });
    expect(readCode('1.012753.H19')?.value).toBe('1.012753.H19');
    expect(readCode('khai sinh')).toBeNull();
    expect(kinds(readCode('9.000001') ?? { findings: [] })).toEqual(['code-unusual']);
  });

  it('[IM6] the two levels of today, the old scale with a doubt', () => {
    expect(readLevel('DVC Toàn trình')).toEqual({ value: 'toanTrinh', findings: [] });
    expect(readLevel('Một phần')).toEqual({ value: 'motPhan', findings: [] });
    expect(readLevel('Mức độ 4')).toMatchObject({
      value: 'toanTrinh',
      findings: [{ kind: 'level-old-scale' }],
    });
    expect(readLevel('Mức độ 3')).toMatchObject({
      value: 'motPhan',
      findings: [{ kind: 'level-old-scale' }],
    });
    expect(readLevel('cao')).toMatchObject({ value: 'khong', findings: [{ kind: 'level-not-understood' }] });
  });

  it('[IM2] channels, sets, days and results', () => {
    expect(readChannels('Trực tiếp; Dịch vụ bưu chính').value).toEqual(['trucTiep', 'buuChinh']);
    expect(kinds(readChannels('?'))).toEqual(['channels-not-understood']);
    expect([readSets('01 (một) bộ').value, kinds(readSets('nhiều'))]).toEqual([1, ['sets-not-understood']]);
    expect(
      ['01/03/2026', 'ngày 1 tháng 3 năm 2026', '2026-03-01', '31/02/2026', '1.3.26'].map(readDay),
    ).toEqual(['2026-03-01', '2026-03-01', '2026-03-01', null, null]);
    expect(readResults('Giấy khai sinh (Mã: KQ.G15.000031); Trích lục')).toEqual([
      { name: 'Giấy khai sinh', code: 'KQ.G15.000031' },
      { name: 'Trích lục', code: null },
    ]);
  });
});
