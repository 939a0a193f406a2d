import { UnitsDocument, type UnitsQuery } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';

/** The units of a region in their order, to choose from; none before they are known. */
export function useUnits(
  client: Client,
  region: string,
): readonly UnitsQuery['units']['edges'][number]['node'][] {
  const { answer } = useAnswer(client, UnitsDocument, { region, first: 100, after: null });
  return answer?.kind === 'GIVEN' ? answer.data.units.edges.map(({ node }) => node) : [];
}
