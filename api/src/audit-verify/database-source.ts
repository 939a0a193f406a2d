import type { Client } from 'pg';
import { EVIDENCE_QUERY } from './evidence-query.js';
import type { ChainSource, Heads, Row, StreamName } from './chain-source.js';

/** Rows that one round trip brings. */
const BATCH = 5_000;

const micros = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint::text`;
const hex = (column: string) => `encode(${column}, 'hex')`;

// The orders name the table's own columns: the bare name is that of the text.
const QUERIES: Record<StreamName, string> = {
  entries: `select seq::text, id::text, ${micros('at')}, actor_kind, actor_id, action, outcome, epoch, first_offset::text,
      last_offset::text, ${hex('changes_digest')}, record_count::text, ${hex('record_digest')},
      ${hex('detail_commitment')}, ${hex('hash')}
    from audit_entry t where region_code = $1 order by t.seq`,
  changes: `select log_offset::text, kind, subject_id::text, payload::text, actor_id, ${micros('recorded_at')}
    from change_log t where region_code = $1 order by t.log_offset`,
  details: `select seq::text, ${hex('salt')}, detail::text from audit_detail t where region_code = $1 order by t.seq`,
  subjects: `select seq::text, employee_id::text, to_json(fields)::text from audit_subject t
    where region_code = $1 order by t.seq, t.employee_id`,
  observations: `select e.seq::text, o.recorded_in::text, o.id::text, o.employee_id::text, o.period_code,
      o.indicator_id::text, trim_scale(o.value * 1000000)::text, ${micros('o.observed_at')}, ${micros('o.recorded_at')},
      o.recorded_by, o.observer_id::text, o.observer, o.behaviour_code, o.supersedes_id::text, o.withdrawn::text,
      o.import_key::text, ${hex('o.words_salt')}, ${hex('o.words_commitment')}, o.note, o.correction_reason
    from observation o
    left join audit_entry e on e.region_code = o.region_code and e.id = o.recorded_in and e.record_count > 0
    where o.region_code = $1 order by e.seq nulls last, o.id`,
  evidence: EVIDENCE_QUERY,
};

/** The values as they come over the wire, for the driver not to make anything else of them. */
const AS_TEXT = { getTypeParser: () => (text: string) => text } as never;

/** Reads through cursors on a connection in a transaction, so that all streams show one moment. */
export function databaseSource(client: Client, regionCode: string): ChainSource {
  // One connection carries one statement at a time, and several streams ask for their next rows.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (text: string, values: unknown[] = []): Promise<Row[]> => {
    const asked = last.then(() => client.query<string[]>({ text, values, rowMode: 'array', types: AS_TEXT }));
    last = asked.catch(() => undefined);
    return asked.then(({ rows }) => rows);
  };
  return {
    regionCode,
    async heads(): Promise<Heads> {
      return {
        audit: await ask(
          `select seq::text, ${hex('hash')} from audit_head t where region_code = $1 order by t.seq`,
          [regionCode],
        ),
        stream: await ask(
          'select epoch, head::text from stream_head t where region_code = $1 order by t.head',
          [regionCode],
        ),
      };
    },
    async *rows(stream) {
      const cursor = `verify_${stream}`;
      await ask(`declare ${cursor} no scroll cursor for ${QUERIES[stream]}`, [regionCode]);
      const more = () => ask(`fetch ${BATCH} from ${cursor}`);
      let coming = more();
      for (;;) {
        const rows = await coming;
        if (rows.length === 0) break;
        // The database gathers the next rows while these are hashed.
        coming = more();
        coming.catch(() => undefined);
        yield rows;
      }
      await ask(`close ${cursor}`);
    },
  };
}

/** Looks at one moment of a database that others write to, and changes nothing in it. */
export async function inOneMoment<R>(client: Client, look: () => Promise<R>): Promise<R> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(`set local statement_timeout = 0`);
  await client.query(`set local work_mem = '64MB'`);
  try {
    return await look();
  } finally {
    await client.query('rollback');
  }
}
