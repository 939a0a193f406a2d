import { randomUUID } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import type { ExportFindingCode } from '../domain/integration/export-findings.js';
import { checkRows } from '../features/integration/export/check-export.js';
import { EXPORT_COLUMNS } from '../features/integration/export/export-columns.js';
import {
  columnRows,
  COLUMNS_SHEET,
  deliveryNotes,
  isGeneral,
  NOTES_SHEET,
  personNotes,
  ROWS_SHEET,
} from '../features/integration/export/export-sheets.js';
import type { NamedDelivery } from '../features/integration/export/export.store.js';
import { noteRow, readDelivery, type HandedRow } from '../features/integration/export/read-delivery.js';
import { takeDelivery } from '../features/integration/export/take-delivery.js';
import { csvHead, csvLines, type CsvForm } from '../features/integration/export/write-csv.js';
import { createXlsxWriter, type XlsxWriter } from '../features/integration/export/write-xlsx.js';
import type { SheetValue } from '../features/integration/export/xlsx-message.js';
import type { PeriodRow } from '../features/indicators/period.entity.js';
import { lookAt } from '../platform/audit/tell-reads.js';
import { Denied } from '../platform/auth/denied.js';
import { isUuid } from '../platform/is-uuid.js';
import type { Context } from '../platform/graphql/context.js';
import { isForeign } from '../platform/http/foreign.js';
import { keepNowhere } from '../platform/http/headers.js';
import { tellProblem, type Problem } from '../platform/http/problem.js';
import { writeSlowly } from '../platform/http/write-slowly.js';
import { loggedMessage } from '../platform/logged-message.js';
import type { Logger } from '../platform/logger.js';
import { deliveryProblem, EXPORT_PROBLEMS } from './export-problems.js';
import { allow } from './policies/may-do.js';
import type { Stores } from './stores.js';

/** Rows read, told and written in one go. */
const BATCH = 500;
/** Whoever reads slower than this holds nothing but a socket, and not for ever. */
const LONGEST_MS = 10 * 60_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type CreateContext = (request: Request, response: Response) => Promise<Context<Stores>>;

/** What is asked for, in the query of the address; no value of it is of a person. */
interface Asked {
  readonly region: string;
  readonly period: string;
  readonly since: string | null;
  /** A delivery that is there, to be read again. */
  readonly delivery: string | null;
  readonly form: CsvForm;
}

/** A delivery that is about to be written into a file. */
interface Writing {
  readonly context: Context<Stores>;
  readonly asked: Asked;
  readonly period: PeriodRow;
  readonly delivery: NamedDelivery;
}

/**
 * `GET /exports/kinerja-periodik.csv` and `.xlsx`: confirmed predicates as a file. It stands behind the same door as
 * GraphQL and the same row of the policy as its `takeDelivery`. Workbooks are put together one after the other: each
 * takes memory for all its rows.
 */
export function serveExportFiles(app: Express, createContext: CreateContext, logger: Logger): void {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const mine = last.then(write);
    last = mine.catch(() => undefined);
    return mine;
  };
  app.get('/exports/:file', keepNowhere, async (request, response, next) => {
    const ending = /^kinerja-periodik\.(csv|xlsx)$/.exec(String(request.params['file']))?.[1];
    // What only asks for headers must not begin a delivery.
    if (ending === undefined || request.method !== 'GET') return next();
    try {
      if (isForeign(request)) return tellProblem(response, EXPORT_PROBLEMS.FORBIDDEN);
      const asked = readAsked(request.query);
      if (asked === null) return tellProblem(response, EXPORT_PROBLEMS.BAD_INPUT);
      const context = await createContext(request, response);
      allow(context.actor, 'takeDelivery', { region: asked.region });
      const delivery = await deliveryOf(context, asked);
      if ('status' in delivery) return tellProblem(response, delivery);
      const period = await context.read(asked.region).indicators.period(asked.period);
      const writing: Writing = { context, asked, period: period!, delivery };
      response.set('Pantau-Delivery', delivery.id);
      response.set(
        'Content-Disposition',
        `attachment; filename="kinerja-periodik-${asked.period}.${ending}"`,
      );
      if (ending === 'csv') await sendCsv(response, writing);
      else response.type(XLSX).send(await inTurn(() => workbookOf(writing)));
    } catch (error) {
      // A file that ends in the middle must not look whole.
      if (response.headersSent) return void response.destroy();
      response.removeHeader('Content-Disposition');
      response.removeHeader('Pantau-Delivery');
      if (error instanceof Denied) {
        const { UNAUTHENTICATED, FORBIDDEN } = EXPORT_PROBLEMS;
        return tellProblem(response, error.code === 'UNAUTHENTICATED' ? UNAUTHENTICATED : FORBIDDEN);
      }
      logger.error({ error: loggedMessage(error) }, 'an export could not be given');
      tellProblem(response, EXPORT_PROBLEMS.UNAVAILABLE);
    }
  });
}

const KNOWN = new Set(['region', 'period', 'since', 'delivery', 'delimiter', 'nip']);

