import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '../../domain/calendar.js';
import { OPENING_REFUSALS } from '../../domain/complaint/accept-opening.js';
import { refused } from '../../domain/outcome.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal, toRefusal } from '../../platform/graphql/refusal.object.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
import { unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { answerComplaint } from './answer-complaint.js';
import { complainantPlace } from './complainant-seal.js';
import type { HasComplainants } from './complainant.store.js';
import { AnswerComplaintInput, OpenComplainantInput } from './complaint.input.js';
import {
  AnswerComplaintResult,
  ComplainantOpened,
  Complaint,
  ComplaintRecorded,
  ComplaintRefused,
  OpenComplainantResult,
  toComplaint,
} from './complaint.object.js';
import type { HasComplaints } from './complaint.store.js';
import { openComplainant } from './open-complainant.js';

type Ask = Context<HasComplaints & HasComplainants & HasUnits & HasEmployees & HasTrail & HasClock>;

const ComplaintConnection = connectionOf('Complaint', () => Complaint);

/** Erased between the question and its answer. */
const GONE = refused('COMPLAINANT_GONE', OPENING_REFUSALS.COMPLAINANT_GONE);

/** The office's side of complaints. */
@Resolver(() => Complaint)
export class ComplaintResolver {
  @Query(() => ComplaintConnection, {
    description:
      'Complaints about the units of whoever asks, oldest first; those about one unit and below, where named.',
  })
  async complaints(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: 'Only those about this unit and all below it.' })
    unit: string | null,
    @Arg('openOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only those that nobody has answered.',
    })
    openOnly: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Complaint>> {
    const size = pageSize(args);
    const key = pageKey(args, isUuid);
    const { complaints, units } = context.read(region);
    const unitIds = unit == null ? null : await units.idsBelow(unit);
    const rows = await complaints.page({ unitIds, openOnly }, key, size + 1);
    const today = localDate(context.now());
    return toPage(
      rows,
      size,
      ({ id }) => id,
      (row) => toComplaint(row, today),
    );
  }

  @Mutation(() => AnswerComplaintResult, {
    description: 'Answers a complaint, for good, also after its time. Whoever has the code reads it.',
  })
  async answerComplaint(
    @Arg('input', () => AnswerComplaintInput, {
      description: 'The complaint, the answer, and the key of this wish.',
    })
    input: AnswerComplaintInput,
    @Ctx() context: Ask,
  ): Promise<typeof AnswerComplaintResult> {
    const { region: regionCode, key, id: complaintId, answer } = input;
    const command = { complaintId, answer };
    const done = await context.unitOfWork.run(
      { verb: 'answerComplaint', actor: context.actor, regionCode, key, input: command },
      (tx) => answerComplaint(tx, context.actor, command, (id) => complainantPlace(context, regionCode, id)),
    );
    if (!done.ok) return commandRefusal(ComplaintRefused, done.refusal);
    const row = await context.read(regionCode).complaints.get(complaintId);
    return Object.assign(new ComplaintRecorded(), {
      complaint: toComplaint(row!, localDate(context.now())),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @Mutation(() => OpenComplainantResult, {
    description:
      'Gives the name and the contact of whoever complains. Each time leaves an entry in the audit chain, with the reason.',
  })
  async openComplainant(
    @Arg('input', () => OpenComplainantInput, { description: 'Whose name, and what for.' })
    input: OpenComplainantInput,
    @Ctx() context: Ask,
  ): Promise<typeof OpenComplainantResult> {
    const { region: regionCode, key, id: complaintId, reason } = input;
    const command = { complaintId, reason };
    const place = complainantPlace(context, regionCode, complaintId);
    const done = await context.unitOfWork.run(
      { verb: 'openComplainant', actor: context.actor, regionCode, key, input: command },
      (tx) => openComplainant(tx, command, place),
    );
    if (!done.ok) return commandRefusal(ComplaintRefused, done.refusal);
    if (done.replayed) {
      // The same key shows the name once more, and so it is told once more.
      const told = { complaintId, reason: reason.trim() };
      await context.audit({ action: 'openComplainant', outcome: 'DONE', detail: { told, subjects: [] } });
    }
    const sealed = await context.transact(regionCode, (tx) => tx.complainants.sealedAt(place.locator));
    if (sealed === null) return toRefusal(ComplaintRefused, GONE.refusal);
    return Object.assign(new ComplainantOpened(), { ...place.open(sealed), replayed: done.replayed });
  }

  @FieldResolver(() => Unit, { description: 'The unit that it is about.' })
  async unit(@Root() { regionCode, unitId }: Complaint, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, regionCode).load(unitId))!);
  }
}
