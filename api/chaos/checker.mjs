/**
 * Holds what everybody did and was told against what is stored at the end. It shares no code with the product: it reads
 * the record by plain SQL and draws its own conclusions.
 */
import { readCursor, unitsText, unitText } from './wire.mjs';

const SHOWN = 5;
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What is stored, read once everything has come to rest. */
export async function readRecord(postgres, region) {
  const observations = await postgres.query(
    `select id, note, correction_reason as reason, supersedes_id as supersedes, withdrawn, employee_id as employee
     from observation where region_code = $1`,
    [region],
  );
  const answers = await postgres.query(
    'select actor_id as actor, key, verb, answer from idempotency where region_code = $1',
    [region],
  );
  const changes = await postgres.query(
    `select log_offset::int as "offset", kind, subject_id as subject, payload from change_log
     where region_code = $1 order by log_offset`,
    [region],
  );
  const [head] = await postgres.query(
    'select epoch, head::int as head from stream_head where region_code = $1',
    [region],
  );
  return { observations, answers, changes, head };
}

/** Everything that does not fit together, by kind, with a few examples of each. */
export function check({ history, record, base, period, watchers, pictures }) {
  const found = new Map();
  const find = (kind, detail) => {
    const known = found.get(kind) ?? { kind, count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < SHOWN) known.examples.push(detail);
    found.set(kind, known);
  };
  for (const { kind, ...detail } of history.findings) find(kind, detail);
  checkOperations(history.operations, record, find);
  checkStream(record, find);
  const shown = record.changes.filter(
    ({ kind, payload }) => kind === 'UnitScoresChanged' && payload.periodCode === period,
  );
  checkTold(history.told, shown, find);
  checkPictures(watchers, shown, base, find);
  for (const watcher of watchers) checkWatcher(watcher, shown, record.head, find);
  checkEnds(watchers, pictures, shown, base, find);
  return [...found.values()];
}

/** Acknowledged ⊆ stored, refused ∩ stored = ∅, nothing unexpected, one effect and one answer for each key. */
function checkOperations(operations, { observations, answers, changes }, find) {
  const wishes = new Map(operations.map((operation) => [operation.id, operation]));
  const rows = new Map();
  for (const row of observations) {
    // Whatever takes the place of another row keeps its note, and says itself why.
    const mine = ID.exec(row.reason ?? row.note ?? '')?.[0] ?? null;
    if (mine === null || !wishes.has(mine)) find('stored, and nobody sent it', { row: row.id });
    else rows.set(mine, [...(rows.get(mine) ?? []), row]);
  }
  const stored = new Map(answers.map((row) => [`${row.actor} ${row.key}`, row]));
  if (stored.size !== answers.length)
    find('two answers are stored for one key', { more: answers.length - stored.size });
  const effects = new Map();
  for (const change of changes) {
    if (!change.kind.startsWith('Observation') || change.subject === null) continue;
    effects.set(change.subject, [...(effects.get(change.subject) ?? []), change.offset]);
  }

  for (const operation of operations) {
    const { id, kind, outcome, refusals } = operation;
    const own = rows.get(id) ?? [];
    const who = { id, kind, key: operation.key, at: operation.at };
    if (outcome === 'ok' && own.length === 0) find('acknowledged and lost', who);
    if (own.length > 1) find('one wish, several effects', { ...who, rows: own.map((row) => row.id) });
    if (outcome === 'fail' && own.length > 0) find('refused, and stored all the same', { ...who, refusals });
    if (outcome === 'ok' && refusals.length > 0) find('acknowledged, and refused', { ...who, refusals });
    const texts = new Set(operation.answers.map((answer) => JSON.stringify(answer)));
    if (texts.size > 1) find('one key, different answers', { ...who, answers: [...texts] });
    const answer = stored.get(`${operation.actor} ${operation.key}`);
    if (own.length > 0 && answer === undefined) find('stored without its answer', who);
    if (own.length === 0 && answer !== undefined) find('an answer without its effect', who);
    for (const row of own) {
      const offsets = effects.get(row.id) ?? [];
      if (offsets.length !== 1) find('not one change for one effect', { ...who, offsets });
    }
    const [first] = operation.answers;
    if (first === undefined || own.length === 0) continue;
    if (!own.some((row) => row.id === first.id))
      find('acknowledged as another row', { ...who, told: first.id });
    const [offset] = effects.get(first.id) ?? [];
    const cursor = readCursor(first.cursor);
    if (offset !== undefined && cursor.offset < offset)
      find('the cursor of an answer does not show it', { ...who, offset, cursor });
    if (answer !== undefined && Number(answer.answer.offset) !== cursor.offset)
      find('the stored answer is another one', who);
  }
}

