import { ok, refused, type Outcome, type RefusalRow } from '../outcome.js';
import { COMMITMENT_SETTLED } from './accept-report.js';
import { isSettled, type CommitmentState } from './commitment-clock.js';

/** Why an outcome is not changed, in the order in which it is looked at. */
export const REVISION_REFUSALS = {
  OUTCOME_UNKNOWN: {
    when: 'The session has no outcome of this id.',
    field: 'outcome',
    mender: 'SENDER',
    message: {
      id: 'Hasil ini tidak ada di pertemuan ini. Muat ulang pertemuannya, lalu pilih lagi.',
      en: 'This session has no such outcome. Load the session again, then choose once more.',
    },
  },
  OUTCOME_WITHDRAWN: {
    when: 'The outcome was withdrawn.',
    field: 'outcome',
    mender: 'SENDER',
    message: {
      id: 'Hasil ini sudah dicabut. Catat yang baru bila masih berlaku.',
      en: 'This outcome was withdrawn. Write a new one down if it still holds.',
    },
  },
  OUTCOME_REVISION_UNKNOWN: {
    when: 'There is no revision of this number yet.',
    field: 'basedOn',
    mender: 'SENDER',
    message: {
      id: 'Perubahan ini merujuk versi yang tidak ada. Muat ulang pertemuannya, lalu ubah lagi.',
      en: 'This change stands on a version that does not exist. Load the session again, then change it once more.',
    },
  },
  COMMITMENT_SETTLED,
} as const satisfies Record<string, RefusalRow>;

export type RevisionRefusalCode = keyof typeof REVISION_REFUSALS;

/** An outcome as a change of it finds it. */
export interface OutcomeFound {
  readonly withdrawn: boolean;
  readonly revision: number;
  /** Null where it is no commitment. */
  readonly state: CommitmentState | null;
}

/**
 * What becomes of a change: NEXT takes the place of what it stands on; BESIDE: somebody else was first, and both stay
 * until a person has chosen.
 */
export function acceptRevision(
  outcome: OutcomeFound | null,
  basedOn: number | null,
): Outcome<'NEXT' | 'BESIDE', RevisionRefusalCode> {
  const no = (code: RevisionRefusalCode) => refused(code, REVISION_REFUSALS[code]);
  if (outcome === null) return no('OUTCOME_UNKNOWN');
  if (outcome.withdrawn) return no('OUTCOME_WITHDRAWN');
  if (outcome.state !== null && isSettled(outcome.state)) return no('COMMITMENT_SETTLED');
  if (basedOn === null) return ok('NEXT');
  if (basedOn < 1 || basedOn > outcome.revision) return no('OUTCOME_REVISION_UNKNOWN');
  return ok(basedOn === outcome.revision ? 'NEXT' : 'BESIDE');
}
