/**
 * Bugs that are put in on purpose, each of a kind that has happened to somebody. The checker is believed because it
 * finds every one of them, as what it is: `caughtAs` says by which of its findings.
 */
const UNIT_OF_WORK = 'platform/unit-of-work.js';
const CLOSED = `return { ok: true, value: verdict.value, position, replayed: false };`;
/** The commit does not travel with the last statement, so that there is a time before it. */
const COMMIT_APART = {
  file: 'platform/audit/close-command.js',
  from: 'await sql.last(',
  to: 'await sql.rows(',
};
const CHANGE_LOG = 'platform/changes/change-log.js';
const WALL = 'features/wall/wall.subscription.js';
const SHARED = 'platform/live/shared-stream.js';

export const MUTANTS = [
  {
    name: 'ack-before-commit',
    what: 'the answer goes out before the commit',
    code: [
      COMMIT_APART,
      {
        file: UNIT_OF_WORK,
        from: 'async function attempt(command, hash, act) {',
        to: 'async function attempt(command, hash, act, early) {',
      },
      {
        file: UNIT_OF_WORK,
        from: CLOSED,
        to: `const done = { ok: true, value: verdict.value, position, replayed: false };
             early?.(done);
             await new Promise((resolve) => setTimeout(resolve, 400));
             return done;`,
      },
      {
        file: UNIT_OF_WORK,
        from: 'await attempt(command, hash, act);',
        to: 'await new Promise((resolve, reject) => attempt(command, hash, act, resolve).then(resolve, reject));',
      },
      {
        file: 'features/observations/observation.resolver.js',
        from: 'observations.get(done.value.observationId)',
        to: `observations.get(done.value.observationId).then((row) => row ?? {
               regionCode, id: done.value.observationId, employeeId: done.value.observationId, value: '0',
               observedAt: new Date(), recordedAt: new Date(),
             })`,
      },
    ],
    profile: { faults: ['kill api', 'kill postgres', 'cut postgres'] },
    // What was lost is done anew, with another answer, where its writer sends it once more.
    caughtAs: ['acknowledged and lost', 'one key, different answers'],
  },
  {
    name: 'no-unique-key',
    what: 'no unique index stands behind the idempotency keys',
    sql: ['alter table idempotency drop constraint idempotency_pkey'],
    caughtAs: [
      'one wish, several effects',
      'two answers are stored for one key',
      'one key, different answers',
    ],
  },
  {
    name: 'refused-by-twin',
    what: 'a retry is refused because of what its own first try did',
    code: [{ file: UNIT_OF_WORK, from: '(await answered(sqlOf(orm.em.fork()), command, hash)) ??', to: '' }],
    caughtAs: ['acknowledged, and refused', 'refused, and stored all the same'],
  },
  {
    name: 'told-before-commit',
    what: 'changes are handed to the walls before the commit',
    code: [
      COMMIT_APART,
      {
        file: UNIT_OF_WORK,
        from: CLOSED,
        to: `globalThis.chaosTell?.(command.regionCode, position, changes, now);
             await new Promise((resolve) => setTimeout(resolve, 40));
             ${CLOSED}`,
      },
      {
        file: 'platform/changes/change-feed.js',
        from: 'const tails = new Map();',
        to: `const tails = new Map();
             globalThis.chaosTell = (regionCode, { offset }, changes, recordedAt) => {
               const tail = tails.get(regionCode);
               if (tail === undefined || tail.head + BigInt(changes.length) !== offset) return;
               changes.forEach((change, n) => tail.kept.push({
                 ...change, payload: JSON.parse(JSON.stringify(change.payload)), recordedAt,
                 offset: offset - BigInt(changes.length - 1 - n),
               }));
               tail.head = offset;
               wakeAll(tail);
             };`,
      },
    ],
    profile: { faults: ['kill postgres', 'cut postgres'] },
    caughtAs: [
      'told, and not in the record',
      'told otherwise than it stands',
      'told twice',
      'told differently',
      'a wall saw what is not there',
    ],
  },
  {
    name: 'outbox-by-sequence',
    what: 'places in the stream come from a sequence, without the lock on its head',
    sql: [
      'create sequence chaos_place',
      `select setval('chaos_place', greatest(1, (select head from stream_head limit 1)))`,
      `create function chaos_next(count bigint) returns bigint language plpgsql as $$
       declare place bigint;
       begin
         perform pg_advisory_lock(4711);
         place := nextval('chaos_place') + count - 1;
         perform setval('chaos_place', place);
         perform pg_advisory_unlock(4711);
         perform pg_sleep(random() * 0.06);
         return place;
       end $$`,
    ],
    code: [
      {
        file: CHANGE_LOG,
        from: 'update stream_head set head = head + $2 where region_code = $1 returning head, epoch',
        to: 'select chaos_next($2) as head, epoch from stream_head where region_code = $1',
      },
      {
        file: CHANGE_LOG,
        from: `'select epoch, head from stream_head where region_code = $1'`,
        to: `'select epoch, (select coalesce(max(log_offset), 0) from change_log where region_code = $1) as head from stream_head where region_code = $1'`,
      },
    ],
    profile: { faults: ['none'] },
    caughtAs: ['a wall missed it'],
  },
  {
    name: 'drop-one-of-1000',
    what: 'one of 1,000 messages is not written to the socket',
    code: [
      {
        file: 'platform/http/socket-writer.js',
        from: 'raw.write(frame);',
        to: 'globalThis.chaosWritten = (globalThis.chaosWritten ?? 0) + 1; if (globalThis.chaosWritten % 1000 !== 0) raw.write(frame);',
      },
    ],
    caughtAs: ['the chain is broken'],
  },
  {
    name: 'drop-unseen',
    what: 'a change is left out and the chain of cursors closed over it',
    code: [
      {
        file: WALL,
        from: `if (change.kind !== 'UnitScoresChanged')`,
        to: `if (change.kind !== 'UnitScoresChanged' || change.offset % 30n === 0n)`,
      },
    ],
    caughtAs: ['a wall missed it'],
  },
  {
    name: 'twice-after-resume',
    what: 'whoever resumes is told the last change once more',
    code: [
      {
        file: 'platform/live/follow-view.js',
        from: `goesOn ? { from, reason: 'FIRST' }`,
        to: `goesOn ? { from: { ...from, offset: from.offset - 1n }, reason: 'FIRST' }`,
      },
    ],
    caughtAs: ['told twice', 'a wall saw it twice', 'the chain is broken'],
  },
  {
    name: 'joins-with-a-gap',
    what: 'whoever joins a shared stream a little behind is not told what lies between',
    code: [
      { file: SHARED, from: 'for (const told of this.#kept.slice(at + 1))', to: 'for (const told of [])' },
    ],
    caughtAs: ['the chain is broken', 'a wall missed it'],
  },
  {
    name: 'next-leader-skips',
    what: 'where the leader of a shared stream goes, the event that it was being told is lost',
    code: [
      {
        file: SHARED,
        from: 'if (!this.#members.has(lead))',
        to: 'if (!this.#members.has(lead)) { this.#cursor = event.cursor; return true; } if (false)',
      },
    ],
    profile: { seconds: 40 },
    caughtAs: ['the chain is broken', 'a wall missed it'],
  },
  {
    name: 'score-in-float',
    what: 'sums are kept as single-precision floats',
    sql: [
      `create function chaos_float() returns trigger language plpgsql as $$
       begin new.total := round(new.total::float4::numeric, 6); return new; end $$`,
      `create trigger chaos_float before insert or update on measurement for each row execute function chaos_float()`,
    ],
    profile: { faults: ['none'] },
    caughtAs: ['verify disagrees'],
  },
  {
    name: 'lost-update',
    what: 'sums of units are read, added to and written without a lock',
    code: ['scored', 'score_total', 'coverage_total', 'observations'].map((column) => ({
      file: 'features/scores/score.store.js',
      from: `${column} = u.${column} + excluded.${column}`,
      to: `${column} = (select r.${column} from unit_score r where r.region_code = u.region_code
             and r.period_code = u.period_code and r.unit_id = u.unit_id) + excluded.${column}`,
    })),
    profile: { faults: ['none'] },
    caughtAs: ['verify disagrees'],
  },
  {
    name: 'commit-not-flushed',
    what: 'synchronous_commit is off',
    postgres: { synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' },
    profile: { faults: ['kill postgres'], every: [3_000, 5_000] },
    caughtAs: ['acknowledged and lost'],
  },
  {
    name: 'open-field',
    what: 'one nested field is told to whoever asks: why a score moved, on a wall that visitors see',
    code: [
      {
        file: 'app/policies/fields.js',
        from: `WallHappening: { about: ofUnit, fields: each('at delta id sentence sentenceEn unitId unitName', REASONS) }`,
        to: `WallHappening: { about: ofUnit, fields: each('at delta id sentence sentenceEn unitId unitName', OFFICE) }`,
      },
    ],
    caughtAs: ['told what it may not know'],
  },
  {
    name: 'revoked-elsewhere',
    what: 'a sign-out is noticed only by the process that it was sent to',
    code: [
      {
        file: 'platform/auth/socket-guard.js',
        from: 'if (version !== region.version) {',
        to: 'if (false) {',
      },
    ],
    profile: { faults: ['none'], walls: 6, revoke: [200, 500] },
    caughtAs: ['told after the rights were gone'],
  },
];
