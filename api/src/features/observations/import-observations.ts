import { uuidv7 } from 'uuidv7';
import { formatAmount } from '../../domain/amount.js';
import { localDate } from '../../domain/calendar.js';
import type { FactOf } from '../../domain/facts.js';
import { acceptObservation } from '../../domain/observation/accept-observation.js';
import { takesObservations } from '../../domain/period/period-state.js';
import type { RefusalRow } from '../../domain/outcome.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import { slices } from '../../platform/slices.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { EmployeeIdentity, HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { importKeyOf } from './import-key.js';
import { observationBounds } from './observation-bounds.js';
import type { ObservationRow } from './observation.entity.js';
import type { HasObservations } from './observation.store.js';
import { readObservedAt } from './read-observed-at.js';

export const OBSERVATION_COLUMNS: readonly ColumnSpec[] = [
  { name: 'key', aliases: ['kunci', 'nomor'], required: false },
  { name: 'nip', aliases: ['ni_pppk', 'nip/ni_pppk'], required: true },
  { name: 'indicator', aliases: ['indikator', 'kode_indikator'], required: true },
  { name: 'value', aliases: ['nilai', 'realisasi'], required: true },
  { name: 'observed_at', aliases: ['waktu', 'tanggal', 'waktu_pengamatan'], required: true },
  { name: 'note', aliases: ['catatan', 'keterangan'], required: false },
  { name: 'observer', aliases: ['pengamat', 'nip_pengamat'], required: false },
  { name: 'behaviour', aliases: ['perilaku', 'kode_perilaku'], required: false },
];

const KEY_LETTERS = 200;

/** Why a row of an observations file is left out, beside what `acceptObservation` says. */
export const OBSERVATION_ROW_REFUSALS = {
  NIP_UNKNOWN: {
    when: 'The region has nobody with this NIP.',
    field: 'nip',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Tidak ada pegawai dengan NIP ini di wilayah ini. Perbaiki NIP-nya, atau impor pegawainya lebih dulu.',
      en: 'Nobody in this region has this NIP. Correct it, or import the employee first.',
    },
  },
  TIME_UNREADABLE: {
    when: 'The moment is written in no form that can be understood in one way only.',
    field: 'observed_at',
    mender: 'SENDER',
    message: {
      id: 'Tulis waktu sebagai 2026-11-24, 2026-11-24 09:30 (WIB), atau 2026-11-24T09:30:00+07:00.',
      en: 'Write the moment as 2026-11-24, 2026-11-24 09:30 (WIB), or 2026-11-24T09:30:00+07:00.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

type Indicator = { readonly id: string } & ReturnType<typeof observationBounds>;
type Period = {
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly open: boolean;
};

/** What one file's import remembers between its batches, so that nothing that stays is asked twice. */
export interface ObservationImport {
  readonly employees: Map<string, EmployeeIdentity>;
  readonly indicators: Map<string, Indicator>;
  readonly planned: Set<string>;
  /** Employees whose targets are known. */
  readonly plansKnown: Set<string>;
}

export function beginObservationImport(): ObservationImport {
  return {
    employees: new Map(),
    indicators: new Map(),
    planned: new Set(),
    plansKnown: new Set(),
  };
}

/** Column texts of the observation table stay of a size that PostgreSQL and Node move well. */
const SLICE = 5_000;

/** Adds the observations of some rows; a row that was imported before, from this file or another, is passed over. */
export async function importObservations(
  tx: HasEmployees & HasIndicators & HasObservations & HasClock,
  run: ObservationImport,
  actor: Actor,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  await learn(tx, run, rows);
  const moments = rows.map(({ values }) => readObservedAt((values.observed_at ?? '').trim()));
  const days = new Set(moments.flatMap((moment) => (moment === null ? [] : localDate(moment))));
  // Held anew by each transaction: between two of them a period may have been closed.
  const periods = (await tx.indicators.holdPeriods({ days: [...days] })).map((period) => ({
    ...period,
    open: takesObservations(period.state),
  }));
  const accepted: ObservationRow[] = [];
  for (const [place, row] of rows.entries()) {
    const observation = readObservation(
      tx,
      run,
      periods,
      actor,
      new Cells(row, findings),
      moments[place] ?? null,
    );
    if (observation !== null) accepted.push(observation);
  }
  const added: ObservationRow[] = [];
  for (const slice of slices(accepted, SLICE)) {
    const ids = await tx.observations.add(slice);
    added.push(...slice.filter(({ id }) => ids.has(id)));
  }
  const coreValues = new Map([...run.indicators.values()].map(({ id, coreValue }) => [id, coreValue]));
  const observations = added.map((row) => ({
    observationId: row.id,
    employeeId: row.employeeId,
    indicatorId: row.indicatorId,
    periodCode: row.periodCode,
    value: row.value,
    observedAt: row.observedAt,
    coreValue: coreValues.get(row.indicatorId) ?? null,
    observer: row.observer,
  }));
  const facts: FactOf<'ObservationsImported'>[] =
    observations.length === 0 ? [] : [{ kind: 'ObservationsImported', observations }];
  return did({ added: added.length, changed: 0, unchanged: accepted.length - added.length, findings }, facts);
}

/** Asks for everything that the rows name and that is not known yet: a fixed number of statements. */
async function learn(
  tx: HasEmployees & HasIndicators,
  run: ObservationImport,
  rows: readonly Row[],
): Promise<void> {
  const nips = new Set<string>();
  const codes = new Set<string>();
  for (const { values } of rows) {
    const nip = bareNip(values.nip);
    if (!run.employees.has(nip)) nips.add(nip);
    const observer = bareNip(values.observer);
    if (observer !== '' && !run.employees.has(observer)) nips.add(observer);
    const code = (values.indicator ?? '').trim();
    if (!run.indicators.has(code)) codes.add(code);
  }
  if (codes.size > 0) {
    for (const one of await tx.indicators.byCodes([...codes])) {
      run.indicators.set(one.code, { id: one.id, ...observationBounds(one) });
    }
  }
  if (nips.size > 0) {
    for (const one of await tx.employees.identities([...nips])) run.employees.set(one.nip, one);
    const fresh = [...nips]
      .flatMap((nip) => run.employees.get(nip)?.id ?? [])
      .filter((id) => !run.plansKnown.has(id));
    for (const cell of await tx.indicators.cellsOf(fresh)) {
      run.planned.add(`${cell.employeeId} ${cell.periodCode} ${cell.indicatorId}`);
    }
    for (const id of fresh) run.plansKnown.add(id);
  }
}

function bareNip(text: string | undefined): string {
  return (text ?? '').replace(/\s/gu, '');
}

function readObservation(
  frame: HasClock,
  run: ObservationImport,
  periods: readonly Period[],
  actor: Actor,
  cells: Cells,
  observedAt: Date | null,
): ObservationRow | null {
  const told = OBSERVATION_ROW_REFUSALS;
  const nip = bareNip(cells.raw('nip'));
  const employee = run.employees.get(nip);
  if (employee === undefined) return cells.refuse('nip', 'NIP_UNKNOWN', told.NIP_UNKNOWN);
  if (observedAt === null) return cells.refuse('observed_at', 'TIME_UNREADABLE', told.TIME_UNREADABLE);
  const key = cells.optionalText('key', KEY_LETTERS);
  if (key === null) return null;
  const indicatorCode = cells.raw('indicator');
  const indicator = run.indicators.get(indicatorCode) ?? null;
  const day = localDate(observedAt);
  const period = periods.find((one) => one.startsOn <= day && day <= one.endsOn) ?? null;
  const input = {
    value: cells.raw('value'),
    observedAt,
    note: cells.raw('note') || null,
    behaviour: cells.raw('behaviour') || null,
  };
  const observerNip = bareNip(cells.raw('observer'));
  const observer = run.employees.get(observerNip);
  const verdict = acceptObservation(input, {
    employee,
    indicator,
    period,
    planned:
      period !== null &&
      indicator !== null &&
      run.planned.has(`${employee.id} ${period.code} ${indicator.id}`),
    observer:
      observerNip === '' ? null : { known: observer !== undefined, isTheEmployee: observer === employee },
    now: frame.now,
  });
  if (!verdict.ok) {
    const { code, field } = verdict.refusal;
    return cells.refuse(COLUMN_OF[field ?? ''] ?? field, code, verdict.refusal);
  }
  const { value, note } = verdict.value;
  return {
    regionCode: frame.regionCode,
    id: uuidv7(),
    employeeId: employee.id,
    periodCode: period!.code,
    indicatorId: indicator!.id,
    value: formatAmount(value),
    observedAt,
    recordedAt: frame.now,
    recordedBy: actor.id,
    observerId: observer?.id ?? null,
    observer: observer?.id ?? actor.id,
    behaviourCode: verdict.value.behaviour,
    note,
    supersedesId: null,
    correctionReason: null,
    withdrawn: false,
    // The source's own, else what the row says: two rows that say the same without a key are one observation.
    importKey: importKeyOf(
      key === '' ? [nip, indicatorCode, formatAmount(value), observedAt.toISOString()] : [key],
    ),
  };
}

/** The columns of a file by the input fields that the domain speaks of. */
const COLUMN_OF: Record<string, string> = {
  employeeId: 'nip',
  indicatorId: 'indicator',
  observedAt: 'observed_at',
  observerId: 'observer',
};
