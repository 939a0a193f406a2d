import { formatAmount, type Amount } from '../../domain/amount.js';
import { readPeriod, type PeriodSpan } from '../../domain/calendar.js';
import type { Fact } from '../../domain/facts.js';
import type { RefusalRow, Sentence } from '../../domain/outcome.js';
import { takesObservations } from '../../domain/period/period-state.js';
import { readTargetPoints } from '../../domain/scoring/attainment.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, SeenRows, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { expectBehaviours } from './expect-behaviours.js';
import type { IndicatorRow } from './indicator.entity.js';
import { ALL_PERIODS, type HasIndicators } from './indicator.store.js';
import type { TargetRow } from './target.entity.js';

export const TARGET_COLUMNS: readonly ColumnSpec[] = [
  { name: 'nip', aliases: ['ni_pppk', 'nip/ni_pppk'], required: true },
  { name: 'indicator', aliases: ['indikator', 'kode_indikator'], required: true },
  { name: 'period', aliases: ['periode'], required: true },
  { name: 'weight', aliases: ['bobot'], required: true },
  { name: 'floor', aliases: ['batas_bawah'], required: true },
  { name: 'target', aliases: [], required: true },
  { name: 'stretch', aliases: ['melampaui', 'target_lebih'], required: true },
  { name: 'ceiling', aliases: ['batas_atas'], required: false },
  { name: 'role', aliases: ['peran', 'kelompok_bobot'], required: false },
];

