import type { Sql } from '../database/sql.js';
import { appendAudit } from './append-audit.js';
import type { Trail } from './trail.js';

/** What is no command and still leaves a trace: signing in and out, codes, second factors, the opening of a region. */
export interface HasTrail {
  readonly trail: {
    /**
     * Writes an entry, which covers the rows of the record that these stores have written so far; call it last in the
     * transaction. `told` may be personal: it stands beside the chain.
     */
    write(entry: {
      readonly actor: { readonly kind: string; readonly id: string };
      readonly action: string;
      readonly outcome: 'DONE' | 'REFUSED' | 'DENIED';
      readonly told?: Readonly<Record<string, unknown>>;
    }): Promise<void>;
  };
}

export function createTrailStore(sql: Sql, regionCode: string, now: Date, trail: Trail): HasTrail['trail'] {
  return {
    async write({ actor, action, outcome, told }) {
      const event = {
        ...{ at: now, actor: { kind: actor.kind, id: actor.id }, action, outcome },
        detail: told === undefined ? null : { told, subjects: [] },
      };
      await appendAudit(sql, regionCode, event, trail);
    },
  };
}
