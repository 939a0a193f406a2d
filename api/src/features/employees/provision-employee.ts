import { localDate } from '../../domain/calendar.js';
import { refused, type RefusalRow, type Refused } from '../../domain/outcome.js';
import { appraiserOn } from '../../domain/people/reporting-line.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Imported } from '../../platform/files/cells.js';
import type { Row } from '../../platform/files/read-rows.js';
import { did, MovedMeanwhile, type Verdict } from '../../platform/unit-of-work.js';
import type { EmployeeRow } from './employee.entity.js';
import type { HasEmployees } from './employee.store.js';
import { beginEmployeeImport, EMPLOYEE_ROW_REFUSALS, importEmployees, NO, YES } from './import-employees.js';
import {
  beginReportingLineImport,
  importReportingLines,
  REPORTING_LINE_ROW_REFUSALS,
} from './import-reporting-lines.js';
import { bareNip } from './read-service-row.js';
import type { HasService } from './service.store.js';
import type { HasUnits } from './unit.store.js';

type Needs = HasEmployees & HasUnits & HasService & HasClock;

/** Somebody as a program of regional HR wants them to be. Texts are as they came; the rules of the import hold for them. */
export interface WantedEmployee {
  readonly nip: string;
  readonly name: string;
  readonly status: string;
  /** Code of the unit. */
  readonly unit: string;
  readonly position: string;
  /** From when on unit and position hold, 'YYYY-MM-DD'; null: from today. */
  readonly since: string | null;
  /** Who appraises them from today on, by id; null: nobody. */
  readonly managerId: string | null;
  readonly active: boolean;
  /** What the program calls them; null where it has no name for them. */
  readonly externalId: string | null;
}

