/** The office that the run is about: the demo's people without their history, and who may log, look and be told. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { entities } from '../dist/app/entities.js';
import { openStores } from '../dist/app/stores.js';
import { makeToken } from '../dist/platform/auth/token.js';
import { createOrm } from '../dist/platform/database/orm.js';

export const REGION = '35.78';
const files = (name) => fileURLToPath(new URL(`../src/demo/files/${name}.csv`, import.meta.url));
const program = (name) => fileURLToPath(new URL(`../dist/app/${name}.js`, import.meta.url));
/** So few that everybody writes about everybody at the same time. */
const PEOPLE = 12;

export const run = promisify(execFile);

export function runProgram(name, args, environment) {
  return run(process.execPath, [program(name), ...args], { env: environment, maxBuffer: 64 * 1024 * 1024 });
}

/** Brings the office in; gives whom and what there is to write about. */
export async function openOffice(postgres, folder, environment) {
  const now = new Date();
  const period = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`;
  const nips = (await readFile(files('employees'), 'utf8'))
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0])
    .filter((nip) => /^\d{18}$/.test(nip));
  const targets = join(folder, 'targets.csv');
  const rows = nips.flatMap((nip) => [
    `${nip},ADM-01,${period},60,70,95,99`,
    `${nip},ADM-03,${period},40,45,15,8`,
  ]);
  await writeFile(targets, ['nip,indicator,period,weight,floor,target,stretch', ...rows, ''].join('\n'));
  const bring = ['--region', REGION, files('units'), files('employees'), files('indicators'), targets];
  await runProgram('import', bring, environment).catch((error) => {
    throw new Error(`the office could not be brought in: ${error.stdout}\n${error.stderr}`);
  });
  const people = await postgres.query(
    `select e.id from employee e join org_unit u on (u.region_code, u.id) = (e.region_code, e.unit_id)
     where u.kind = 'KELURAHAN' order by u.code, e.id limit ${PEOPLE}`,
  );
  const indicators = await postgres.query(
    `select id, code from indicator where code in ('ADM-01', 'ADM-03')`,
  );
  return {
    period,
    employees: people.map(({ id }) => id),
    indicators: Object.fromEntries(indicators.map(({ id, code }) => [code, id])),
  };
}

/** People who may write, look and be looked up in the whole region, let in as the product does it, with its trail. */
export async function letPeopleIn(postgres, count) {
  const orm = createOrm({ url: postgres.url(), entities });
  const at = new Date();
  const people = [];
  try {
    for (let n = 0; n < count; n += 1) {
      const account = randomUUID();
      await orm.em.fork().transactional(async (em) => {
        const { accounts, sessions, trail } = openStores(em, REGION, at);
        await accounts.add({
          ...{ regionCode: REGION, id: account, login: `chaos.${letters(account)}`, name: 'Penguji' },
          ...{ employeeId: null, state: 'ACTIVE', demo: false, passwordHash: null, secondFactor: null },
          ...{ secondFactorOn: false, secondFactorStep: null, oidcIssuer: null, oidcSubject: null },
          ...{ createdAt: at, createdBy: 'chaos' },
        });
        for (const role of ['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'])
          await accounts.grant({ id: randomUUID(), accountId: account, role, unitId: null, at, by: 'chaos' });
        await sessions.rightsMoved();
        await trail.write({ actor: { kind: 'COMMAND', id: 'chaos' }, action: 'letIn', outcome: 'DONE' });
      });
      people.push({ account, token: await openSession(postgres, account) });
    }
  } finally {
    await orm.close();
  }
  return people;
}

/** Eighteen digits in a row would be a NIP, which is no login name. */
const letters = (id) => id.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]);

export async function openSession(postgres, account) {
  const token = makeToken('SESSION', REGION);
  await postgres.query(
    `insert into session (region_code, id, token_hash, account_id, second_factor, created_at, expires_at, last_seen_at)
     values ($1, gen_random_uuid(), $2, $3, true, now(), now() + interval '1 day', now())`,
    [REGION, token.hash, account],
  );
  return token.text;
}

/** A wall that was paired. */
export async function pairWall(postgres, level) {
  const token = makeToken('DEVICE', REGION);
  await postgres.query(
    `insert into wall_device (region_code, id, name, token_hash, unit_ids, level, paired_at, paired_by)
     values ($1, gen_random_uuid(), 'Dinding', $2, null, $3, now(), 'chaos')`,
    [REGION, token.hash, level],
  );
  return token.text;
}
