/** What the cases name of the attacked office. */
import { queryHttp } from './doors.mjs';

const REGION = '35.78';
const EVERYTHING = `query($r: RegionCode!) {
  periods(region: $r) { code open }
  units(region: $r, first: 3) { edges { node { id } } }
  employees(region: $r, first: 3) { edges { cursor node { id } } pageInfo { endCursor } }
  indicators(region: $r, first: 50) { edges { node { id kind lowest highest } } }
  observations(region: $r, first: 1) { edges { node { id } } pageInfo { endCursor } }
}`;

export async function readFacts(address, token) {
  const answer = await queryHttp(address, { query: EVERYTHING, variables: { r: REGION } }, token);
  const { data, errors } = JSON.parse(answer.text);
  if (errors) throw new Error(`the facts cannot be read: ${JSON.stringify(errors)}`);
  const closed = data.periods.find(({ open }) => !open);
  const open = data.periods.find(({ open }) => open);
  return {
    region: REGION,
    period: open.code,
    closedPeriod: closed?.code ?? open.code,
    unit: data.units.edges[0].node.id,
    employee: data.employees.edges[0].node.id,
    otherEmployee: data.employees.edges[1].node.id,
    employeesCursor: data.employees.pageInfo.endCursor,
    indicator: data.indicators.edges[0].node.id,
    observation: data.observations.edges[0].node.id,
    observationsCursor: data.observations.pageInfo.endCursor,
    now: new Date(Date.now() - 60_000).toISOString(),
  };
}
