import {
  acceptDataAnswer,
  type DataAnswerRefusalCode,
  type DataCorrectionDecision,
} from '../../domain/privacy/accept-data-correction.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasDataCorrections } from './data-correction.store.js';

/** What came of a request to correct data. */
export interface AnswerCorrection {
  readonly requestId: string;
  readonly decision: DataCorrectionDecision;
  /** What was changed, or why nothing was, in words that the person can read. */
  readonly note: string;
}

/** Answers a request for good, also after its time: the delay of the office must not cost the person. */
export async function answerCorrection(
  tx: HasDataCorrections & HasClock,
  actor: Actor,
  { requestId, decision, note }: AnswerCorrection,
): Promise<Verdict<{ requestId: string }, DataAnswerRefusalCode>> {
  const request = await tx.dataCorrections.hold(requestId);
  const accepted = acceptDataAnswer(
    note,
    request && { employeeId: request.employeeId, answered: (request.decision ?? null) !== null },
    actor.employeeId,
  );
  if (!accepted.ok) return accepted;
  await tx.dataCorrections.answer(requestId, { decision, note: accepted.value, at: tx.now, by: actor.id });
  return did({ requestId }, [
    { kind: 'DataCorrectionAnswered', requestId, employeeId: request!.employeeId, decision },
  ]);
}
