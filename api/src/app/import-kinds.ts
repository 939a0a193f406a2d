import {
  ASSIGNMENT_COLUMNS,
  beginAssignmentImport,
  importAssignments,
} from '../features/employees/import-assignments.js';
import { beginLeaveImport, importLeaves, LEAVE_COLUMNS } from '../features/employees/import-leaves.js';
import {
  beginIndicatorImport,
  importIndicators,
  INDICATOR_COLUMNS,
} from '../features/indicators/import-indicators.js';
import {
  beginTargetImport,
  findOddWeights,
  importTargets,
  TARGET_COLUMNS,
} from '../features/indicators/import-targets.js';
import {
  beginObservationImport,
  importObservations,
  OBSERVATION_COLUMNS,
} from '../features/observations/import-observations.js';
import {
  provisionedKinds,
  type ProvisionedKindName,
} from '../features/integration/import/provisioned-kinds.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Imported, RowFinding } from '../platform/files/cells.js';
import type { ColumnSpec } from '../platform/files/match-columns.js';
import type { Row } from '../platform/files/read-rows.js';
import type { Verdict } from '../platform/unit-of-work.js';
import type { Verb } from './policies/verbs.js';
import type { Stores } from './stores.js';

/** One file on its way in. */
export interface ImportRun {
  take(tx: Stores, actor: Actor, rows: readonly Row[]): Promise<Verdict<Imported, never>>;
  /** What only the whole file shows; those rows were imported. */
  notes(): RowFinding[];
}

/** A kind of file that can be imported. */
export interface ImportKind {
  readonly verb: Verb;
  readonly columns: readonly ColumnSpec[];
  begin(): Promise<ImportRun>;
}

const none = () => [];

/** A kind that also comes in by upload: the same columns, the same rules. */
function provisioned(name: ProvisionedKindName) {
  const kind = provisionedKinds[name];
  return {
    columns: kind.columns,
    async begin(): Promise<ImportRun> {
      const run = await kind.begin(null);
      return { take: (tx, actor, rows) => run.take(tx, actor, rows), notes: none };
    },
  };
}

/** Every kind of file, in the order in which they build on each other. */
export const importKinds = {
  units: { verb: 'importUnits', ...provisioned('UNITS') },
  employees: { verb: 'importEmployees', ...provisioned('EMPLOYEES') },
  assignments: {
    verb: 'importAssignments',
    columns: ASSIGNMENT_COLUMNS,
    async begin() {
      const run = beginAssignmentImport();
      return { take: (tx, actor, rows) => importAssignments(tx, run, actor, rows), notes: none };
    },
  },
  leaves: {
    verb: 'importLeaves',
    columns: LEAVE_COLUMNS,
    async begin() {
      const run = beginLeaveImport();
      return { take: (tx, actor, rows) => importLeaves(tx, run, actor, rows), notes: none };
    },
  },
  'reporting-lines': { verb: 'importReportingLines', ...provisioned('REPORTING_LINES') },
  indicators: {
    verb: 'importIndicators',
    columns: INDICATOR_COLUMNS,
    async begin() {
      const run = beginIndicatorImport();
      return { take: (tx, _actor, rows) => importIndicators(tx, run, rows), notes: none };
    },
  },
  targets: {
    verb: 'importTargets',
    columns: TARGET_COLUMNS,
    async begin() {
      const run = beginTargetImport();
      return { take: (tx, _actor, rows) => importTargets(tx, run, rows), notes: () => findOddWeights(run) };
    },
  },
  observations: {
    verb: 'importObservations',
    columns: OBSERVATION_COLUMNS,
    async begin() {
      const run = beginObservationImport();
      return { take: (tx, actor, rows) => importObservations(tx, run, actor, rows), notes: none };
    },
  },
} as const satisfies Record<string, ImportKind>;

export type ImportKindName = keyof typeof importKinds;
