import { AUDIENCE } from '../../domain/access/audience.js';
import type { Subject } from '../../domain/access/scope.js';
import { appraiserOn } from '../../domain/people/reporting-line.js';
import { unitOfPhoto } from '../../features/forum/photos/unit-of-photo.js';
import type { Actor } from '../../platform/auth/actor.js';
import { denied, relationOf } from '../../platform/graphql/guard-schema.js';
import type { Stores } from '../stores.js';
import { verbs, type Target, type Verb } from './verbs.js';

/** What is asked: an argument list or a command's input. */
type Input = object;

/**
 * Whether the table allows it, as far as can be said without looking a row up.
 * @throws Denied
 */
export function allow(actor: Actor, verb: Verb, input: Input): void {
  const { to, on, speaksAs } = verbs[verb];
  if (isOnTheServer(actor)) return;
  // What is open to everybody is open to those of another region too.
  if ((to & mayBe(actor) & AUDIENCE.PUBLIC) !== 0) return;
  const region = regionNamed(input);
  if (region !== null && actor.regionCode !== null && region !== actor.regionCode) throw denied(actor, verb);
  if ((mayBe(actor) & to) === 0) throw denied(actor, verb);
  if (speaksAs !== undefined) {
    const commanded = 'input' in input ? (input.input as Input) : input;
    if (speaksAs(commanded as never) !== actor.employeeId) throw denied(actor, verb);
  }
  const target = 'input' in input ? null : (on?.(input as never) ?? null);
  if (target !== null && isSubject(target) && (relationOf(actor, target) & to) === 0)
    throw denied(actor, verb);
}

/**
 * The same for a command, with its row looked up. A row that is not there is refused like one that is somebody else's:
 * nobody finds out by asking which ids there are.
 * @throws Denied
 */
export async function allowCommand(tx: Stores, actor: Actor, verb: Verb, input: Input): Promise<void> {
  allow(actor, verb, input);
  const { to, on } = verbs[verb];
  if (isOnTheServer(actor) || (to & AUDIENCE.PUBLIC) !== 0) return;
  if (tx.regionCode !== actor.regionCode) throw denied(actor, verb);
  if (on === undefined) return;
  const subject = await find(tx, actor, on(input as never));
  if (subject === null || (relationOf(actor, subject) & to) === 0) throw denied(actor, verb);
}

async function find(tx: Stores, actor: Actor, target: Target): Promise<Subject | null> {
  if ('observationId' in target) {
    const row = await tx.observations.get(target.observationId);
    return row && { employeeId: row.employeeId, authorId: row.recordedBy };
  }
  if ('contestId' in target) {
    const contest = await tx.contests.get(target.contestId);
    return contest && { employeeId: contest.employeeId };
  }
  if ('complaintId' in target) {
    const complaint = await tx.complaints.get(target.complaintId);
    return complaint && { unitId: complaint.unitId };
  }
  if ('seriesId' in target) {
    const series = await tx.forum.series(target.seriesId);
    return series && { unitId: series.unitId };
  }
  if ('sessionId' in target) {
    const session = await tx.forum.session(target.sessionId);
    return session && { unitId: session.unitId };
  }
  if ('commitmentId' in target) {
    const commitment = await tx.commitments.get(target.commitmentId);
    return commitment && { unitId: commitment.unitId };
  }
  if ('photoId' in target) {
    const photo = await tx.forumPhotos.get(target.photoId);
    return photo && { unitId: await unitOfPhoto(tx, photo) };
  }
  if ('counterId' in target) {
    const counter = await tx.serviceCounters.get(target.counterId);
    return counter && { unitId: counter.unitId };
  }
  if ('feedbackId' in target) {
    const feedback = await tx.feedback.get(target.feedbackId);
    return feedback && { unitId: feedback.unitId };
  }
  if ('appraised' in target) {
    const { appraised, periodCode } = target;
    const period = await tx.indicators.period(periodCode);
    const appraiser =
      period === null ? null : appraiserOn(period.endsOn, await tx.service.linesOf([appraised]), appraised);
    const isAppraiser = appraiser !== null && appraiser === actor.employeeId;
    return { employeeId: appraised, authorId: isAppraiser ? actor.id : undefined };
  }
  return target;
}

/** What the actor may turn out to be to some row. Anybody who may record anything may be the author of one. */
function mayBe({ scope }: Actor): number {
  const { anywhere } = scope;
  return (anywhere & AUDIENCE.SIGNED_IN) === 0 ? anywhere : anywhere | AUDIENCE.AUTHOR;
}

function isSubject(target: Target): target is Subject {
  return !(
    'observationId' in target ||
    'contestId' in target ||
    'complaintId' in target ||
    'seriesId' in target ||
    'sessionId' in target ||
    'commitmentId' in target ||
    'photoId' in target ||
    'counterId' in target ||
    'feedbackId' in target ||
    'appraised' in target
  );
}

function isOnTheServer(actor: Actor): boolean {
  return (actor.scope.everywhere & AUDIENCE.COMMAND) !== 0;
}

/** The region that a question is about, where it names one. */
function regionNamed(input: Input): string | null {
  const { region, input: inner } = input as { region?: unknown; input?: { region?: unknown } };
  const named = region ?? inner?.region;
  return typeof named === 'string' ? named : null;
}
