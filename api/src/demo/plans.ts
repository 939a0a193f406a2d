import type { EmploymentStatus } from '../domain/people/nip.js';

/** Floor, target and stretch in the indicator's unit of measure: attainment 0, 100 and 120. */
export interface Points {
  readonly floor: number;
  readonly target: number;
  readonly stretch: number;
  /** Where a range ends: more than this is as little wanted as nothing at all. */
  readonly ceiling?: number;
}

const points = (floor: number, target: number, stretch: number): Points => ({ floor, target, stretch });

/** What everybody in Mulyorejo is asked for, indicator by indicator. */
const POINTS = {
  'ADM-01': points(70, 95, 99),
  'ADM-02': points(70, 95, 99),
  'ADM-03': points(45, 15, 8),
  'ADM-04': points(8, 2, 0.5),
  'ADM-05': points(75, 97, 100),
  'PGD-01': points(70, 100, 100),
  'PGD-02': points(60, 92, 98),
  'PGD-03': points(6, 2, 0),
  'PGD-04': points(50, 85, 95),
  // The lower edges of grades C and A of PermenPANRB 14/2017.
  'SKM-01': points(65, 88.31, 95),
  'SKM-02': points(2.6, 3.53, 3.9),
  'FRM-01': points(40, 85, 100),
  'FRM-02': points(0, 3, 5),
  'LAP-01': points(0, 4, 6),
  'LAP-02': points(50, 90, 98),
  'KSR-01': points(75, 100, 100),
  'TRB-01': points(50, 90, 98),
  'DSP-01': points(85, 98, 100),
  'KMP-01': points(0, 20, 32),
  'KMP-02': points(30, 80, 95),
};

export type IndicatorCode = keyof typeof POINTS;

/** PNS must be trained for 20 lessons a year at least; PPPK may be for 24 at most, so theirs is a range. */
const PPPK_TRAINING_POINTS: Points = { ...points(0, 16, 24), ceiling: 36 };

/** What one employee is asked for on one indicator. */
export function pointsFor(indicator: IndicatorCode, status: EmploymentStatus): Points {
  return indicator === 'KMP-01' && status !== 'PNS' ? PPPK_TRAINING_POINTS : POINTS[indicator];
}

/** Weights of the indicators that a role answers for; they add up to 100. */
type Plan = Readonly<Partial<Record<IndicatorCode, number>>>;

const DISTRICT_HEAD: Plan = {
  'PGD-01': 10,
  'PGD-02': 15,
  'PGD-03': 10,
  'PGD-04': 10,
  'SKM-01': 20,
  'FRM-01': 15,
  'FRM-02': 5,
  'LAP-01': 5,
  'LAP-02': 10,
};

const DISTRICT_SECRETARY: Plan = {
  'SKM-01': 15,
  'PGD-01': 15,
  'PGD-02': 10,
  'FRM-01': 10,
  'LAP-02': 10,
  'DSP-01': 20,
  'KMP-01': 10,
  'KMP-02': 10,
};

const OFFICE_HEAD: Plan = {
  'ADM-05': 20,
  'PGD-01': 15,
  'SKM-01': 10,
  'DSP-01': 20,
  'KMP-01': 15,
  'KMP-02': 20,
};

const OFFICE_STAFF: Plan = { 'ADM-05': 20, 'PGD-01': 15, 'DSP-01': 30, 'KMP-01': 15, 'KMP-02': 20 };

const SERVICE_HEAD: Plan = {
  'ADM-01': 15,
  'ADM-02': 12,
  'ADM-03': 12,
  'ADM-04': 8,
  'ADM-05': 10,
  'PGD-01': 8,
  'PGD-02': 10,
  'SKM-01': 10,
  'SKM-02': 5,
  'LAP-01': 5,
  'KMP-02': 5,
};

const COUNTER: Plan = {
  'ADM-01': 15,
  'ADM-02': 10,
  'ADM-03': 15,
  'ADM-04': 10,
  'ADM-05': 10,
  'PGD-01': 10,
  'PGD-02': 5,
  'SKM-01': 5,
  'SKM-02': 5,
  'DSP-01': 5,
  'KMP-01': 5,
  'KMP-02': 5,
};

const ORDER_HEAD: Plan = {
  'TRB-01': 30,
  'PGD-01': 10,
  'PGD-02': 10,
  'PGD-03': 10,
  'PGD-04': 10,
  'LAP-01': 10,
  'LAP-02': 10,
  'FRM-01': 5,
  'DSP-01': 5,
};

const ORDER_STAFF: Plan = { 'TRB-01': 40, 'PGD-01': 10, 'PGD-04': 20, 'LAP-01': 15, 'DSP-01': 15 };

const WELFARE_HEAD: Plan = {
  'KSR-01': 30,
  'PGD-01': 10,
  'PGD-02': 10,
  'FRM-01': 15,
  'FRM-02': 5,
  'LAP-01': 10,
  'LAP-02': 10,
  'DSP-01': 5,
  'KMP-02': 5,
};

const WELFARE_STAFF: Plan = {
  'KSR-01': 35,
  'PGD-01': 10,
  'PGD-02': 10,
  'FRM-01': 15,
  'LAP-01': 10,
  'DSP-01': 10,
  'KMP-02': 10,
};

