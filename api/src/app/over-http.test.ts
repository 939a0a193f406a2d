import { serverAudits } from 'graphql-http';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { signInChief } from '../testing/sign-in.js';
import { NOON, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';

/** What the specification leaves open and we do otherwise, each with the reason. A new one, or one less, fails. */
const REFUSED_IS_NO_200 =
  'What was refused before it ran has a status of its own also as application/json: Excel, n8n and curl -f look at nothing else.';
const ACCEPTED: Readonly<Record<string, string>> = {
  'SHOULD use 200 status code on document parsing failure when accepting application/json': REFUSED_IS_NO_200,
  'SHOULD use 200 status code on document validation failure when accepting application/json':
    REFUSED_IS_NO_200,
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json':
    REFUSED_IS_NO_200,
};

/** One whose answer is kept. */
const KEPT = `{ units(region: "${REGION}") { edges { node { id } } } }`;

describe('GraphQL over HTTP', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON });
    await openSmallOffice(pantau);
  });
  afterAll(async () => {
    await pantau.close();
    await database.drop();
  });

  it('keeps the specification, as the audits of graphql-http see it', async () => {
    const errors: string[] = [];
    const warnings: Record<string, string> = {};
    for (const audit of serverAudits({ url: `${pantau.address}/graphql` })) {
      const result = await audit.fn();
      if (result.status === 'error') errors.push(`${audit.id} ${audit.name}: ${result.reason}`);
      if (result.status === 'warn') warnings[audit.name] = result.reason;
    }
    expect(errors).toEqual([]);
    expect(Object.keys(warnings).sort()).toEqual(Object.keys(ACCEPTED).sort());
  });

  const PLAIN = 'application/json; charset=utf-8';
  const OWN = 'application/graphql-response+json; charset=utf-8';
  const ask = async (body: object | string, accept: string | null, token?: string) => {
    const response = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(accept !== null && { accept }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const answer = (await response.json()) as { errors?: { extensions: { code: string } }[]; data?: unknown };
    return { response, answer, type: response.headers.get('content-type') };
  };
  const URQL =
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';

  it.each([
    [null, PLAIN],
    ['*/*', PLAIN],
    ['application/json', PLAIN],
    ['application/json;q=0.5, application/graphql-response+json', OWN],
    ['application/graphql-response+json;charset=utf-8, application/json;q=0.9', OWN],
    ['application/json, application/graphql-response+json', PLAIN],
    ['text/html, application/*;q=0.8', PLAIN],
    [URQL, OWN],
  ])('answers and refuses in the form that is asked for by %p', async (accept, expected) => {
    const { token } = await signInChief(pantau, REGION);
    const told = [];
    // The second time out of what was kept, whoever was given it in which form.
    for (const form of [accept, accept, 'application/json', 'application/graphql-response+json']) {
      const { type, answer } = await ask({ query: KEPT }, form, token);
      told.push(type);
      expect(answer.data).toMatchObject({ units: { edges: expect.any(Array) } });
    }
    expect(told).toEqual([expected, expected, PLAIN, OWN]);
    expect(await pantau.metrics.text()).not.toMatch(/pantau_kept_answers_hits_total 0\b/);
    for (const [query, code] of [
      ['{', 'PARSE_FAILED'],
      ['{ nothing }', 'VALIDATION_FAILED'],
      ['subscription { wall(region: "35.78") { __typename } }', 'BAD_REQUEST'],
    ] as const) {
      const { response, type, answer } = await ask({ query }, accept);
      expect([response.status, type, answer.errors![0]!.extensions.code]).toEqual([400, expected, code]);
    }
    // What ran and found nothing that it may tell is an answer, in either form.
    const denied = await ask({ query: `{ employees(region: "${REGION}") { totalCount } }` }, accept);
    expect([denied.response.status, denied.type]).toEqual([200, expected]);
    expect(denied.answer.errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
    const forged = await ask({ query: '{ __typename }' }, accept, `pts_${'a'.repeat(60)}`);
    expect([forged.response.status, forged.type]).toEqual([401, expected]);
  });

  it.each([
    [{ query: '{ __typename }' }, 'text/html', 406],
    [{ query: 7 }, null, 400],
    [{ query: '{ __typename }', variables: 'a' }, null, 400],
    [{ query: '{ __typename }', extensions: 'a' }, null, 400],
    [{ query: '{ __typename }', operationName: 7 }, null, 400],
    [{}, null, 400],
    ['[', null, 400],
    ['[{ "query": "{ __typename }" }]', null, 400],
  ])('refuses %p, accepting %p, with a code', async (body, accept, status) => {
    const { response, answer, type } = await ask(body, accept);
    expect([response.status, type, answer.errors![0]!.extensions.code]).toEqual([
      status,
      PLAIN,
      expect.stringMatching(/^(BAD_REQUEST|BAD_INPUT)$/),
    ]);
  });

  it.each(['GET', 'PUT', 'DELETE'])('says of %s what there is instead', async (method) => {
    const response = await fetch(`${pantau.address}/graphql?query={__typename}`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
