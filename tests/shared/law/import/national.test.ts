import { describe, expect, it } from 'vitest';
import { readNational } from '../../../../shared/law/import/national/national.ts';
import { importReport } from '../../../../shared/law/import/report.ts';

function imported(json: unknown) {
  const list = readNational(json);
  if (!list.ok) throw new Error(list.error.code);
  const options = {
    source: 'CSDL',
    asOf: '2026-11-22',
    validFrom: '2026-11-22',
    checkedBy: null,
    present: null,
  };
  const { report, catalogue } = importReport(list.value, options);
  return {
    report,
    procedures: catalogue?.procedures ?? [],
    kinds: report.doubts.map(({ kind }) => kind).toSorted(),
  };
}

/** The portal's answer for one procedure, as public programs read it; made up. */
const answer = {
  id: '019d2bf7',
  code: '1.002755',
  name: 'Gia hạn tạm trú',
  isWard: true,
  categoriesDetails: [{ id: 'x', name: 'Đăng ký, quản lý cư trú' }],
  departmentsExecuting: [{ name: 'Công an cấp xã' }],
  procedureProposal: { proposalNumber: '9354/QĐ-BCA' },
  executionMethods: [
    {
      submissionMethod: 'DIRECT',
      processingTime: 3,
      processingTimeUnit: 'WORKING_DAY',
      fees: [{ value: 10_000, description: 'Lệ phí: 10.000 đồng/lần' }],
      description: '<p>Nộp tại xã</p>',
    },
    {
      submissionMethod: 'ONLINE',
      processingTime: 3,
      processingTimeUnit: 'WORKING_DAY',
      fees: [{ value: 5000, description: 'Lệ phí: 5.000 đồng/lần' }],
    },
  ],
  executionCases: [
    {
      name: 'Giấy tờ phải xuất trình',
      profileComponents: [{ name: 'Căn cước', originalQty: 1, copyQty: 0 }],
    },
    {
      name: 'Trường hợp theo danh sách',
      profileComponents: [
        { name: 'Danh sách', originalQty: 1, copyQty: 2, attachments: [{ fileName: 'CT01.doc' }] },
      ],
    },
    { name: 'Lưu ý', profileComponents: [{ name: 'Người nộp phải có mặt', originalQty: 1 }] },
  ],
  resultsDetails: [{ name: 'Thông báo', code: 'KQ.G01.000065' }],
};

