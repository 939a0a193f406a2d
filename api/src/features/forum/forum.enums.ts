import { registerEnumType } from 'type-graphql';
import type { CommitmentState } from '../../domain/forum/commitment-clock.js';
import type { HallState } from '../../domain/forum/accept-scan.js';
import type { AttendanceGroup, ForumKind, OutcomeKind } from '../../domain/forum/entry.js';
import type { ForumPhase, SignerRole } from '../../domain/forum/session-phase.js';
import type { CommitmentStepKind } from './commitment.entity.js';

/** How taking an entry ended. */
export type EntryState = 'TAKEN' | 'AMENDED' | 'REFUSED';

type Same<T extends string> = { readonly [K in T]: K };

export const FORUM_KINDS: Same<ForumKind> = {
  FORUM_WARGA: 'FORUM_WARGA',
  PUBLIC_CONSULTATION: 'PUBLIC_CONSULTATION',
  MUSRENBANG: 'MUSRENBANG',
  SAYANG_WARGA: 'SAYANG_WARGA',
};
registerEnumType(FORUM_KINDS, {
  name: 'ForumKind',
  description: 'What kind of forum it is.',
  valuesConfig: {
    FORUM_WARGA: { description: 'Forum warga: the regular meeting of citizens and civil servants.' },
    PUBLIC_CONSULTATION: { description: 'Forum Konsultasi Publik (PermenPANRB 16/2017).' },
    MUSRENBANG: { description: 'Musyawarah perencanaan pembangunan: what the neighbourhood wants planned.' },
    SAYANG_WARGA: { description: 'Pelayanan Sayang Warga: the open door on Fridays.' },
  },
});

export const FORUM_PHASE: Same<ForumPhase> = {
  PLANNED: 'PLANNED',
  OPEN: 'OPEN',
  CLOSED: 'CLOSED',
  SHARED: 'SHARED',
  READ_BACK: 'READ_BACK',
  SIGNED: 'SIGNED',
};
registerEnumType(FORUM_PHASE, {
  name: 'ForumPhase',
  description: 'How far a session and its minutes have come. It never goes back.',
  valuesConfig: {
    PLANNED: { description: 'Direncanakan: it is to be held.' },
    OPEN: { description: 'Berlangsung: it is being held.' },
    CLOSED: { description: 'Ditutup: it is over, its minutes are a draft.' },
    SHARED: { description: 'Dibagikan: everybody may read the draft.' },
    READ_BACK: { description: 'Dibacakan: the minutes were read out to those who were there.' },
    SIGNED: {
      description: 'Ditandatangani: whatever is added from now on is an amendment and shows as one.',
    },
  },
});

export const OUTCOME_KINDS: Same<OutcomeKind> = {
  ISSUE: 'ISSUE',
  PROPOSAL: 'PROPOSAL',
  DECISION: 'DECISION',
  COMMITMENT: 'COMMITMENT',
  QUESTION: 'QUESTION',
  PRAISE: 'PRAISE',
};
registerEnumType(OUTCOME_KINDS, {
  name: 'OutcomeKind',
  description: 'What was said or agreed.',
  valuesConfig: {
    ISSUE: { description: 'Masalah: something is wrong.' },
    PROPOSAL: { description: 'Usulan: what somebody would like.' },
    DECISION: { description: 'Keputusan: what all agreed.' },
    COMMITMENT: { description: 'Janji: what a unit does by a day.' },
    QUESTION: { description: 'Pertanyaan: to be answered.' },
    PRAISE: { description: 'Apresiasi: what went well.' },
  },
});

