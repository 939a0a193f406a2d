import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, OperationTypeNode, print, type DocumentNode } from 'graphql';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { documentsOf } from '../testing/documents.js';
import { contest, log } from '../testing/objections.js';
import { signIn, signInChief } from '../testing/sign-in.js';
import { NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { repositoryRoot } from './repository-root.js';

/** Every question that clients get. */
const questions = readdirSync(join(repositoryRoot, 'schema/documents'))
  .filter((file) => file.endsWith('.graphql'))
  .flatMap((file) => Object.entries(documentsOf(file.replace('.graphql', ''))))
  .filter(([, document]) => operationOf(document).operation === OperationTypeNode.QUERY);

/** These tell of the reading itself, so that no two answers are the same. */
const TELL_OF_READING = new Set(['AuditEntries', 'LooksAtMe']);

function operationOf(document: DocumentNode) {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return operation;
}

let database: TestDatabase;
let pantau: RunningPantau;
let tokens: readonly (readonly [string, string])[];
let values: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => NOON, answerBytes: 0 });
  await openSmallOffice(pantau);
  const one = async (query: string) => (await database.client.query(query)).rows[0].id as string;
  const sari = await one(`select id from employee where nip = '${NIPS.sari}'`);
  const indicatorId = await one(`select id from indicator where code = 'ADM-03'`);
  const observationId = await log(pantau, { employeeId: sari, indicatorId, value: '12' });
  await log(pantau, { employeeId: sari, indicatorId, value: '14' });
  const { id } = await contest(pantau, { employeeId: sari, observationId });
  values = {
    ...{ region: REGION, period: PERIOD, employee: sari, id, year: 2026, version: '2026-1' },
    ...{ unit: await one(`select id from org_unit where code = '35.78.26'`), organisation: 'GOOD' },
    ...{ basis: 'CONFIRMED', level: 'AHLI_PERTAMA', predicate: 'GOOD', months: 12, elements: [] },
  };
  tokens = [
    ['the chief', (await signInChief(pantau, REGION)).token],
    ['Sari', (await signIn(pantau, REGION, { employeeId: sari })).token],
    ['nobody', ''],
  ];
});
afterAll(async () => {
  await pantau?.close();
  await database?.drop();
});

async function ask(document: DocumentNode, query: string, token: string): Promise<unknown> {
  const names = operationOf(document).variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  const given = names.filter((name) => name in values).map((name) => [name, values[name]]);
  const response = await fetch(`${pantau.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables: Object.fromEntries(given) }),
  });
  return JSON.parse((await response.text()).replaceAll(/"correlationId":"[^"]+"/g, '"correlationId":""'));
}

it.each(questions)('%s is answered alike before and after it is compiled', async (name, document) => {
  if (TELL_OF_READING.has(name)) return;
  for (const [place, [, token]] of tokens.entries()) {
    // A blank more is another document: each actor's first answers come from one that is new.
    const text = print(document) + ' '.repeat(place);
    const executed = await ask(document, text, token);
    for (let again = 0; again < 3; again += 1) expect(await ask(document, text, token)).toEqual(executed);
  }
});