describe('JSON of the national catalogue', () => {
  it('[IM10] the portal’s answer, alone, wrapped or in a list, with unknown keys named', () => {
    for (const json of [
      answer,
      { code: 'OK', data: answer },
      { data: { items: [answer] } },
      [{ id: 'x', code: answer.code, detail: answer }],
    ]) {
      const { report, procedures } = imported(json);
      expect(report.notRead).toContain('isWard');
      expect(procedures).toMatchObject([
        {
          code: '1.002755',
          fieldId: 'cu-tru',
          agency: 'Công an cấp xã',
          decision: '9354/QĐ-BCA',
          limit: { value: 3, unit: 'workingDay' },
          variants: [],
          channels: ['trucTiep', 'trucTuyen'],
          fees: [
            { kind: 'lePhi', amount: 10_000, channel: 'trucTiep' },
            { kind: 'lePhi', amount: 5000, channel: 'trucTuyen' },
          ],
          papers: [
            { name: 'Căn cước', kind: 'xuatTrinh', original: 1, condition: null },
            {
              name: 'Danh sách',
              original: 1,
              photocopy: 2,
              condition: 'Trường hợp theo danh sách',
              isForm: true,
            },
          ],
          results: [{ name: 'Thông báo', code: 'KQ.G01.000065' }],
        },
      ]);
    }
    expect(imported(answer).kinds).toEqual(['paper-note']);
  });

  it.each([
    [
      'MATTHC',
      'TENTTHC',
      'LINHVUC',
      'COQUANTHUCHIEN',
      'THOIHANGIAIQUYET',
      'PHILEPHI',
      'THANHPHANHOSO',
      'KETQUATHUCHIEN',
    ],
    [
      'maTTHC',
      'tenTTHC',
      'linhVuc',
      'coQuanThucHien',
      'thoiHanGiaiQuyet',
      'phiLePhi',
      'thanhPhanHoSo',
      'ketQuaThucHien',
    ],
    [
      'ma_thu_tuc',
      'ten_thu_tuc',
      'linh_vuc',
      'co_quan_thuc_hien',
      'thoi_han_giai_quyet',
      'phi_le_phi',
      'thanh_phan_ho_so',
      'ket_qua_xu_ly',
    ],
    [
      'maThuTucHanhChinh',
      'tenThuTucHanhChinh',
      'LinhVuc',
      'CoQuanThucHien',
      'ThoiHan',
      'PhiLePhi',
      'ThanhPhanHoSo',
      'KetQua',
    ],
  ])('[IM10] lists keyed %s', (...keys) => {
    const values = [
      '2.000815',
      'Chứng thực bản sao',
      { maLinhVuc: 'CT', tenLinhVuc: 'Chứng thực' },
      'UBND cấp xã',
      '05 ngày làm việc',
      'Phí: 2.000 đồng/trang',
      'Bản chính (01 bản chính)',
      'Bản sao',
    ];
    const { procedures, kinds } = imported({
      DATA: [Object.fromEntries(keys.map((key, index) => [key, values[index]]))],
    });
    expect(procedures).toMatchObject([
      {
        code: '2.000815',
        fieldId: 'chung-thuc',
        agency: 'UBND cấp xã',
        limit: { value: 5 },
        fees: [{ amount: 2000, unit: 'trang', kind: 'phi' }],
        papers: [{ name: 'Bản chính', original: 1 }],
        results: [{ name: 'Bản sao', code: null }],
      },
    ]);
    expect(kinds).toEqual([]);
  });

  it('[IM10] texts of the portal’s pages with their cells glued together', () => {
    const { procedures, kinds } = imported([
      {
        ma_thu_tuc: '1.004222',
        ten_thu_tuc: 'Đăng ký thường trú',
        linh_vuc: 'Đăng ký, quản lý cư trú',
        co_quan_thuc_hien: 'Công an cấp xã',
        cach_thuc_thuc_hien:
          'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến7 Ngày làm việc10,000 Việt Nam Đồng(Lệ phí nộp trực tuyến 10.000 đồng/lần)Qua cổng.\nTrực tiếp7 Ngày làm việc20,000 Việt Nam Đồng(Lệ phí: 20.000 đồng/lần)Tại xã.',
        thanh_phan_ho_so:
          'Bao gồmTên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai CT01 ban hành năm 2025CT01.doc1 bản chínhGiấy tờ nhà1 bản chính,2 bản saoGiấy tờ phải xuất trìnhTên giấy tờMẫu đơn, tờ khaiSố lượngHộ chiếu1 bản chính',
        ket_qua_xu_ly: 'Thông báoMã: KQ.G01.000065Cập nhậtMã: KQ.G01.000066Từ khóaKhông có thông tin',
      },
    ]);
    expect(procedures).toMatchObject([
      {
        limit: { value: 7, unit: 'workingDay' },
        channels: ['trucTiep', 'trucTuyen'],
        fees: [
          { amount: 10_000, channel: 'trucTuyen' },
          { amount: 20_000, channel: 'trucTiep' },
        ],
        papers: [
          { isForm: true, original: 1 },
          { name: 'Giấy tờ nhà', original: 1, photocopy: 2 },
          { name: 'Hộ chiếu', kind: 'xuatTrinh' },
        ],
        results: [{ name: 'Thông báo', code: 'KQ.G01.000065' }, { code: 'KQ.G01.000066' }],
      },
    ]);
    expect(kinds).toEqual(['papers-glued']);
  });

  it('[IM10] [IM2] limits that differ by the way of handing in, within one way, or from the description', () => {
    const method = (submissionMethod: string, processingTime: number, description = '') => ({
      submissionMethod,
      processingTime,
      processingTimeUnit: 'WORKING_DAY',
      fees: [{ value: 0 }],
      description,
    });
    const limits = (...executionMethods: readonly object[]) =>
      imported({ ...answer, executionCases: [], executionMethods });
    const apart = limits(method('ONLINE', 3), method('DIRECT', 5));
    expect(apart.procedures).toMatchObject([
      { limit: { value: 5 }, variants: [{ name: 'Nộp trực tuyến', limit: { value: 3 } }], fees: [] },
    ]);
    expect(apart.kinds).toEqual(['limit-by-channel', 'papers-missing']);
    expect(limits(method('DIRECT', 3), method('DIRECT', 5))).toMatchObject({
      procedures: [{ limit: { value: null }, variants: [] }],
      kinds: ['limit-several', 'papers-missing'],
    });
    const other = limits(method('DIRECT', 7, 'Trong thời hạn 10 ngày làm việc kể từ ngày nhận'));
    expect(other.procedures[0]?.limit).toMatchObject({
      value: null,
      note: '7 ngày làm việc / 10 ngày làm việc',
    });
    expect(other.kinds).toContain('limit-contradicts');
  });

  it('[IM3] [IM10] a limit below 0, too long or in parts of days is refused or doubted', () => {
    const limitOf = (processingTime: unknown, unit = 'WORKING_DAY') =>
      imported({
        ...answer,
        executionMethods: [
          { submissionMethod: 'DIRECT', processingTime, processingTimeUnit: unit },
          { submissionMethod: 'DIRECT', processingTime: 5, processingTimeUnit: unit },
        ],
      });
    for (const time of [-3, '-3', 10_000])
      expect(limitOf(time).report.refused, String(time)).toMatchObject([
        { code: 'row-invalid', with: [expect.stringMatching(/^limit\.value: /u)] },
      ]);
    expect(limitOf(2.5).kinds).toContain('limit-fraction');
    const glued = imported([
      {
        ma_thu_tuc: '1.004222',
        ten_thu_tuc: 'Đăng ký thường trú',
        cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp-7 Ngày làm việcMiễn phíTại xã.',
      },
    ]);
    expect(glued.report.refused).toMatchObject([{ with: [expect.stringMatching(/^limit\.value: /u)] }]);
  });

  it('[IM10] rubbish is refused or named, never an error', () => {
    for (const json of [null, 1, 'x', {}, { a: [1, 2] }, [[]]])
      expect(readNational(json)).toMatchObject({ ok: false, error: { code: 'import-json-shape' } });
    expect(readNational([])).toMatchObject({ ok: false, error: { code: 'import-empty' } });
    const { report } = imported([
      answer,
      'lạc',
      { maTTHC: '1.000001', thanhPhanHoSo: 3, cachThucThucHien: { a: 1 } },
    ]);
    expect(report.rows).toMatchObject({ all: 3, read: 3, taken: 1, refused: 2 });
  });
});
