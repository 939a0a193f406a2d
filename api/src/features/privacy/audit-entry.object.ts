import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AuditOutcome, AuditSubject } from '../../platform/audit/audit-entry.js';
import type { AuditRow } from '../../platform/audit/audit-store.js';
import { Instant } from '../../platform/graphql/scalars.js';

/** The enum as fields and arguments name it. */
export const AUDIT_OUTCOMES = { DONE: 'DONE', REFUSED: 'REFUSED', DENIED: 'DENIED' } as const satisfies {
  [O in AuditOutcome]: O;
};
registerEnumType(AUDIT_OUTCOMES, {
  name: 'AuditOutcome',
  description: 'How something ended that somebody did or tried.',
  valuesConfig: {
    DONE: { description: 'It was done.' },
    REFUSED: { description: 'A rule refused it.' },
    DENIED: { description: 'This actor may not. At most one entry a minute for one actor and one action.' },
  },
});

@ObjectType({ description: 'Who did what an entry of the trail tells.' })
export class AuditActor {
  @Field(() => String, { description: 'PERSON, DEVICE, SERVICE, COMMAND (on the server itself) or SYSTEM.' })
  kind!: string;

  @Field(() => ID, {
    description: 'Id of the account, the screen or the service, or the name of the command.',
  })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the account, the screen or the service; null for commands, and where it is gone.',
  })
  name!: string | null;
}

@ObjectType({ description: 'Whose personal data were read, and what of them.' })
export class AuditedPerson {
  @Field(() => ID, { description: 'Id of the employee.' })
  employeeId!: string;

  @Field(() => [String], { description: 'Names of the enum PersonalField.' })
  fields!: readonly string[];
}

@ObjectType({
  description:
    "One entry of the region's audit chain. It is never changed; what may be personal of it can be erased.",
})
export class AuditEntry {
  @Field(() => String, {
    description: "Its place in the region's chain: a whole number from 1, without gaps.",
  })
  seq!: string;

  @Field(() => Instant, { description: 'When it happened.' })
  at!: Date;

  @Field(() => AuditActor, { description: 'The person, program or screen that did it.' })
  actor!: AuditActor;

  @Field(() => String, {
    description: 'What: a command of the API or the command line, or "read", "export", …',
  })
  action!: string;

  @Field(() => AUDIT_OUTCOMES, { description: 'How it ended.' })
  outcome!: AuditOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'The first change that it wrote to the stream, as an offset; null where it wrote none.',
  })
  firstOffset!: string | null;

  @Field(() => String, { nullable: true, description: 'The last one; null where it wrote none.' })
  lastOffset!: string | null;

  @Field(() => Int, { description: 'Rows that it added to the record of observations.' })
  recordCount!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What else was told of it, as JSON; null where there is nothing, or where it was erased.',
  })
  told!: string | null;

  @Field(() => [AuditedPerson], {
    description: 'Whose data were read; empty where nobody’s, or where it was erased.',
  })
  people!: AuditedPerson[];

  @Field(() => Boolean, { description: 'Whether there were details that have been erased.' })
  erased!: boolean;
}

export function toAuditEntry(row: AuditRow, names: ReadonlyMap<string, string>): AuditEntry {
  const { subjects = [], ...told } = (row.detail ?? {}) as { subjects?: readonly AuditSubject[] };
  return Object.assign(new AuditEntry(), {
    seq: row.seq.toString(),
    at: row.at,
    actor: Object.assign(new AuditActor(), {
      kind: row.actorKind,
      id: row.actorId,
      name: names.get(row.actorId) ?? null,
    }),
    action: row.action,
    outcome: row.outcome,
    firstOffset: row.offsets?.first.toString() ?? null,
    lastOffset: row.offsets?.last.toString() ?? null,
    recordCount: row.recordCount,
    told: Object.keys(told).length === 0 ? null : JSON.stringify(told),
    people: subjects.map(({ employeeId, fields }) =>
      Object.assign(new AuditedPerson(), { employeeId, fields }),
    ),
    erased: row.erased,
  });
}
