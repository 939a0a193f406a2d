/**
 * What counts, from the raw record: the policy of each period (PO), observations that nobody took back or put right,
 * and the days that everybody served where (SD).
 */
export const EFFECTIVE = `
policy as (
  select p.region_code, p.code as period_code, p.starts_on, p.ends_on, p.state, s.version, s.numbers,
    (p.ends_on - p.starts_on + 1) as of_days,
    (s.numbers ->> 'cap')::numeric as cap,
    (s.numbers ->> 'minimumCoverage')::numeric as minimum_coverage,
    (s.numbers #>> '{bands,above}')::numeric as above,
    (s.numbers #>> '{bands,meets}')::numeric as meets,
    (s.numbers #>> '{shares,results}')::numeric as results_share,
    (s.numbers #>> '{shares,behaviour}')::numeric as behaviour_share,
    (s.numbers #>> '{behaviour,halfLifeDays}')::int as half_life,
    (s.numbers #>> '{behaviour,minimumObservations}')::int as minimum_observations,
    (s.numbers #>> '{behaviour,minimumObservers}')::int as minimum_observers,
    (s.numbers #>> '{behaviour,minimumValues}')::int as minimum_values,
    (s.numbers #>> '{behaviour,points,below}')::numeric as points_below,
    (s.numbers #>> '{behaviour,points,meets}')::numeric as points_meets,
    (s.numbers #>> '{behaviour,points,above}')::numeric as points_above
  from period p
  cross join lateral (
    select * from scoring_policy s
    where s.region_code = p.region_code and s.state = 'SIGNED' and s.effective_from <= p.starts_on
    order by s.effective_from desc, s.signed_at desc limit 1
  ) s
), effective as (
  select o.*, (o.observed_at at time zone 'Asia/Jakarta')::date as observed_on
  from observation o
  where not o.withdrawn and not exists (
    select 1 from observation s where s.region_code = o.region_code and s.supersedes_id = o.id
  )
), held_assignment as (
  select a.region_code, a.employee_id, a.kind, a.unit_id, a.starts_on,
    least(coalesce(a.ends_on, 'infinity'), case when a.kind = 'REGULAR' then coalesce(
      lead(a.starts_on) over (partition by a.region_code, a.employee_id, a.kind order by a.starts_on) - 1, 'infinity')
      else 'infinity' end) as ends_on
  from (
    select distinct on (region_code, employee_id, kind, starts_on) * from assignment
    order by region_code, employee_id, kind, starts_on, recorded_at desc, id desc
  ) a
), held_leave as (
  select distinct on (region_code, employee_id, starts_on) * from leave
  order by region_code, employee_id, starts_on, recorded_at desc, id desc
), leave_day as (
  select distinct l.region_code, l.employee_id, p.period_code, day::date as day
  from held_leave l
  join policy p on p.region_code = l.region_code and p.starts_on <= l.ends_on and p.ends_on >= l.starts_on
  cross join generate_series(greatest(l.starts_on, p.starts_on), least(l.ends_on, p.ends_on), interval '1 day') day
), assigned_day as (
  -- An acting appointment comes before the regular one, the one that began later before the earlier.
  select distinct on (s.region_code, s.employee_id, s.period_code, day)
    s.region_code, s.employee_id, s.period_code, day::date as day, a.unit_id
  from employee_score s
  join policy p using (region_code, period_code)
  join held_assignment a on a.region_code = s.region_code and a.employee_id = s.employee_id
    and a.starts_on <= p.ends_on and a.ends_on >= p.starts_on
  cross join generate_series(greatest(a.starts_on, p.starts_on), least(a.ends_on, p.ends_on), interval '1 day') day
  where p.state in ('OPEN', 'REOPENED')
  order by s.region_code, s.employee_id, s.period_code, day, a.kind, a.starts_on desc, a.unit_id desc
), placed_day as (
  select * from assigned_day d
  where (region_code, employee_id, period_code, day) not in (
    select region_code, employee_id, period_code, day from leave_day
  )
), placed as (
  select region_code, employee_id, period_code, unit_id, count(*)::int as days from placed_day
  group by region_code, employee_id, period_code, unit_id
  union all
  -- A closed period stays as it was closed, whatever was recorded of transfers and leaves since.
  select q.region_code, q.employee_id, q.period_code, q.unit_id, q.days from placement q
  join policy p using (region_code, period_code) where p.state in ('CLOSED', 'CONFIRMED')
), service as (
  select s.region_code, s.employee_id, s.period_code, coalesce(sum(q.days), 0)::int as served
  from employee_score s
  left join placed q using (region_code, employee_id, period_code)
  group by s.region_code, s.employee_id, s.period_code
)`;