export const ATTENDANCE_GROUP: Same<AttendanceGroup> = {
  MEN: 'MEN',
  WOMEN: 'WOMEN',
  YOUTH: 'YOUTH',
  ELDERLY: 'ELDERLY',
  DISABLED: 'DISABLED',
  OFFICIALS: 'OFFICIALS',
};
registerEnumType(ATTENDANCE_GROUP, {
  name: 'AttendanceGroup',
  description:
    'Whom one counts. One person may be of several groups; men and women together are the people who came. Nobody is named.',
  valuesConfig: {
    MEN: { description: 'Laki-laki: men.' },
    WOMEN: { description: 'Perempuan: women.' },
    YOUTH: { description: 'Pemuda: 16 to 30 years (UU 40/2009), of those counted.' },
    ELDERLY: { description: 'Lansia: 60 years and more (UU 13/1998), of those counted.' },
    DISABLED: { description: 'Penyandang disabilitas, of those counted.' },
    OFFICIALS: { description: 'Aparatur: civil servants, of those counted.' },
  },
});

export const HALL_STATES: Same<HallState> = { NOT_BEGUN: 'NOT_BEGUN', RUNNING: 'RUNNING', OVER: 'OVER' };
registerEnumType(HALL_STATES, {
  name: 'ForumHallState',
  description: 'Whether those who are in the hall are counted by their scans.',
  valuesConfig: {
    NOT_BEGUN: { description: 'Nobody has opened the session yet, or its day has not come.' },
    RUNNING: { description: 'They are: it is open, and it is its day.' },
    OVER: { description: 'It is closed, or its day is over.' },
  },
});

export const COMMITMENT_STATES: Same<CommitmentState> = {
  PROMISED: 'PROMISED',
  STARTED: 'STARTED',
  DONE: 'DONE',
  CANNOT: 'CANNOT',
};
registerEnumType(COMMITMENT_STATES, {
  name: 'CommitmentState',
  description: 'How far a promise has come.',
  valuesConfig: {
    PROMISED: { description: 'Dijanjikan: nobody has begun.' },
    STARTED: { description: 'Dikerjakan: it is under way.' },
    DONE: { description: 'Selesai: it was done.' },
    CANNOT: { description: 'Tidak dapat dipenuhi: the office says plainly that it will not be, and why.' },
  },
});

export const STEP_KINDS: Same<CommitmentStepKind> = {
  MADE: 'MADE',
  CHANGED: 'CHANGED',
  REPORTED: 'REPORTED',
  LATE: 'LATE',
  ESCALATED: 'ESCALATED',
  WITHDRAWN: 'WITHDRAWN',
};
registerEnumType(STEP_KINDS, {
  name: 'CommitmentStepKind',
  description: 'What happened to a promise.',
  valuesConfig: {
    MADE: { description: 'It was promised.' },
    CHANGED: { description: 'Its words, owner or last day were changed.' },
    REPORTED: { description: 'Somebody told how far it has come.' },
    LATE: { description: 'Its last day was over: told to its unit.' },
    ESCALATED: { description: 'It was still late five working days later: told to the unit above.' },
    WITHDRAWN: { description: 'It was taken out of the minutes.' },
  },
});

export const SIGNER_ROLES: Same<SignerRole> = {
  CITIZEN: 'CITIZEN',
  OFFICER: 'OFFICER',
  FACILITATOR: 'FACILITATOR',
};
registerEnumType(SIGNER_ROLES, {
  name: 'SignerRole',
  description: 'For whom somebody signs. Minutes are signed once two citizens and one officer have.',
  valuesConfig: {
    CITIZEN: { description: 'Wakil warga.' },
    OFFICER: { description: 'Aparatur of the unit that invites.' },
    FACILITATOR: { description: 'Fasilitator, who wrote the minutes.' },
  },
});

export const ENTRY_STATES: Same<EntryState> = { TAKEN: 'TAKEN', AMENDED: 'AMENDED', REFUSED: 'REFUSED' };
registerEnumType(ENTRY_STATES, {
  name: 'ForumEntryState',
  description: 'How taking an entry ended.',
  valuesConfig: {
    TAKEN: { description: 'It is in the record.' },
    AMENDED: { description: 'It is in the record, as an amendment of minutes that were signed.' },
    REFUSED: {
      description: 'It is not; `refusal` says why and how to mend it. The others were taken all the same.',
    },
  },
});
