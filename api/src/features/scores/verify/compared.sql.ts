/** What is stored beside what follows from the record; only what differs. */
export const COMPARED = `
employees as (
  select 'employee' as what, coalesce(e.region_code, s.region_code) as region_code,
    coalesce(e.employee_id, s.employee_id)::text as id, coalesce(e.period_code, s.period_code) as period_code,
    (e.value, e.coverage, e.observations, e.work_value, e.work_rating, e.behaviour_value, e.behaviour_rating,
      e.predicate, e.version)::text as expected,
    (s.value, s.coverage, s.observations, s.work_value, s.work_rating, s.behaviour_value, s.behaviour_rating,
      s.predicate, s.policy_version)::text as stored
  from expected e
  full join employee_score s using (region_code, employee_id, period_code)
  where (e.value, e.coverage, e.observations, e.work_value, e.work_rating, e.behaviour_value, e.behaviour_rating,
      e.predicate, e.version)
    is distinct from (s.value, s.coverage, s.observations, s.work_value, s.work_rating, s.behaviour_value,
      s.behaviour_rating, s.predicate, s.policy_version)
), measurements as (
  select 'measurement', coalesce(e.region_code, s.region_code), coalesce(e.employee_id, s.employee_id)::text || ' '
      || coalesce(e.indicator_id, s.indicator_id)::text, coalesce(e.period_code, s.period_code),
    (e.observations, e.total, e.latest_value, e.latest_id, e.observers, e.weight_total, e.weighted_total)::text,
    (s.observations, s.total, s.latest_value, s.latest_id, s.observers, s.weight_total, s.weighted_total)::text
  from measured e
  full join measurement s using (region_code, employee_id, period_code, indicator_id)
  where (e.observations, e.total, e.latest_value, e.latest_at, e.latest_id, e.observers, e.weight_total, e.weighted_total)
    is distinct from (s.observations, s.total, s.latest_value, s.latest_at, s.latest_id, s.observers, s.weight_total,
      s.weighted_total)
), placements as (
  select 'placement', coalesce(e.region_code, s.region_code), coalesce(e.employee_id, s.employee_id)::text || ' '
      || coalesce(e.unit_id, s.unit_id)::text, coalesce(e.period_code, s.period_code), e.days::text, s.days::text
  from placed e
  full join placement s using (region_code, employee_id, period_code, unit_id)
  where e.days is distinct from s.days
), in_unit as (
  select u.region_code, u.id as unit_id, q.employee_id, q.period_code, sum(q.days) as days
  from placed q
  join org_unit home on home.region_code = q.region_code and home.id = q.unit_id
  join org_unit u on u.region_code = q.region_code and u.id = any(home.path)
  group by u.region_code, u.id, q.employee_id, q.period_code
), rolled as (
  select n.region_code, n.unit_id, n.period_code, count(*)::int as headcount, count(e.value)::int as scored,
    sum(n.days)::bigint as days, coalesce(sum(n.days) filter (where e.value is not null), 0)::bigint as scored_days,
    coalesce(sum(n.days * e.value), 0) as score_total, sum(n.days * e.coverage) as coverage_total,
    sum(e.observations)::int as observations
  from in_unit n
  join expected e using (region_code, employee_id, period_code)
  group by n.region_code, n.unit_id, n.period_code
), units as (
  select 'unit', coalesce(r.region_code, s.region_code), coalesce(r.unit_id, s.unit_id)::text,
    coalesce(r.period_code, s.period_code),
    (r.headcount, r.scored, r.days, r.scored_days, r.score_total, r.coverage_total, r.observations)::text,
    (s.headcount, s.scored, s.days, s.scored_days, s.score_total, s.coverage_total, s.observations)::text
  from rolled r
  full join unit_score s using (region_code, unit_id, period_code)
  where (coalesce(r.headcount, 0), coalesce(r.scored, 0), coalesce(r.days, 0), coalesce(r.scored_days, 0),
      coalesce(r.score_total, 0), coalesce(r.coverage_total, 0), coalesce(r.observations, 0))
    is distinct from (s.headcount, s.scored, s.days, s.scored_days, s.score_total, s.coverage_total, s.observations)
)`;
