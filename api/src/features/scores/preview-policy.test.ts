import fc from 'fast-check';
import { openStores, type Stores } from '../../app/stores.js';
import { amount, formatAmount } from '../../domain/amount.js';
import type { UnitOnBoard } from '../../domain/facts.js';
import type { PolicyChanges } from '../../domain/scoring/change-policy.js';
import type { Context } from '../../platform/graphql/context.js';
import { draft, drop, sign, signedWith } from '../../testing/sign-policies.js';
import {
  composeSmallOffice,
  importTexts,
  NIPS,
  NOON,
  PERIOD,
  REGION,
  type SmallOffice,
} from '../../testing/small-office.js';
import { scoreDifferences } from '../../testing/verify-scores.js';
import { PREVIEWED_AT_MOST, previewPolicy, type Preview } from './preview-policy.js';
import { PolicyPreviewResolver } from './preview.resolver.js';
import { readBoard } from './read-board.js';
import type { StoredScore } from './score.store.js';

const MORE = Array.from({ length: 8 }, (_, n) => `19${70 + n}0203200501${(n % 2) + 1}9${10 + n}`);
const PEOPLE = [...Object.values(NIPS), ...MORE];
const UNITS = ['35.78.26', '35.78.26.1006', '35.78.26.1004'];
const ROLES = ['LOKET', 'LURAH', ''];

/** Invented but always the same: a number from 0 to `below` less one for each text. */
function pick(text: string, below: number): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973;
  return sum % below;
}

/** Twelve people in three units and two roles, some with half of their data, one moved, one on leave. */
async function peopleTheOffice(pantau: SmallOffice): Promise<void> {
  const observed = PEOPLE.flatMap((nip, n) => [
    ...(n % 5 === 4 ? [] : [`${nip},ADM-01,${75 + pick(`${nip}a`, 25)},2026-10-0${1 + (n % 9)} 09:00,`]),
    ...(n % 6 === 5 ? [] : [`${nip},ADM-03,${5 + pick(`${nip}b`, 30)},2026-10-1${n % 9} 09:00,`]),
    ...PEOPLE.slice(0, 3)
      .filter((observer) => observer !== nip)
      .flatMap((observer, m) =>
        [1, 2, 3, 4, 5, 6, 7].flatMap((value) =>
          pick(`${nip}${observer}${value}`, 5) === 0
            ? []
            : [1, 2].map(
                (time) =>
                  `${nip},AKH-${value},${pick(`${nip}${m}${value}${time}`, 3) - 1},2026-1${time - 1}-1${m} 09:00,${observer}`,
              ),
        ),
      ),
  ]);
  const { findings } = await importTexts(pantau, {
    employees: `nip,name,status,unit,position
${MORE.map((nip, n) => `${nip},Pegawai ${n},PNS,${UNITS[n % 3]},Petugas`).join('\n')}
`,
    targets: `nip,indicator,period,weight,floor,target,stretch,role
${PEOPLE.flatMap((nip, n) => [
  `${nip},ADM-01,${PERIOD},60,70,95,99,${ROLES[n % 3]}`,
  `${nip},ADM-03,${PERIOD},40,45,15,8,${ROLES[n % 3]}`,
]).join('\n')}
`,
    assignments: `nip,unit,position,kind,starts_on\n${NIPS.sari},35.78.26.1004,Petugas,REGULAR,2026-11-01\n`,
    leaves: `nip,starts_on,ends_on\n${NIPS.dewi},2026-10-10,2026-10-30\n`,
    observations: `nip,indicator,value,observed_at,observer\n${observed.join('\n')}\n`,
  });
  expect(findings).toEqual([]);
}

/** Three edges of whole points from 0 to the cap, in order. */
const edges = (cap: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: cap }), { minLength: 3, maxLength: 3 })
    .map((all) => all.toSorted((a, b) => a - b).map(String) as [string, string, string]);

