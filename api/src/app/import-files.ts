import { createHash } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { draftImport } from '../features/integration/import/draft-import.js';
import { toImportDraft, toImportFinding } from '../features/integration/import/import.object.js';
import {
  provisionedKinds,
  type ProvisionedKindName,
} from '../features/integration/import/provisioned-kinds.js';
import { Denied } from '../platform/auth/denied.js';
import { QuotaSpent } from '../platform/auth/quota.js';
import { FINDINGS } from '../platform/files/finding.js';
import { readTable } from '../platform/files/read-table.js';
import { isUuid } from '../platform/is-uuid.js';
import type { Context } from '../platform/graphql/context.js';
import { relationOf } from '../platform/graphql/guard-schema.js';
import { keepNowhere } from '../platform/http/headers.js';
import { tellProblem } from '../platform/http/problem.js';
import { loggedMessage } from '../platform/logged-message.js';
import type { Logger } from '../platform/logger.js';
import { IMPORT_PROBLEMS, MOST_IMPORT_MB } from './import-problems.js';
import { verbs } from './policies/verbs.js';
import type { Stores } from './stores.js';

const MOST_BYTES = MOST_IMPORT_MB * 1_048_576;
/** Rows of one file: applying them is one transaction, and people who are in it wait for it. */
const MOST_ROWS = 20_000;
/** Files that are read at the same time, and that wait for it, with their bytes in memory. */
const MOST_HELD = 4;
/** Of one person or program. */
const RATE = { points: 60, duration: 600 };
/** Findings in the answer itself; all of them are in `importDraft`. */
const MOST_TOLD = 100;

const KINDS: Readonly<Record<string, ProvisionedKindName>> = {
  units: 'UNITS',
  employees: 'EMPLOYEES',
  'reporting-lines': 'REPORTING_LINES',
};

type CreateContext = (request: Request, response: Response) => Promise<Context<Stores>>;

/**
 * Files of master data: `PUT /imports/<new UUID>?region=…&kind=…` keeps one as a draft and says what it would do. It
 * stands behind the same door as GraphQL, where the draft is looked at and applied.
 */
export function serveImportFiles(app: Express, createContext: CreateContext, logger: Logger): void {
  const rate = new RateLimiterMemory(RATE);
  const body = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false });
  const readBody = (request: Request, response: Response) =>
    new Promise<Buffer | keyof typeof IMPORT_PROBLEMS>((resolve, reject) => {
      body(request, response, (error?: { status?: number }) => {
        if (error?.status === 413) return resolve('IMPORT_TOO_LARGE');
        // Compressed, cut off on its way, or as long as it did not say: nobody's fault here.
        if (error?.status !== undefined && error.status < 500) return resolve('IMPORT_UNREADABLE');
        if (error !== undefined) return reject(error);
        resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      });
    });
  let held = 0;
  let last: Promise<unknown> = Promise.resolve();
  // One at a time: a workbook may take all the memory that its thread is given.
  const inTurn = <T>(read: () => Promise<T>): Promise<T> => {
    const mine = last.then(read);
    last = mine.catch(() => undefined);
    return mine;
  };

  app.put('/imports/:id', keepNowhere, async (request, response) => {
    try {
      const id = String(request.params['id']);
      const kind = KINDS[asked(request, 'kind') ?? ''];
      const context = await createContext(request, response);
      const { actor } = context;
      if (actor.kind === 'PUBLIC' || actor.regionCode === null) {
        return tellProblem(response, IMPORT_PROBLEMS.UNAUTHENTICATED);
      }
      const { regionCode } = actor;
      const region = asked(request, 'region');
      const allowed = (relationOf(actor, {}) & verbs.draftImport.to) !== 0;
      if (!allowed || actor.credential?.enrolling === true || (region !== null && region !== regionCode)) {
        return tellProblem(response, IMPORT_PROBLEMS.FORBIDDEN);
      }
      if (!isUuid(id) || kind === undefined || region === null) {
        return tellProblem(response, IMPORT_PROBLEMS.NOT_FOUND);
      }
      const within = await rate.consume(actor.id).then(
        () => true,
        () => false,
      );
      if (!within) return tellProblem(response, IMPORT_PROBLEMS.LIMIT_RATE);
      if (held >= MOST_HELD)
        return tellProblem(response.set('Retry-After', '5'), IMPORT_PROBLEMS.UNAVAILABLE);
      held += 1;
      try {
        const bytes = await readBody(request, response);
        if (typeof bytes === 'string') return tellProblem(response, IMPORT_PROBLEMS[bytes]);
        const table = await inTurn(() => readTable(bytes, provisionedKinds[kind].columns, MOST_ROWS));
        const stop = table.items.find((item) => 'code' in item && FINDINGS[item.code].reach === 'FILE');
        if (stop !== undefined && 'code' in stop) {
          return tellProblem(response, { status: 422, code: stop.code, message: stop.message });
        }
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const done = await context.unitOfWork.run(
          { verb: 'draftImport', actor, regionCode, key: id, input: { kind, sha256 } },
          (tx) => draftImport(tx, actor, { id, kind, table }),
        );
        if (!done.ok) {
          const { code, message } = done.refusal;
          return tellProblem(response, { status: 409, code, message });
        }
        const [draft, findings] = await context.readAtOnce(regionCode, async ({ imports }) => [
          await imports.get(id),
          await imports.findingsPage(id, 0, MOST_TOLD + 1),
        ]);
        const { regionCode: _, ...told } = toImportDraft(draft!, context.now());
        response.status(done.replayed ? 200 : 201).json({
          ...told,
          findings: findings.slice(0, MOST_TOLD).map(toImportFinding),
          moreFindings: findings.length > MOST_TOLD,
        });
      } finally {
        held -= 1;
      }
    } catch (error) {
      if (error instanceof QuotaSpent) return tellProblem(response, IMPORT_PROBLEMS.LIMIT_RATE);
      if (error instanceof Denied) {
        const known = IMPORT_PROBLEMS[error.code as keyof typeof IMPORT_PROBLEMS];
        return tellProblem(
          response,
          known ?? { status: 403, code: error.code, message: IMPORT_PROBLEMS.FORBIDDEN.message },
        );
      }
      logger.error({ error: loggedMessage(error) }, 'a file of master data could not be taken');
      tellProblem(response, IMPORT_PROBLEMS.UNAVAILABLE);
    }
  });
}

/** What the address says after the question mark, once; null where it does not. */
function asked({ query }: Request, name: string): string | null {
  const value = query[name];
  return typeof value === 'string' ? value : null;
}