/** Null where it asks for something else than there is; a name typed wrong must not give another file than was meant. */
function readAsked(query: Request['query']): Asked | null {
  if (!Object.entries(query).every(([name, value]) => KNOWN.has(name) && typeof value === 'string'))
    return null;
  const {
    region,
    period,
    since = null,
    delivery = null,
    delimiter = 'semicolon',
    nip,
  } = query as Record<string, string | undefined>;
  if (region === undefined || period === undefined || !/^[\w-]{4,12}$/.test(period)) return null;
  if (delimiter !== 'semicolon' && delimiter !== 'comma') return null;
  const form = nip ?? (delimiter === 'semicolon' ? 'grouped' : 'plain');
  if (form !== 'grouped' && form !== 'plain') return null;
  if (since !== null && delivery !== null) return null;
  return { region, period, since: since === '' ? null : since, delivery, form: { delimiter, nip: form } };
}

async function deliveryOf(context: Context<Stores>, asked: Asked): Promise<NamedDelivery | Problem> {
  const { actor } = context;
  const { region: regionCode, period: periodCode, since } = asked;
  if (asked.delivery !== null) {
    const id = asked.delivery.toLowerCase();
    const named = isUuid(id) ? await context.read(regionCode).exports.get(id) : null;
    if (named === null || named.takenBy !== actor.id || named.periodCode !== periodCode)
      return deliveryProblem('DELIVERY_UNKNOWN');
    return named.remembered ? named : deliveryProblem('DELIVERY_EXPIRED');
  }
  const input = { periodCode, since };
  const done = await context.unitOfWork.run(
    { verb: 'takeDelivery', actor, regionCode, key: randomUUID(), input },
    (tx) => takeDelivery(tx, actor, input, context.siasnCodes),
  );
  if (!done.ok) {
    const { code } = done.refusal;
    if (code === 'IDEMPOTENCY_CONFLICT') throw new Error('a key made here was used before');
    return deliveryProblem(code);
  }
  return (await context.read(regionCode).exports.get(done.value.deliveryId))!;
}

async function sendCsv(response: Response, writing: Writing): Promise<void> {
  const { form } = writing.asked;
  const late = AbortSignal.timeout(LONGEST_MS);
  let begun = false;
  for await (const rows of handedRows(writing, 'kinerja-periodik.csv')) {
    if (!begun) response.type('text/csv; charset=utf-8');
    const lines = csvLines(rows, form);
    if (!(await writeSlowly(response, begun ? lines : csvHead(form) + lines, late))) return;
    begun = true;
  }
  response.end();
}

async function workbookOf(writing: Writing): Promise<Buffer> {
  const { context, asked, period, delivery } = writing;
  const writer = createXlsxWriter();
  try {
    const general = new Map<ExportFindingCode, number>();
    const people: SheetValue[][] = [];
    writer.sheet(ROWS_SHEET);
    for await (const rows of handedRows(writing, 'kinerja-periodik.xlsx')) {
      writer.rows(rows.map((row) => EXPORT_COLUMNS.map(({ of }) => of(row))));
      for (const row of rows) {
        people.push(...personNotes(row));
        for (const code of row.findings.filter(isGeneral)) general.set(code, (general.get(code) ?? 0) + 1);
      }
    }
    writer.sheet(NOTES_SHEET);
    writer.rows(deliveryNotes(delivery, general));
    writer.rows(people);
    await writeHeldBack(writer, context, asked.region, period);
    writer.sheet(COLUMNS_SHEET);
    writer.rows(columnRows());
    return await writer.end();
  } finally {
    await writer.close();
  }
}

/** Who is not among the rows, and who can mend that. */
async function writeHeldBack(
  writer: XlsxWriter,
  context: Context<Stores>,
  region: string,
  period: PeriodRow,
): Promise<void> {
  const rowsFor = { actor: context.actor, codes: context.siasnCodes };
  for (let after: string | null = null; ;) {
    const held = await context.readAtOnce(region, (stores) =>
      checkRows(stores, period, { after, limit: BATCH, heldBackOnly: true }, rowsFor),
    );
    for (const row of held) noteRow(context, row);
    await tell(context, 'kinerja-periodik.xlsx');
    writer.rows(held.flatMap(personNotes));
    if (held.length < BATCH) return;
    after = held.at(-1)!.employeeId;
  }
}

/** The rows of the delivery in batches, each told to its people before it is given; one empty batch where there are none. */
async function* handedRows(
  { context, asked, period, delivery }: Writing,
  operation: string,
): AsyncGenerator<readonly HandedRow[]> {
  const rowsFor = { actor: context.actor, codes: context.siasnCodes };
  for (let after: string | null = null; ;) {
    const page = await context.readAtOnce(asked.region, (stores) =>
      readDelivery(stores, period, delivery, { after, limit: BATCH }, rowsFor),
    );
    for (const row of page.rows) noteRow(context, row);
    await tell(context, operation);
    yield page.rows;
    if (!page.more) return;
    after = page.last;
  }
}

/** Where it cannot be told, nothing is given. */
async function tell(context: Context<Stores>, operation: string): Promise<void> {
  const look = lookAt(context, operation, ['kinerjaPeriodik']);
  if (look !== null) await context.tellLook(look);
}
