import type { Language } from '../../lib/text/language.js';
import type { QueuedPhoto } from '../../lib/outbox/queued-photo.js';
import type { Part } from './entry-part.js';
import { isHarmless } from './entry-part.js';
import type { ForumEntry } from './fold-session.js';
import type { Outcome, Session } from './forum-session.js';
import {
  CLOSING_WORDS,
  CONSOLE_WORDS,
  LIST_WORDS,
  OUTCOME_WORDS,
  PROMISE_WORDS,
  SIGNER_WORDS,
} from './forum-words.js';

/** How a row stands: that of its entry, or what became of it otherwise. */
export type RowState = ForumEntry['state'] | 'SENDING' | 'MERGED' | 'OTHERS';

/** A line of what was written: an outcome, or another entry of this device. */
export interface EntryRow {
  readonly id: string;
  /** ISO instant. */
  readonly takenAt: string;
  readonly state: RowState;
  /** Null where another device wrote it. */
  readonly entry: ForumEntry | null;
  /** Null where it is no outcome, or the server did not take it. */
  readonly outcome: Outcome | null;
  readonly photos: readonly QueuedPhoto[];
}

/** How one entry stands; `sending`: those that are on their way just now. */
export function rowState({ id, state, refusal }: ForumEntry, sending: ReadonlySet<string>): RowState {
  if (state === 'WAITING' && sending.has(id)) return 'SENDING';
  return state === 'REFUSED' && isHarmless(refusal) ? 'MERGED' : state;
}

/**
 * What the server has and what this device has written, as one list, newest first. Counts of people are left out: they
 * are many, and add up beside the list; what was refused is always there.
 */
export function entryRows(
  session: Session,
  entries: readonly ForumEntry[],
  photos: readonly QueuedPhoto[],
  sending: ReadonlySet<string>,
): readonly EntryRow[] {
  const own = new Map(entries.map((entry) => [entry.id, entry]));
  const photosOf = (id: string) => photos.filter(({ entry }) => entry === id);
  const outcomes = session.outcomes.map((outcome): EntryRow => {
    const entry = own.get(outcome.id) ?? null;
    const state = entry === null ? 'OTHERS' : rowState(entry, sending);
    return { id: outcome.id, takenAt: outcome.takenAt, state, entry, outcome, photos: photosOf(outcome.id) };
  });
  const shown = new Set(session.outcomes.map(({ id }) => id));
  const others = entries
    .filter((entry) => !shown.has(entry.id) && (!('attend' in entry.part) || entry.state === 'REFUSED'))
    .map((entry): EntryRow => {
      const { id, takenAt } = entry;
      return { id, takenAt, state: rowState(entry, sending), entry, outcome: null, photos: photosOf(id) };
    });
  const seq = ({ entry }: EntryRow) => entry?.seq ?? 0;
  return [...outcomes, ...others].sort((one, other) =>
    one.takenAt === other.takenAt ? seq(other) - seq(one) : one.takenAt < other.takenAt ? 1 : -1,
  );
}

/** What an entry that is no outcome says, in a line. */
export function partWords(part: Part, session: Session, language: Language): string {
  const item = (id: string) => session.agenda.find((one) => one.id === id)?.title ?? '';
  const said = (id: string) => session.outcomes.find((one) => one.id === id)?.text ?? '';
  const join = (...words: string[]) => words.filter(Boolean).join(': ');
  if ('open' in part) return LIST_WORDS.begin[language];
  if ('close' in part) return CLOSING_WORDS.open[language];
  if ('readBack' in part) return CLOSING_WORDS.wasRead[language];
  if ('startItem' in part) return join(CONSOLE_WORDS.startItem[language], item(part.startItem));
  if ('endItem' in part) return join(CONSOLE_WORDS.endItem[language], item(part.endItem));
  if ('attend' in part) {
    const { change } = part.attend;
    return join(CONSOLE_WORDS.attendance[language], `${change > 0 ? '+' : '−'}${Math.abs(change)}`);
  }
  if ('outcome' in part) return join(OUTCOME_WORDS[part.outcome.kind].name[language], part.outcome.text);
  if ('revise' in part) {
    return join(CONSOLE_WORDS.change[language], part.revise.text ?? said(part.revise.outcome));
  }
  if ('withdraw' in part) return join(CONSOLE_WORDS.withdraw[language], said(part.withdraw.outcome));
  if ('report' in part) {
    const { commitment, state } = part.report;
    const promise = session.lastPromises.find(({ id }) => id === commitment)?.text ?? '';
    return join(PROMISE_WORDS[state][language], promise);
  }
  return join(CLOSING_WORDS.sign[language], `${part.sign.name} (${SIGNER_WORDS[part.sign.role][language]})`);
}
