import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { keptUntil } from '../../../domain/integration/accept-import.js';
import type { RowUndo } from '../../../domain/integration/undo-row.js';
import { maskNip } from '../../../domain/people/nip.js';
import type { Mender } from '../../../domain/outcome.js';
import type { FileValues } from '../../../platform/files/row-effect.js';
import type { TableFormat } from '../../../platform/files/read-table.js';
import { IdempotencyConflict, MENDERS, Refusal } from '../../../platform/graphql/refusal.object.js';
import { Cursor, Instant } from '../../../platform/graphql/scalars.js';
import type { ImportDraftRow } from './import-draft.entity.js';
import type { ImportFindingRow } from './import-finding.entity.js';
import type { ImportRowRow } from './import-row.entity.js';
import { provisionedKinds, type ProvisionedKindName } from './provisioned-kinds.js';

const KINDS = {
  UNITS: 'UNITS',
  EMPLOYEES: 'EMPLOYEES',
  REPORTING_LINES: 'REPORTING_LINES',
} as const satisfies { [K in ProvisionedKindName]: K };
registerEnumType(KINDS, {
  name: 'ImportKind',
  description: 'What a file of master data is about; as `kind=` of the upload in small letters with hyphens.',
  valuesConfig: {
    UNITS: { description: 'Units of the organisation (`units`).' },
    EMPLOYEES: { description: 'Employees with status, unit and position (`employees`).' },
    REPORTING_LINES: { description: 'Who appraises whom from which day on (`reporting-lines`).' },
  },
});

const FORMATS = { CSV: 'CSV', XLSX: 'XLSX' } as const satisfies { [K in TableFormat]: K };
registerEnumType(FORMATS, {
  name: 'ImportFormat',
  description: 'How a file was written.',
  valuesConfig: {
    CSV: { description: 'Text, UTF-8, with commas, semicolons or tabs.' },
    XLSX: { description: 'A workbook of Excel or LibreOffice; its first sheet is read.' },
  },
});

type State = ImportDraftRow['state'] | 'EXPIRED';
const STATES = {
  DRAFT: 'DRAFT',
  APPLIED: 'APPLIED',
  UNDONE: 'UNDONE',
  DROPPED: 'DROPPED',
  EXPIRED: 'EXPIRED',
} as const satisfies { [K in State]: K };
registerEnumType(STATES, {
  name: 'ImportState',
  description: 'How far an import has come.',
  valuesConfig: {
    DRAFT: { description: 'It was only looked at: nothing of it is recorded.' },
    APPLIED: { description: 'Its good rows are recorded.' },
    UNDONE: { description: 'It was applied, and put back where nobody had changed it since.' },
    DROPPED: { description: 'It was thrown away.' },
    EXPIRED: { description: 'Nobody applied it within seven days; its rows are gone or about to go.' },
  },
});

const OUTCOMES = {
  ADDED: 'ADDED',
  CHANGED: 'CHANGED',
  UNCHANGED: 'UNCHANGED',
  REFUSED: 'REFUSED',
} as const satisfies { [K in ImportRowRow['outcome']]: K };
registerEnumType(OUTCOMES, {
  name: 'ImportOutcome',
  description: 'What a row does, or would do.',
  valuesConfig: {
    ADDED: { description: 'It adds somebody or something.' },
    CHANGED: { description: 'It changes what is recorded.' },
    UNCHANGED: { description: 'It says what is recorded already.' },
    REFUSED: { description: 'It is left out; the findings of its line say why, and who can mend it.' },
  },
});
/** The enum as arguments name it. */
export const ImportOutcomeEnum = OUTCOMES;

const UNDOS = {
  PUT_BACK: 'PUT_BACK',
  DEACTIVATED: 'DEACTIVATED',
  CHANGED_SINCE: 'CHANGED_SINCE',
  UNIT_STAYS: 'UNIT_STAYS',
} as const satisfies { [K in RowUndo]: K };
registerEnumType(UNDOS, {
  name: 'ImportUndo',
  description: 'What became of a row as its import was undone.',
  valuesConfig: {
    PUT_BACK: { description: 'It is as it was before.' },
    DEACTIVATED: { description: 'The person was added, and is out of service now; nobody is ever deleted.' },
    CHANGED_SINCE: { description: 'It was changed after the import, and left as it is.' },
    UNIT_STAYS: { description: 'The unit was added; units are never taken away.' },
  },
});

