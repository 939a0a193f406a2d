import type { Sql } from '../../platform/database/sql.js';

/** A stored score that is not what the raw observations say. */
export interface ScoreDifference {
  readonly what: 'employee' | 'unit';
  readonly regionCode: string;
  readonly id: string;
  readonly periodCode: string;
  /** Value, coverage and observations; for a unit its sums. */
  readonly expected: string | null;
  readonly stored: string | null;
}

/**
 * Every stored score beside the one that plain SQL computes from the raw observations: an implementation of its own,
 * which shares no line with the rules in TypeScript. An empty answer means that nothing differs. It reads everything:
 * for tests and for the night.
 * @param policy minimum coverage and cap of the policy that the scores were computed with, as decimals
 */
export async function scoreDifferences(
  sql: Sql,
  policy: { readonly minimumCoverage: string; readonly cap: string },
): Promise<ScoreDifference[]> {
  return sql.rows<ScoreDifference>(
    `with effective as (
      select o.* from observation o
      where not exists (
        select 1 from observation s where s.region_code = o.region_code and s.supersedes_id = o.id
      )
    ), realised as (
      select t.region_code, t.employee_id, t.period_code, t.indicator_id, t.weight, t.floor_value, t.target_value,
        t.stretch_value, count(o.id) as observations,
        case i.aggregation
          when 'MEAN' then round(sum(o.value)::numeric(60, 30) / nullif(count(o.id), 0), 6)
          when 'SUM' then sum(o.value)
          else (array_agg(o.value order by o.observed_at desc, o.id desc))[1]
        end as value
      from target t
      join indicator i on i.region_code = t.region_code and i.id = t.indicator_id
      left join effective o on o.region_code = t.region_code and o.employee_id = t.employee_id
        and o.period_code = t.period_code and o.indicator_id = t.indicator_id
      group by t.region_code, t.employee_id, t.period_code, t.indicator_id, i.aggregation
    ), attained as (
      select *, case
        when value is null then null
        when sign(target_value - floor_value) * (value - target_value) >= 0 then
          case when stretch_value = target_value then 100
          else least($2::numeric, 100 + round(($2::numeric - 100) * (value - target_value)::numeric(60, 30) / (stretch_value - target_value), 6)) end
        else greatest(0, round(100 * (value - floor_value)::numeric(60, 30) / (target_value - floor_value), 6))
      end as attainment
      from realised
    ), scored as (
      select region_code, employee_id, period_code, sum(observations)::int as observations,
        round(coalesce(sum(weight) filter (where attainment is not null), 0)::numeric(60, 30) / sum(weight), 6) as coverage,
        round(sum(weight * attainment)::numeric(80, 30) / sum(weight) filter (where attainment is not null), 6) as value
      from attained group by region_code, employee_id, period_code
    ), expected as (
      select region_code, employee_id, period_code, observations, coverage,
        case when coverage >= $1::numeric then value end as value
      from scored
    ), employees as (
      select 'employee' as what, coalesce(e.region_code, s.region_code) as "regionCode",
        coalesce(e.employee_id, s.employee_id) as id, coalesce(e.period_code, s.period_code) as "periodCode",
        (e.value, e.coverage, e.observations)::text as expected, (s.value, s.coverage, s.observations)::text as stored
      from expected e
      full join employee_score s using (region_code, employee_id, period_code)
      where (e.value, e.coverage, e.observations) is distinct from (s.value, s.coverage, s.observations)
    ), rolled as (
      select u.region_code, u.id as unit_id, e.period_code, count(*)::int as headcount, count(e.value)::int as scored,
        coalesce(sum(e.value), 0) as score_total, sum(e.coverage) as coverage_total, sum(e.observations)::int as observations
      from expected e
      join employee p on p.region_code = e.region_code and p.id = e.employee_id
      join org_unit home on home.region_code = p.region_code and home.id = p.unit_id
      join org_unit u on u.region_code = p.region_code and u.id = any(home.path)
      group by u.region_code, u.id, e.period_code
    ), units as (
      select 'unit' as what, coalesce(r.region_code, s.region_code) as "regionCode",
        coalesce(r.unit_id, s.unit_id) as id, coalesce(r.period_code, s.period_code) as "periodCode",
        (r.headcount, r.scored, r.score_total, r.coverage_total, r.observations)::text as expected,
        (s.headcount, s.scored, s.score_total, s.coverage_total, s.observations)::text as stored
      from rolled r
      full join unit_score s using (region_code, unit_id, period_code)
      where (coalesce(r.headcount, 0), coalesce(r.scored, 0), coalesce(r.score_total, 0),
             coalesce(r.coverage_total, 0), coalesce(r.observations, 0))
        is distinct from (s.headcount, s.scored, s.score_total, s.coverage_total, s.observations)
    )
    select * from employees union all select * from units`,
    [policy.minimumCoverage, policy.cap],
  );
}
