import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { makeToken } from '../dist/platform/auth/token.js';
import { AS_SYSTEM } from '../dist/platform/database/orm.js';

/** Signs somebody in who may see and do everything in the region, as if they had always been there; gives the token. */
export async function signInChief(databaseUrl, region) {
  const token = makeToken('SESSION', region);
  const account = randomUUID();
  const client = new Client({ connectionString: databaseUrl, options: AS_SYSTEM });
  await client.connect();
  try {
    await client.query(
      `insert into account (region_code, id, login, name, state, recovery_hashes, created_at, created_by)
       values ($1, $2, $3, 'Uji beban', 'ACTIVE', '{}', now(), 'bench')`,
      [region, account, `bench.${account}`],
    );
    await client.query(
      `insert into role_grant (region_code, id, account_id, role, granted_at, granted_by)
       select $1, gen_random_uuid(), $2, role, now(), 'bench'
       from unnest(array['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR']) role`,
      [region, account],
    );
    await client.query(
      `insert into session (region_code, id, token_hash, account_id, second_factor, created_at, expires_at, last_seen_at)
       values ($1, gen_random_uuid(), $2, $3, true, now(), now() + interval '1 day', now())`,
      [region, token.hash, account],
    );
  } finally {
    await client.end();
  }
  return token.text;
}

/** Pairs as many walls with the whole region, as if they had always hung there; gives their tokens. */
export async function pairWalls(databaseUrl, region, count) {
  const tokens = Array.from({ length: count }, () => makeToken('DEVICE', region));
  const client = new Client({ connectionString: databaseUrl, options: AS_SYSTEM });
  await client.connect();
  try {
    await client.query(
      `insert into wall_device (region_code, id, name, token_hash, unit_ids, level, paired_at, paired_by)
       select $1, gen_random_uuid(), 'Dinding', hash, null, 'OFFICE', now(), 'bench' from unnest($2::bytea[]) hash`,
      [region, tokens.map(({ hash }) => hash)],
    );
  } finally {
    await client.end();
  }
  return tokens.map(({ text }) => text);
}
