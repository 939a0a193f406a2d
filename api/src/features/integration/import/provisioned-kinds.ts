import type { Actor } from '../../../platform/auth/actor.js';
import type { HasClock } from '../../../platform/clock.js';
import type { Imported } from '../../../platform/files/cells.js';
import type { ColumnSpec } from '../../../platform/files/match-columns.js';
import type { Row } from '../../../platform/files/read-rows.js';
import type { RowEffects } from '../../../platform/files/row-effect.js';
import type { Verdict } from '../../../platform/unit-of-work.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import { beginEmployeeImport, EMPLOYEE_COLUMNS, importEmployees } from '../../employees/import-employees.js';
import {
  beginReportingLineImport,
  importReportingLines,
  REPORTING_LINE_COLUMNS,
} from '../../employees/import-reporting-lines.js';
import { beginUnitImport, importUnits, UNIT_COLUMNS } from '../../employees/import-units.js';
import type { HasService } from '../../employees/service.store.js';
import type { HasUnits } from '../../employees/unit.store.js';

/** What the rows of these files are recorded with. */
export type Provisions = HasEmployees & HasUnits & HasService & HasClock;

/** One file of master data on its way in. */
export interface ProvisionedRun {
  take(tx: Provisions, actor: Actor, rows: readonly Row[]): Promise<Verdict<Imported, never>>;
}

/** A kind of file that also comes in by upload. */
export interface ProvisionedKind {
  readonly columns: readonly ColumnSpec[];
  /** `effects`: where the effect of each row is told; null: nowhere. */
  begin(effects: RowEffects | null): Promise<ProvisionedRun>;
}

/** Master data: the same columns and rules for the command line, an upload and a program. */
export const provisionedKinds = {
  UNITS: {
    columns: UNIT_COLUMNS,
    async begin(effects) {
      const run = await beginUnitImport(effects);
      return { take: (tx, _actor, rows) => importUnits(tx, run, rows) };
    },
  },
  EMPLOYEES: {
    columns: EMPLOYEE_COLUMNS,
    async begin(effects) {
      const run = beginEmployeeImport(effects);
      return { take: (tx, actor, rows) => importEmployees(tx, run, actor, rows) };
    },
  },
  REPORTING_LINES: {
    columns: REPORTING_LINE_COLUMNS,
    async begin(effects) {
      const run = beginReportingLineImport(effects);
      return { take: (tx, actor, rows) => importReportingLines(tx, run, actor, rows) };
    },
  },
} as const satisfies Record<string, ProvisionedKind>;

export type ProvisionedKindName = keyof typeof provisionedKinds;