/** Numbers that hold together; every one of them may be another than in the first policy. */
const numbers: fc.Arbitrary<PolicyChanges> = fc.integer({ min: 100, max: 200 }).chain((cap) =>
  fc
    .record({
      attainmentMethod: fc.constantFrom('POINTS' as const, 'RATIO' as const),
      minimumCoverage: fc.constantFrom('0', '0.4', '0.41', '0.6', '0.61', '1'),
      bands: edges(cap),
      results: fc.integer({ min: 1, max: 100 }),
      points: edges(cap),
      behaviour: fc.record({
        halfLifeDays: fc.integer({ min: 1, max: 120 }),
        minimumObservations: fc.integer({ min: 2, max: 5 }),
        minimumObservers: fc.integer({ min: 1, max: 2 }),
        minimumValues: fc.integer({ min: 1, max: 7 }),
      }),
      minimumPeople: fc.integer({ min: 1, max: 6 }),
      weight: fc.option(fc.integer({ min: 1, max: 99 })),
    })
    .map(({ results, weight, bands, points, behaviour, ...rest }) => ({
      ...rest,
      cap: String(cap),
      bands: { decide: bands[0], meets: bands[1], above: bands[2] },
      shares: { results: String(results), behaviour: String(100 - results) },
      behaviour: { ...behaviour, points: { below: points[0], meets: points[1], above: points[2] } },
      weightSets:
        weight === null
          ? []
          : [
              {
                role: 'LOKET',
                weights: [
                  { indicator: 'ADM-01', weight: String(weight) },
                  { indicator: 'ADM-03', weight: String(100 - weight) },
                ],
              },
            ],
    })),
);