const VILLAGE_HEAD: Plan = {
  'ADM-01': 8,
  'ADM-02': 5,
  'ADM-05': 7,
  'PGD-01': 10,
  'PGD-02': 12,
  'PGD-03': 6,
  'PGD-04': 8,
  'SKM-01': 10,
  'FRM-01': 10,
  'FRM-02': 4,
  'LAP-01': 5,
  'LAP-02': 5,
  'KSR-01': 5,
  'TRB-01': 5,
};

const VILLAGE_SECRETARY: Plan = {
  'ADM-01': 10,
  'ADM-05': 15,
  'PGD-01': 15,
  'PGD-02': 10,
  'SKM-01': 10,
  'FRM-01': 10,
  'DSP-01': 15,
  'KMP-01': 5,
  'KMP-02': 10,
};

const DATA_OPERATOR: Plan = {
  'ADM-01': 15,
  'ADM-02': 15,
  'ADM-04': 25,
  'KSR-01': 15,
  'DSP-01': 15,
  'KMP-01': 10,
  'KMP-02': 5,
};

const NEIGHBOURHOOD_COMPANION: Plan = {
  'FRM-01': 25,
  'FRM-02': 10,
  'PGD-01': 15,
  'PGD-02': 5,
  'PGD-04': 20,
  'LAP-01': 15,
  'DSP-01': 5,
  'KMP-02': 5,
};

/** Roles by the code that a policy's weight sets name them with. */
const PLANS = {
  CAMAT: DISTRICT_HEAD,
  SEKCAM: DISTRICT_SECRETARY,
  KASUBBAG: OFFICE_HEAD,
  STAF_KANTOR: OFFICE_STAFF,
  KASI_PELAYANAN: SERVICE_HEAD,
  LOKET: COUNTER,
  KASI_TRANTIB: ORDER_HEAD,
  PETUGAS_TRANTIB: ORDER_STAFF,
  KASI_KESRA: WELFARE_HEAD,
  PETUGAS_KESRA: WELFARE_STAFF,
  LURAH: VILLAGE_HEAD,
  SEKLUR: VILLAGE_SECRETARY,
  OPERATOR_DATA: DATA_OPERATOR,
  PENDAMPING_RW: NEIGHBOURHOOD_COMPANION,
} satisfies Record<string, Plan>;

type Role = keyof typeof PLANS;

/** The role of each position title in `employees.csv`. An acting (Plt.) head answers for what a head answers for. */
const ROLES: Readonly<Record<string, Role>> = {
  Camat: 'CAMAT',
  'Sekretaris Kecamatan': 'SEKCAM',
  'Kepala Subbagian Umum dan Kepegawaian': 'KASUBBAG',
  'Kepala Subbagian Keuangan': 'KASUBBAG',
  'Analis Sumber Daya Manusia Aparatur': 'STAF_KANTOR',
  'Pengadministrasi Perkantoran': 'STAF_KANTOR',
  'Arsiparis Terampil': 'STAF_KANTOR',
  'Pranata Komputer Ahli Pertama': 'STAF_KANTOR',
  'Operator Layanan Operasional': 'STAF_KANTOR',
  'Bendahara Pengeluaran': 'STAF_KANTOR',
  'Analis Keuangan': 'STAF_KANTOR',
  'Pengelola Keuangan': 'STAF_KANTOR',
  'Kepala Seksi Pemerintahan dan Pelayanan Publik': 'KASI_PELAYANAN',
  'Pengelola Layanan Kecamatan': 'LOKET',
  'Kepala Seksi Ketenteraman dan Ketertiban': 'KASI_TRANTIB',
  'Polisi Pamong Praja': 'PETUGAS_TRANTIB',
  'Petugas Ketenteraman dan Ketertiban': 'PETUGAS_TRANTIB',
  'Kepala Seksi Kesejahteraan Rakyat dan Perekonomian': 'KASI_KESRA',
  'Analis Kesejahteraan Sosial': 'PETUGAS_KESRA',
  'Pengelola Data Kesejahteraan': 'PETUGAS_KESRA',
  Lurah: 'LURAH',
  'Plt. Lurah': 'LURAH',
  'Sekretaris Kelurahan': 'SEKLUR',
  'Kepala Seksi Pemerintahan dan Pelayanan': 'KASI_PELAYANAN',
  'Kepala Seksi Ketenteraman, Ketertiban dan Pembangunan': 'KASI_TRANTIB',
  'Petugas Loket Pelayanan': 'LOKET',
  'Operator Data Kependudukan': 'OPERATOR_DATA',
  'Pendamping RW': 'PENDAMPING_RW',
};

/**
 * The code of the role that a position has.
 * @throws RangeError where the position has no plan
 */
export function roleOf(position: string): Role {
  const role = ROLES[position];
  if (role === undefined) throw new RangeError(`no plan for the position ${position}`);
  return role;
}

/**
 * The indicators that a position answers for, each with its weight.
 * @throws RangeError where the position has no plan
 */
export function planOf(position: string): readonly (readonly [IndicatorCode, number])[] {
  return Object.entries(PLANS[roleOf(position)]) as [IndicatorCode, number][];
}