@ObjectType({ description: 'One cell that another value comes into.' })
export class ImportFieldChange {
  @Field(() => String, { description: 'The column of the file: `name`, `unit`, `appraiser`, …' })
  column!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is recorded; NIPs with their middle hidden; null: nothing yet.',
  })
  old!: string | null;

  @Field(() => String, { description: 'What comes into its place; NIPs with their middle hidden.' })
  new!: string;

  /** Whole, and of which region; not on the wire. */
  regionCode!: string;
  oldWhole!: string | null;
  newWhole!: string;
}

@ObjectType({ description: 'One row of a file, and what it does.' })
export class ImportRow {
  @Field(() => Int, { description: 'Line of the file, from 1; in a workbook the number of its row.' })
  line!: number;

  @Field(() => OUTCOMES, { description: 'What it does, or would do.' })
  outcome!: ImportRowRow['outcome'];

  @Field(() => String, {
    nullable: true,
    description: 'Name of the person or unit; null where the row was left out.',
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'NIP of the person with all but its last three digits masked; null where it is about a unit, or left out.',
  })
  maskedNip!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole NIP of the person; each read is told to them. Null as `maskedNip`.',
  })
  nip!: string | null;

  @Field(() => [ImportFieldChange], {
    description: 'Cells that become other ones; all of a row that adds something. At most eight.',
  })
  changes!: ImportFieldChange[];

  @Field(() => String, {
    nullable: true,
    description: "From which day on it holds, 'YYYY-MM-DD'; null: no day belongs to it.",
  })
  startsOn!: string | null;

  @Field(() => UNDOS, { nullable: true, description: 'What undoing came to; null while it was not undone.' })
  undo!: RowUndo | null;

  /** Of a person who is recorded; not on the wire. */
  employeeId!: string | null;
}

/** Columns that hold a NIP. */
const NIPS: ReadonlySet<string> = new Set(['nip', 'appraiser']);
/** Columns that tell which subject a row is about, and so never change. */
const KEYS: Readonly<Record<ProvisionedKindName, readonly string[]>> = {
  UNITS: ['code'],
  EMPLOYEES: ['nip'],
  REPORTING_LINES: ['nip', 'starts_on'],
};

export function toImportRow(row: ImportRowRow, kind: ProvisionedKindName): ImportRow {
  const { line, outcome, title, startsOn, undo, subjectId } = row;
  const nip = kind === 'UNITS' ? undefined : row.after?.['nip'];
  return Object.assign(new ImportRow(), {
    ...{ line, outcome, name: title ?? null, startsOn: startsOn ?? null, undo: undo ?? null },
    nip: nip ?? null,
    maskedNip: nip === undefined ? null : maskNip(nip),
    changes: changesOf(row.regionCode, kind, row.before ?? null, row.after ?? null),
    employeeId: kind === 'UNITS' ? null : (subjectId ?? null),
  });
}

function changesOf(
  regionCode: string,
  kind: ProvisionedKindName,
  before: FileValues | null,
  after: FileValues | null,
): ImportFieldChange[] {
  if (after === null) return [];
  const shown = (column: string, value: string) =>
    NIPS.has(column) && value !== '' ? maskNip(value) : value;
  // In the order of the file.
  const columns = provisionedKinds[kind].columns
    .map(({ name }) => name)
    .filter(
      (column) =>
        column in after && before?.[column] !== after[column] && !(before === null && column === 'nip'),
    );
  return columns
    .filter((column) => before === null || !KEYS[kind].includes(column))
    .map((column) =>
      Object.assign(new ImportFieldChange(), {
        column,
        old: before === null ? null : shown(column, before[column] ?? ''),
        new: shown(column, after[column] ?? ''),
        ...{ regionCode, oldWhole: before?.[column] ?? null, newWhole: after[column] ?? '' },
      }),
    );
}