describe('a preview', () => {
  let pantau: SmallOffice;
  let ids: Record<string, string>;

  beforeAll(async () => {
    pantau = await composeSmallOffice();
    await peopleTheOffice(pantau);
    const { rows } = await pantau.database.client.query(
      'select nip as name, id from employee union all select code, id from org_unit',
    );
    ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
  });
  afterAll(async () => {
    await pantau?.close();
  });

  const stores = () => openStores(pantau.orm.em.fork(), REGION, NOON);
  const preview = (version: string, unit: string | null = null, period = PERIOD) =>
    previewPolicy(stores(), version, period, unit);
  const board = () => readBoard(stores(), PERIOD);
  const storedScores = async (): Promise<Map<string, StoredScore>> => {
    const pairs = (await stores().scores.peopleIn(PERIOD)).map((employeeId) => ({
      employeeId,
      periodCode: PERIOD,
    }));
    return new Map((await stores().scores.storedOf(pairs)).map((score) => [score.employeeId, score]));
  };
  const draftOf = async (changes: PolicyChanges) => {
    // The version is no number, but the place where a policy is shown is: no draft is the same as its basis.
    const { version, code } = await draft(pantau, { ...changes, shownPlaces: 1 });
    if (version === undefined) throw new Error(`${code}: ${JSON.stringify(changes)}`);
    return version;
  };

  const shown = ({ value, predicate, workRating, behaviourRating }: StoredScore) =>
    predicate === null ? [value] : [value, predicate, workRating, behaviourRating];
  const figures = ({ value, state }: UnitOnBoard) => ({ value, state });

  /** What a preview should have said, told from what was stored before and after the signature. */
  function told(before: Map<string, StoredScore>, after: Map<string, StoredScore>) {
    const pairs = [...before].map(([id, score]) => [score, after.get(id)!] as const);
    const values = pairs.map(([{ value: was }, { value: is }]) => [was, is] as const);
    const both = values.flatMap(([was, is]) =>
      was === null || is === null ? [] : [amount(is) - amount(was)],
    );
    return {
      people: pairs.length,
      ways: {
        UP: both.filter((delta) => delta > 0n).length,
        DOWN: both.filter((delta) => delta < 0n).length,
        SAME: values.filter(([was, is]) => was === is).length,
        GAINED: values.filter(([was, is]) => was === null && is !== null).length,
        LOST: values.filter(([was, is]) => was !== null && is === null).length,
      },
      predicatesMoved: pairs.filter(([was, is]) => was.predicate !== is.predicate).length,
      moves: pairs
        .filter(([was, is]) => JSON.stringify(shown(was)) !== JSON.stringify(shown(is)))
        .map(([was, is]) => ({ before: was, after: is })),
    };
  }

  function unitsTold(before: readonly UnitOnBoard[], after: readonly UnitOnBoard[]) {
    return before.flatMap((was, n) => {
      const is = after[n]!;
      const isSame = was.value === is.value && was.state === is.state;
      return isSame ? [] : [{ unitId: was.id, before: figures(was), after: figures(is) }];
    });
  }

  const unitsOf = ({ units }: Preview) =>
    units.map(({ unitId, before, after }) => {
      const [was, is] = [before, after].map(({ value, state }) => ({
        value: value === null ? null : formatAmount(value),
        state,
      }));
      return { unitId, before: was, after: is };
    });

  it('says for everybody and every unit what signing then gives', async () => {
    const ways = { UP: 0, DOWN: 0, SAME: 0, GAINED: 0, LOST: 0 };
    let [units, predicates] = [0, 0];
    await fc.assert(
      fc.asyncProperty(numbers, async (changes) => {
        const version = await draftOf(changes);
        const [people, offices] = [await storedScores(), await board()];
        const whole = (await preview(version))!;
        const part = (await preview(version, ids['35.78.26.1004']))!;
        expect([await storedScores(), await board()]).toEqual([people, offices]);

        expect(await sign(pantau, version, '2026-10-01')).toEqual({ version });
        expect(await scoreDifferences(pantau.database.client)).toEqual([]);
        const after = await storedScores();
        const { units: _units, version: tried, periodCode, policyVersion, ...rest } = whole;
        expect(rest).toEqual(told(people, after));
        const officesAfter = await board();
        expect(unitsOf(whole)).toEqual(unitsTold(offices, officesAfter));
        expect([tried, periodCode]).toEqual([version, PERIOD]);
        expect(policyVersion).toBe(people.get(ids[NIPS.joko]!)!.policyVersion);

        // Kalisari: Dewi, Sari since November, and everybody who was added there.
        const nips = [NIPS.dewi, NIPS.sari, ...MORE.filter((_, n) => n % 3 === 2)];
        const below = new Set(nips.map((nip) => ids[nip]));
        const of = (all: Map<string, StoredScore>) => new Map([...all].filter(([id]) => below.has(id)));
        expect(part).toMatchObject(told(of(people), of(after)));
        const kalisari = unitsTold(offices, officesAfter).filter(
          ({ unitId }) => unitId === ids['35.78.26.1004'],
        );
        expect(unitsOf(part)).toEqual(kalisari);

        for (const way of Object.keys(ways) as (keyof typeof ways)[]) ways[way] += whole.ways[way];
        units += whole.units.length;
        predicates += whole.predicatesMoved;
      }),
      { numRuns: 20, endOnFailure: true },
    );
    // Whatever can happen happened.
    for (const count of [...Object.values(ways), units, predicates]) expect(count).toBeGreaterThan(0);
  }, 120_000);

  it('is the same for a draft, one that is signed and one that was dropped', async () => {
    const version = await draftOf({ bands: { above: '101' } });
    const drafted = await preview(version);
    await drop(pantau, version);
    expect(await preview(version)).toEqual(drafted);
    const signed = await signedWith(pantau, { bands: { above: '101' } }, '2027-10-01');
    expect(await preview(signed)).toMatchObject({ ways: drafted!.ways, units: drafted!.units });
  });

  it('of the policy in force moves nobody', async () => {
    const inForce = (await stores().policies.ofPeriods([PERIOD])).get(PERIOD)!.version;
    expect(await preview(inForce)).toMatchObject({
      version: inForce,
      policyVersion: inForce,
      people: 12,
      ways: { UP: 0, DOWN: 0, SAME: 12, GAINED: 0, LOST: 0 },
      predicatesMoved: 0,
      moves: [],
      units: [],
    });
  });

  it('is none where there is no such policy or period, and empty where nobody serves', async () => {
    for (const version of ['2026-999', '2026-1\0', '']) expect(await preview(version)).toBeNull();
    for (const period of ['2025-Q4', 'Q4', '\0']) expect(await preview('2026-1', null, period)).toBeNull();
    expect(await preview('2026-1', '00000000-0000-4000-8000-000000000000')).toMatchObject({
      people: 0,
      units: [],
    });
  });

  describe('of more people than it computes', () => {
    /** Stores in which the period has so many people; nobody of them has a score. */
    const crowded = (people: number): Stores => {
      const real = stores();
      const peopleIn = async () =>
        Array.from({ length: people }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
      return { ...real, scores: { ...real.scores, peopleIn } };
    };
    const ask = (people: number) => {
      const context = {
        readWhole: (_region: string, look: (once: Stores) => Promise<unknown>) => look(crowded(people)),
      } as unknown as Context<Stores>;
      return new PolicyPreviewResolver().policyPreview(REGION, '2026-1', PERIOD, null, { first: 1 }, context);
    };

    it('asks for a unit', async () => {
      await expect(ask(PREVIEWED_AT_MOST + 1)).rejects.toMatchObject({
        message: expect.stringMatching(/20000 people; name a unit/),
        extensions: { code: 'BAD_INPUT' },
      });
    });

    it('answers up to its bound', async () => {
      expect(await ask(PREVIEWED_AT_MOST)).toMatchObject({ people: PREVIEWED_AT_MOST });
    }, 120_000);
  });
});
