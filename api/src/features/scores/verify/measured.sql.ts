/** What the observations of each target add up to: the realisation of results (RE), the recency sums of behaviour (BE). */
export const MEASURED = `
weighed as (
  select e.*, i.kind, i.aggregation,
    case when i.kind = 'BEHAVIOUR' then greatest(0.000001, round(
      (1 - ((p.ends_on - e.observed_on) % p.half_life)::numeric(60, 30) / (2 * p.half_life))
        / power(2::numeric, (p.ends_on - e.observed_on) / p.half_life), 6)) end as recency
  from effective e
  join indicator i on i.region_code = e.region_code and i.id = e.indicator_id
  join policy p on p.region_code = e.region_code and p.period_code = e.period_code
), measured as (
  select region_code, employee_id, period_code, indicator_id, kind, aggregation, count(*)::int as observations,
    sum(value) as total, (array_agg(value order by observed_at desc, id desc))[1] as latest_value,
    max(observed_at) as latest_at, (array_agg(id order by observed_at desc, id desc))[1] as latest_id,
    array_agg(distinct observer) filter (where kind = 'BEHAVIOUR') as observers,
    sum(recency) as weight_total, sum(recency * value) as weighted_total
  from weighed
  group by region_code, employee_id, period_code, indicator_id, kind, aggregation
)`;
