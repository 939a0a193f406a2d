import type { Sql } from '../database/sql.js';
import { appendAudit } from './append-audit.js';
import type { Told, Trail } from './trail.js';

/** What leaves a trace beside its rows: above all what is no command, such as signing in and the opening of a region. */
export interface HasTrail {
  readonly trail: {
    /** What the entry of this command tells, with all that it covers. It may be personal: it stands beside the chain. */
    tell(told: Told): void;
    /**
     * Writes an entry, which covers the rows of the record that these stores have written so far; call it last in the
     * transaction. `told` may be personal: it stands beside the chain.
     */
    write(entry: {
      readonly actor: { readonly kind: string; readonly id: string };
      readonly action: string;
      readonly outcome: 'DONE' | 'REFUSED' | 'DENIED';
      readonly told?: Told;
    }): Promise<void>;
  };
}

export function createTrailStore(sql: Sql, regionCode: string, now: Date, trail: Trail): HasTrail['trail'] {
  return {
    tell: (told) => trail.tell(told),
    async write({ actor, action, outcome, told }) {
      const event = {
        ...{ at: now, actor: { kind: actor.kind, id: actor.id }, action, outcome },
        detail: told === undefined ? null : { told, subjects: [] },
      };
      await appendAudit(sql, regionCode, event, trail);
    },
  };
}
