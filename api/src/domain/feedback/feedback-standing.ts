/** How feedback came in: within what an hour brings, or beyond it. */
export type FeedbackTaken = 'COUNTED' | 'WAITING';

/** What a facilitator decided about feedback that waited. */
export type FeedbackDecision = 'COUNT' | 'LEAVE_OUT';

/** Why it is left out. No free text: what is decided about many is to be counted. */
export type LeaveOutReason = 'REPEATED' | 'NO_VISIT' | 'TRIAL';

/** Whether feedback is in the figures. */
export type FeedbackStanding = 'COUNTED' | 'WAITING' | 'LEFT_OUT';

/** Where feedback stands: as it came in, or as somebody decided. */
export function standingOf(taken: FeedbackTaken, decision: FeedbackDecision | null): FeedbackStanding {
  if (decision === null) return taken;
  return decision === 'COUNT' ? 'COUNTED' : 'LEFT_OUT';
}
