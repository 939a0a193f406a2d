import type { Pantau } from '../app/compose.js';
import type { TestDatabase } from './database.js';
import { importTexts, openSmallOffice, REGION } from './small-office.js';

/** The months of a year, as periods; over before the quarter of the small office begins. */
export const MONTHS_OF_2025 = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);

/** Structurally right and plainly invented: sequence 91x. */
const nipOf = (n: number): string =>
  `19800${1 + (n % 9)}${10 + Math.floor(n / 9)}2010031${String(910 + (n % 90)).padStart(3, '0')}`.slice(
    0,
    18,
  );

/**
 * The small office with `people` employees in all, each with a score in each month of a year beside the quarter that
 * goes on. The months stand in the record as if they had been computed then; nobody recomputes them.
 */
export async function openOfficeOfAYear(
  pantau: Pick<Pantau, 'orm' | 'unitOfWork'>,
  { client }: Pick<TestDatabase, 'client'>,
  people: number,
): Promise<void> {
  await openSmallOffice(pantau);
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from employee');
  const rest = Array.from({ length: people - rows[0]!.count }, (_, n) => n);
  const { findings } = await importTexts(pantau, {
    employees: `nip,name,status,unit,position\n${rest
      .map((n) => `${nipOf(n)},Pegawai Rekaan ${n},PNS,35.78.26.100${n % 2 === 0 ? 6 : 4},Petugas Loket`)
      .join('\n')}\n`,
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  await client.query(
    `insert into period (region_code, code, starts_on, ends_on, state)
     select $1, code, (code || '-01')::date, (code || '-01')::date + interval '1 month' - interval '1 day', 'CLOSED'
     from unnest($2::text[]) as code
     on conflict do nothing`,
    [REGION, MONTHS_OF_2025],
  );
  await client.query(
    `insert into employee_score (region_code, employee_id, period_code, value, coverage, observations, work_value,
       work_rating, behaviour_value, behaviour_rating, predicate, policy_version, changed_at)
     select $1, id, code, 80 + random() * 30, 0.9, 12, 95, 'MEETS', 0.2, 'MEETS', 'BAIK',
       (select version from scoring_policy limit 1), '2025-12-31'
     from employee, unnest($2::text[]) as code`,
    [REGION, MONTHS_OF_2025],
  );
}
