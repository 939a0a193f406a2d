import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { databaseSource } from '../audit-verify/database-source.js';
import { entryHash, genesis, readEntry } from '../audit-verify/entry-hash.js';
import { REGION } from './small-office.js';

/** Whole numbers from a seed, so that a tampering that was not found can be done again. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** What a master of the database does to history, with every trigger and foreign key off; gives how many rows it hit. */
type Tampering = (client: Client, random: Random) => Promise<number>;

/**
 * Takes away whatever keeps a hand off history: triggers, foreign keys and checks. A superuser would say
 * `session_replication_role = replica`; the owner of the tables, who is all that the embedded server lets in, comes as
 * far, and farther, by dropping them.
 */
export async function disarm(client: Client): Promise<void> {
  await client.query(`do $$
    declare one record;
    begin
      for one in select conrelid::regclass as name, conname from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('f', 'c')
      loop execute format('alter table %s drop constraint %I', one.name, one.conname); end loop;
      for one in select tgrelid::regclass as name, tgname from pg_trigger where not tgisinternal
      loop execute format('drop trigger %I on %s', one.tgname, one.name); end loop;
    end $$`);
}

const IN_REGION = `region_code = '${REGION}'`;

const run = async (client: Client, text: string, values: unknown[] = []) =>
  (await client.query(text, values)).rowCount ?? 0;

