import fc from 'fast-check';
import { databaseSource } from '../audit-verify/database-source.js';
import { verifyChain } from '../audit-verify/verify-chain.js';
import { LIMITS } from '../platform/graphql/limits.js';
import type { Rates } from '../platform/http/rates.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { log } from '../testing/objections.js';
import { signIn } from '../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { sqlOf } from '../platform/database/sql.js';
import { openStores } from './stores.js';

/** Thousands of reads in a few seconds come from one place here. */
const unlimited: Rates = {
  request: async () => null,
  asked: async () => null,
  messages: () => async () => null,
  socket: () => () => undefined,
  socketOf: () => () => undefined,
};

const QUESTIONS = [
  `query Scores { employeeScores(region: "${REGION}", period: "${PERIOD}", first: 50) { edges { cursor node {
     value coverage observationCount employee { id name position unit { name } }
     parts { realised target attainment contribution indicator { code name } } } } pageInfo { endCursor } } }`,
  `query People { employees(region: "${REGION}") { edges { node { id name position active } } } }`,
  `query Units { unitScores(region: "${REGION}", period: "${PERIOD}") { unitId value headcount coverage } }`,
  `query Indicators { indicators(region: "${REGION}") { edges { node { code name } } } }`,
] as const;

let database: TestDatabase;
/** Two processes that keep answers, and one that keeps none. */
let one: RunningPantau;
let other: RunningPantau;
let plain: RunningPantau;
let tokens: readonly string[];
let people: Readonly<Record<keyof typeof NIPS, string>>;
let indicators: readonly string[];
let chief: { readonly accountId: string; readonly token: string };

beforeAll(async () => {
  database = await createTestDatabase();
  const start = (answerBytes?: number) =>
    startPantau({
      ...{ databaseUrl: database.url, clock: () => NOON, rates: unlimited },
      ...(answerBytes !== undefined && { answerBytes }),
    });
  [one, other, plain] = [await start(), await start(), await start(0)];
  await openSmallOffice(one);
  const idOf = async (nip: string) =>
    (await database.client.query('select id from employee where nip = $1', [nip])).rows[0].id as string;
  people = {
    sari: await idOf(NIPS.sari),
    budi: await idOf(NIPS.budi),
    dewi: await idOf(NIPS.dewi),
    joko: await idOf(NIPS.joko),
  };
  indicators = (
    await database.client.query(`select id from indicator where code like 'ADM%' order by code`)
  ).rows.map(({ id }) => id as string);
  chief = await signIn(one, REGION, { roles: [{ role: 'LEADERSHIP' }] });
  const sari = await signIn(one, REGION, { employeeId: people.sari });
  const budi = await signIn(one, REGION, { employeeId: people.budi, roles: [{ role: 'OBSERVER' }] });
  tokens = [chief.token, sari.token, budi.token];
});
afterAll(async () => {
  for (const pantau of [one, other, plain]) await pantau?.close();
  await database?.drop();
});

async function ask({ address }: RunningPantau, query: string, token: string): Promise<string> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

const employees = (rows: readonly string[]) => `nip,name,status,unit,position\n${rows.join('\n')}\n`;

