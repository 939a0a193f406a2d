import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import {
  acceptComplainant,
  COMPLAINANT_REFUSALS,
  type Complainant,
  type ComplaintNaming,
} from './accept-complainant.js';

/** The way by which a complaint came. */
export type ComplaintChannel = 'WEB' | 'COUNTER' | 'FORUM' | 'PHONE' | 'LAPOR';

/** Complaints that one network may file in an hour: a village may sit behind one address, and nobody writes so many. */
export const COMPLAINTS_PER_HOUR = 20;

const SHORTEST_TEXT = 20;

/** Why a complaint is not taken, in the order in which it is looked at. */
export const COMPLAINT_REFUSALS = {
  COMPLAINT_TOO_MANY: {
    when: `This network has filed ${COMPLAINTS_PER_HOUR} complaints within the hour.`,
    field: null,
    mender: 'SENDER',
    message: (seconds: number) => ({
      id: `Terlalu banyak aduan dari jaringan ini. Coba lagi dalam ${Math.ceil(seconds / 60)} menit, atau datang ke loket.`,
      en: `Too many complaints came from this network. Try again in ${Math.ceil(seconds / 60)} min, or come to the counter.`,
    }),
  },
  COMPLAINT_TEXT_MISSING: {
    when: `The text has fewer than ${SHORTEST_TEXT} characters.`,
    field: 'text',
    mender: 'SENDER',
    message: {
      id: `Ceritakan dengan paling sedikit ${SHORTEST_TEXT} karakter: apa yang terjadi, di mana, dan kapan.`,
      en: `Tell it in at least ${SHORTEST_TEXT} characters: what happened, where and when.`,
    },
  },
  COMPLAINT_UNIT_UNKNOWN: {
    when: 'The region has no unit of this id.',
    field: 'unit',
    mender: 'SENDER',
    message: {
      id: 'Unit ini tidak ada di wilayah ini. Muat ulang daftar unit, lalu pilih dari sana.',
      en: 'This region has no such unit. Load the list of units again and choose from there.',
    },
  },
  COMPLAINT_CHANNEL_OF_OFFICE: {
    when: 'Somebody who is not a facilitator of the unit names another way than WEB.',
    field: 'channel',
    mender: 'SENDER',
    message: {
      id: 'Aduan lewat loket, forum, telepon, dan LAPOR dicatat oleh fasilitator unit. Di sini pilih WEB.',
      en: 'What came by counter, forum, telephone or LAPOR is filed by a facilitator of the unit. Choose WEB here.',
    },
  },
  ...COMPLAINANT_REFUSALS,
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type ComplaintRefusalCode = keyof typeof COMPLAINT_REFUSALS;

/** What somebody complains about, as it came. */
export interface ComplaintInput {
  readonly text: string;
  readonly channel: ComplaintChannel;
  readonly naming: ComplaintNaming;
  readonly complainant: Complainant | null;
}

/** What is known around it. */
export interface ComplaintContext {
  readonly unitKnown: boolean;
  /** Whether a facilitator of the unit writes it down. */
  readonly byFacilitator: boolean;
}

/** What of it is kept, in two places. */
export interface AcceptedComplaint {
  readonly text: string;
  readonly complainant: Complainant | null;
}

/** Tidies a complaint, or says why it is not taken. */
export function acceptComplaint(
  { text, channel, naming, complainant }: ComplaintInput,
  { unitKnown, byFacilitator }: ComplaintContext,
): Outcome<AcceptedComplaint, ComplaintRefusalCode> {
  const told = COMPLAINT_REFUSALS;
  const read = readNote(text, 'note');
  if (!read.ok) return refused(read.refusal.code, { ...read.refusal, field: 'text' });
  if (read.value === null || [...read.value].length < SHORTEST_TEXT) {
    return refused('COMPLAINT_TEXT_MISSING', told.COMPLAINT_TEXT_MISSING);
  }
  if (!unitKnown) return refused('COMPLAINT_UNIT_UNKNOWN', told.COMPLAINT_UNIT_UNKNOWN);
  if (channel !== 'WEB' && !byFacilitator) {
    return refused('COMPLAINT_CHANNEL_OF_OFFICE', told.COMPLAINT_CHANNEL_OF_OFFICE);
  }
  const who = acceptComplainant(naming, complainant);
  if (!who.ok) return who;
  return ok({ text: read.value, complainant: who.value });
}

/** What somebody is told whose network has filed too many; whole seconds until it may again. */
export function tooManyComplaints(seconds: number) {
  const row = COMPLAINT_REFUSALS.COMPLAINT_TOO_MANY;
  return refused('COMPLAINT_TOO_MANY', { ...row, message: row.message(seconds) });
}
