import { randomUUID } from 'node:crypto';
import { contestObservation, type ContestObservation } from '../features/contests/contest-observation.js';
import { ruleContest, type RuleContest } from '../features/contests/rule-contest.js';
import { logObservation, type LogObservation } from '../features/observations/log-observation.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { NOON, REGION, type SmallOffice } from './small-office.js';

type Office = Pick<SmallOffice, 'unitOfWork'>;

/** What a verb of a test gives: the id of what it made, or the code of its refusal. */
export interface Answer {
  readonly id?: string;
  readonly code?: string;
}

const command = <V extends string>(verb: V, input: object) => ({
  verb,
  actor: COMMAND_LINE,
  regionCode: REGION,
  key: randomUUID(),
  input,
});

/** Logs an observation of noon and gives its id. */
export async function log(
  { unitOfWork }: Office,
  said: Pick<LogObservation, 'employeeId' | 'indicatorId' | 'value'> & Partial<LogObservation>,
): Promise<string> {
  const input: LogObservation = { observedAt: NOON, note: null, observerId: null, behaviour: null, ...said };
  const done = await unitOfWork.run(command('logObservation', input), (tx) =>
    logObservation(tx, COMMAND_LINE, input),
  );
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.observationId;
}

/** Contests an observation; with a good reason where the test names none. */
export async function contest(
  { unitOfWork }: Office,
  said: Pick<ContestObservation, 'employeeId' | 'observationId'> & Partial<ContestObservation>,
): Promise<Answer> {
  const input: ContestObservation = {
    reason: 'Saya dinas lapangan pada jam itu.',
    evidence: ['Surat tugas 094/211/2026'],
    ...said,
  };
  const done = await unitOfWork.run(command('contestObservation', input), (tx) =>
    contestObservation(tx, COMMAND_LINE, input),
  );
  return done.ok ? { id: done.value.contestId } : { code: done.refusal.code };
}

/** Rules on a contest: withdraws the observation where the test says nothing else. */
export async function rule(
  { unitOfWork }: Office,
  said: Pick<RuleContest, 'contestId' | 'ruledBy'> & Partial<RuleContest>,
): Promise<Answer> {
  const input: RuleContest = {
    decision: 'WITHDRAWN',
    value: null,
    note: 'Surat tugasnya cocok dengan jam itu.',
    ...said,
  };
  const done = await unitOfWork.run(command('ruleContest', input), (tx) =>
    ruleContest(tx, COMMAND_LINE, input),
  );
  return done.ok ? { id: done.value.contestId } : { code: done.refusal.code };
}
