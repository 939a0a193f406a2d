import { isRealDate } from '../../domain/calendar.js';
import type { RefusalRow } from '../../domain/outcome.js';
import type { Cells } from '../../platform/files/cells.js';
import type { Row } from '../../platform/files/read-rows.js';
import type { HasEmployees } from './employee.store.js';
import type { EmployeeRow } from './employee.entity.js';

/** Why a row about somebody's service is left out, whatever it says of it. */
export const SERVICE_ROW_REFUSALS = {
  EMPLOYEE_UNKNOWN: {
    when: 'The region has nobody with this NIP.',
    field: 'nip',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Tidak ada pegawai dengan NIP ini di wilayah ini. Perbaiki NIP-nya, atau impor pegawainya lebih dulu.',
      en: 'Nobody in this region has this NIP. Correct it, or import the employee first.',
    },
  },
  DAY_UNREADABLE: {
    when: 'A day is empty where there must be one, or no day of the calendar.',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Ini bukan tanggal yang terbaca. Tulis tanggal sebagai 2026-11-24: tahun, bulan, hari.',
      en: 'This is no day that can be read. Write it as 2026-11-24: year, month, day.',
    },
  },
  DAYS_ORDER: {
    when: 'The last day lies before the first one.',
    field: 'ends_on',
    mender: 'SENDER',
    message: {
      id: 'Hari terakhir lebih awal daripada hari pertama. Periksa kedua tanggalnya.',
      en: 'The last day lies before the first day. Check both.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

/** The employees whom the cells of these columns name by NIP. */
export async function namedEmployees(
  tx: HasEmployees,
  rows: readonly Row[],
  columns: readonly string[],
): Promise<Map<string, EmployeeRow>> {
  const nips = new Set(rows.flatMap(({ values }) => columns.map((column) => bareNip(values[column] ?? ''))));
  return new Map((await tx.employees.byNips([...nips])).map((one) => [one.nip, one]));
}

/** The digits of a NIP: spaces are allowed in it. */
export function bareNip(text: string): string {
  return text.replace(/\s/gu, '');
}

/** The employee whom a row is about; null, with a finding, where the region has none. */
export function readEmployee(cells: Cells, employees: ReadonlyMap<string, EmployeeRow>): EmployeeRow | null {
  return (
    employees.get(bareNip(cells.raw('nip'))) ??
    cells.refuse('nip', 'EMPLOYEE_UNKNOWN', SERVICE_ROW_REFUSALS.EMPLOYEE_UNKNOWN)
  );
}

/** The first day and the last one, null where the cell is empty; null in place of both, with a finding, where they cannot be. */
export function readSpan(cells: Cells): { readonly startsOn: string; readonly endsOn: string | null } | null {
  const told = SERVICE_ROW_REFUSALS;
  const startsOn = readDay(cells, 'starts_on');
  const endsOn = cells.raw('ends_on') === '' ? null : readDay(cells, 'ends_on');
  if (startsOn === null || (endsOn === null && cells.raw('ends_on') !== '')) return null;
  if (endsOn !== null && endsOn < startsOn) return cells.refuse('ends_on', 'DAYS_ORDER', told.DAYS_ORDER);
  return { startsOn, endsOn };
}

/** A day, 'YYYY-MM-DD'; null, with a finding, where the cell holds none. */
export function readDay(cells: Cells, column: string): string | null {
  const day = cells.raw(column);
  return isDay(day) ? day : cells.refuse(column, 'DAY_UNREADABLE', SERVICE_ROW_REFUSALS.DAY_UNREADABLE);
}

/** Whether a text is a day of the calendar, 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && isRealDate(Number(year), Number(month), Number(day));
}
