import fc from 'fast-check';
import { EXPORT_FINDINGS, EXPORT_NOTES, type ExportFindingCode } from './export-findings.js';
import { toKinerjaPeriodik, type ExportInput } from './kinerja-periodik.js';
import { UNVERIFIED_CODES, type SiasnCodes } from './siasn-codes.js';

const SARI = '198609262015051901';
const BUDI = '199001152014021902';

const CODES: SiasnCodes = {
  rating: { ABOVE: 1, MEETS: 2, BELOW: 3 },
  predicate: { SANGAT_BAIK: 1, BAIK: 2, BUTUH_PERBAIKAN: 3, KURANG: 4, SANGAT_KURANG: 5 },
  coefficient: { SANGAT_BAIK: 'k1', BAIK: 'k2', BUTUH_PERBAIKAN: 'k3', KURANG: 'k4', SANGAT_KURANG: 'k5' },
  periodKind: { MONTH: 'm', QUARTER: 'q', SEMESTER: 's', YEAR: 'y' },
};

const person = (nip: string, name: string, changed: object = {}) => ({
  ...{ nip, name, nipOpen: true, unitName: 'Kelurahan Kalijudan', positionTitle: 'Petugas Loket' },
  ...changed,
});

const CONFIRMED: NonNullable<ExportInput['confirmed']> = {
  ...({
    workResult: 'MEETS',
    behaviour: 'ABOVE',
    predicate: 'BAIK',
    confirmedOn: '2026-10-03',
    stale: false,
  } as const),
  appraiser: person(BUDI, 'Budi Santoso', { positionTitle: 'Lurah' }),
};

const input = (changed: Partial<ExportInput> = {}): ExportInput => ({
  period: { code: '2026-Q3', startsOn: '2026-07-01', endsOn: '2026-09-30', state: 'CONFIRMED' },
  person: person(SARI, 'Sari Wulandari'),
  planned: true,
  appraiserOnRecord: true,
  confirmed: CONFIRMED,
  ...changed,
});

const open = { code: '2026-Q3', startsOn: '2026-07-01', endsOn: '2026-09-30', state: 'REOPENED' } as const;
const closed = { ...open, state: 'CLOSED' } as const;
const stale = { ...CONFIRMED, stale: true };

it("KP1 a confirmed predicate is a row in SIASN's names", () => {
  expect(toKinerjaPeriodik(input(), CODES)).toEqual({
    findings: [],
    row: {
      bulanMulaiPenilaian: 7,
      bulanSelesaiPenilaian: 9,
      tahun: 2026,
      tahunMulaiPenilaian: 2026,
      tahunSelesaiPenilaian: 2026,
      hasilKinerjaNilai: 2,
      perilakuKerjaNilai: 1,
      kuadranKinerjaNilai: 2,
      koefisienId: 'k2',
      periodikId: 'q',
      penilaiGolongan: null,
      penilaiJabatanNama: 'Lurah',
      penilaiNama: 'Budi Santoso',
      penilaiNipNrp: BUDI,
      penilaiUnorNama: 'Kelurahan Kalijudan',
      pnsDinilaiId: null,
      statusPenilai: 'ASN',
      nip: SARI,
      nama: 'Sari Wulandari',
      unitKerja: 'Kelurahan Kalijudan',
      jabatan: 'Petugas Loket',
      periode: '2026-Q3',
      tanggalMulai: '2026-07-01',
      tanggalSelesai: '2026-09-30',
      hasilKerja: 'MEETS',
      perilakuKerja: 'ABOVE',
      predikat: 'BAIK',
      tanggalKonfirmasi: '2026-10-03',
    },
  });
});

describe('KP2 what is not confirmed is held back, with the first step that is missing', () => {
  it.each<[ExportFindingCode, Partial<ExportInput>]>([
    ['NO_PLAN', { confirmed: null, planned: false, period: open, appraiserOnRecord: false }],
    ['PERIOD_OPEN', { confirmed: null, period: open, appraiserOnRecord: false }],
    ['APPRAISER_UNKNOWN', { confirmed: null, period: closed, appraiserOnRecord: false }],
    ['NOT_CONFIRMED', { confirmed: null, period: closed }],
    ['CONFIRMATION_STALE', { confirmed: stale, period: closed }],
    ['PERIOD_OPEN', { confirmed: stale, period: open }],
    ['NIP_FORM', { person: person('12345', 'Sari') }],
  ])('%s', (code, changed) => {
    expect(toKinerjaPeriodik(input(changed), CODES)).toEqual({ row: null, findings: [code] });
    expect(EXPORT_FINDINGS[code].holdsBack).toBe(true);
  });
});

