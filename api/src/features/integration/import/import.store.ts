import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowUndo } from '../../../domain/integration/undo-row.js';
import { sqlOf } from '../../../platform/database/sql.js';
import { ImportDraftEntity, type ImportDraftRow } from './import-draft.entity.js';
import { ImportFindingEntity, type ImportFindingRow } from './import-finding.entity.js';
import { ImportRowEntity, type ImportRowRow } from './import-row.entity.js';

export type NewImport = Omit<ImportDraftRow, 'regionCode'>;
export type NewImportRow = Omit<ImportRowRow, 'regionCode' | 'draftId' | 'undo' | 'keptFrom'>;
export type NewImportFinding = Omit<ImportFindingRow, 'regionCode' | 'draftId' | 'place' | 'keptFrom'>;

/** Everything about the rows of an import. */
export interface ImportContent {
  readonly rows: readonly NewImportRow[];
  readonly findings: readonly NewImportFinding[];
}

/** What may be asked about files that were sent. Every answer is of one region. */
export interface ImportStore {
  get(id: string): Promise<ImportDraftRow | null>;
  /** The same, and nobody else takes a step with any import of the region until the transaction ends. */
  hold(id: string): Promise<ImportDraftRow | null>;
  /** The latest first. */
  page(before: string | null, limit: number): Promise<ImportDraftRow[]>;
  /** All rows, by line. */
  rows(id: string): Promise<ImportRowRow[]>;
  /** Rows after a line; `outcomes` null: all. */
  rowsPage(
    id: string,
    outcomes: readonly ImportRowRow['outcome'][] | null,
    afterLine: number,
    limit: number,
  ): Promise<ImportRowRow[]>;
  /** All findings, in the order of lines. */
  findings(id: string): Promise<ImportFindingRow[]>;
  /** In the order of lines. */
  findingsPage(id: string, afterPlace: number, limit: number): Promise<ImportFindingRow[]>;
  add(draft: NewImport, content: ImportContent): Promise<void>;
  /** Puts what was worked out again in the place of what there was; counts and rows. */
  replace(draft: NewImport, content: ImportContent): Promise<void>;
  set(id: string, changes: Partial<NewImport>): Promise<void>;
  /** Notes what became of rows as their import was undone. */
  noteUndo(id: string, undone: ReadonlyMap<number, RowUndo>): Promise<void>;
  /** Takes rows and findings away; the import itself stays. */
  clear(id: string): Promise<void>;
}

export interface HasImports {
  readonly imports: ImportStore;
}

/** One statement of a step, at most. */
const STATEMENT_MS = 60_000;

export function createImportStore(em: EntityManager, regionCode: string): ImportStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;

  async function clear(id: string): Promise<void> {
    await sql.rows('delete from import_row where region_code = $1 and draft_id = $2', [regionCode, id]);
    await sql.rows('delete from import_finding where region_code = $1 and draft_id = $2', [regionCode, id]);
  }

  async function put({ id, keptFrom }: NewImport, { rows, findings }: ImportContent): Promise<void> {
    const json = (value: object | null) => (value === null ? null : JSON.stringify(value));
    await sql.rows(
      `insert into import_row (region_code, draft_id, line, outcome, subject_id, title, cells, before, after,
         starts_on, kept_from)
       select $1, $2, r.line, r.outcome, r.subject_id, r.title, r.cells::jsonb, r.before::jsonb, r.after::jsonb,
         r.starts_on, $3
       from unnest($4::int[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], $11::date[])
         as r (line, outcome, subject_id, title, cells, before, after, starts_on)`,
      [
        ...[regionCode, id, keptFrom],
        rows.map((row) => row.line),
        rows.map((row) => row.outcome),
        rows.map((row) => row.subjectId ?? null),
        rows.map((row) => row.title ?? null),
        rows.map((row) => json(row.cells)),
        rows.map((row) => json(row.before ?? null)),
        rows.map((row) => json(row.after ?? null)),
        rows.map((row) => row.startsOn ?? null),
      ],
    );
    await sql.rows(
      `insert into import_finding (region_code, draft_id, place, line, column_name, code, message_id, message_en,
         mender, left_out, of_reader, kept_from)
       select $1, $2, f.*, $3
       from unnest($4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::boolean[],
         $12::boolean[]) f`,
      [
        ...[regionCode, id, keptFrom],
        findings.map((_, place) => place + 1),
        findings.map((one) => one.line),
        findings.map((one) => one.columnName ?? null),
        findings.map((one) => one.code),
        findings.map((one) => one.messageId),
        findings.map((one) => one.messageEn),
        findings.map((one) => one.mender),
        findings.map((one) => one.leftOut),
        findings.map((one) => one.ofReader),
      ],
    );
  }

  return {
    get: (id) => em.findOne(ImportDraftEntity, { regionCode, id }, plain),
    async hold(id) {
      // A reaction may have to place thousands of people anew, and whoever sends a step again waits for the first.
      await sql.rows(`select set_config('statement_timeout', $1, true)`, [String(STATEMENT_MS)]);
      // Two imports of a region may be about the same people.
      await sql.rows(`select pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))`, [regionCode]);
      return em.findOne(
        ImportDraftEntity,
        { regionCode, id },
        { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE },
      );
    },
    async page(before, limit) {
      const edge =
        before === null ? null : await em.findOne(ImportDraftEntity, { regionCode, id: before }, plain);
      if (before !== null && edge === null) return [];
      return em.find(
        ImportDraftEntity,
        {
          regionCode,
          ...(edge === null
            ? {}
            : { $or: [{ madeAt: { $lt: edge.madeAt } }, { madeAt: edge.madeAt, id: { $lt: edge.id } }] }),
        },
        { ...plain, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }], limit },
      );
    },
    rows: (draftId) =>
      em.find(ImportRowEntity, { regionCode, draftId }, { ...plain, orderBy: { line: 'asc' } }),
    rowsPage: (draftId, outcomes, afterLine, limit) =>
      em.find(
        ImportRowEntity,
        {
          ...{ regionCode, draftId, line: { $gt: afterLine } },
          ...(outcomes === null ? {} : { outcome: { $in: [...outcomes] } }),
        },
        { ...plain, orderBy: { line: 'asc' }, limit },
      ),
    findings: (draftId) =>
      em.find(ImportFindingEntity, { regionCode, draftId }, { ...plain, orderBy: { place: 'asc' } }),
    findingsPage: (draftId, afterPlace, limit) =>
      em.find(
        ImportFindingEntity,
        { regionCode, draftId, place: { $gt: afterPlace } },
        { ...plain, orderBy: { place: 'asc' }, limit },
      ),
    async add(draft, content) {
      await em.insert(ImportDraftEntity, { ...draft, regionCode });
      await put(draft, content);
    },
    async replace(draft, content) {
      await clear(draft.id);
      await em.nativeUpdate(ImportDraftEntity, { regionCode, id: draft.id }, draft);
      await put(draft, content);
    },
    async set(id, changes) {
      await em.nativeUpdate(ImportDraftEntity, { regionCode, id }, changes);
    },
    async noteUndo(draftId, undone) {
      await sql.rows(
        `update import_row r set undo = u.undo from unnest($3::int[], $4::text[]) as u (line, undo)
         where r.region_code = $1 and r.draft_id = $2 and r.line = u.line`,
        [regionCode, draftId, [...undone.keys()], [...undone.values()]],
      );
    },
    clear,
  };
}
