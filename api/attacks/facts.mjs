/** What the cases name of the attacked office. */
import { queryHttp } from './doors.mjs';

export const REGION = '35.78';
const EVERYTHING = `query($r: RegionCode!) {
  periods(region: $r) { code open }
  employees(region: $r, first: 3) { pageInfo { endCursor } }
  observations(region: $r, first: 1) { edges { node { id } } }
  units(region: $r, first: 1) { edges { node { id } } }
  complaints(region: $r, first: 20) { edges { node { id naming } } }
}`;
const AT_COUNTERS = `query($r: RegionCode!) {
  counters(region: $r, first: 1) { edges { node { code } } }
  feedback(region: $r, first: 1, wordsOnly: true) { edges { node { id } } }
}`;

const PLANNED = `query($r: RegionCode!, $p: String!) {
  employeeScores(region: $r, period: $p, first: 1) {
    edges { node { employee { id } parts { target indicator { id } } } } } }`;

export async function readFacts(address, token) {
  const ask = async (query, variables) => {
    const { data, errors } = JSON.parse((await queryHttp(address, { query, variables }, token)).text);
    if (errors) throw new Error(`the facts cannot be read: ${JSON.stringify(errors)}`);
    return data;
  };
  const data = await ask(EVERYTHING, { r: REGION });
  const { counters, feedback } = await ask(AT_COUNTERS, { r: REGION });
  const closed = data.periods.find(({ open }) => !open);
  const open = data.periods.find((period) => period.open);
  const planned = await ask(PLANNED, { r: REGION, p: open.code });
  // Somebody who is measured, and a value that may be recorded of it.
  const { employee, parts } = planned.employeeScores.edges[0].node;
  return {
    region: REGION,
    period: open.code,
    closedPeriod: closed?.code ?? open.code,
    employee: employee.id,
    indicator: parts[0].indicator.id,
    value: parts[0].target,
    employeesCursor: data.employees.pageInfo.endCursor,
    observation: data.observations.edges[0].node.id,
    unit: data.units.edges[0].node.id,
    // One behind which there is a name.
    complaint: data.complaints.edges.find(({ node }) => node.naming === 'SECRET').node.id,
    counterCode: counters.edges[0].node.code,
    feedback: feedback.edges[0].node.id,
    now: new Date(Date.now() - 60_000).toISOString(),
  };
}