it('KP2 what is not confirmed is held back, with the first step that is missing', () => {
  const verdict = toKinerjaPeriodik(input({ confirmed: null, person: person('x', 'Sari') }), CODES);
  expect(verdict).toEqual({ row: null, findings: ['NOT_CONFIRMED', 'NIP_FORM'] });
});

it('KP3 a code that nobody has set leaves its column empty and our word beside it', () => {
  const { row, findings } = toKinerjaPeriodik(input(), UNVERIFIED_CODES);
  expect(findings).toEqual(['CODE_UNSET']);
  expect(row).toMatchObject({
    hasilKinerjaNilai: 2,
    kuadranKinerjaNilai: null,
    predikat: 'BAIK',
    periodikId: null,
  });
});

it('KP4 what whoever asks may not read is masked or empty, and said', () => {
  const hidden = toKinerjaPeriodik(
    input({
      person: person(SARI, 'Sari Wulandari', { nipOpen: false }),
      confirmed: { ...CONFIRMED, appraiser: null },
    }),
    CODES,
  );
  expect(hidden.findings).toEqual(['NIP_HIDDEN', 'APPRAISER_HIDDEN']);
  expect(hidden.row).toMatchObject({ nip: '•••••••• •••••• • 901', penilaiNama: null, penilaiNipNrp: null });
  const incomplete = toKinerjaPeriodik(
    input({
      confirmed: { ...CONFIRMED, appraiser: person('19', 'Budi', { unitName: null, nipOpen: false }) },
    }),
    CODES,
  );
  expect(incomplete.findings).toEqual(['APPRAISER_NIP_FORM', 'APPRAISER_POST_UNKNOWN']);
  expect(incomplete.row?.penilaiNipNrp).toBe('•');
});

it('hands nothing on that a finding holds back, and everything else', () => {
  const someone = fc.record({
    nip: fc.constantFrom(SARI, BUDI, '', '1234'),
    name: fc.string(),
    nipOpen: fc.boolean(),
    unitName: fc.option(fc.string()),
    positionTitle: fc.option(fc.string()),
  });
  const anything: fc.Arbitrary<ExportInput> = fc.record({
    period: fc.record({
      code: fc.constantFrom('2026-Q3', '2026-09', '2026-S2', '2026'),
      startsOn: fc.constant('2026-07-01'),
      endsOn: fc.constant('2026-09-30'),
      state: fc.constantFrom('OPEN', 'CLOSED', 'CONFIRMED', 'REOPENED'),
    }),
    person: someone,
    planned: fc.boolean(),
    appraiserOnRecord: fc.boolean(),
    confirmed: fc.option(
      fc.record({
        workResult: fc.constantFrom('ABOVE', 'MEETS', 'BELOW'),
        behaviour: fc.constantFrom('ABOVE', 'MEETS', 'BELOW'),
        predicate: fc.constantFrom('SANGAT_BAIK', 'BAIK', 'KURANG'),
        confirmedOn: fc.constant('2026-10-01'),
        stale: fc.boolean(),
        appraiser: fc.option(someone),
      }),
    ),
  }) as fc.Arbitrary<ExportInput>;
  fc.assert(
    fc.property(anything, fc.constantFrom(CODES, UNVERIFIED_CODES), (given, codes) => {
      const { row, findings } = toKinerjaPeriodik(given, codes);
      expect(row === null).toBe(findings.some((code) => EXPORT_FINDINGS[code].holdsBack));
      expect(row !== null && (given.confirmed === null || given.confirmed.stale)).toBe(false);
      const places = findings.map((code) => Object.keys(EXPORT_FINDINGS).indexOf(code));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      if (row === null) return;
      // No whole NIP to whoever may not read it.
      const closedNips = [given.person, given.confirmed!.appraiser].filter((one) => one?.nipOpen === false);
      const openNips = [given.person, given.confirmed!.appraiser].filter((one) => one?.nipOpen === true);
      for (const { nip } of closedNips as { nip: string }[]) {
        if (nip.length === 18 && !openNips.some((one) => one!.nip === nip))
          expect([row.nip, row.penilaiNipNrp]).not.toContain(nip);
      }
    }),
  );
});

it.each(Object.entries(EXPORT_FINDINGS))(
  '%s says when, what, and who mends it',
  (code, { when, message }) => {
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)+$/);
    expect(when).toMatch(/^[A-Z].{20,}\.$/);
    for (const text of [message.id, message.en]) {
      expect(text).toMatch(/^[A-Z].+[.;,] .+\.$/);
      expect(text.length).toBeLessThan(200);
    }
  },
);

it('says in both languages what no row has', () => {
  for (const { id, en } of EXPORT_NOTES)
    expect([id, en]).toEqual([expect.stringMatching(/kosong/), expect.stringMatching(/empty/)]);
});