/** One random row's key, of those that a condition names. */
async function pick(
  client: Client,
  random: Random,
  table: string,
  key: string,
  where = 'true',
): Promise<string> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from ${table} where ${IN_REGION} and ${where}`,
  );
  const { rows: picked } = await client.query<{ key: string }>(
    `select ${key}::text as key from ${table} where ${IN_REGION} and ${where} order by ${key} offset $1 limit 1`,
    [random(Number(rows[0]!.count))],
  );
  if (picked[0] === undefined) throw new Error(`the history has no ${table} where ${where}`);
  return picked[0].key;
}

/** Sets a column of one random row to something else. */
const edit =
  (table: string, key: string, set: string, where = 'true'): Tampering =>
  async (client, random) => {
    const at = await pick(client, random, table, key, where);
    return run(client, `update ${table} set ${set} where ${IN_REGION} and ${key}::text = $1`, [at]);
  };

const remove =
  (table: string, key: string): Tampering =>
  async (client, random) =>
    run(client, `delete from ${table} where ${IN_REGION} and ${key}::text = $1`, [
      await pick(client, random, table, key),
    ]);

/** Exchanges some columns of two random rows that differ in them. */
const swap =
  (table: string, key: string, columns: readonly string[], where = 'true'): Tampering =>
  async (client, random) => {
    const one = await pick(client, random, table, key, where);
    const values = `(${columns.join(', ')})`;
    const differs = `${where} and row${values} is distinct from
      (select row${values} from ${table} where ${IN_REGION} and ${key}::text = '${one}')`;
    const other = await pick(client, random, table, key, differs);
    return run(
      client,
      `update ${table} t set (${columns.join(', ')}) = (select ${columns.map((name) => `o.${name}`).join(', ')}
         from ${table} o where o.${IN_REGION} and o.${key}::text = case t.${key}::text when $1 then $2 else $1 end)
       where t.${IN_REGION} and t.${key}::text in ($1, $2)`,
      [one, other],
    );
  };

/** Exchanges the places of two rows, each with all that it says. */
const exchange =
  (table: string, place: string): Tampering =>
  async (client, random) => {
    const one = await pick(client, random, table, place);
    const other = await pick(client, random, table, place, `${place} <> ${one}`);
    let rows = 0;
    for (const [from, to] of [
      [one, '-1'],
      [other, one],
      ['-1', other],
    ]) {
      rows += await run(client, `update ${table} set ${place} = $2 where ${IN_REGION} and ${place} = $1`, [
        from,
        to,
      ]);
    }
    return rows;
  };

/** Moves all rows from a place on by some places; in two steps, since no two may have one place between. */
async function shift(client: Client, table: string, place: string, from: string, by: number): Promise<void> {
  await run(client, `update ${table} set ${place} = -(${place} + $2) where ${IN_REGION} and ${place} >= $1`, [
    from,
    by,
  ]);
  await run(client, `update ${table} set ${place} = -${place} where ${IN_REGION} and ${place} < 0`);
}

/** Makes every hash from a place on fit again, and the head with them, as somebody would who knows the format. */
async function rehash(client: Client, from: number): Promise<void> {
  const entries = databaseSource(client, REGION).rows('entries');
  let before = genesis(REGION);
  const seqs: string[] = [];
  const hashes: Buffer[] = [];
  for (let next = await entries.next(); next.done !== true; next = await entries.next()) {
    for (const row of next.value) {
      const entry = readEntry(REGION, row)!;
      before = entry.seq < from ? entry.hash : entryHash(before, entry.seq, entry);
      if (entry.seq < from) continue;
      seqs.push(String(entry.seq));
      hashes.push(Buffer.from(before, 'hex'));
    }
  }
  await run(
    client,
    `update audit_entry e set hash = n.hash from unnest($1::bigint[], $2::bytea[]) n (seq, hash)
     where e.${IN_REGION} and e.seq = n.seq`,
    [seqs, hashes],
  );
  await setHead(client);
}

async function setHead(client: Client): Promise<void> {
  await run(
    client,
    `update audit_head h set (seq, hash) = (select seq, hash from audit_entry e where e.${IN_REGION}
       order by seq desc limit 1) where h.${IN_REGION}`,
  );
}

async function copyRow(
  client: Client,
  table: string,
  key: string,
  from: string,
  changes: object,
): Promise<number> {
  return run(
    client,
    `insert into ${table} select (jsonb_populate_record(t, $2)).* from ${table} t
     where t.${IN_REGION} and t.${key}::text = $1`,
    [from, JSON.stringify(changes)],
  );
}

const EVIDENCE = [
  ...[
    'assignment',
    'complaint',
    'confirmation',
    'contest',
    'correction_request',
    'feedback',
    'forum_entry',
    'forum_minutes',
    'leave',
    'period_change',
    'reporting_line',
  ],
  ...['role_grant', 'ruling', 'scoring_policy', 'target_version'],
];

/** Rows of which a half is decided on by a later command: which column names it, and how the row was before. */
const DECIDED_LATER = [
  [
    'scoring_policy',
    'decided_in',
    `state = 'DRAFT', effective_from = null, signed_at = null, signed_by = null, signing_note = null`,
  ],
  ['role_grant', 'revoked_in', 'revoked_at = null, revoked_by = null'],
  [
    'complaint',
    'answered_in',
    `answer = null, answered_at = null, answered_by = null, answer_salt = null, answer_commitment = null`,
  ],
  ['feedback', 'decided_in', `decision = null, decision_reason = null, decided_at = null, decided_by = null`],
  [
    'correction_request',
    'answered_in',
    `decision = null, note = null, answered_at = null, answered_by = null, note_salt = null, note_commitment = null`,
  ],
] as const;

/** Everything after an entry is gone, with all that it wrote. */
async function cutAfter(client: Client, seq: string): Promise<number> {
  await run(
    client,
    `delete from observation o using audit_entry e where o.${IN_REGION} and e.region_code = o.region_code
       and e.id = o.recorded_in and e.seq > $1`,
    [seq],
  );
  const later = (column: string) =>
    `${IN_REGION} and ${column} in (select id from audit_entry where ${IN_REGION} and seq > $1)`;
  for (const [table, column, undecided] of DECIDED_LATER) {
    await run(client, `update ${table} set ${undecided} where ${later(column)}`, [seq]);
  }
  for (const table of EVIDENCE) {
    await run(client, `delete from ${table} where ${later('recorded_in')}`, [seq]);
  }
  for (const table of ['audit_subject', 'audit_detail']) {
    await run(client, `delete from ${table} where ${IN_REGION} and seq > $1`, [seq]);
  }
  await run(
    client,
    `delete from change_log c using audit_entry e where c.${IN_REGION} and e.region_code = c.region_code
       and e.seq > $1 and c.log_offset between e.first_offset and e.last_offset`,
    [seq],
  );
  await run(
    client,
    `update stream_head set head = coalesce((select max(log_offset) from change_log where ${IN_REGION}), 0)
     where ${IN_REGION}`,
  );
  return run(client, `delete from audit_entry where ${IN_REGION} and seq > $1`, [seq]);
}

const notLast = `seq < (select max(seq) from audit_entry where ${IN_REGION})`;
const notBad = 'x' as const;

/** Every way, by its name. What stands first is what happens most; each is tried about as often. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'entry: actor': edit('audit_entry', 'seq', `actor_id = actor_id || '${notBad}'`),
  'entry: kind of actor': edit('audit_entry', 'seq', `actor_kind = 'ADMIN'`),
  'entry: moment': edit('audit_entry', 'seq', `at = at + interval '1 microsecond'`),
  'entry: action': edit('audit_entry', 'seq', `action = action || '${notBad}'`),
  'entry: outcome': edit(
    'audit_entry',
    'seq',
    `outcome = case outcome when 'DONE' then 'DENIED' else 'DONE' end`,
  ),
  'entry: epoch': edit('audit_entry', 'seq', `epoch = epoch || 'x'`, 'epoch is not null'),
  'entry: offsets': edit('audit_entry', 'seq', 'last_offset = last_offset + 1', 'epoch is not null'),
  'entry: digest of changes': edit(
    'audit_entry',
    'seq',
    `changes_digest = sha256(changes_digest)`,
    'epoch is not null',
  ),
  'entry: digest of the record': edit(
    'audit_entry',
    'seq',
    `record_digest = sha256(record_digest)`,
    'record_count > 0',
  ),
  'entry: rows of the record': edit(
    'audit_entry',
    'seq',
    `record_count = record_count + 1`,
    'record_count > 0',
  ),
  'entry: commitment': edit(
    'audit_entry',
    'seq',
    `detail_commitment = null`,
    'detail_commitment is not null',
  ),
  'entry: hash': edit('audit_entry', 'seq', `hash = sha256(hash)`),
  'entry: id': edit('audit_entry', 'seq', `id = gen_random_uuid()`),
  'entry: to another region': edit('audit_entry', 'seq', `region_code = '11.01'`),
  'entry: removed': remove('audit_entry', 'seq'),
  'entry: removed, the rest moved up': async (client, random) => {
    const seq = await pick(client, random, 'audit_entry', 'seq', notLast);
    const rows = await run(client, `delete from audit_entry where ${IN_REGION} and seq = $1`, [seq]);
    for (const table of ['audit_detail', 'audit_subject']) {
      await run(client, `delete from ${table} where ${IN_REGION} and seq = $1`, [seq]);
    }
    for (const table of ['audit_entry', 'audit_detail', 'audit_subject'])
      await shift(client, table, 'seq', seq, -1);
    await setHead(client);
    return rows;
  },
  'entry: inserted, the rest moved down': async (client, random) => {
    const seq = await pick(client, random, 'audit_entry', 'seq', 'detail_commitment is null');
    for (const table of ['audit_entry', 'audit_detail', 'audit_subject'])
      await shift(client, table, 'seq', seq, 1);
    const changes = { seq: Number(seq), id: randomUUID(), record_count: 0, record_digest: null };
    const rows = await copyRow(client, 'audit_entry', 'seq', String(Number(seq) + 1), {
      ...changes,
      ...{ epoch: null, first_offset: null, last_offset: null, changes_digest: null },
    });
    await setHead(client);
    return rows;
  },
  'entry: added at the end, with a hash that fits': async (client) => {
    const { rows } = await client.query<{ seq: string }>(`select seq from audit_head where ${IN_REGION}`);
    const end = Number(rows[0]!.seq);
    const changes = {
      seq: end + 1,
      id: randomUUID(),
      detail_commitment: null,
      record_count: 0,
      record_digest: null,
    };
    const added = await copyRow(client, 'audit_entry', 'seq', String(end), {
      ...changes,
      ...{ epoch: null, first_offset: null, last_offset: null, changes_digest: null },
    });
    const { rows: head } = await client.query(`select seq, hash from audit_head where ${IN_REGION}`);
    await rehash(client, end + 1);
    await run(client, `update audit_head set seq = $1, hash = $2 where ${IN_REGION}`, [
      head[0].seq,
      head[0].hash,
    ]);
    return added;
  },
  'entry: two in each other’s place': exchange('audit_entry', 'seq'),
  'entry: contents of two exchanged': swap('audit_entry', 'seq', [
    'actor_kind',
    'actor_id',
    'action',
    'outcome',
    'at',
  ]),
  'entry: a second one at one place': async (client, random) => {
    await run(client, 'alter table audit_entry drop constraint audit_entry_pkey cascade');
    const seq = await pick(client, random, 'audit_entry', 'seq');
    return copyRow(client, 'audit_entry', 'seq', seq, { actor_id: 'somebody-else' });
  },
  'chain: end cut off': async (client, random) =>
    run(client, `delete from audit_entry where ${IN_REGION} and seq > $1`, [
      await pick(client, random, 'audit_entry', 'seq', notLast),
    ]),
  'chain: end cut off, with everything and the heads': async (client, random) => {
    const rows = await cutAfter(client, await pick(client, random, 'audit_entry', 'seq', notLast));
    await setHead(client);
    return rows;
  },
  'chain: one entry altered, all hashes after it made anew': async (client, random) => {
    const seq = await pick(client, random, 'audit_entry', 'seq');
    const rows = await run(
      client,
      `update audit_entry set actor_id = 'somebody-else' where ${IN_REGION} and seq = $1`,
      [seq],
    );
    await rehash(client, Number(seq));
    return rows;
  },
  'chain: end replaced by another that fits': async (client, random) => {
    const seq = await pick(client, random, 'audit_entry', 'seq', notLast);
    const { rows: kept } = await client.query(
      `select * from audit_entry where ${IN_REGION} and seq > $1 and epoch is null and record_count = 0
         and detail_commitment is null order by seq`,
      [seq],
    );
    const rows = await cutAfter(client, seq);
    for (const [place, row] of kept.slice(0, 200).entries()) {
      await run(client, `insert into audit_entry select (jsonb_populate_record(null::audit_entry, $1)).*`, [
        JSON.stringify({
          ...row,
          hash: `\\x${'00'.repeat(32)}`,
          seq: Number(seq) + 1 + place,
          actor_id: 'somebody-else',
        }),
      ]);
    }
    await rehash(client, Number(seq) + 1);
    return rows;
  },
  'head: a second one': async (client) => {
    await run(client, 'alter table audit_head drop constraint audit_head_pkey cascade');
    return run(
      client,
      `insert into audit_head select region_code, seq, sha256(hash) from audit_head where ${IN_REGION}`,
    );
  },
  'head: hash': edit('audit_head', 'seq', 'hash = sha256(hash)'),
  'head: place': edit('audit_head', 'seq', 'seq = seq + 1'),
  'head: of the stream': edit('stream_head', 'head', 'head = head - 1'),
  'change: payload': edit('change_log', 'log_offset', `payload = payload || '{"value": "99.5"}'`),
  'change: a number by its form alone': edit(
    'change_log',
    'log_offset',
    `payload = replace(payload::text, '"observations": 300', '"observations": 300.0')::jsonb`,
    `payload ->> 'observations' = '300' and kind = 'ObservationsImported'`,
  ),
  'change: kind': edit('change_log', 'log_offset', `kind = kind || 'x'`),
  'change: subject': edit('change_log', 'log_offset', `subject_id = gen_random_uuid()`),
  'change: actor': edit('change_log', 'log_offset', `actor_id = actor_id || 'x'`),
  'change: moment': edit('change_log', 'log_offset', `recorded_at = recorded_at - interval '1 microsecond'`),
  'change: removed': remove('change_log', 'log_offset'),
  'change: removed, the rest moved up': async (client, random) => {
    const offset = await pick(client, random, 'change_log', 'log_offset');
    const rows = await run(client, `delete from change_log where ${IN_REGION} and log_offset = $1`, [offset]);
    await shift(client, 'change_log', 'log_offset', offset, -1);
    await run(client, `update stream_head set head = head - 1 where ${IN_REGION}`);
    return rows;
  },
  'change: inserted, the rest moved down': async (client, random) => {
    const offset = await pick(client, random, 'change_log', 'log_offset');
    await shift(client, 'change_log', 'log_offset', offset, 1);
    await run(client, `update stream_head set head = head + 1 where ${IN_REGION}`);
    return copyRow(client, 'change_log', 'log_offset', String(Number(offset) + 1), {
      log_offset: Number(offset),
    });
  },
  'change: added at the end': async (client, random) => {
    const offset = await pick(client, random, 'change_log', 'log_offset');
    await run(client, `update stream_head set head = head + 1 where ${IN_REGION}`);
    const { rows } = await client.query<{ head: string }>(`select head from stream_head where ${IN_REGION}`);
    return copyRow(client, 'change_log', 'log_offset', offset, { log_offset: Number(rows[0]!.head) });
  },
  'change: contents of two exchanged': swap('change_log', 'log_offset', ['kind', 'subject_id', 'payload']),
  'change: two in each other’s place': async (client, random) => {
    const columns = ['kind', 'subject_id', 'payload', 'actor_id', 'recorded_at'];
    return swap('change_log', 'log_offset', columns)(client, random);
  },
  'observation: value': edit('observation', 'id', 'value = value + 0.000001'),
  'observation: moment': edit('observation', 'id', `observed_at = observed_at + interval '1 microsecond'`),
  'observation: moment of recording': edit(
    'observation',
    'id',
    `recorded_at = recorded_at - interval '1 day'`,
  ),
  'observation: who recorded it': edit('observation', 'id', `recorded_by = recorded_by || 'x'`),
  'observation: who saw it': edit('observation', 'id', `observer = observer || 'x'`),
  'observation: of whom': swap('observation', 'id', ['employee_id']),
  'observation: of what': swap('observation', 'id', ['indicator_id']),
  'observation: counts no more': edit('observation', 'id', 'withdrawn = not withdrawn'),
  'observation: in another’s place': edit('observation', 'id', `supersedes_id = gen_random_uuid()`),
  'observation: key of its row': edit('observation', 'id', `import_key = gen_random_uuid()`),
  'observation: note': edit('observation', 'id', `note = coalesce(note, '') || 'x'`),
  'observation: note gone, its salt still there': edit(
    'observation',
    'id',
    'note = null',
    'note is not null',
  ),
  'observation: reason': edit(
    'observation',
    'id',
    `correction_reason = coalesce(correction_reason, '') || 'x'`,
  ),
  'observation: note and a commitment to it': edit(
    'observation',
    'id',
    `note = 'x', words_commitment = sha256(words_salt || int4send(1) || 'x'::bytea || int4send(-1))`,
    'words_salt is not null',
  ),
  'observation: in another command': swap('observation', 'id', ['recorded_in']),
  'observation: removed': remove('observation', 'id'),
  'observation: inserted from before the chain': async (client, random) =>
    copyRow(client, 'observation', 'id', await pick(client, random, 'observation', 'id'), {
      ...{ id: randomUUID(), import_key: null, supersedes_id: null, withdrawn: false },
      recorded_in: '00000000-0000-0000-0000-000000000000',
    }),
  'observation: inserted into a command': async (client, random) =>
    copyRow(client, 'observation', 'id', await pick(client, random, 'observation', 'id'), {
      ...{ id: randomUUID(), import_key: null, supersedes_id: null, withdrawn: false },
    }),
  'observation: values of two exchanged': swap('observation', 'id', ['value']),
  'observation and the digest over it, that entry’s hash made anew': async (client, random) => {
    const id = await pick(client, random, 'observation', 'id');
    const rows = await run(
      client,
      `update observation set value = value + 1 where ${IN_REGION} and id = $1`,
      [id],
    );
    await run(
      client,
      `update audit_entry set record_digest = sha256(record_digest), hash = sha256(hash) where ${IN_REGION}
         and id = (select recorded_in from observation where ${IN_REGION} and id = $1)`,
      [id],
    );
    return rows;
  },
  'objection: reason': edit('contest', 'id', `reason = reason || 'x'`),
  'objection: evidence': edit('contest', 'id', `evidence = evidence || 'x'::text`),
  'objection: day by which to rule': edit('contest', 'id', 'due_on = due_on + 1'),
  'objection: removed': remove('contest', 'id'),
  'objection: in another command': swap('contest', 'id', ['recorded_in']),
  'ruling: decision': edit('ruling', 'contest_id', `decision = 'REJECTED'`, `decision <> 'REJECTED'`),
  'ruling: value': edit('ruling', 'contest_id', 'value = value + 0.000001', 'value is not null'),
  'ruling: note': edit('ruling', 'contest_id', `note = 'x'`),
  'ruling: by whom': edit('ruling', 'contest_id', 'ruled_by = gen_random_uuid()'),
  'ruling: moment': edit('ruling', 'contest_id', `recorded_at = recorded_at - interval '1 day'`),
  'ruling: removed': remove('ruling', 'contest_id'),
  'ruling: invented': async (client, random) =>
    copyRow(client, 'ruling', 'contest_id', await pick(client, random, 'ruling', 'contest_id'), {
      contest_id: await pick(client, random, 'contest', 'id', 'id not in (select contest_id from ruling)'),
    }),
  'predicate: another': edit('confirmation', 'id', `predicate = predicate || ' X'`),
  'predicate: note': edit('confirmation', 'id', `note = ''`),
  'predicate: proposed': edit('confirmation', 'id', `proposed = coalesce(proposed, '') || 'x'`),
  'predicate: score': edit('confirmation', 'id', 'score_value = coalesce(score_value, 0) + 1'),
  'predicate: removed': remove('confirmation', 'id'),
  'predicate: contents of two exchanged': swap('confirmation', 'id', ['note']),
  'period: step': edit('period_change', 'id', `state = 'CONFIRMED'`, `state <> 'CONFIRMED'`),
  'period: reason': edit('period_change', 'id', `reason = 'x'`, 'reason is not null'),
  'period: step removed': remove('period_change', 'id'),
  // A cap that no policy of the history has, or nothing would be altered.
  'policy: numbers': edit('scoring_policy', 'version', `numbers = numbers || '{"cap": "999"}'`),
  'policy: a number by its form alone': edit(
    'scoring_policy',
    'version',
    `numbers = replace(numbers::text, '"minimumPeople": ', '"minimumPeople": 0.0e0, "another": ')::jsonb`,
  ),
  'policy: from when on': edit(
    'scoring_policy',
    'version',
    'effective_from = effective_from + 1',
    `state = 'SIGNED'`,
  ),
  'policy: who signed': edit('scoring_policy', 'version', `signed_by = 'x'`, `state = 'SIGNED'`),
  'policy: a draft signed': edit(
    'scoring_policy',
    'version',
    `state = 'SIGNED', effective_from = '2026-01-01', signed_at = now(), signed_by = 'x'`,
    `state = 'DRAFT'`,
  ),
  'policy: a signature gone': edit(
    'scoring_policy',
    'version',
    `state = 'DRAFT', effective_from = null, signed_at = null, signed_by = null, signing_note = null`,
    `state = 'SIGNED'`,
  ),
  'policy: removed': remove('scoring_policy', 'version'),
  'grant: role': edit('role_grant', 'id', `role = 'ADMINISTRATOR'`, `role <> 'ADMINISTRATOR'`),
  'grant: to whom': edit('role_grant', 'id', 'account_id = gen_random_uuid()'),
  'grant: by whom': edit('role_grant', 'id', `granted_by = 'x'`),
  'grant: withdrawn by nobody': edit(
    'role_grant',
    'id',
    `revoked_at = now(), revoked_by = 'x'`,
    'revoked_at is null',
  ),
  'grant: never withdrawn': edit(
    'role_grant',
    'id',
    'revoked_at = null, revoked_by = null',
    'revoked_at is not null',
  ),
  'grant: withdrawn earlier': edit(
    'role_grant',
    'id',
    `revoked_at = revoked_at - interval '1 hour'`,
    'revoked_at is not null',
  ),
  'grant: invented': async (client, random) =>
    copyRow(client, 'role_grant', 'id', await pick(client, random, 'role_grant', 'id'), { id: randomUUID() }),
  'grant: removed': remove('role_grant', 'id'),
  'service: unit': edit('assignment', 'id', 'unit_id = gen_random_uuid()'),
  'service: first day': edit('assignment', 'id', 'starts_on = starts_on + 1'),
  'service: assignment removed': remove('assignment', 'id'),
  'service: leave': edit('leave', 'id', 'ends_on = ends_on + 1'),
  'service: leave removed': remove('leave', 'id'),
  'service: appraiser': edit('reporting_line', 'id', 'appraiser_id = gen_random_uuid()'),
  'service: line invented': async (client, random) =>
    copyRow(client, 'reporting_line', 'id', await pick(client, random, 'reporting_line', 'id'), {
      id: randomUUID(),
    }),
  'target: value': edit('target_version', 'id', 'target_value = target_value + 0.000001'),
  'target: weight': edit('target_version', 'id', 'weight = weight + 1'),
  'target: version removed': remove('target_version', 'id'),
  'target: version invented': async (client, random) =>
    copyRow(client, 'target_version', 'id', await pick(client, random, 'target_version', 'id'), {
      id: randomUUID(),
    }),
  'request: what was asked': edit('correction_request', 'id', `text = text || 'x'`),
  'request: text gone, its salt still there': edit('correction_request', 'id', 'text = null'),
  'request: another day': edit('correction_request', 'id', `due_at = due_at + interval '1 day'`),
  'request: decision': edit('correction_request', 'id', `decision = 'REJECTED'`, 'decision is not null'),
  'request: note of the answer': edit('correction_request', 'id', `note = 'x'`, 'decision is not null'),
  'request: answered by nobody': edit(
    'correction_request',
    'id',
    `decision = 'CORRECTED', answered_at = now(), answered_by = 'x'`,
    'decision is null',
  ),
  'request: answer gone': edit(
    'correction_request',
    'id',
    `decision = null, note = null, answered_at = null, answered_by = null, note_salt = null, note_commitment = null`,
    'decision is not null',
  ),
  'request: removed': remove('correction_request', 'id'),
  'complaint: what was said': edit('complaint', 'id', `text = text || 'x'`),
  'complaint: text gone, its salt still there': edit('complaint', 'id', 'text = null'),
  'complaint: another last day': edit('complaint', 'id', 'due_on = due_on + 1'),
  'complaint: another class': edit('complaint', 'id', `class = 'VIOLATION'`),
  'complaint: code of somebody else': edit('complaint', 'id', 'tracking_hash = sha256(tracking_hash)'),
  'complaint: answer': edit('complaint', 'id', `answer = 'x'`, 'answered_at is not null'),
  'complaint: answered earlier': edit(
    'complaint',
    'id',
    `answered_at = answered_at - interval '1 day'`,
    'answered_at is not null',
  ),
  'complaint: answered by nobody': edit(
    'complaint',
    'id',
    `answer = 'x', answered_at = now(), answered_by = 'x'`,
    'answered_at is null',
  ),
  'complaint: answer gone': edit(
    'complaint',
    'id',
    `answer = null, answered_at = null, answered_by = null, answer_salt = null, answer_commitment = null`,
    'answered_at is not null',
  ),
  'complaint: removed': remove('complaint', 'id'),
  'feedback: a better rating': edit('feedback', 'id', 'u3 = u3 % 4 + 1'),
  'feedback: a rating gone': edit('feedback', 'id', 'u7 = null'),
  'feedback: a rating that nobody gave': edit('feedback', 'id', 'u1 = 4'),
  'feedback: what was written': edit('feedback', 'id', `text = text || 'x'`, 'text is not null'),
  'feedback: text gone, its salt still there': edit('feedback', 'id', 'text = null', 'text is not null'),
  'feedback: of another quarter': edit('feedback', 'id', 'left_on = left_on - 100'),
  'feedback: let in by nobody': edit(
    'feedback',
    'id',
    `taken = 'COUNTED'`,
    `taken = 'WAITING' and decision is null`,
  ),
  'feedback: another decision': edit(
    'feedback',
    'id',
    `decision = 'COUNT', decision_reason = null`,
    'decision is not null',
  ),
  'feedback: another reason': edit('feedback', 'id', `decision_reason = 'TRIAL'`, 'decision is not null'),
  'feedback: code of somebody else': edit(
    'feedback',
    'id',
    'erasure_hash = sha256(erasure_hash)',
    'erasure_hash is not null',
  ),
  'feedback: removed': remove('feedback', 'id'),
  'forum: what was sent': edit('forum_entry', 'id', `said = said || ' '`, 'said is not null'),
  'forum: another name under the minutes': edit(
    'forum_entry',
    'id',
    `said = replace(said, 'Warga', 'Wangsa')`,
    `part = 'SIGN'`,
  ),
  'forum: words gone, their salt still there': edit('forum_entry', 'id', 'said = null', 'said is not null'),
  'forum: said where nothing was': edit('forum_entry', 'id', `said = '{}'`, 'said is null'),
  'forum: another reason to amend': edit('forum_entry', 'id', `reason = 'x'`, 'reason is not null'),
  'forum: no amendment': edit('forum_entry', 'id', 'amends = not amends'),
  'forum: made earlier': edit('forum_entry', 'id', `taken_at = taken_at - interval '1 microsecond'`),
  'forum: came in earlier': edit('forum_entry', 'id', `received_at = received_at - interval '1 day'`),
  'forum: another clock': edit('forum_entry', 'id', `device_at = device_at + interval '3 days'`),
  'forum: from another device': edit('forum_entry', 'id', 'device_id = gen_random_uuid()'),
  'forum: from nobody’s device': edit('forum_entry', 'id', 'device_id = null, seq = null, device_at = null'),
  'forum: in another order': swap('forum_entry', 'id', ['seq']),
  'forum: sent by somebody else': edit('forum_entry', 'id', `sent_by = 'x'`),
  'forum: of another part': edit('forum_entry', 'id', `part = 'ATTEND'`, `part <> 'ATTEND'`),
  'forum: in another session': swap('forum_entry', 'id', ['session_id']),
  'forum: in another command': swap('forum_entry', 'id', ['recorded_in']),
  'forum: entry removed': remove('forum_entry', 'id'),
  'forum: entry invented': async (client, random) =>
    copyRow(client, 'forum_entry', 'id', await pick(client, random, 'forum_entry', 'id'), {
      id: randomUUID(),
    }),
  'minutes: another word': edit('forum_minutes', 'id', `content = replace(content, 'padam', 'nyala')`),
  'minutes: another word, with a digest that fits': edit(
    'forum_minutes',
    'id',
    `content = content || ' ', sha256 = sha256(convert_to(content || ' ', 'UTF8'))`,
  ),
  'minutes: digest': edit('forum_minutes', 'id', 'sha256 = sha256(sha256)'),
  'minutes: another version': edit('forum_minutes', 'id', 'version = version + 10'),
  'minutes: signed earlier': edit('forum_minutes', 'id', `made_at = made_at - interval '1 day'`),
  'minutes: in another command': swap('forum_minutes', 'id', ['recorded_in']),
  'minutes: removed': remove('forum_minutes', 'id'),
  'minutes: invented': async (client, random) =>
    copyRow(client, 'forum_minutes', 'id', await pick(client, random, 'forum_minutes', 'id'), {
      ...{ id: randomUUID(), version: 99 },
    }),
  'detail: told': edit('audit_detail', 'seq', `detail = detail || '{"reason": "another"}'`),
  'detail: salt': edit('audit_detail', 'seq', `salt = sha256(salt)`),
  'detail: of another entry': exchange('audit_detail', 'seq'),
  'detail: inserted': async (client, random) =>
    run(client, `insert into audit_detail select '${REGION}', $1, '\\x00', '{"reason": "invented"}'`, [
      await pick(client, random, 'audit_entry', 'seq', 'detail_commitment is null'),
    ]),
  'subject: fields': edit('audit_subject', 'seq', `fields = fields || 'nip'::text`),
  'subject: somebody else': edit('audit_subject', 'seq', `employee_id = gen_random_uuid()`),
  'subject: removed': remove('audit_subject', 'seq'),
  'subject: inserted': async (client, random) =>
    run(client, `insert into audit_subject select '${REGION}', gen_random_uuid(), $1, '{name}'`, [
      await pick(client, random, 'audit_entry', 'seq'),
    ]),
};
