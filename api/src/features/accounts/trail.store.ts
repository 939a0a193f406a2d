import { appendAudit } from '../../platform/audit/append-audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Sql } from '../../platform/database/sql.js';

/** What is no command and still leaves a trace: signing in and out, codes, second factors. */
export interface HasTrail {
  readonly trail: {
    /** Writes an entry; call it last in the transaction. `told` may be personal: it stands beside the chain. */
    write(entry: {
      readonly actor: Pick<Actor, 'kind' | 'id'>;
      readonly action: string;
      readonly outcome: 'DONE' | 'REFUSED' | 'DENIED';
      readonly told?: Readonly<Record<string, unknown>>;
    }): Promise<void>;
  };
}

export function createTrailStore(sql: Sql, regionCode: string, now: Date): HasTrail['trail'] {
  return {
    async write({ actor, action, outcome, told }) {
      await appendAudit(sql, regionCode, {
        at: now,
        actor: { kind: actor.kind, id: actor.id },
        action,
        outcome,
        detail: told === undefined ? null : { told, subjects: [] },
      });
    },
  };
}
