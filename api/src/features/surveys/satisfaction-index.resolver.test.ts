import { graphql, print, type GraphQLSchema } from 'graphql';
import { createGraphqlSchema } from '../../app/graphql-schema.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import { documentsOf } from '../../testing/documents.js';

describe('the satisfaction index through the API', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await createGraphqlSchema();
  });

  const U = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'];
  const answers = (changed: Record<string, object> = {}) =>
    U.map((element, n) => ({ element, sum: 300 + n, respondents: 90, ...changed[element] }));
  const ask = async (elements: object[]) => {
    const { data, errors } = await graphql({
      schema,
      source: print(documentsOf('surveys')['SatisfactionIndex']!),
      variableValues: { elements },
      contextValue: { actor: COMMAND_LINE },
    });
    if (errors !== undefined) throw errors[0]!;
    return data!['satisfactionIndex'] as Record<string, unknown>;
  };

  it('gives index, grade and the mean of each element in the order of the regulation', async () => {
    // Σ sums = 9 × 300 + 36 = 2,736; over 90 and 9 a mean of 3.377777…; times 25: 84.44.
    expect(await ask(answers().toReversed())).toEqual({
      __typename: 'SatisfactionIndex',
      index: '84.44',
      grade: 'B',
      elements: [
        { element: 'U1', mean: '3.333333' },
        { element: 'U2', mean: '3.344444' },
        { element: 'U3', mean: '3.355556' },
        { element: 'U4', mean: '3.366667' },
        { element: 'U5', mean: '3.377778' },
        { element: 'U6', mean: '3.388889' },
        { element: 'U7', mean: '3.4' },
        { element: 'U8', mean: '3.411111' },
        { element: 'U9', mean: '3.422222' },
      ],
    });
  });

  it.each([
    ['ELEMENT_MISSING', answers().slice(0, 8), 'U9'],
    ['ELEMENT_TWICE', [...answers(), answers()[2]!], 'U3'],
    ['COUNT_OUT_OF_RANGE', answers({ U4: { sum: -1 } }), 'U4'],
    ['NO_RESPONDENTS', answers({ U5: { sum: 0, respondents: 0 } }), 'U5'],
    ['ANSWERS_OUT_OF_RANGE', answers({ U6: { sum: 361 } }), 'U6'],
  ])('refuses with %s and names the element', async (code, elements, element) => {
    expect(await ask(elements)).toMatchObject({
      __typename: 'SatisfactionIndexRefused',
      code,
      field: `elements.${element}`,
      mender: 'SENDER',
    });
  });
});
