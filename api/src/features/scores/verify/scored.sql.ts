/**
 * Scores from what was measured: attainment (AT), work result (WR) with leave (LV), behaviour (BE), the number shown
 * (NV), ratings (RT) and the predicate proposed (PM).
 */
export const SCORED = `
planned as (
  select t.*, i.kind, p.numbers, p.cap, p.of_days, v.served,
    coalesce((
      select (w ->> 'weight')::numeric from jsonb_array_elements(p.numbers -> 'weightSets') s
      cross join jsonb_array_elements(s -> 'weights') w
      where s ->> 'role' = t.role and w ->> 'indicator' = i.code
    ), t.weight) as counted_weight,
    case
      when v.served = 0 or m.observations is null then null
      when i.aggregation = 'MEAN' then round(m.total::numeric(60, 30) / m.observations, 6)
      when i.aggregation = 'SUM' then round(m.total::numeric(60, 30) * p.of_days / v.served, 6)
      else m.latest_value
    end as realised
  from target t
  join indicator i on i.region_code = t.region_code and i.id = t.indicator_id
  join policy p on p.region_code = t.region_code and p.period_code = t.period_code
  join service v on v.region_code = t.region_code and v.employee_id = t.employee_id and v.period_code = t.period_code
  left join measured m on m.region_code = t.region_code and m.employee_id = t.employee_id
    and m.period_code = t.period_code and m.indicator_id = t.indicator_id
), attained as (
  select *, case
    when realised is null then null
    when ceiling_value is not null then least(cap, case
      when realised <= floor_value or realised >= ceiling_value then 0
      when realised < target_value then round(100 * (realised - floor_value)::numeric(60, 30) / (target_value - floor_value), 6)
      when realised <= stretch_value then 100
      else round(100 * (ceiling_value - realised)::numeric(60, 30) / (ceiling_value - stretch_value), 6)
    end)
    when numbers ->> 'attainmentMethod' = 'RATIO' and target_value >= 0 then least(cap, greatest(0, case
      when target_value = 0 and floor_value > 0 then case when realised <= 0 then cap else 0 end
      when target_value = 0 then case when realised > 0 then cap when realised = 0 then 100 else 0 end
      when floor_value > target_value then round(100 * (2 * target_value - realised)::numeric(60, 30) / target_value, 6)
      else round(100 * realised::numeric(60, 30) / target_value, 6)
    end))
    else least(cap, greatest(0, case
      when sign(target_value - floor_value) * (realised - target_value) < 0
        then round(100 * (realised - floor_value)::numeric(60, 30) / (target_value - floor_value), 6)
      when stretch_value = target_value then 100
      else least(120, 100 + round(20 * (realised - target_value)::numeric(60, 30) / (stretch_value - target_value), 6))
    end))
  end as attainment
  from planned where kind = 'RESULT'
), work_sums as (
  select v.region_code, v.employee_id, v.period_code,
    coalesce(round(sum(counted_weight) filter (where attainment is not null)::numeric(60, 30)
      / nullif(sum(counted_weight), 0), 6), 0) as coverage,
    round(sum(counted_weight * attainment)::numeric(80, 30)
      / sum(counted_weight) filter (where attainment is not null), 6) as value
  from service v left join attained a using (region_code, employee_id, period_code)
  group by v.region_code, v.employee_id, v.period_code
), core_value as (
  select m.region_code, m.employee_id, m.period_code, round(
    p.points_meets + m.weighted_total::numeric(80, 30) / m.weight_total
      * case when m.weighted_total < 0 then p.points_meets - p.points_below else p.points_above - p.points_meets end,
    6) as points
  from measured m
  join policy p using (region_code, period_code)
  join service v using (region_code, employee_id, period_code)
  where m.kind = 'BEHAVIOUR' and v.served > 0 and m.observations >= p.minimum_observations
    and cardinality(m.observers) >= p.minimum_observers
), behaviour_sums as (
  select region_code, employee_id, period_code, count(*) as values_counted,
    round(sum(points)::numeric(60, 30) / count(*), 6) as value
  from core_value group by region_code, employee_id, period_code
), halves as (
  select w.region_code, w.employee_id, w.period_code, w.coverage, p.version, p.above, p.meets, p.results_share,
    p.behaviour_share,
    case when w.coverage >= p.minimum_coverage then w.value end as work_value,
    case when b.values_counted >= p.minimum_values then b.value end as behaviour_value
  from work_sums w
  join policy p using (region_code, period_code)
  left join behaviour_sums b using (region_code, employee_id, period_code)
), rated as (
  select *,
    case when work_value >= above then 'ABOVE' when work_value >= meets then 'MEETS'
      when work_value is not null then 'BELOW' end as work_rating,
    case when behaviour_value >= above then 'ABOVE' when behaviour_value >= meets then 'MEETS'
      when behaviour_value is not null then 'BELOW' end as behaviour_rating,
    case when behaviour_value is null then work_value
      else round((results_share * work_value + behaviour_share * behaviour_value) / 100, 6) end as value
  from halves
), expected as (
  select r.*, coalesce(o.observations, 0) as observations, case
    when work_rating is null or behaviour_rating is null then null
    when behaviour_rating = 'BELOW' and work_rating = 'BELOW' then 'SANGAT_KURANG'
    when behaviour_rating = 'BELOW' then 'KURANG'
    when work_rating = 'BELOW' then 'BUTUH_PERBAIKAN'
    when work_rating = 'ABOVE' and behaviour_rating = 'ABOVE' then 'SANGAT_BAIK'
    else 'BAIK'
  end as predicate
  from rated r
  left join (
    select region_code, employee_id, period_code, sum(observations)::int as observations from measured
    group by region_code, employee_id, period_code
  ) o using (region_code, employee_id, period_code)
)`;
