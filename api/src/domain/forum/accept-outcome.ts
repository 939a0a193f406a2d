import { NOTE_REFUSALS, readNote } from '../observation/read-note.js';
import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import type { IsHoliday } from '../working-days.js';
import { acceptDue, DUE_REFUSALS, type DueInput } from './accept-due.js';
import type { OutcomeKind } from './entry.js';

/** In characters as people count them: what fits on a projector. */
export const LONGEST_OUTCOME = 1000;
const LONGEST_ROLE = 80;

/** Why an outcome is not taken, in the order in which it is looked at. */
export const OUTCOME_REFUSALS = {
  OUTCOME_TEXT_MISSING: {
    when: 'Nothing is written, or only space.',
    field: 'text',
    mender: 'SENDER',
    message: {
      id: 'Tulis dulu apa yang disampaikan atau disepakati, satu kalimat cukup.',
      en: 'Write what was said or agreed; one sentence is enough.',
    },
  },
  OUTCOME_TEXT_LENGTH: {
    when: `The text has more than ${LONGEST_OUTCOME} characters.`,
    field: 'text',
    mender: 'SENDER',
    message: {
      id: `Terlalu panjang: paling banyak ${LONGEST_OUTCOME} karakter. Ringkas, atau pecah menjadi dua hasil.`,
      en: `Too long: at most ${LONGEST_OUTCOME} characters. Shorten it, or make two outcomes of it.`,
    },
  },
  OUTCOME_ITEM_UNKNOWN: {
    when: 'The session has no agenda item of this id.',
    field: 'item',
    mender: 'SENDER',
    message: {
      id: 'Mata acara ini tidak ada di pertemuan ini. Pilih yang lain, atau kosongkan.',
      en: 'This session has no such agenda item. Choose another one, or none.',
    },
  },
  OUTCOME_LINK_UNKNOWN: {
    when: 'The region has no unit, indicator or complaint of the id that is named.',
    field: 'unit',
    mender: 'SENDER',
    message: {
      id: 'Unit, indikator, atau aduan yang ditautkan tidak ada di wilayah ini. Pilih lagi, atau kosongkan.',
      en: 'The region has no such unit, indicator or complaint. Choose again, or leave it empty.',
    },
  },
  COMMITMENT_OWNER_MISSING: {
    when: 'A commitment names no unit that owns it, or one that the region does not have.',
    field: 'ownerUnit',
    mender: 'SENDER',
    message: {
      id: 'Pilih unit yang berjanji. Janji tanpa pemilik tidak ada yang mengerjakan.',
      en: 'Choose the unit that promises. What nobody owns is done by nobody.',
    },
  },
  COMMITMENT_ROLE_LENGTH: {
    when: `The role has more than ${LONGEST_ROLE} characters.`,
    field: 'ownerRole',
    mender: 'SENDER',
    message: {
      id: `Sebut jabatannya saja, paling banyak ${LONGEST_ROLE} karakter.`,
      en: `Name the post alone, in at most ${LONGEST_ROLE} characters.`,
    },
  },
  COMMITMENT_ONLY: {
    when: 'Owner or last day are given for an outcome which is no commitment.',
    field: 'kind',
    mender: 'SENDER',
    message: {
      id: 'Hanya janji yang punya pemilik dan tenggat. Pilih jenis «Janji», atau kosongkan keduanya.',
      en: 'Only a commitment has an owner and a last day. Make it a commitment, or leave both empty.',
    },
  },
  TRACKING_CODE_UNREADABLE: {
    when: 'The code is not one of 12 consonants as devices make them.',
    field: 'trackingCode',
    mender: 'SENDER',
    message: {
      id: 'Kode pelacak tidak terbaca. Perbarui aplikasi, lalu catat lagi.',
      en: 'The tracking code cannot be read. Update the program, then write it down again.',
    },
  },
  TRACKING_CODE_TAKEN: {
    when: 'Another outcome has this code.',
    field: 'trackingCode',
    mender: 'SENDER',
    message: {
      id: 'Kode pelacak ini sudah dipakai. Catat lagi; perangkat membuat kode baru.',
      en: 'This tracking code is taken. Write it down again; the device makes another one.',
    },
  },
  ...DUE_REFUSALS,
  ...NOTE_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type OutcomeRefusalCode = keyof typeof OUTCOME_REFUSALS;

/** What was said or agreed, as it came. */
export interface OutcomeInput extends DueInput {
  readonly kind: OutcomeKind;
  readonly text: string;
  readonly ownerRole: string | null;
}

/** What the records say around it. */
export interface OutcomeContext {
  readonly heldOn: string;
  readonly isHoliday: IsHoliday;
  /** Whether each of them is known; null where none is named. */
  readonly item: boolean | null;
  readonly links: readonly (boolean | null)[];
  readonly owner: boolean | null;
  /** Whether the code can be read and is free; null where there is none. */
  readonly code: 'FREE' | 'TAKEN' | 'UNREADABLE' | null;
}

export interface AcceptedOutcome {
  readonly text: string;
  /** Set for a commitment. */
  readonly promise: { readonly dueOn: string; readonly ownerRole: string | null } | null;
}

/** Tidies an outcome, or says why it is not taken. */
export function acceptOutcome(
  input: OutcomeInput,
  { heldOn, isHoliday, item, links, owner, code }: OutcomeContext,
): Outcome<AcceptedOutcome, OutcomeRefusalCode> {
  const no = (code: Exclude<OutcomeRefusalCode, keyof typeof NOTE_REFUSALS | keyof typeof DUE_REFUSALS>) =>
    refused(code, OUTCOME_REFUSALS[code]);
  const read = readOutcome(input.text);
  if (!read.ok) return read;
  if (item === false) return no('OUTCOME_ITEM_UNKNOWN');
  if (links.includes(false)) return no('OUTCOME_LINK_UNKNOWN');
  if (code === 'UNREADABLE') return no('TRACKING_CODE_UNREADABLE');
  if (code === 'TAKEN') return no('TRACKING_CODE_TAKEN');
  if (input.kind !== 'COMMITMENT') {
    const ofPromise = input.dueOn ?? input.workingDays ?? input.ownerRole ?? owner;
    return ofPromise === null ? ok({ text: read.value, promise: null }) : no('COMMITMENT_ONLY');
  }
  if (owner !== true) return no('COMMITMENT_OWNER_MISSING');
  const ownerRole = readNote(input.ownerRole, 'note');
  if (!ownerRole.ok || [...(ownerRole.value ?? '')].length > LONGEST_ROLE)
    return no('COMMITMENT_ROLE_LENGTH');
  const due = acceptDue(input, heldOn, isHoliday);
  if (!due.ok) return due;
  return ok({ text: read.value, promise: { dueOn: due.value, ownerRole: ownerRole.value } });
}

/** Reads the text of an outcome. */
export function readOutcome(text: string): Outcome<string, OutcomeRefusalCode> {
  const read = readNote(text, 'note');
  if (!read.ok) return refused(read.refusal.code, { ...read.refusal, field: 'text' });
  if (read.value === null) return refused('OUTCOME_TEXT_MISSING', OUTCOME_REFUSALS.OUTCOME_TEXT_MISSING);
  if ([...read.value].length > LONGEST_OUTCOME) {
    return refused('OUTCOME_TEXT_LENGTH', OUTCOME_REFUSALS.OUTCOME_TEXT_LENGTH);
  }
  return ok(read.value);
}
