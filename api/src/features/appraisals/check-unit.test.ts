import { openStores } from '../../app/stores.js';
import type { OrganisationPredicate } from '../../domain/appraisal/distribution-check.js';
import { confirm, FINISHED, planFinishedQuarter, step, type People } from '../../testing/finished-quarter.js';
import { composeSmallOffice, NOON, REGION, type SmallOffice } from '../../testing/small-office.js';
import { checkUnit } from './check-unit.js';
import type { PredicateBasis } from './confirmation.store.js';

describe('the predicates of a unit against the guideline', () => {
  let pantau: SmallOffice;
  let people: People;
  let units: Record<string, string>;

  beforeAll(async () => {
    pantau = await composeSmallOffice();
    people = await planFinishedQuarter(pantau);
    units = Object.fromEntries(
      (await sql('select code, id from org_unit')).map(({ code, id }) => [code, id]),
    );
  });
  afterAll(async () => {
    await pantau?.close();
  });

  const sql = async (text: string, values: unknown[] = []) =>
    (await pantau.database.client.query(text, values)).rows;
  const OFFICE = '35.78.26';
  const KALIJUDAN = '35.78.26.1006';
  const KALISARI = '35.78.26.1004';
  const check = (
    unit: string,
    basis: PredicateBasis = 'CONFIRMED',
    organisation: OrganisationPredicate = 'BAIK',
    period = FINISHED,
  ) => checkUnit(openStores(pantau.orm.em.fork(), REGION, NOON), unit, period, organisation, basis);
  const countsOf = async (unit: string, basis: PredicateBasis) => {
    const { counts } = (await check(units[unit]!, basis))!;
    return Object.fromEntries(Object.entries(counts).filter(([, people]) => people > 0));
  };
  const codesOf = async (unit: string, organisation: OrganisationPredicate) =>
    (await check(units[unit]!, 'CONFIRMED', organisation))!.findings.map(({ code }) => code);

  it('say nothing before anybody has one', async () => {
    expect(await countsOf(OFFICE, 'CONFIRMED')).toEqual({});
    expect(await codesOf(OFFICE, 'BAIK')).toEqual(['TOO_FEW_PEOPLE']);
  });

  it('count whoever served in the unit or below it, once, by the latest verdict', async () => {
    await step(pantau, 'CLOSE');
    await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi, behaviour: 'BELOW' });
    await confirm(pantau, { employeeId: people.budi, appraiserId: people.joko });
    await confirm(pantau, {
      employeeId: people.dewi,
      appraiserId: people.joko,
      workResult: 'ABOVE',
      behaviour: 'ABOVE',
    });
    // Sari also helped out in Kalisari; her score then moved, so that she was confirmed anew.
    await sql(
      `insert into placement (region_code, employee_id, period_code, unit_id, days) values ('${REGION}', $1, $2, $3, 9)`,
      [people.sari, FINISHED, units[KALISARI]],
    );
    await sql(`update employee_score set value = 70 where employee_id = $1 and period_code = $2`, [
      people.sari,
      FINISHED,
    ]);
    await confirm(pantau, { employeeId: people.sari, appraiserId: people.budi, workResult: 'BELOW' });

    expect(await countsOf(OFFICE, 'CONFIRMED')).toEqual({ SANGAT_BAIK: 1, BAIK: 1, BUTUH_PERBAIKAN: 1 });
    expect(await countsOf(KALIJUDAN, 'CONFIRMED')).toEqual({ BAIK: 1, BUTUH_PERBAIKAN: 1 });
    expect(await countsOf(KALISARI, 'CONFIRMED')).toEqual({ SANGAT_BAIK: 1, BUTUH_PERBAIKAN: 1 });
    expect(await codesOf(OFFICE, 'BAIK')).toEqual(['NOT_MOST']);
    expect(await codesOf(OFFICE, 'SANGAT_KURANG')).toEqual(['BELOW_LIMIT', 'NONE_EXPECTED']);
  });

  it('count what the system proposes apart from what is confirmed', async () => {
    expect(await countsOf(OFFICE, 'PROPOSED')).toEqual({});
    await sql(`update employee_score set predicate = 'KURANG' where employee_id = $1 and period_code = $2`, [
      people.dewi,
      FINISHED,
    ]);
    expect(await countsOf(OFFICE, 'PROPOSED')).toEqual({ KURANG: 1 });
    expect(await countsOf(KALIJUDAN, 'PROPOSED')).toEqual({});
    expect(await countsOf(KALISARI, 'PROPOSED')).toEqual({ KURANG: 1 });
  });

  it('are no answer where there is no such unit or period', async () => {
    expect(await check(people.sari)).toBeNull();
    expect(await check(units[OFFICE]!, 'CONFIRMED', 'BAIK', '2019-Q1')).toBeNull();
  });

  it('say too little below the number of people that the policy asks for', async () => {
    await sql(
      `insert into scoring_policy (region_code, version, state, numbers, note, created_at, created_by, effective_from,
         signed_at, signed_by)
       select region_code, 'strict', state, jsonb_set(numbers, '{minimumPeople}', '3'), note, created_at, created_by,
         '2026-01-01', now(), signed_by
       from scoring_policy`,
    );
    expect(await codesOf(OFFICE, 'BAIK')).toEqual(['NOT_MOST']);
    expect(await codesOf(KALIJUDAN, 'BAIK')).toEqual(['TOO_FEW_PEOPLE']);
  });
});
