import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { IMPORT_REFUSALS, type ImportRefusalCode } from '../../../domain/integration/accept-import.js';
import { formatCursor } from '../../../platform/changes/cursor.js';
import type { HasClock } from '../../../platform/clock.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../../platform/graphql/connection.js';
import { isUuid } from '../../../platform/is-uuid.js';
import type { Context } from '../../../platform/graphql/context.js';
import { InRegion } from '../../../platform/graphql/in-region.js';
import { commandRefusal, toRefusal } from '../../../platform/graphql/refusal.object.js';
import { Uuid } from '../../../platform/graphql/scalars.js';
import type { Done } from '../../../platform/unit-of-work.js';
import { applyImport, type Applied } from './apply-import.js';
import { dropImport } from './drop-import.js';
import type { ImportRowRow } from './import-row.entity.js';
import { ImportStepInput } from './import.input.js';
import {
  ImportDraft,
  ImportFinding,
  ImportMoved,
  ImportOutcomeEnum,
  ImportRecorded,
  ImportRefused,
  ImportResult,
  ImportRow,
  toImportDraft,
  toImportFinding,
  toImportRow,
} from './import.object.js';
import type { HasImports } from './import.store.js';
import type { Provisions } from './provisioned-kinds.js';
import { undoImport } from './undo-import.js';

type Ask = Context<HasImports & Provisions & HasClock>;

const ImportDraftConnection = connectionOf('ImportDraft', () => ImportDraft);
const ImportRowConnection = connectionOf('ImportRow', () => ImportRow);
const ImportFindingConnection = connectionOf('ImportFinding', () => ImportFinding);

const isNumber = (text: string) => /^\d{1,9}$/.test(text);

/** Files of master data: they come in over HTTP (`PUT /imports/…`), and are looked at and applied here. */
@Resolver(() => ImportDraft)
export class ImportResolver {
  @Query(() => ImportDraftConnection, {
    description:
      'The files of master data that were sent, the latest first. For the administrator and services with PROVISION.',
  })
  async imports(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<ImportDraft>> {
    const size = pageSize(args);
    const rows = await context.read(region).imports.page(pageKey(args, isUuid), size + 1);
    const now = context.now();
    return toPage(
      rows,
      size,
      (row) => row.id,
      (row) => toImportDraft(row, now),
    );
  }

  @Query(() => ImportDraft, {
    nullable: true,
    description: 'One file that was sent; null where there is none of this id.',
  })
  async importDraft(
    @InRegion() region: string,
    @Arg('id', () => Uuid, { description: 'The UUID under which it was sent.' }) id: string,
    @Ctx() context: Ask,
  ): Promise<ImportDraft | null> {
    const row = await context.read(region).imports.get(id);
    return row && toImportDraft(row, context.now());
  }

  @FieldResolver(() => ImportRowConnection, {
    description: 'Its rows by line, and what each does; none once they are kept no longer.',
  })
  async rows(
    @Root() { regionCode, id, kind }: ImportDraft,
    @Arg('outcomes', () => [ImportOutcomeEnum], {
      nullable: true,
      description: 'Only rows that come to one of these; null: all.',
    })
    outcomes: ImportRowRow['outcome'][] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<ImportRow>> {
    const size = pageSize(args);
    const after = Number(pageKey(args, isNumber) ?? 0);
    const rows = await context.read(regionCode).imports.rowsPage(id, outcomes ?? null, after, size + 1);
    return toPage(
      rows,
      size,
      ({ line }) => String(line),
      (row) => toImportRow(row, kind),
    );
  }

  @FieldResolver(() => ImportFindingConnection, {
    description:
      'What is wrong with its lines, or worth knowing, by line; none once they are kept no longer.',
  })
  async findings(
    @Root() { regionCode, id }: ImportDraft,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<ImportFinding>> {
    const size = pageSize(args);
    const after = Number(pageKey(args, isNumber) ?? 0);
    const rows = await context.read(regionCode).imports.findingsPage(id, after, size + 1);
    return toPage(rows, size, ({ place }) => String(place), toImportFinding);
  }

  @Mutation(() => ImportResult, {
    description:
      'Records the good rows of an import, all of them or none. Rows that were left out stay out. Where what is recorded ' +
      'has changed since the difference was worked out, nothing is done and it is worked out again (ImportMoved).',
  })
  async applyImport(
    @Arg('input', () => ImportStepInput, { description: 'Which draft, and the key of this step.' })
    input: ImportStepInput,
    @Ctx() context: Ask,
  ): Promise<typeof ImportResult> {
    const { region: regionCode, key, id } = input;
    const done = await context.unitOfWork.run(
      { verb: 'applyImport', actor: context.actor, regionCode, key, input: { id } },
      (tx) => applyImport(tx, context.actor, { id }),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => ImportResult, {
    description: 'Throws a draft away, with its rows. Nothing of it was recorded.',
  })
  async dropImport(
    @Arg('input', () => ImportStepInput, { description: 'Which draft, and the key of this step.' })
    input: ImportStepInput,
    @Ctx() context: Ask,
  ): Promise<typeof ImportResult> {
    const { region: regionCode, key, id } = input;
    const done = await context.unitOfWork.run(
      { verb: 'dropImport', actor: context.actor, regionCode, key, input: { id } },
      (tx) => dropImport(tx, { id }),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => ImportResult, {
    description:
      'Puts back what an import changed, where nobody has changed it since; `rows.undo` says what became of each. People ' +
      'who were added are taken out of service, never deleted; units that were added stay.',
  })
  async undoImport(
    @Arg('input', () => ImportStepInput, { description: 'Which draft, and the key of this step.' })
    input: ImportStepInput,
    @Ctx() context: Ask,
  ): Promise<typeof ImportResult> {
    const { region: regionCode, key, id } = input;
    const done = await context.unitOfWork.run(
      { verb: 'undoImport', actor: context.actor, regionCode, key, input: { id } },
      (tx) => undoImport(tx, context.actor, { id }),
    );
    return answer(context, regionCode, done);
  }
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Done<Pick<Applied, 'draftId'> & Partial<Applied>, ImportRefusalCode>,
): Promise<typeof ImportResult> {
  if (!done.ok) return commandRefusal(ImportRefused, done.refusal);
  const row = await context.read(regionCode).imports.get(done.value.draftId);
  const draft = toImportDraft(row!, context.now());
  if (done.value.moved === true) {
    const why = toRefusal(ImportMoved, { code: 'IMPORT_MOVED', ...IMPORT_REFUSALS.IMPORT_MOVED });
    return Object.assign(why, { import: draft });
  }
  const { position, replayed } = done;
  return Object.assign(new ImportRecorded(), { import: draft, cursor: formatCursor(position), replayed });
}