/** Why a row of a targets file is left out, beside what the domain says of periods and target points. */
export const TARGET_ROW_REFUSALS = {
  EMPLOYEE_UNKNOWN: {
    when: 'The region has nobody with this NIP.',
    field: 'nip',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Tidak ada pegawai dengan NIP ini di wilayah ini. Perbaiki NIP-nya, atau impor pegawainya lebih dulu.',
      en: 'Nobody in this region has this NIP. Correct it, or import the employee first.',
    },
  },
  INDICATOR_UNKNOWN: {
    when: 'The region has no indicator of this code.',
    field: 'indicator',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Tidak ada indikator dengan kode ini. Perbaiki kodenya, atau impor indikatornya lebih dulu.',
      en: 'There is no indicator of this code. Correct the code, or import the indicator first.',
    },
  },
  INDICATOR_IS_BEHAVIOUR: {
    when: 'The indicator is one of the seven core values, which come with every plan.',
    field: 'indicator',
    mender: 'SENDER',
    message: {
      id: 'Ketujuh nilai BerAKHLAK ikut dengan sendirinya dalam setiap rencana. Hapus baris ini dari berkas.',
      en: 'The seven core values come with every plan by themselves. Take this line out of the file.',
    },
  },
  WEIGHT_NOT_POSITIVE: {
    when: 'A weight is zero or less.',
    field: 'weight',
    mender: 'SENDER',
    message: { id: 'Bobot harus lebih besar dari 0.', en: 'A weight must be greater than 0.' },
  },
  PERIOD_OVERLAPS: {
    when: 'The period shares days with another period of the region; an observation would count twice.',
    field: 'period',
    mender: 'REGIONAL_HR',
    message: (other: string): Sentence => ({
      id: `Periode ini bertumpang dengan periode ${other}. Pakai satu jenis periode saja untuk hari yang sama.`,
      en: `This period overlaps the period ${other}. Use one kind of period for the same days.`,
    }),
  },
  PERIOD_CLOSED: {
    when: 'The period is closed; its scores stand.',
    field: 'period',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Periode ini sudah ditutup; targetnya tidak dapat diubah.',
      en: 'This period is closed; its targets cannot change.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

const ROLE_LETTERS = 40;

export interface TargetImport {
  readonly seen: SeenRows;
  /** The weights of each plan by indicator, with the line on which the plan begins. */
  readonly plans: Map<string, { readonly line: number; readonly weights: Map<string, Amount> }>;
}

export function beginTargetImport(): TargetImport {
  return { seen: new SeenRows(), plans: new Map() };
}

/** Sets the targets of some rows; opens the periods that they name. */
export async function importTargets(
  tx: HasEmployees & HasIndicators & HasClock,
  run: TargetImport,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  const cellOf = (column: string) => [...new Set(rows.map(({ values }) => (values[column] ?? '').trim()))];
  const employees = new Map(
    (await tx.employees.byNips(cellOf('nip').map((nip) => nip.replace(/\s/gu, '')))).map((one) => [
      one.nip,
      one.id,
    ]),
  );
  const indicators = new Map(
    (await tx.indicators.byCodes(cellOf('indicator'))).map((one) => [one.code, one]),
  );
  await tx.indicators.holdPeriods({ codes: cellOf('period') });
  const periods = await tx.indicators.periods(ALL_PERIODS);
  const spans: (PeriodSpan & { readonly open: boolean })[] = periods.flatMap(({ code, state }) => {
    const span = readPeriod(code);
    return span.ok ? [{ ...span.value, open: takesObservations(state) }] : [];
  });
  const targets: Omit<TargetRow, 'regionCode'>[] = [];
  for (const row of rows) {
    const target = readTarget(new Cells(row, findings), run, employees, indicators, spans);
    if (target !== null) targets.push(target);
  }
  const named = new Set(targets.map(({ periodCode }) => periodCode));
  const opened = await tx.indicators.putPeriods(spans.filter(({ code }) => named.has(code)));
  const { added, pairs, changed } = await tx.indicators.putTargets(targets, tx.now);
  await expectBehaviours(tx, pairs);
  const facts: Fact[] = opened.length === 0 ? [] : [{ kind: 'PeriodsOpened', periodCodes: opened }];
  for (const pair of pairs) facts.push({ kind: 'PlanChanged', ...pair });
  return did({ added, changed, unchanged: targets.length - added - changed, findings }, facts);
}

function readTarget(
  cells: Cells,
  run: TargetImport,
  employees: ReadonlyMap<string, string>,
  indicators: ReadonlyMap<string, Pick<IndicatorRow, 'id' | 'direction' | 'kind'>>,
  spans: (PeriodSpan & { readonly open: boolean })[],
): Omit<TargetRow, 'regionCode'> | null {
  const told = TARGET_ROW_REFUSALS;
  const nip = cells.raw('nip').replace(/\s/gu, '');
  const employeeId = employees.get(nip);
  if (employeeId === undefined) cells.refuse('nip', 'EMPLOYEE_UNKNOWN', told.EMPLOYEE_UNKNOWN);
  const indicator = indicators.get(cells.raw('indicator'));
  if (indicator === undefined) cells.refuse('indicator', 'INDICATOR_UNKNOWN', told.INDICATOR_UNKNOWN);
  if (indicator?.kind === 'BEHAVIOUR') {
    return cells.refuse('indicator', 'INDICATOR_IS_BEHAVIOUR', told.INDICATOR_IS_BEHAVIOUR);
  }
  const periodCode = findPeriod(cells, spans);
  const weight = cells.amount('weight');
  const floor = cells.amount('floor');
  const target = cells.amount('target');
  const stretch = cells.amount('stretch');
  const ceiling = cells.raw('ceiling') === '' ? undefined : cells.amount('ceiling');
  const role = cells.optionalText('role', ROLE_LETTERS);
  if (employeeId === undefined || indicator === undefined || periodCode === null) return null;
  if (weight === null || floor === null || target === null || stretch === null) return null;
  if (ceiling === null || role === null) return null;
  if (weight <= 0n) return cells.refuse('weight', 'WEIGHT_NOT_POSITIVE', told.WEIGHT_NOT_POSITIVE);
  const points = readTargetPoints({ floor, target, stretch, ceiling: ceiling ?? null }, indicator.direction);
  if (!points.ok) return cells.refuse('target', points.refusal.code, points.refusal);
  if (!run.seen.first(`${employeeId} ${periodCode} ${indicator.id}`, cells, 'indicator')) return null;
  const plan = run.plans.get(`${employeeId} ${periodCode}`) ?? { line: cells.line, weights: new Map() };
  plan.weights.set(indicator.id, weight);
  run.plans.set(`${employeeId} ${periodCode}`, plan);
  return {
    employeeId,
    periodCode,
    indicatorId: indicator.id,
    weight: formatAmount(weight),
    floorValue: formatAmount(floor),
    targetValue: formatAmount(target),
    stretchValue: formatAmount(stretch),
    ceilingValue: ceiling === undefined ? null : formatAmount(ceiling),
    role: role === '' ? null : role,
  };
}

/** The period of a row, open and beside no other; one that is new joins the list. */
function findPeriod(cells: Cells, spans: (PeriodSpan & { readonly open: boolean })[]): string | null {
  const code = cells.raw('period');
  const known = spans.find((span) => span.code === code);
  if (known !== undefined) {
    return known.open ? code : cells.refuse('period', 'PERIOD_CLOSED', TARGET_ROW_REFUSALS.PERIOD_CLOSED);
  }
  const read = readPeriod(code);
  if (!read.ok) return cells.refuse('period', read.refusal.code, read.refusal);
  const { startsOn, endsOn } = read.value;
  const other = spans.find((span) => span.startsOn <= endsOn && span.endsOn >= startsOn);
  if (other !== undefined) {
    const { mender, message } = TARGET_ROW_REFUSALS.PERIOD_OVERLAPS;
    return cells.refuse('period', 'PERIOD_OVERLAPS', { mender, message: message(other.code) });
  }
  spans.push({ ...read.value, open: true });
  return code;
}

/** Weights are shares of a whole: a plan that does not sum to 100 still scores, but somebody should look at it. */
const WHOLE: Amount = 100_000_000n;

/** What the whole file shows that no single row does: plans whose weights do not sum to 100. */
export function findOddWeights(run: TargetImport): RowFinding[] {
  return [...run.plans.values()]
    .map(({ line, weights }) => ({
      line,
      total: [...weights.values()].reduce((sum, weight) => sum + weight, 0n),
    }))
    .filter(({ total }) => total !== WHOLE)
    .map(({ total, line }) => ({
      line,
      column: 'weight',
      code: 'WEIGHTS_NOT_100',
      message: {
        id: `Bobot rencana yang mulai di baris ini berjumlah ${formatAmount(total)}, bukan 100. Tetap diimpor; periksa apakah ada yang kurang.`,
        en: `The weights of the plan that begins on this line sum to ${formatAmount(total)}, not 100. It was imported; check whether something is missing.`,
      },
      mender: 'UNIT_ADMIN',
    }));
}
