import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { AuditOutcome } from '../../platform/audit/audit-entry.js';
import type { HasAudit } from '../../platform/audit/audit-store.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { AUDIT_OUTCOMES, AuditEntry, toAuditEntry } from './audit-entry.object.js';
import type { HasLooks } from './look.store.js';

const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntry);
const PLACE = /^[1-9]\d{0,17}$/;

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, {
    description: "The region's audit trail, newest first, for auditors of the whole region.",
  })
  async auditEntries(
    @InRegion() region: string,
    @Arg('actor', () => String, { nullable: true, description: 'Only those of this actor, by its id.' })
    actor: string | null,
    @Arg('action', () => String, { nullable: true, description: 'Only this action, e.g. "read".' })
    action: string | null,
    @Arg('outcome', () => AUDIT_OUTCOMES, { nullable: true, description: 'Only those that ended like this.' })
    outcome: AuditOutcome | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context<HasAudit & HasLooks>,
  ): Promise<Page<AuditEntry>> {
    const size = pageSize(args);
    const key = pageKey(args, (text) => PLACE.test(text));
    const filter = { actorId: actor ?? null, action: action ?? null, outcome: outcome ?? null };
    const stores = context.read(region);
    const rows = await stores.audit.page(filter, key === null ? null : BigInt(key), size + 1);
    const names = await stores.looks.actors(rows.map(({ actorId }) => actorId));
    return toPage(
      rows,
      size,
      ({ seq }) => seq.toString(),
      (row) => toAuditEntry(row, names),
    );
  }
}
