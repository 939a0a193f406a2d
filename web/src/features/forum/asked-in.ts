import type { Outcome, Session } from './forum-session.js';
import { isTracked } from './outcome-draft.js';

/** What somebody brought up, and whether something answers it already. */
export type Asked = Pick<Outcome, 'id' | 'kind' | 'text'> & { readonly answered: boolean };

/** The issues, proposals and questions of a session that still stand, those without an answer first. */
export function askedIn({ outcomes }: Pick<Session, 'outcomes'>): readonly Asked[] {
  const standing = outcomes.filter(({ withdrawn }) => !withdrawn);
  const answered = new Set(standing.map(({ answersId }) => answersId));
  return standing
    .filter(({ kind }) => isTracked(kind))
    .map(({ id, kind, text }) => ({ id, kind, text, answered: answered.has(id) }))
    .toSorted((one, other) => Number(one.answered) - Number(other.answered));
}
