import { standingOn } from '../../domain/forum/commitment-clock.js';
import { minutesOf, type Minutes } from '../../domain/forum/minutes.js';
import { groupBy } from '../../platform/group-by.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasCommitments } from './commitment.store.js';
import type { HasForum } from './forum.store.js';
import { sessionState } from './forum-state.js';
import type { ForumSessionRow } from './session.entity.js';

/** More promises are never read out at the beginning of a session. */
export const MOST_LAST_COMMITMENTS = 100;

/** The minutes of a session as it stands. What became of its promises after its day is for later minutes to tell. */
export async function draftMinutes(
  tx: HasForum & HasCommitments & HasUnits,
  session: ForumSessionRow,
): Promise<Minutes> {
  const series = (await tx.forum.series(session.seriesId))!;
  const outcomes = await tx.forum.outcomesOf([session.id]);
  const promises = new Map(
    (await tx.commitments.byIds(outcomes.map(({ id }) => id))).map((promise) => [promise.id, promise]),
  );
  const last = await tx.commitments.before(session.seriesId, session.heldOn, MOST_LAST_COMMITMENTS);
  const steps = groupBy(
    await tx.commitments.stepsOf(last.map(({ id }) => id)),
    ({ commitmentId }) => commitmentId,
  );
  const unitIds = [
    session.unitId,
    ...session.concerned,
    ...outcomes.flatMap(({ unitId }) => unitId ?? []),
    ...[...promises.values(), ...last].map(({ unitId }) => unitId),
  ];
  const names = new Map((await tx.units.byIds([...new Set(unitIds)])).map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id)!;
  const { title, place, heldOn, startsAt, quorum, agenda, attendance, openedAt, closedAt } =
    sessionState(session);
  return minutesOf({
    series: { name: series.name, kind: series.kind },
    session: { title, place, heldOn, startsAt, quorum, agenda, attendance, openedAt, closedAt },
    host: nameOf(session.unitId),
    concerned: session.concerned.map(nameOf),
    outcomes: outcomes.map(({ id, kind, text, itemId = null, unitId, revision, withdrawn, amends }) => {
      const promise = promises.get(id);
      return {
        ...{ id, kind, text, itemId, revision, withdrawn, amends },
        unitName: unitId == null ? null : nameOf(unitId),
        promise:
          promise === undefined
            ? null
            : { owner: nameOf(promise.unitId), ownerRole: promise.ownerRole ?? null, dueOn: promise.dueOn },
      };
    }),
    lastCommitments: last.flatMap(({ id, text, unitId }) => {
      const stood = standingOn(session.heldOn, steps.get(id) ?? []);
      return stood === null ? [] : [{ text, owner: nameOf(unitId), ...stood }];
    }),
  });
}
