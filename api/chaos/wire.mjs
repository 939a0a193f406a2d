/** What clients send. */
export const LOG = `mutation($input: LogObservationInput!) { answer: logObservation(input: $input) { ...Outcome } }`;
export const CORRECT = `mutation($input: CorrectObservationInput!) { answer: correctObservation(input: $input) { ...Outcome } }`;
export const WITHDRAW = `mutation($input: WithdrawObservationInput!) { answer: withdrawObservation(input: $input) { ...Outcome } }`;
export const SIGN_OUT = `mutation { answer: signOut { sessions } }`;
export const COUNT = `query($region: RegionCode!, $employee: UUID!, $period: String!) {
  answer: employeeScore(region: $region, employee: $employee, period: $period) { observationCount } }`;
const OUTCOME = `fragment Outcome on ObservationResult { __typename
  ... on ObservationRecorded { observation { id value } cursor replayed }
  ... on Refusal { code } }`;

export const WALL = `subscription($region: RegionCode!, $after: Cursor) { wall(region: $region, after: $after) {
  __typename
  ... on WallSnapshot { cursor reason units { ...Unit } }
  ... on WallChange { cursor previous at units { ...Unit } happening { sentence } }
  ... on WallHeartbeat { cursor previous }
} }
fragment Unit on WallUnit { id value coverage state observationCount changedAt }`;

/**
 * Asks one API process once.
 * @returns `{answer}`, or `{code}` where it said that it could not, or `{lost}` where nobody knows what became of it
 */
export async function ask(port, token, query, variables, withinMs) {
  const document = query.includes('...Outcome') ? `${query}\n${OUTCOME}` : query;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(Math.ceil(withinMs)),
    });
    const { data, errors } = await response.json();
    if (errors !== undefined)
      return { code: errors[0].extensions?.code ?? 'none', message: errors[0].message };
    return { answer: data.answer };
  } catch (error) {
    return { lost: error.name === 'TimeoutError' ? 'no answer in time' : (error.cause?.code ?? error.name) };
  }
}

/** The state of a unit as one text, from the wire as from the record. */
export function unitText({ id, value, coverage, state, observationCount, changedAt }) {
  return [id, value, coverage, state, observationCount, changedAt && new Date(changedAt).toISOString()].join(
    ' ',
  );
}

export function unitsText(units) {
  return units.map(unitText).sort().join('\n');
}

export function readCursor(text) {
  const [epoch, offset] = text.split(':');
  return { epoch, offset: Number(offset) };
}
