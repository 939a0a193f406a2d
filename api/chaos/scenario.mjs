/** One run from nothing to the verdict. */
import { setTimeout as pause } from 'node:timers/promises';
import { check, readRecord } from './checker.mjs';
import { startCluster } from './cluster.mjs';
import { History } from './history.mjs';
import { createFaults, Nemesis, Revoker } from './nemesis.mjs';
import { letPeopleIn, openOffice, pairWall, REGION, runProgram } from './office.mjs';
import { until } from './processes.mjs';
import { createRandom } from './random.mjs';
import { Watcher } from './watchers.mjs';
import { Tally, Writer } from './writers.mjs';

/** Everything has to be back by then. */
const REST_WITHIN_MS = 120_000;
const PICTURE_WITHIN_MS = 60_000;

export async function runScenario({ profile, name, seed, mutant, say }) {
  const random = createRandom(seed);
  const began = new Date();
  const cluster = await startCluster({ random: random.branch(), mutant });
  try {
    return await runIn(cluster, { profile, name, seed, mutant, say, random, began });
  } finally {
    await cluster.stop();
  }
}

async function runIn(cluster, { profile, name, seed, mutant, say, random, began }) {
  const { postgres, apis } = cluster;
  const office = await openOffice(postgres, cluster.folder, cluster.environment);
  for (const sql of mutant?.sql ?? []) await postgres.query(sql);
  await Promise.all(apis.map(({ process: api }) => api.start()));
  const ports = () => apis.map(({ ways }) => ways.clients.port);

  const history = new History(say);
  history.recoveries = {};
  history.epochs = 0;
  const tally = new Tally();
  const all = [];
  const watch = (options) => {
    const watcher = new Watcher({ history, random: random.branch(), restless: false, ports, ...options });
    all.push(watcher);
    watcher.start();
    return watcher;
  };

  // What the wall is before anything happens: the start of every fold.
  const first = await pictureOf(
    watch({ name: 'first', level: 'OFFICE', token: await pairWall(postgres, 'OFFICE') }),
  );
  const base = { units: new Map(first.units), offset: first.offset };
  const [leaver, ...persons] = await letPeopleIn(postgres, profile.writers + 1);
  const walls = [];
  for (let n = 0; n < profile.walls; n += 1) {
    // Most are alike and are told together; some see less, and some belong to persons.
    const level = n % 5 === 4 ? 'VISITORS' : 'OFFICE';
    const token = n % 5 === 3 ? persons[n % persons.length].token : await pairWall(postgres, level);
    walls.push(watch({ name: `wall ${n}`, level, token, restless: true, fidget: profile.fidget }));
  }
  const writers = persons.map(
    (person, n) =>
      new Writer({
        name: `writer ${n}`,
        ...person,
        office,
        ports,
        history,
        tally,
        random: random.branch(),
        pace: profile.pace,
      }),
  );
  const faults = createFaults({ cluster, history, random: random.branch() }).filter(
    ({ name: fault }) =>
      profile.faults === undefined || profile.faults.some((word) => fault.startsWith(word)),
  );
  const nemesis = new Nemesis({ faults, history, random: random.branch(), every: profile.every });
  const revoker = new Revoker({
    ...{ cluster, history, random: random.branch(), ports, every: profile.revoke },
    person: leaver,
    watch: (options) => Object.assign(watch(options), { leaver: true }),
  });

  // What was there before is no part of what may be lost.
  await postgres.query(
    `with flushed as (select set_config('synchronous_commit', 'on', true)) update stream_head set head = head from flushed`,
  );
  say(`${profile.writers} writers, ${profile.walls} walls, ${profile.seconds} s`);
  const loadBegan = performance.now();
  const work = writers.map((writer) => writer.run());
  const trouble = [nemesis.run(), revoker.run()];
  const stopTelling = tellProgress(history, nemesis, profile, say);
  await pause(profile.seconds * 1_000);
  nemesis.stop();
  revoker.stop();
  await Promise.all(trouble);
  cluster.heal();
  for (const writer of writers) writer.stop();
  await Promise.all(work);
  stopTelling();
  const seconds = Math.round((performance.now() - loadBegan) / 1_000);

  // All goes on without any help from here on.
  const back = await Promise.all(apis.map(({ process: api }) => api.untilReady(REST_WITHIN_MS)));
  back.forEach((ready, n) => {
    if (!ready) history.find('it did not come back', { what: apis[n].name });
  });
  for (const wall of walls) wall.calm();
  const [{ head }] = await postgres.query(
    'select head::int as head from stream_head where region_code = $1',
    [REGION],
  );
  const resting = [all[0], ...walls];
  await until(async () => resting.every(({ offset }) => offset >= head), REST_WITHIN_MS, 200);
  const pictures = [];
  for (const { name: api, ways } of apis) {
    const token = await pairWall(postgres, 'OFFICE');
    const watcher = watch({
      name: `fresh at ${api}`,
      level: 'OFFICE',
      token,
      ports: () => [ways.clients.port],
    });
    const { units } = await pictureOf(watcher);
    pictures.push({
      name: api,
      picture: [...units.values()].toSorted((a, b) => (a < b ? -1 : 1)).join('\n'),
    });
  }
  for (const watcher of all) watcher.stop();
  await Promise.all(apis.map(({ process: api }) => api.stop()));

  // What is read is what a start after a crash finds.
  postgres.signal('SIGKILL');
  await pause(500);
  if (!(await postgres.untilReady())) throw new Error('PostgreSQL did not come back');
  const record = await readRecord(postgres, REGION);
  const { period } = office;
  const findings = check({ history, record, base, period, watchers: all, pictures });
  for (const { process: api } of apis) {
    for (const death of api.deaths)
      findings.push({ kind: 'an API ended by itself', count: 1, examples: [death] });
  }
  for (const { program, args } of [
    { program: 'verify', args: [] },
    { program: 'audit-verify', args: ['--region', REGION] },
  ]) {
    const wrong = await verify(program, args, cluster.environment);
    if (wrong !== null) findings.push({ kind: `${program} disagrees`, count: 1, examples: [wrong] });
  }
  return summary({
    profile,
    name,
    seed,
    mutant,
    began,
    seconds,
    cluster,
    history,
    nemesis,
    revoker,
    record,
    all,
    findings,
  });
}

