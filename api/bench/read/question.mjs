/** The one question that every server of the comparison is asked, in the words that each understands. */
export const REGION = '35.78';
export const PAGE = 50;

/** Pantau and mercurius: the same schema for both. */
export const QUESTION = `query Scores($region: RegionCode!, $period: String!, $after: String) {
  employeeScores(region: $region, period: $period, first: ${PAGE}, after: $after) {
    edges { node {
      value
      employee { id name position }
      parts { realised target attainment contribution indicator { code name } }
    } }
    pageInfo { endCursor }
  }
}`;

/** PostGraphile names fields after tables and columns. */
export const QUESTION_OF_POSTGRAPHILE = `query Scores($region: String!, $period: String!, $after: Cursor) {
  allEmployeeScores(
    condition: { regionCode: $region, periodCode: $period }, first: ${PAGE}, after: $after, orderBy: [PRIMARY_KEY_ASC]
  ) {
    edges { node {
      value
      employee: employeeByRegionCodeAndEmployeeId { id name positionTitle }
      parts: scorePartsByRegionCodeAndEmployeeIdAndPeriodCode(orderBy: [INDICATOR_ID_ASC]) { nodes {
        realised target attainment contribution
        indicator: indicatorByRegionCodeAndIndicatorId { code name }
      } }
    } }
    pageInfo { endCursor }
  }
}`;

/** The same content in one form, whoever gave it: numbers as numbers, parts in the order of their codes. */
export function contentOf(answer) {
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  const { edges } = answer.data.employeeScores ?? answer.data.allEmployeeScores;
  const number = (text) => (text === null ? null : Number(text));
  return edges.map(({ node: { value, employee, parts } }) => ({
    value: number(value),
    id: employee.id,
    name: employee.name,
    position: employee.position ?? employee.positionTitle,
    parts: (parts.nodes ?? parts)
      .map((part) => ({
        ...{ code: part.indicator.code, name: part.indicator.name, realised: number(part.realised) },
        ...{ target: number(part.target), attainment: number(part.attainment) },
        contribution: number(part.contribution),
      }))
      .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
  }));
}

/** Where the page ends. */
export function endOf(answer) {
  return (answer.data.employeeScores ?? answer.data.allEmployeeScores).pageInfo.endCursor;
}
