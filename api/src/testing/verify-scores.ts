import type { Client } from 'pg';
import {
  scoreDifferences as differences,
  type ScoreDifference,
} from '../features/scores/score-differences.js';

/** The stored scores of a test's database that are not what its raw record says. */
export function scoreDifferences(client: Client): Promise<ScoreDifference[]> {
  return differences({
    rows: async (text, parameters) => (await client.query(text, [...(parameters ?? [])])).rows,
  });
}