/** Why somebody is not provisioned, beside what is wrong with a row of an import. */
export const PROVISION_REFUSALS = {
  NIP_TAKEN: {
    when: 'The region has somebody with this NIP already.',
    field: 'nip',
    mender: 'SENDER',
    message: {
      id: 'NIP ini sudah dipakai pegawai lain di wilayah ini. Cari orangnya lebih dulu, lalu ubah datanya.',
      en: 'Somebody in this region has this NIP. Find that person first, and change the record.',
    },
  },
  NIP_FIXED: {
    when: 'A change names another NIP than the one that the person was recorded with.',
    field: 'nip',
    mender: 'SENDER',
    message: {
      id: 'NIP seseorang tidak diganti. Nonaktifkan yang lama, lalu buat pegawai baru dengan NIP barunya.',
      en: 'The NIP of a person does not change. Deactivate the old record, and add one with the new NIP.',
    },
  },
  PERSON_UNKNOWN: {
    when: 'The region has nobody with this id, or nobody whom the program may provision.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Tidak ada pegawai dengan id ini. Cari lagi menurut NIP, lalu pakai id dari jawabannya.',
      en: 'Nobody has this id. Look the person up by NIP again, and use the id of that answer.',
    },
  },
  EXTERNAL_ID_LENGTH: {
    when: 'The id of the program itself is longer than 200 characters.',
    field: 'externalId',
    mender: 'SENDER',
    message: {
      id: 'Panjang externalId paling banyak 200 karakter. Pendekkan, lalu kirim lagi.',
      en: 'An externalId has at most 200 characters. Shorten it, and send it again.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

const LONGEST_EXTERNAL_ID = 200;

const refuse = (code: keyof typeof PROVISION_REFUSALS) => refused(code, PROVISION_REFUSALS[code]);

/** Who may be put where by whoever asks. */
export type MayPlaceIn = (unitId: string) => boolean;

/**
 * Adds somebody. Whoever was let go of before comes back under the same id, with all that was recorded of them: a NIP
 * is one person.
 */
export async function provisionEmployee(
  tx: Needs,
  actor: Actor,
  wanted: WantedEmployee,
  mayPlaceIn: MayPlaceIn,
): Promise<Verdict<{ employeeId: string }, string>> {
  const nip = bareNip(wanted.nip);
  await tx.employees.holdNip(nip);
  const [before = null] = await tx.employees.byNips([nip]);
  const provision = before && (await tx.employees.provisionOf(before.id));
  if (before !== null && (provision?.deprovisionedAt ?? null) === null) return refuse('NIP_TAKEN');
  if (before !== null && !mayPlaceIn(before.unitId)) return refuse('NIP_TAKEN');
  return record(tx, actor, { before, wanted, mayPlaceIn, letGo: false });
}

/** Changes somebody, takes them out of service, or lets them come back. With `letGo` the program is shown them no more. */
export async function changeProvisioned(
  tx: Needs,
  actor: Actor,
  change: {
    readonly employeeId: string;
    readonly wanted: WantedEmployee;
    readonly mayPlaceIn: MayPlaceIn;
    readonly letGo: boolean;
  },
): Promise<Verdict<{ employeeId: string }, string>> {
  const before = await tx.employees.get(change.employeeId);
  if (before === null) return refuse('PERSON_UNKNOWN');
  if (bareNip(change.wanted.nip) !== before.nip) return refuse('NIP_FIXED');
  return record(tx, actor, { ...change, before });
}

interface Wish {
  readonly before: EmployeeRow | null;
  readonly wanted: WantedEmployee;
  readonly mayPlaceIn: MayPlaceIn;
  readonly letGo: boolean;
}

async function record(
  tx: Needs,
  actor: Actor,
  { before, wanted, mayPlaceIn, letGo }: Wish,
): Promise<Verdict<{ employeeId: string }, string>> {
  const { externalId } = wanted;
  if (externalId !== null && externalId.length > LONGEST_EXTERNAL_ID) return refuse('EXTERNAL_ID_LENGTH');
  const [unit] = await tx.units.byCodes([wanted.unit.trim()]);
  // Somebody else's unit is refused like one that is not there.
  if (unit !== undefined && unit.id !== before?.unitId && !mayPlaceIn(unit.id)) {
    return refused('UNIT_UNKNOWN', EMPLOYEE_ROW_REFUSALS.UNIT_UNKNOWN);
  }
  const { nip, name, status, position, since } = wanted;
  const active = (wanted.active ? YES : NO)[0]!;
  const row = oneRow({ nip, name, status, unit: wanted.unit, position, since: since ?? '', active });
  const imported = await importEmployees(tx, beginEmployeeImport(), actor, [row]);
  if (!imported.ok) return imported;
  const wrong = firstFinding(imported.value);
  if (wrong !== null) return wrong;
  // A file has added them since it was looked: they are somebody's already, and not to be changed unseen.
  if (before === null && imported.value.added === 0) throw new MovedMeanwhile();
  const [after] = await tx.employees.byNips([bareNip(nip)]);
  if (after === undefined) throw new Error('whoever was just recorded is not there');

  const lines = await followManager(tx, actor, after, wanted.managerId);
  if (!lines.ok) return lines;
  const provision = await tx.employees.provisionOf(after.id);
  const deprovisionedAt = letGo ? tx.now : null;
  if (provision?.externalId !== externalId || provision.deprovisionedAt !== deprovisionedAt) {
    await tx.employees.provision(after.id, { externalId, deprovisionedAt });
  }
  return did({ employeeId: after.id }, [...imported.facts, ...lines.facts]);
}

/** Lets whoever is wanted appraise somebody from today on. */
async function followManager(
  tx: Needs,
  actor: Actor,
  employee: EmployeeRow,
  managerId: string | null,
): Promise<Verdict<object, string>> {
  const today = localDate(tx.now);
  const lines = await tx.service.linesOf([employee.id]);
  if (appraiserOn(today, lines, employee.id) === managerId) return did({}, []);
  const [manager] = managerId === null ? [] : await tx.employees.byIds([managerId]);
  if (managerId !== null && manager === undefined) {
    return refused('APPRAISER_UNKNOWN', REPORTING_LINE_ROW_REFUSALS.APPRAISER_UNKNOWN);
  }
  const row = oneRow({ nip: employee.nip, appraiser: manager?.nip ?? '', starts_on: today });
  const imported = await importReportingLines(tx, beginReportingLineImport(), actor, [row]);
  return imported.ok ? (firstFinding(imported.value) ?? imported) : imported;
}

/** What a program says of one person, as the row of a file that says the same. */
function oneRow(values: Row['values']): Row {
  return { line: 1, values };
}

function firstFinding({ findings: [finding] }: Imported): Refused<string> | null {
  if (finding === undefined) return null;
  const { code, column: field, message, mender } = finding;
  return refused(code, { field, message, mender });
}
