import { lacksReason } from './amendment.js';
import type { OutcomePart } from './entry-part.js';
import { LONGEST_TEXT, readableText } from './readable-text.js';
import type { OutcomeKind, Session } from './forum-session.js';
import { addDays } from './days.js';
import { makeTrackingCode } from './tracking-code.js';

/** When a promise is due: so many working days after the session, which the server counts, or on a day. */
export type Due = { readonly days: number } | { readonly on: string };

/** The chips: a week, two weeks and a month of working days. */
export const DUE_DAYS = [5, 10, 20] as const;
/** No promise reaches further, in days after the session. */
const LONGEST_DUE = 366;

/** An outcome while it is written. */
export interface OutcomeDraft {
  /** Null: nothing is being written. */
  readonly kind: OutcomeKind | null;
  readonly text: string;
  /** What it is about, or for a promise who owns it; '' nothing. */
  readonly unit: string;
  readonly ownerRole: string;
  readonly due: Due | null;
  /** '' none; null: whatever is talked about when it is saved. */
  readonly item: string | null;
  readonly indicator: string;
  readonly complaint: string;
  /** What was asked or proposed in the same session and is answered by it; '' nothing. */
  readonly answers: string;
  /** Why it comes after the signing; '' where it does not. */
  readonly reason: string;
  /** The entry that it says in a better way; null: it is new. */
  readonly mends: string | null;
}

export const NO_DRAFT: OutcomeDraft = {
  ...{ kind: null, text: '', unit: '', ownerRole: '', due: null, item: null },
  ...{ indicator: '', complaint: '', answers: '', reason: '', mends: null },
};

/** What is still missing before it can be saved, by field. */
export type Missing = 'text' | 'owner' | 'due' | 'duePast' | 'reason';

/** The first thing that keeps a draft from being saved; null: nothing. */
export function missingIn(
  { kind, text, unit, due, reason }: OutcomeDraft,
  { heldOn, phase }: Pick<Session, 'heldOn' | 'phase'>,
): Missing | null {
  if (readableText(text).trim() === '') return 'text';
  if (kind === 'COMMITMENT') {
    if (unit === '') return 'owner';
    if (due === null || ('on' in due && due.on === '')) return 'due';
    if ('on' in due && (due.on <= heldOn || due.on > addDays(heldOn, LONGEST_DUE))) return 'duePast';
  }
  return lacksReason({ phase }, reason) ? 'reason' : null;
}

/** Who asked something can follow what becomes of it. */
export function isTracked(kind: OutcomeKind): boolean {
  return kind === 'ISSUE' || kind === 'PROPOSAL' || kind === 'QUESTION';
}

/** What is promised or decided may answer what somebody brought up. */
export function canAnswer(kind: OutcomeKind): boolean {
  return kind === 'COMMITMENT' || kind === 'DECISION';
}

/** The entry that a finished draft makes; `running`: what is talked about. */
export function outcomePart(
  draft: OutcomeDraft,
  running: string | null,
  code = makeTrackingCode,
): OutcomePart {
  const { text, unit, ownerRole, due, item, indicator, complaint, answers } = draft;
  const kind = draft.kind!;
  const isPromise = kind === 'COMMITMENT';
  return {
    kind,
    text: readableText(text).trim(),
    item: item === null ? running : orNull(item),
    unit: isPromise ? null : orNull(unit),
    indicator: orNull(indicator),
    complaint: orNull(complaint),
    answers: canAnswer(kind) ? orNull(answers) : null,
    trackingCode: isTracked(kind) ? code() : null,
    ownerUnit: isPromise ? orNull(unit) : null,
    ownerRole: isPromise ? orNull(ownerRole.trim()) : null,
    dueOn: isPromise && due !== null && 'on' in due ? due.on : null,
    workingDays: isPromise && due !== null && 'days' in due ? due.days : null,
  };
}

/** A draft of what was sent and not taken, to be mended. */
export function draftOf(
  entry: { readonly id: string; readonly reason: string | null },
  part: OutcomePart,
): OutcomeDraft {
  const { kind, text, item, indicator, complaint, answers, ownerRole, dueOn, workingDays } = part;
  return {
    ...{ kind, text, item: item ?? '', indicator: indicator ?? '', complaint: complaint ?? '' },
    answers: answers ?? '',
    unit: part.ownerUnit ?? part.unit ?? '',
    ownerRole: ownerRole ?? '',
    due: dueOn !== null ? { on: dueOn } : workingDays !== null ? { days: workingDays } : null,
    reason: entry.reason ?? '',
    mends: entry.id,
  };
}

/** Whether something was left out of what was typed or pasted. */
export function isCut(typed: string): boolean {
  return [...typed].length > LONGEST_TEXT;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
