// Keeps a copy of a region's employees, scores and confirmed predicates: everything once, then only what changed.
// `ask(query, variables)` is any GraphQL client; pull.mjs, apollo-client.mjs and urql.mjs each bring one.
import { readFile, rename, writeFile } from 'node:fs/promises';

// What is kept of a row; the same for the first load and for changes, so that both write the same.
const EMPLOYEE = `fragment EmployeeRow on Employee {
  __typename id name maskedNip status position unit { id code name }
}`;
const SCORE = `fragment ScoreRow on EmployeeScore {
  __typename employee { id } periodCode value coverage scoreStatus: status policyVersion changedAt
}`;
const PREDICATE = `fragment PredicateRow on ConfirmedPredicate {
  __typename employee { id } periodCode workResult behaviour predicate policyVersion confirmedAt
}`;
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

const PERIODS = 'query Periods($region: RegionCode!) { periods(region: $region) { code } }';
const EMPLOYEES = `query Employees($region: RegionCode!, $after: String) {
  page: employees(region: $region, first: 100, after: $after) { edges { node { ...EmployeeRow } } ${PAGE_INFO} }
} ${EMPLOYEE}`;
const SCORES = `query Scores($region: RegionCode!, $period: String!, $after: String) {
  page: employeeScores(region: $region, period: $period, first: 100, after: $after) {
    edges { node { ...ScoreRow } } ${PAGE_INFO}
  }
} ${SCORE}`;
const PREDICATES = `query Predicates($region: RegionCode!, $period: String!, $after: String) {
  page: confirmedPredicates(region: $region, period: $period, first: 100, after: $after) {
    edges { node { ...PredicateRow } } ${PAGE_INFO}
  }
} ${PREDICATE}`;
const CHANGES = `query Changes($region: RegionCode!, $since: Cursor) {
  changes(region: $region, since: $since, first: 100, types: [EMPLOYEE, EMPLOYEE_SCORE, CONFIRMED_PREDICATE]) {
    changes { op type id node { ...EmployeeRow ...ScoreRow ...PredicateRow } }
    endCursor
    hasNextPage
  }
} ${EMPLOYEE} ${SCORE} ${PREDICATE}`;

/** Brings the copy in `file` up to date, and says how. */
export async function bringUpToDate(ask, { region, file }) {
  const begun = performance.now();
  const kept = await readFile(file, 'utf8').then(JSON.parse, () => null);
  let how = kept === null ? 'first load' : 'delta';
  let copy;
  try {
    copy = kept === null ? await loadEverything(ask, region) : await loadChanges(ask, region, kept);
  } catch (error) {
    // Too long ago, or the server was restored from a backup: once more from the beginning.
    if (codeOf(error) !== 'RESYNC_REQUIRED') throw error;
    how = 'loaded again';
    copy = await loadEverything(ask, region);
  }
  // Beside it first: a run that breaks off leaves the copy as it was.
  await writeFile(`${file}.new`, JSON.stringify(copy));
  await rename(`${file}.new`, file);
  const seconds = ((performance.now() - begun) / 1000).toFixed(2);
  console.log(`${how}: ${Object.keys(copy.rows).length} rows in the copy, ${seconds} s`);
}

/** The code of the first error: graphql-request, urql and Apollo Client each have it at another place. */
function codeOf(error) {
  const errors = error.response?.errors ?? error.graphQLErrors ?? error.errors;
  return errors?.[0]?.extensions?.code;
}

// What `changes` calls the types.
const TYPES = {
  Employee: 'EMPLOYEE',
  EmployeeScore: 'EMPLOYEE_SCORE',
  ConfirmedPredicate: 'CONFIRMED_PREDICATE',
};
const employeeOf = (node) => (node.__typename === 'Employee' ? node.id : node.employee.id);

/** Type and id, as `changes` names a row. */
function keyOf(node) {
  const id = node.__typename === 'Employee' ? node.id : `${node.employee.id}:${node.periodCode}`;
  return `${TYPES[node.__typename]} ${id}`;
}

function forget(rows, type, id) {
  delete rows[`${type} ${id}`];
  if (type !== 'EMPLOYEE') return;
  // And everything that is kept about this person.
  for (const [key, node] of Object.entries(rows)) if (employeeOf(node) === id) delete rows[key];
}

async function loadEverything(ask, region) {
  // The place in the stream first, and then the pages: what changes meanwhile comes again with the first delta.
  const { changes } = await ask(CHANGES, { region, since: null });
  const rows = {};
  const load = async (query, variables = {}) => {
    for (let after = null; ;) {
      const { page } = await ask(query, { region, after, ...variables });
      for (const { node } of page.edges) rows[keyOf(node)] = node;
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  };
  await load(EMPLOYEES);
  for (const { code } of (await ask(PERIODS, { region })).periods) {
    await load(SCORES, { period: code });
    await load(PREDICATES, { period: code });
  }
  return { place: changes.endCursor, rows };
}

async function loadChanges(ask, region, { place, rows }) {
  for (let since = place; ;) {
    const { changes: page } = await ask(CHANGES, { region, since });
    for (const { op, type, id, node } of page.changes) {
      if (op === 'UPSERT') rows[keyOf(node)] = node;
      else forget(rows, type, id);
    }
    since = page.endCursor;
    if (!page.hasNextPage) return { place: since, rows };
  }
}
