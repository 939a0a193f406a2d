import type { EmploymentStatus } from '../domain/people/nip.js';

/** Floor, target and stretch in the indicator's unit of measure: attainment 0, 100 and 120. */
export interface Points {
  readonly floor: number;
  readonly target: number;
  readonly stretch: number;
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

/** PNS must be trained for 20 lessons a year at least; PPPK may be for 24 at most, so no target may lie beyond. */
const PPPK_TRAINING_POINTS = points(0, 16, 24);

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

/** The plan of each position title in `employees.csv`. An acting (Plt.) head answers for what a head answers for. */
const PLANS: Readonly<Record<string, Plan>> = {
  Camat: DISTRICT_HEAD,
  'Sekretaris Kecamatan': DISTRICT_SECRETARY,
  'Kepala Subbagian Umum dan Kepegawaian': OFFICE_HEAD,
  'Kepala Subbagian Keuangan': OFFICE_HEAD,
  'Analis Sumber Daya Manusia Aparatur': OFFICE_STAFF,
  'Pengadministrasi Perkantoran': OFFICE_STAFF,
  'Arsiparis Terampil': OFFICE_STAFF,
  'Pranata Komputer Ahli Pertama': OFFICE_STAFF,
  'Operator Layanan Operasional': OFFICE_STAFF,
  'Bendahara Pengeluaran': OFFICE_STAFF,
  'Analis Keuangan': OFFICE_STAFF,
  'Pengelola Keuangan': OFFICE_STAFF,
  'Kepala Seksi Pemerintahan dan Pelayanan Publik': SERVICE_HEAD,
  'Pengelola Layanan Kecamatan': COUNTER,
  'Kepala Seksi Ketenteraman dan Ketertiban': ORDER_HEAD,
  'Polisi Pamong Praja': ORDER_STAFF,
  'Petugas Ketenteraman dan Ketertiban': ORDER_STAFF,
  'Kepala Seksi Kesejahteraan Rakyat dan Perekonomian': WELFARE_HEAD,
  'Analis Kesejahteraan Sosial': WELFARE_STAFF,
  'Pengelola Data Kesejahteraan': WELFARE_STAFF,
  Lurah: VILLAGE_HEAD,
  'Plt. Lurah': VILLAGE_HEAD,
  'Sekretaris Kelurahan': VILLAGE_SECRETARY,
  'Kepala Seksi Pemerintahan dan Pelayanan': SERVICE_HEAD,
  'Kepala Seksi Ketenteraman, Ketertiban dan Pembangunan': ORDER_HEAD,
  'Petugas Loket Pelayanan': COUNTER,
  'Operator Data Kependudukan': DATA_OPERATOR,
  'Pendamping RW': NEIGHBOURHOOD_COMPANION,
};

/**
 * The indicators that a position answers for, each with its weight.
 * @throws RangeError where the position has no plan
 */
export function planOf(position: string): readonly (readonly [IndicatorCode, number])[] {
  const plan = PLANS[position];
  if (plan === undefined) throw new RangeError(`no plan for the position ${position}`);
  return Object.entries(plan) as [IndicatorCode, number][];
}
