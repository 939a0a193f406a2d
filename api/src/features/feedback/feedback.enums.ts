import { registerEnumType } from 'type-graphql';
import type {
  FeedbackDecision,
  FeedbackStanding,
  LeaveOutReason,
} from '../../domain/feedback/feedback-standing.js';

export const FEEDBACK_STANDINGS = {
  COUNTED: 'COUNTED',
  WAITING: 'WAITING',
  LEFT_OUT: 'LEFT_OUT',
} as const satisfies { [S in FeedbackStanding]: S };
registerEnumType(FEEDBACK_STANDINGS, {
  name: 'FeedbackStanding',
  description: 'Whether feedback is in the figures.',
  valuesConfig: {
    COUNTED: { description: 'Dihitung: it counts.' },
    WAITING: {
      description:
        'Menunggu: more came within an hour than a counter has visitors; it counts once a facilitator has looked.',
    },
    LEFT_OUT: { description: 'Tidak dihitung: a facilitator left it out, with a reason.' },
  },
});

export const FEEDBACK_DECISIONS = {
  COUNT: 'COUNT',
  LEAVE_OUT: 'LEAVE_OUT',
} as const satisfies { [D in FeedbackDecision]: D };
registerEnumType(FEEDBACK_DECISIONS, {
  name: 'FeedbackDecision',
  description: 'What a facilitator decides about feedback that waits.',
  valuesConfig: {
    COUNT: { description: 'Hitung: it counts like any other.' },
    LEAVE_OUT: { description: 'Jangan hitung: it stays in the record and out of the figures.' },
  },
});

export const LEAVE_OUT_REASONS = {
  REPEATED: 'REPEATED',
  NO_VISIT: 'NO_VISIT',
  TRIAL: 'TRIAL',
} as const satisfies { [R in LeaveOutReason]: R };
registerEnumType(LEAVE_OUT_REASONS, {
  name: 'LeaveOutReason',
  description: 'Why feedback is left out of the figures; how many for which reason is told beside them.',
  valuesConfig: {
    REPEATED: { description: 'Berulang: the same person again and again.' },
    NO_VISIT: { description: 'Bukan pengunjung: not of somebody who was at the counter.' },
    TRIAL: { description: 'Percobaan: a trial by the office itself.' },
  },
});
