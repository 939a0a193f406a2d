import type { Client } from 'pg';
import { formatAmount } from '../domain/amount.js';
import { FIRST_POLICY } from '../domain/scoring/policy.js';
import {
  scoreDifferences as differences,
  type ScoreDifference,
} from '../features/scores/score-differences.js';

/** The stored scores of a test's database that are not what its raw observations say. */
export function scoreDifferences(client: Client): Promise<ScoreDifference[]> {
  return differences(
    { rows: async (text, parameters) => (await client.query(text, [...(parameters ?? [])])).rows },
    { minimumCoverage: formatAmount(FIRST_POLICY.minimumCoverage), cap: formatAmount(FIRST_POLICY.cap) },
  );
}
