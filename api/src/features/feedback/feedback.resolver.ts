import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readPeriod } from '../../domain/calendar.js';
import { CONTACT_OPENING_REFUSALS } from '../../domain/feedback/accept-contact-opening.js';
import type { FeedbackStanding } from '../../domain/feedback/feedback-standing.js';
import { refused } from '../../domain/outcome.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';
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
import { byId, given } from '../../platform/graphql/loader.js';
import { commandRefusal, toRefusal } from '../../platform/graphql/refusal.object.js';
import { Uuid } from '../../platform/graphql/scalars.js';
import { unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { counterOf } from './counter.resolver.js';
import { ServiceCounter } from './counter.object.js';
import { feedbackContactPlace } from './feedback-contact-seal.js';
import type { HasFeedbackContacts } from './feedback-contact.store.js';
import { FeedbackSummary, toFeedbackSummary } from './feedback-summary.object.js';
import { FEEDBACK_STANDINGS } from './feedback.enums.js';
import { OpenFeedbackContactInput, ReviewFeedbackInput } from './feedback.input.js';
import {
  Feedback,
  FeedbackContactOpened,
  FeedbackRecorded,
  FeedbackRefused,
  OpenFeedbackContactResult,
  ReviewFeedbackResult,
  toFeedback,
} from './feedback.object.js';
import type { FeedbackPlace, HasFeedback } from './feedback.store.js';
import { openFeedbackContact } from './open-feedback-contact.js';
import { reviewFeedback } from './review-feedback.js';
import type { HasServiceCounters } from './service-counter.store.js';

type Stores = HasFeedback & HasFeedbackContacts & HasServiceCounters & HasUnits & HasEmployees;
type Ask = Context<Stores & HasTrail & HasClock>;

const FeedbackConnection = connectionOf('Feedback', () => Feedback);

/** Erased between the question and its answer. */
const GONE = refused('FEEDBACK_CONTACT_GONE', CONTACT_OPENING_REFUSALS.FEEDBACK_CONTACT_GONE);

/** The office's side of feedback. */
@Resolver(() => Feedback)
export class FeedbackResolver {
  @Query(() => FeedbackConnection, {
    description:
      'Feedback about the units of whoever asks, the newest day first; that about one unit and below, at one counter, or of one standing, where named.',
  })
  async feedback(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { nullable: true, description: 'Only that about this unit and all below it.' })
    unit: string | null,
    @Arg('counter', () => Uuid, { nullable: true, description: 'Only that left at this counter.' })
    counter: string | null,
    @Arg('standing', () => FEEDBACK_STANDINGS, { nullable: true, description: 'Only that of this standing.' })
    standing: FeedbackStanding | null,
    @Arg('wordsOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only that in which something is written.',
    })
    wordsOnly: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Feedback>> {
    const size = pageSize(args);
    const key = pageKey(args, isPlace);
    const { feedback, units } = context.read(region);
    const unitIds = unit == null ? null : await units.idsBelow(unit);
    const filter = { unitIds, counterId: counter ?? null, standing: standing ?? null, wordsOnly };
    const rows = await feedback.page(filter, key === null ? null : readPlace(key), size + 1);
    return toPage(rows, size, ({ leftOn, id }) => `${leftOn} ${id}`, toFeedback);
  }

  @Query(() => FeedbackSummary, {
    nullable: true,
    description:
      'What citizens thought of the service at the counters of one unit, not of those below it, and what of it is not in the figures. Null for a code that names no period.',
  })
  async feedbackSummary(
    @InRegion() region: string,
    @Arg('unit', () => Uuid, { description: 'UUID of the unit.' }) unit: string,
    @Arg('quarter', () => String, {
      description: 'Code of the period, e.g. "2026-Q4"; months, semesters and years are taken too.',
    })
    quarter: string,
    @Ctx() context: Ask,
  ): Promise<FeedbackSummary | null> {
    const period = readPeriod(quarter);
    if (!period.ok) return null;
    const { startsOn, endsOn } = period.value;
    return toFeedbackSummary(
      region,
      unit,
      period.value,
      await context.read(region).feedback.tally(unit, startsOn, endsOn),
    );
  }

  @Mutation(() => ReviewFeedbackResult, {
    description:
      'Decides whether feedback that waits is to count, for good. What counted from the beginning is taken out by nobody.',
  })
  async reviewFeedback(
    @Arg('input', () => ReviewFeedbackInput, {
      description: 'Which feedback, whether it counts and why, and the key of this wish.',
    })
    input: ReviewFeedbackInput,
    @Ctx() context: Ask,
  ): Promise<typeof ReviewFeedbackResult> {
    const { region: regionCode, key, id: feedbackId, decision, reason = null } = input;
    const command = { feedbackId, decision, reason };
    const done = await context.unitOfWork.run(
      { verb: 'reviewFeedback', actor: context.actor, regionCode, key, input: command },
      (tx) => reviewFeedback(tx, context.actor, command),
    );
    if (!done.ok) return commandRefusal(FeedbackRefused, done.refusal);
    const row = await context.read(regionCode).feedback.get(feedbackId);
    return Object.assign(new FeedbackRecorded(), {
      feedback: toFeedback(row!),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @Mutation(() => OpenFeedbackContactResult, {
    description:
      'Gives the contact that was left with feedback. Each time leaves an entry in the audit chain, with the reason.',
  })
  async openFeedbackContact(
    @Arg('input', () => OpenFeedbackContactInput, { description: 'Whose contact, and what for.' })
    input: OpenFeedbackContactInput,
    @Ctx() context: Ask,
  ): Promise<typeof OpenFeedbackContactResult> {
    const { region: regionCode, key, id: feedbackId, reason } = input;
    const command = { feedbackId, reason };
    const place = feedbackContactPlace(context, regionCode, feedbackId);
    const done = await context.unitOfWork.run(
      { verb: 'openFeedbackContact', actor: context.actor, regionCode, key, input: command },
      (tx) => openFeedbackContact(tx, command, place),
    );
    if (!done.ok) return commandRefusal(FeedbackRefused, done.refusal);
    if (done.replayed) {
      // The same key shows the contact once more, and so it is told once more.
      const told = { feedbackId, reason: reason.trim() };
      await context.audit({ action: 'openFeedbackContact', outcome: 'DONE', detail: { told, subjects: [] } });
    }
    const sealed = await context.transact(regionCode, (tx) => tx.feedbackContacts.sealedAt(place.locator));
    if (sealed === null) return toRefusal(FeedbackRefused, GONE.refusal);
    return Object.assign(new FeedbackContactOpened(), { ...place.open(sealed), replayed: done.replayed });
  }

  @FieldResolver(() => ServiceCounter, { description: 'The counter at which it was left.' })
  async counter(@Root() { regionCode, counterId }: Feedback, @Ctx() context: Ask): Promise<ServiceCounter> {
    const counters = context.loader(`counters ${regionCode}`, () =>
      byId((ids) => context.read(regionCode).serviceCounters.byIds(ids)),
    );
    return counterOf(context, given(await counters.load(counterId)));
  }

  @FieldResolver(() => Unit, { description: 'The unit that it is about.' })
  async unit(@Root() { regionCode, unitId }: Feedback, @Ctx() context: Ask): Promise<Unit> {
    return toUnit((await unitLoader(context, regionCode).load(unitId))!);
  }
}

/** A day and an id, as the keys of the list are. */
function isPlace(key: string): boolean {
  return /^\d{4}-\d{2}-\d{2} /.test(key) && isUuid(key.slice('YYYY-MM-DD '.length));
}

function readPlace(key: string): FeedbackPlace {
  const [leftOn = '', id = ''] = key.split(' ');
  return { leftOn, id };
}
