import type { Text } from '../../lib/text/language.js';

/** A query to begin with; its variables are those that it declares, filled by `variablesFor`. */
export interface ExampleQuery {
  readonly id: string;
  readonly title: Text;
  readonly text: string;
}

/** What the programmers of regional HR ask first. A test holds each against the contract. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    id: 'viewer',
    title: { id: 'Siapa saya, dan apa hak saya?', en: 'Who am I, and what may I see?' },
    text: `query WhoAmI {
  viewer {
    kind
    is
    region
    account { name grants { role unit { name } } }
  }
}
`,
  },
  {
    id: 'periods',
    title: { id: 'Periode penilaian', en: 'Periods' },
    text: `query Periods($region: RegionCode!) {
  periods(region: $region) { code name kind state startsOn endsOn }
}
`,
  },
  {
    id: 'units',
    title: { id: 'Nilai unit', en: 'Scores of units' },
    text: `query UnitScores($region: RegionCode!, $period: String!) {
  unitScores(region: $region, period: $period) {
    unit { id code name }
    value
    state
    headcount
    scoredHeadcount
  }
}
`,
  },
  {
    id: 'employees',
    title: { id: 'Pegawai, sehalaman demi sehalaman', en: 'Employees, page by page' },
    text: `# "after" is the endCursor of the page before.
query Employees($region: RegionCode!, $after: String) {
  employees(region: $region, first: 20, after: $after) {
    edges { node { id name maskedNip position unit { code name } } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    id: 'scores',
    title: { id: 'Nilai pegawai (indikatif)', en: 'Scores of employees (indicative)' },
    text: `query Scores($region: RegionCode!, $period: String!, $after: String) {
  employeeScores(region: $region, period: $period, first: 20, after: $after) {
    edges {
      node {
        employee { id name }
        value
        coverage
        status
        proposal { predicate }
        changedAt
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    id: 'predicates',
    title: { id: 'Predikat yang ditetapkan', en: 'Confirmed predicates' },
    text: `query Confirmed($region: RegionCode!, $period: String!, $after: String) {
  confirmedPredicates(region: $region, period: $period, first: 20, after: $after) {
    edges { node { employee { id name } workResult behaviour predicate confirmedAt } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    id: 'wall',
    title: { id: 'Ikuti perubahan (langganan)', en: 'Follow changes (subscription)' },
    text: `subscription Wall($region: RegionCode!) {
  wall(region: $region) {
    __typename
    ... on WallSnapshot { cursor units { name value state } }
    ... on WallChange { cursor units { name value state } }
    ... on WallHeartbeat { cursor }
  }
}
`,
  },
];

/** The quarter of a moment in Indonesia's west, by which periods are named: "2026-Q4". */
function quarterAt(now: number): string {
  const [year = '', month = ''] = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Jakarta',
    year: 'numeric',
    month: '2-digit',
  })
    .format(now)
    .split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Values for the variables that a query declares and that are known beforehand, as JSON text. */
export function variablesFor(text: string, region: string, now: number): string {
  const known: Readonly<Record<string, string>> = { region, period: quarterAt(now) };
  const declared = Object.keys(known).filter((name) => text.includes(`$${name}:`));
  return JSON.stringify(Object.fromEntries(declared.map((name) => [name, known[name]])), null, 2);
}