/** Offsets 1..n without holes, and a head that says so. */
function checkStream({ changes, head }, find) {
  changes.forEach(({ offset }, n) => {
    if (offset !== n + 1) find('the stream has a hole', { expected: n + 1, offset });
  });
  if (head.head !== changes.length)
    find('the head is not the end', { head: head.head, changes: changes.length });
}

/** What was told of a place is what stands there; what stands nowhere was never told. */
function checkTold(told, shown, find) {
  const stands = new Map(shown.map(({ offset, payload }) => [offset, unitsText(payload.units)]));
  for (const [offset, text] of told) {
    const there = stands.get(offset);
    if (there === undefined) find('told, and not in the record', { offset, text });
    else if (there !== text) find('told otherwise than it stands', { offset, told: text, stands: there });
  }
}

/** Every change from a picture on, once, in order, up to where the watcher was last. */
function checkWatcher(watcher, shown, head, find) {
  watcher.segments.forEach((segment, n) => {
    const isLast = n === watcher.segments.length - 1;
    const upTo = isLast ? watcher.offset : (segment.offsets.at(-1) ?? segment.from);
    const expected = shown
      .filter(({ offset }) => offset > segment.from && offset <= upTo)
      .map(({ offset }) => offset);
    const known = new Set(expected);
    const got = new Set();
    let last = segment.from;
    for (const offset of segment.offsets) {
      if (got.has(offset)) find('a wall saw it twice', { who: watcher.name, offset });
      else if (offset <= last) find('a wall saw it out of order', { who: watcher.name, offset, last });
      if (!known.has(offset)) find('a wall saw what is not there', { who: watcher.name, offset });
      got.add(offset);
      last = offset;
    }
    for (const offset of expected) {
      if (!got.has(offset)) find('a wall missed it', { who: watcher.name, offset, from: segment.from, upTo });
    }
  });
  if (!watcher.leaver && watcher.offset !== head.head) {
    find('a wall did not come to the end', { who: watcher.name, offset: watcher.offset, head: head.head });
  }
}

/** A picture shows exactly what the changes up to its place make of the first one. */
function checkPictures(watchers, shown, base, find) {
  const pictures = watchers
    .flatMap(({ name, segments }) => segments.map(({ from, picture }) => ({ name, from, picture })))
    .sort((one, other) => one.from - other.from);
  const state = new Map(base.units);
  let at = 0;
  for (const { name, from, picture } of pictures) {
    while (at < shown.length && shown[at].offset <= from) apply(state, shown[at++]);
    const expected = textOf(state);
    if (expected !== picture)
      find('a picture is not of its place', { who: name, from, ...difference(expected, picture) });
  }
}

/** At rest all walls show the same, and what both API processes show to whoever comes now. */
function checkEnds(watchers, pictures, shown, base, find) {
  const state = new Map(base.units);
  for (const change of shown) apply(state, change);
  const expected = textOf(state);
  for (const { name, picture } of pictures) {
    if (picture !== expected)
      find('a fresh picture differs at rest', { name, ...difference(expected, picture) });
  }
  for (const { name, units, leaver } of watchers) {
    if (!leaver && textOf(units) !== expected)
      find('a wall differs at rest', { who: name, ...difference(expected, textOf(units)) });
  }
}

function apply(state, { payload }) {
  for (const unit of payload.units) state.set(unit.id, unitText(unit));
}

function textOf(units) {
  return [...units.values()].toSorted((a, b) => (a < b ? -1 : 1)).join('\n');
}

function difference(expected, seen) {
  const [one, other] = [expected, seen].map((text) => new Set(text.split('\n')));
  return {
    expected: [...one].filter((line) => !other.has(line)),
    seen: [...other].filter((line) => !one.has(line)),
  };
}
