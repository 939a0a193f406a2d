import type { Commitment_StateFragment, ForumOutcome_StateFragment } from '@pantau/schema';
import { hasCome } from '../forum-session.js';
import type { ScreenState } from './screen-state.js';

/** Something agreed, with its promise where it is one. */
export interface Agreed {
  readonly outcome: ForumOutcome_StateFragment;
  readonly promise: Commitment_StateFragment | null;
}

/** What the hall is shown. */
export interface ScreenView {
  /**
   * Last time's promises first; as soon as something is agreed and they are talked about no more, that; in the end all
   * that was agreed, to be read out.
   */
  readonly shows: 'LAST_PROMISES' | 'AGREED' | 'ALL_AGREED' | 'NOTHING_YET';
  /** Open ones first, of these what is due first. */
  readonly lastPromises: readonly Commitment_StateFragment[];
  /** Newest first. */
  readonly agreed: readonly Agreed[];
}

/** What is shown of a session: nothing that was withdrawn, and one thing at a time, so that it can be large. */
export function screenView({ session, outcomes, commitments }: ScreenState): ScreenView {
  const promises = new Map(commitments.map((one) => [one.id, one]));
  const agreed = outcomes
    .filter(({ withdrawn }) => !withdrawn)
    .map((outcome) => ({ outcome, promise: promises.get(outcome.id) ?? null }))
    .toSorted((a, b) => (a.outcome.takenAt < b.outcome.takenAt ? 1 : -1));
  const lastPromises = commitments
    .filter(({ sessionId }) => session !== null && sessionId !== session.id)
    .toSorted((a, b) => Number(isSettled(a)) - Number(isSettled(b)) || (a.dueOn < b.dueOn ? -1 : 1));
  if (session !== null && hasCome(session.phase, 'CLOSED') && agreed.length > 0) {
    return { shows: 'ALL_AGREED', lastPromises, agreed };
  }
  const looksBack = session?.agenda.some(
    ({ looksBack: back, startedAt, endedAt }) => back && startedAt !== null && endedAt === null,
  );
  if (lastPromises.length > 0 && (looksBack || agreed.length === 0)) {
    return { shows: 'LAST_PROMISES', lastPromises, agreed };
  }
  return { shows: agreed.length > 0 ? 'AGREED' : 'NOTHING_YET', lastPromises, agreed };
}

/**
 * Whether the hall is shown its QR code by itself: while people come in, until a point of the agenda begins or something
 * is agreed. Afterwards whoever sits at the laptop turns it on for those who come late.
 */
export function showsCode({ session, outcomes }: Pick<ScreenState, 'session' | 'outcomes'>): boolean {
  if (session === null) return false;
  const hasBegun = outcomes.length > 0 || session.agenda.some(({ startedAt }) => startedAt !== null);
  return session.phase === 'PLANNED' || (session.phase === 'OPEN' && !hasBegun);
}

function isSettled({ state }: Commitment_StateFragment): boolean {
  return state === 'DONE' || state === 'CANNOT';
}

/** How a promise stands in one word: one that is overdue is called so, however far it has come. */
export function standingOf({
  state,
  late,
}: Pick<Commitment_StateFragment, 'state' | 'late'>): Commitment_StateFragment['state'] | 'LATE' {
  return late && (state === 'PROMISED' || state === 'STARTED') ? 'LATE' : state;
}

/** Letters as large as the text leaves room for: a short sentence is read from the last row. */
export function sizeOf(text: string): 'LARGE' | 'MEDIUM' | 'SMALL' {
  const { length } = [...text];
  if (length <= 65) return 'LARGE';
  return length <= 115 ? 'MEDIUM' : 'SMALL';
}

/** How long one page of a list is shown where it has several, ms. */
const PAGE_FOR = 12_000;

/** The page of a list that is shown at this moment (ms); its pages take turns. */
export function pageOf<T>(
  rows: readonly T[],
  perPage: number,
  now: number,
): { readonly rows: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.floor(now / PAGE_FOR) % pages;
  return { rows: rows.slice(page * perPage, (page + 1) * perPage), page, pages };
}
