import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { hasCome, type ForumPhase } from './session-phase.js';

const NAME = { shortest: 3, longest: 120 };
const MOST_ITEMS = 30;
const MOST_MINUTES = 240;
const MOST_QUORUM = 5_000;

/** Why a series or a session is not planned so, in the order in which it is looked at. */
export const PLAN_REFUSALS = {
  FORUM_UNKNOWN: {
    when: 'The region has no series, or no session, of this id.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Forum atau pertemuan ini tidak ada di wilayah ini. Muat ulang daftarnya, lalu pilih lagi.',
      en: 'The region has no such forum or session. Load the list again, then choose once more.',
    },
  },
  FORUM_UNIT_UNKNOWN: {
    when: 'The region has no unit of the id that is named.',
    field: 'unit',
    mender: 'SENDER',
    message: {
      id: 'Unit ini tidak ada di wilayah ini. Pilih dari daftar unit.',
      en: 'This region has no such unit. Choose one from the list of units.',
    },
  },
  FORUM_NAME_LENGTH: {
    when: `A name, a title or a place has fewer than ${NAME.shortest} or more than ${NAME.longest} characters, or cannot be read.`,
    field: 'name',
    mender: 'SENDER',
    message: {
      id: `Nama, judul, dan tempat ditulis dengan ${NAME.shortest} sampai ${NAME.longest} karakter.`,
      en: `Names, titles and places have ${NAME.shortest} to ${NAME.longest} characters.`,
    },
  },
  FORUM_NUMBERS: {
    when: `The quorum is not 0 to ${MOST_QUORUM}, an item not 1 to ${MOST_MINUTES} minutes, the time no HH:MM, or there are more than ${MOST_ITEMS} items.`,
    field: 'agenda',
    mender: 'SENDER',
    message: {
      id: `Kuorum 0–${MOST_QUORUM}, tiap mata acara 1–${MOST_MINUTES} menit, paling banyak ${MOST_ITEMS} mata acara, jam ditulis JJ:MM.`,
      en: `Quorum 0–${MOST_QUORUM}, each item 1–${MOST_MINUTES} minutes, at most ${MOST_ITEMS} items, the time as HH:MM.`,
    },
  },
  FORUM_BEGUN: {
    when: 'The session has begun; its plan stands.',
    field: 'id',
    mender: 'SENDER',
    message: {
      id: 'Pertemuan ini sudah dibuka; rencananya tidak diubah lagi.',
      en: 'This session has begun; its plan is not changed any more.',
    },
  },
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type PlanRefusalCode = keyof typeof PLAN_REFUSALS;

/** What people call it and where it is. */
export interface PlanNames {
  readonly name: string;
  readonly place: string;
}

export interface PlannedItem {
  readonly title: string;
  readonly minutes: number;
}

/** Tidies the names of a series or a session. */
export function acceptNames(names: PlanNames): Outcome<PlanNames, PlanRefusalCode> {
  const read = { name: readName(names.name), place: readName(names.place) };
  if (read.name === null || read.place === null) {
    return refused('FORUM_NAME_LENGTH', {
      ...PLAN_REFUSALS.FORUM_NAME_LENGTH,
      field: read.name === null ? 'name' : 'place',
    });
  }
  return ok({ name: read.name, place: read.place });
}

/** Tidies what is planned for one session. `phase` is how far it has come; null: it is new. */
export function acceptPlan(
  plan: {
    readonly startsAt: string;
    readonly quorum: number;
    readonly agenda: readonly PlannedItem[];
  },
  phase: ForumPhase | null,
): Outcome<readonly PlannedItem[], PlanRefusalCode> {
  if (phase !== null && hasCome(phase, 'OPEN')) return refused('FORUM_BEGUN', PLAN_REFUSALS.FORUM_BEGUN);
  const { startsAt, quorum, agenda } = plan;
  const field = misfit(startsAt, quorum, agenda);
  if (field !== null) return refused('FORUM_NUMBERS', { ...PLAN_REFUSALS.FORUM_NUMBERS, field });
  const items = agenda.map(({ title, minutes }) => ({ title: readName(title), minutes }));
  if (items.some(({ title }) => title === null)) {
    return refused('FORUM_NAME_LENGTH', { ...PLAN_REFUSALS.FORUM_NAME_LENGTH, field: 'agenda' });
  }
  return ok(items as PlannedItem[]);
}

/** The first field whose number does not fit; null: all do. */
function misfit(startsAt: string, quorum: number, agenda: readonly PlannedItem[]): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt)) return 'startsAt';
  if (!isQuorum(quorum)) return 'quorum';
  const fits =
    agenda.length <= MOST_ITEMS &&
    agenda.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES);
  return fits ? null : 'agenda';
}

/** Whether a session can need so many people. */
export function isQuorum(quorum: number): boolean {
  return Number.isInteger(quorum) && quorum >= 0 && quorum <= MOST_QUORUM;
}

function readName(text: string): string | null {
  const read = readNote(text, 'note');
  if (!read.ok || read.value === null || read.value.includes('\n')) return null;
  const length = [...read.value].length;
  return length >= NAME.shortest && length <= NAME.longest ? read.value : null;
}
