import type { ForumPlan_SeriesFragment, ForumPlanQuery } from '@pantau/schema';
import type { Text } from '../../../lib/text/language.js';
import type { Told } from '../../policies/use-command.js';
import { PLAN_TOLD } from './plan-words.js';

/** One item as it is written; `row` tells it from the others wherever it is moved. */
export interface DraftItem {
  readonly row: number;
  readonly title: string;
  readonly minutes: string;
}

/** A session as it is written, with what somebody types as they typed it. */
export interface PlanDraft {
  readonly title: string;
  readonly place: string;
  /** 'YYYY-MM-DD', or '' as long as no day is chosen. */
  readonly heldOn: string;
  readonly startsAt: string;
  readonly quorum: string;
  readonly concerned: readonly string[];
  readonly agenda: readonly DraftItem[];
}

/** The server's own item takes so many minutes. */
export const LOOKING_BACK_MINUTES = 10;
/** More the server does not take. */
export const MOST_ITEMS = 30;
const USUAL_MINUTES = '15';
const USUAL_TIME = '19:00';

/** A plan in which nothing is written yet. */
export const EMPTY_PLAN: PlanDraft = {
  ...{ title: '', place: '', heldOn: '', startsAt: USUAL_TIME, quorum: '0', concerned: [] },
  agenda: [{ row: 0, title: '', minutes: USUAL_MINUTES }],
};

/** What was planned, to be planned otherwise. */
export function draftOfSession(session: NonNullable<ForumPlanQuery['forumSession']>): PlanDraft {
  const { title, place, heldOn, startsAt, quorum, concernedUnits, agenda } = session;
  return {
    ...{ title, place, heldOn, startsAt, quorum: String(quorum) },
    concerned: concernedUnits.map(({ id }) => id),
    agenda: agenda
      .filter(({ looksBack }) => !looksBack)
      .map((item, row) => ({ row, title: item.title, minutes: String(item.minutes) })),
  };
}

/** The plan for this forum: what the forum says itself stands where nobody has written otherwise. */
export function planFor(
  draft: PlanDraft,
  before: ForumPlan_SeriesFragment | null,
  series: ForumPlan_SeriesFragment,
): PlanDraft {
  const untouched = (field: 'title' | 'place' | 'quorum') =>
    draft[field] === EMPTY_PLAN[field] || (before !== null && draft[field] === fromSeries(before)[field]);
  const { title, place, quorum } = fromSeries(series);
  return {
    ...draft,
    title: untouched('title') ? title : draft.title,
    place: untouched('place') ? place : draft.place,
    quorum: untouched('quorum') ? quorum : draft.quorum,
    concerned: draft.concerned.filter((id) => id !== series.unit.id),
  };
}

function fromSeries({ name, place, quorum }: ForumPlan_SeriesFragment) {
  return { title: name, place, quorum: String(quorum) };
}

export function withItem(agenda: readonly DraftItem[]): readonly DraftItem[] {
  const row = Math.max(-1, ...agenda.map((item) => item.row)) + 1;
  return [...agenda, { row, title: '', minutes: USUAL_MINUTES }];
}

/** The agenda with one item so many places further down; as it is where there is no such place. */
export function moveItem(agenda: readonly DraftItem[], from: number, by: -1 | 1): readonly DraftItem[] {
  const item = agenda[from];
  if (item === undefined || agenda[from + by] === undefined) return agenda;
  return agenda.toSpliced(from, 1).toSpliced(from + by, 0, item);
}

/** The items that say something; a line left empty is none. */
export function writtenItems(agenda: readonly DraftItem[]): readonly DraftItem[] {
  return agenda.filter(({ title }) => title.trim() !== '');
}

/** A whole number that is not negative, as it is written; NaN where it is none. Nothing written: 0. */
export function wholeNumber(text: string): number {
  const digits = text.replaceAll(/[.,\s]/g, '');
  return /^\d*$/.test(digits) ? Number(digits) : Number.NaN;
}

/** How long all of it takes, in minutes; what is no number counts nothing. */
export function minutesInAll(agenda: readonly DraftItem[]): number {
  return writtenItems(agenda).reduce(
    (sum, { minutes }) => sum + (wholeNumber(minutes) || 0),
    LOOKING_BACK_MINUTES,
  );
}

/** The time so many minutes after 'HH:MM', as it is written; null where there is no time. */
export function timeAfter(startsAt: string, minutes: number): string | null {
  const [hours, rest] = startsAt.split(':').map(Number);
  if (hours === undefined || rest === undefined) return null;
  const end = (hours * 60 + rest + minutes) % (24 * 60);
  return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join('.');
}

/** The first thing that the server would not take, by field; null: nothing. */
export function planTold({ title, place, heldOn, startsAt, quorum, agenda }: PlanDraft): Told | null {
  if (!isName(title)) return told('title', PLAN_TOLD.length);
  if (heldOn === '') return told('heldOn', PLAN_TOLD.day);
  if (startsAt === '') return told('startsAt', PLAN_TOLD.time);
  if (!isName(place)) return told('place', PLAN_TOLD.length);
  if (!isQuorum(quorum)) return told('quorum', PLAN_TOLD.quorum);
  for (const { row, title: item, minutes } of writtenItems(agenda)) {
    if (!isName(item)) return told(`agenda.${row}.title`, PLAN_TOLD.length);
    const length = wholeNumber(minutes);
    if (!(length >= 1 && length <= 240)) return told(`agenda.${row}.minutes`, PLAN_TOLD.minutes);
  }
  return null;
}

/** What the server would not take of a forum; null: nothing. */
export function forumTold(forum: {
  readonly name: string;
  readonly place: string;
  readonly quorum: string;
}): Told | null {
  if (!isName(forum.name)) return told('name', PLAN_TOLD.length);
  if (!isName(forum.place)) return told('place', PLAN_TOLD.length);
  return isQuorum(forum.quorum) ? null : told('quorum', PLAN_TOLD.quorum);
}

function isName(text: string): boolean {
  const length = [...text.trim()].length;
  return length >= 3 && length <= 120;
}

function isQuorum(text: string): boolean {
  const quorum = wholeNumber(text);
  return quorum >= 0 && quorum <= 5_000;
}

function told(field: string, { id, en }: Text): Told {
  return { field, message: id, messageEn: en };
}