@ObjectType({
  description: 'Something about a line of a file that its sender should know. It repeats nothing of it.',
})
export class ImportFinding {
  @Field(() => Int, { description: 'Line of the file, from 1; in a workbook the number of its row.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'The column; null: the whole line.' })
  column!: string | null;

  @Field(() => String, { description: 'A code that never changes its meaning (schema/guide/import.md).' })
  code!: string;

  @Field(() => String, { description: 'What is wrong and how to mend it, in Indonesian.' })
  message!: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn!: string;

  @Field(() => MENDERS, { description: 'Who can mend it.' })
  mender!: Mender;

  @Field(() => Boolean, { description: 'Whether the row is left out for it; else it is only worth knowing.' })
  leftOut!: boolean;
}

export function toImportFinding(row: ImportFindingRow): ImportFinding {
  const { line, columnName, code, messageId, messageEn, mender, leftOut } = row;
  return Object.assign(new ImportFinding(), {
    ...{ line, code, messageEn, mender, leftOut, column: columnName ?? null, message: messageId },
  });
}

@ObjectType({ description: 'A file of master data that was sent: what it would do, and what became of it.' })
export class ImportDraft {
  @Field(() => ID, { description: 'The UUID under which it was sent.' })
  id!: string;

  @Field(() => KINDS, { description: 'What it is about.' })
  kind!: ProvisionedKindName;

  @Field(() => FORMATS, { description: 'How it was written.' })
  format!: TableFormat;

  @Field(() => STATES, { description: 'How far it has come.' })
  state!: State;

  @Field(() => Int, { description: 'Rows that add; of an applied one: that have added.' })
  added!: number;

  @Field(() => Int, { description: 'Rows that change what is recorded.' })
  changed!: number;

  @Field(() => Int, { description: 'Rows that say what is recorded already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that are left out.' })
  refused!: number;

  @Field(() => Instant, { description: 'When it was sent.' })
  madeAt!: Date;

  @Field(() => Boolean, { description: 'Whether a program sent it, not a person.' })
  byService!: boolean;

  @Field(() => Instant, { description: 'Against which moment the difference was worked out.' })
  plannedAt!: Date;

  @Field(() => Instant, {
    description:
      'Until when its rows are kept, and it can be applied or undone: seven days after it was sent or applied.',
  })
  keptUntil!: Date;

  @Field(() => Instant, { nullable: true, description: 'When it was applied; null: it was not.' })
  appliedAt!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When it was undone; null: it was not.' })
  undoneAt!: Date | null;

  @Field(() => Int, { description: 'Rows that undoing put back; 0 while it was not undone.' })
  putBack!: number;

  @Field(() => Int, { description: 'Rows that undoing left as they are; 0 while it was not undone.' })
  left!: number;

  /** Kemendagri code of its region; not on the wire. */
  regionCode!: string;
}

export function toImportDraft(row: ImportDraftRow, now: Date): ImportDraft {
  const { id, kind, format, added, changed, unchanged, refused, madeAt, byService, plannedAt } = row;
  const until = keptUntil(row);
  return Object.assign(new ImportDraft(), {
    ...{ id, kind, format, added, changed, unchanged, refused, madeAt, byService, plannedAt },
    state: row.state === 'DRAFT' && now >= until ? 'EXPIRED' : row.state,
    ...{ keptUntil: until, appliedAt: row.appliedAt ?? null, undoneAt: row.undoneAt ?? null },
    ...{ putBack: row.putBack, left: row.leftAlone, regionCode: row.regionCode },
  });
}

@ObjectType({ description: 'It was done.' })
export class ImportRecorded {
  @Field(() => ImportDraft, { description: 'The import as it is now.' })
  import!: ImportDraft;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: IMPORT_UNKNOWN, IMPORT_SETTLED, IMPORT_NOTHING, IMPORT_NOT_APPLIED, IMPORT_OVER.',
})
export class ImportRefused extends Refusal {}

@ObjectType({
  implements: Refusal,
  description:
    'Nothing was recorded: what the difference was worked out against has changed (code IMPORT_MOVED). It was worked ' +
    'out again; look at it, and apply it under another key.',
})
export class ImportMoved extends Refusal {
  @Field(() => ImportDraft, { description: 'The import with its new difference.' })
  import!: ImportDraft;
}

export const ImportResult = createUnionType({
  name: 'ImportResult',
  description: 'What became of a step with an import.',
  types: () => [ImportRecorded, ImportRefused, ImportMoved, IdempotencyConflict] as const,
});
