import { relationTo, type Scope } from '../access/scope.js';
import { CHANGE_TYPES, type ChangeType } from './change-type.js';
import { touchesOf, type LoggedChange, type Touch } from './touches-of.js';

/** One change of the log, as far as it is for whoever asks. */
export interface Step {
  readonly offset: bigint;
  readonly recordedAt: Date;
  readonly touches: readonly Touch[];
  /** People who came into reach with it: all that is kept about them is new to whoever asks. */
  readonly entered: readonly string[];
  /** People who went out of reach with it. */
  readonly left: readonly string[];
}

/** Takes the changes of a page one after the other. */
export interface TakingSteps {
  /** False where the page is full without this change: it is the first of the next page. */
  take(change: LoggedChange): boolean;
  readonly steps: readonly Step[];
}

/** People of whom everything is given in one page: each of them has many rows. */
const ENTER_AT_ONCE = 20;
/** Predicates that may have been confirmed, in one page: whether they were has to be looked up. */
const PREDICATES_AT_ONCE = 1_000;

const ABOUT_PEOPLE = (Object.keys(CHANGE_TYPES) as ChangeType[]).filter(
  (type) => CHANGE_TYPES[type].ofPerson,
);

/**
 * Takes changes, in commit order, until as many rows as a page holds were touched that are for whoever asks. What is
 * not for them is passed over: neither that it was there nor how much of it shows.
 *
 * Somebody who moved out of reach has to be forgotten by whoever asks, whichever types they follow; somebody who moved
 * into it is told whole. Whoever reaches everybody sees neither.
 */
export function beginTaking(scope: Scope, types: ReadonlySet<ChangeType>, first: number): TakingSteps {
  const aboutPeople = ABOUT_PEOPLE.filter((type) => types.has(type));
  const is = (subject: { readonly employeeId?: string; readonly unitId?: string }, type: ChangeType) =>
    (relationTo(scope, subject) & CHANGE_TYPES[type].to) !== 0;
  const reaches = (unitId: string) => aboutPeople.some((type) => is({ unitId }, type));
  const knows = (employeeId: string) => aboutPeople.some((type) => is({ employeeId }, type));
  const isFor = ({ type, subject }: Touch) =>
    types.has(type) && is(CHANGE_TYPES[type].ofPerson ? { employeeId: subject } : {}, type);
  const ids = (moved: readonly Touch[]) => moved.map(({ subject }) => subject);

  const steps: Step[] = [];
  const rows = new Set<string>();
  const predicates = new Set<string>();
  let entering = 0;
  return {
    steps,
    take(change) {
      if (rows.size >= first || predicates.size >= PREDICATES_AT_ONCE) return false;
      const all = touchesOf(change);
      const touches = all.filter(isFor);
      const moved = all.filter(({ cameFrom }) => cameFrom !== null);
      const entered = moved.filter(({ subject, cameFrom }) => knows(subject) && !reaches(cameFrom!));
      const left = moved.filter(({ subject, cameFrom }) => !knows(subject) && reaches(cameFrom!));
      if (touches.length + entered.length + left.length === 0) return true;
      if (entering + entered.length > ENTER_AT_ONCE && steps.length > 0) return false;
      entering += entered.length;
      for (const { type, subject, part } of touches) {
        (type === 'CONFIRMED_PREDICATE' ? predicates : rows).add(`${type} ${subject} ${part}`);
      }
      for (const { subject } of left) rows.add(`EMPLOYEE ${subject} null`);
      steps.push({
        offset: change.offset,
        recordedAt: change.recordedAt,
        touches,
        entered: ids(entered),
        left: ids(left),
      });
      return true;
    },
  };
}