/** A watcher's first picture. */
async function pictureOf(watcher) {
  await until(async () => watcher.segments.length > 0, PICTURE_WITHIN_MS);
  if (watcher.segments.length === 0) throw new Error(`${watcher.name} was shown nothing`);
  return watcher;
}

/** The product's own programs, which recompute everything from the raw record. */
async function verify(program, args, environment) {
  try {
    await runProgram(program, args, environment);
    return null;
  } catch (error) {
    return `${error.stdout}${error.stderr}`.slice(0, 2_000);
  }
}

function tellProgress(history, nemesis, { seconds }, say) {
  const timer = setInterval(() => {
    const acknowledged = history.operations.filter(({ outcome }) => outcome === 'ok').length;
    const reconnects = history.counts.get('watchers connected') ?? 0;
    say(
      `${Math.round(history.now() / 1_000)} of ${seconds} s · ${nemesis.done.length} faults · ${acknowledged} acknowledged · ` +
        `${reconnects} connections · ${history.findings.length} findings so far`,
    );
  }, 15_000);
  return () => clearInterval(timer);
}

function summary({
  profile,
  name,
  seed,
  mutant,
  began,
  seconds,
  cluster,
  history,
  nemesis,
  revoker,
  record,
  all,
  findings,
}) {
  const { operations } = history;
  const outcomes = (wanted) => operations.filter(({ outcome }) => outcome === wanted).length;
  const errors = {};
  for (const { process: api } of cluster.apis) {
    for (const [what, count] of api.errors) errors[what] = (errors[what] ?? 0) + count;
  }
  return {
    profile: { name, ...profile },
    seed,
    ...(mutant !== null && { mutant: mutant.name }),
    began: began.toISOString(),
    seconds,
    node: process.version,
    full: cluster.mounted,
    faults: history.counted('faults'),
    starts: {
      ...Object.fromEntries(cluster.apis.map(({ name: api, process: one }) => [api, one.starts])),
      postgres: cluster.postgres.starts,
    },
    operations: {
      sent: operations.length,
      acknowledged: outcomes('ok'),
      refused: outcomes('fail'),
      unknown: outcomes('info'),
      attempts: operations.reduce((sum, { attempts }) => sum + attempts, 0),
      ...prefixed('answered ', history.counted('answers')),
      reads: history.counts.get('reads done') ?? 0,
      observations: record.observations.length,
      changes: record.changes.length,
    },
    refusals: history.counted('refusals'),
    codes: history.counted('codes'),
    lost: history.counted('lost'),
    walls: {
      count: all.length,
      ...history.counted('watchers'),
      pictures: all.reduce((sum, { segments }) => sum + segments.length, 0),
      'signed out': revoker.revoked,
    },
    closes: history.counted('closes'),
    snapshots: history.counted('snapshots'),
    recoveries: Object.fromEntries(
      Object.entries(history.recoveries).map(([what, all]) => [what, spread(all)]),
    ),
    loggedErrors: errors,
    timeline: nemesis.done,
    findings,
  };
}

function prefixed(prefix, counts) {
  return Object.fromEntries(Object.entries(counts).map(([what, count]) => [prefix + what, count]));
}

function spread(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return { times: sorted.length, medianMs: sorted[Math.floor(sorted.length / 2)], mostMs: sorted.at(-1) };
}