/** Commands of every kind that moves what is kept, also those that leave nothing in the change log. */
const COMMANDS: Readonly<Record<string, (at: RunningPantau, n: number) => Promise<unknown>>> = {
  observation: (at, n) =>
    log(at, { employeeId: people.sari, indicatorId: indicators[n % 2]!, value: String(10 + (n % 30)) }),
  name: (at, n) =>
    importTexts(at, { employees: employees([`${NIPS.sari},Sari ${n},PNS,35.78.26.1006,Petugas`]) }),
  transfer: (at, n) =>
    importTexts(at, {
      employees: employees([
        `${NIPS.dewi},Dewi Lestari,PNS,35.78.26.${n % 2 === 0 ? '1004' : '1006'},Petugas`,
      ]),
    }),
  indicator: (at, n) =>
    importTexts(at, {
      indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
ADM-01,Nama ${n},Name ${n},%,HIGHER,MEAN,0,100,loket,Bagian KK yang selesai dalam satu hari kerja
`,
    }),
  unit: (at, n) =>
    importTexts(at, {
      units: `code,name,kind,parent,order\n35.78.26.1004,Kelurahan ${n},KELURAHAN,35.78.26,3\n`,
    }),
  target: (at, n) =>
    importTexts(at, {
      targets: `nip,indicator,period,weight,floor,target,stretch\n${NIPS.budi},ADM-01,${PERIOD},60,70,${90 + (n % 5)},99\n`,
    }),
  rights: async ({ orm }, n) => {
    await orm.em.fork().transactional(async (em) => {
      const { sessions } = openStores(em, REGION, NOON);
      await sqlOf(em).rows(
        `update role_grant set revoked_at = case when $2 then now() end where account_id = $1`,
        [chief.accountId, n % 2 === 0],
      );
      await sessions.rightsMoved();
    });
  },
};

describe('an answer that is kept', () => {
  it('is given again as long as no command was done, and never after one', async () => {
    const [scores] = QUESTIONS;
    const first = await ask(one, scores, chief.token);
    // Past every command, as nothing of the product does it: whoever reads it now reads the database.
    await database.client.query(`update employee set position_title = 'Diam-diam' where id = $1`, [
      people.joko,
    ]);
    expect(await ask(one, scores, chief.token)).toBe(first);
    expect(await ask(other, scores, chief.token)).toContain('Diam-diam');
    await COMMANDS['indicator']!(other, 4711);
    const after = await ask(one, scores, chief.token);
    expect(after).toContain('Diam-diam');
    expect(after).toContain('Nama 4711');
  });

  it('is told to those whose data it holds each time that it is given', async () => {
    const looks = async () =>
      Number(
        (
          await database.client.query(
            `select coalesce(sum(coalesce((d.detail ->> 'times')::int, 1)), 0) as looks from audit_subject s
             join audit_entry e using (region_code, seq) join audit_detail d using (region_code, seq)
             where s.employee_id = $1 and e.actor_id = $2`,
            [people.budi, chief.accountId],
          )
        ).rows[0].looks,
      );
    const before = await looks();
    const others = Array.from({ length: 10 }, (_, n) => QUESTIONS[0].replace('Scores', `Scores${n}`));
    await Promise.all([
      ...Array.from({ length: 20 }, () => ask(one, QUESTIONS[0], chief.token)),
      ...others.map((question) => ask(one, question, chief.token)),
    ]);
    await ask(one, QUESTIONS[0], chief.token);
    expect((await looks()) - before).toBe(31);
    await database.client.query('begin isolation level repeatable read read only');
    const { findings } = await verifyChain(databaseSource(database.client, REGION));
    await database.client.query('rollback');
    expect(findings).toEqual([]);
  });

  it('waits for no turn: it comes while everything else that its reader asks is still being worked out', async () => {
    const [, , , indicatorsOf] = QUESTIONS;
    const kept = await ask(one, indicatorsOf, chief.token);
    await database.client.query('begin; lock table employee_score in access exclusive mode');
    let over = 0;
    const slow = Array.from({ length: LIMITS.principalAtOnce }, async (_, n) => {
      await ask(
        one,
        `{ employeeScores(region: "${REGION}", period: "${PERIOD}", first: ${n + 1}) {
        edges { cursor } } }`,
        chief.token,
      );
      over += 1;
    });
    const waiting = async () =>
      (
        await database.client.query(
          `select 1 from pg_locks where not granted and relation = 'employee_score'::regclass`,
        )
      ).rows.length;
    while ((await waiting()) < LIMITS.principalAtOnce)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await ask(one, indicatorsOf, chief.token)).toBe(kept);
    expect(over).toBe(0);
    await database.client.query('rollback');
    await Promise.all(slow);
  });

  it('is one of the actor who asked for it', async () => {
    const answers = [];
    for (let again = 0; again < 2; again += 1) {
      for (const token of tokens) answers.push(await ask(one, QUESTIONS[1], token));
    }
    expect(answers.slice(3)).toEqual(answers.slice(0, 3));
    expect(new Set(answers).size).toBeGreaterThan(1);
  });

  it('never shows what was before a commit, whoever asks whichever process', async () => {
    let n = 0;
    const step = fc.oneof(
      {
        weight: 2,
        arbitrary: fc.record({ command: fc.constantFrom(...Object.keys(COMMANDS)), at: fc.nat(1) }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ question: fc.nat(QUESTIONS.length - 1), who: fc.nat(2), at: fc.nat(1) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const said of steps) {
          const at = said.at === 0 ? one : other;
          if ('command' in said) {
            await COMMANDS[said.command]!(at, (n += 1));
            continue;
          }
          const [query, token] = [QUESTIONS[said.question]!, tokens[said.who]!];
          const [given, truth] = [await ask(at, query, token), await ask(plain, query, token)];
          expect(placeless(given)).toEqual(placeless(truth));
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('never shows what was before a commit that was answered before the question, while many ask and change', async () => {
    await database.client.query(`update role_grant set revoked_at = null where account_id = $1`, [
      chief.accountId,
    ]);
    await openStores(one.orm.em.fork(), REGION, NOON).sessions.rightsMoved();
    let done = 0;
    let over = false;
    const late: string[] = [];
    const reader = async (at: RunningPantau) => {
      while (!over) {
        const least = done;
        const seen = Number(/Petugas ke-(\d+)"/.exec(await ask(at, QUESTIONS[1], chief.token))?.[1] ?? 0);
        if (seen < least) late.push(`${seen} after ${least}`);
      }
    };
    const readers = [one, other, one, other, one, other].map(reader);
    for (let n = 1; n <= 60; n += 1) {
      await importTexts(n % 2 === 0 ? one : other, {
        employees: employees([`${NIPS.joko},Suparman,PNS,35.78.26,Petugas ke-${n}`]),
      });
      done = n;
      // Long enough for answers to be kept and given again in between.
      await new Promise((resolve) => setTimeout(resolve, n % 3 === 0 ? 20 : 0));
    }
    over = true;
    await Promise.all(readers);
    expect(late).toEqual([]);
  }, 120_000);
});

/** An error names another correlation each time. */
function placeless(answer: string): unknown {
  return JSON.parse(answer.replaceAll(/"correlationId":"[^"]+"/g, '"correlationId":""'));
}
