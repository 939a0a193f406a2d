import fc from 'fast-check';
import { openStores } from '../../app/stores.js';
import { contest, rule } from '../../testing/objections.js';
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
import { pairKey } from '../scores/pair-key.js';
import { replayScores } from '../scores/replay-scores.js';
import type { StoredScore } from '../scores/score.store.js';
import { storedScore } from '../scores/stored-score.js';
import { ifUpheld } from './if-upheld.js';

const nips = Object.values(NIPS);
/** A mean, the latest value, a sum, and the seven core values. */
const INDICATORS = [
  ...['ADM-01', 'ADM-03', 'ADM-90', 'ADM-91'],
  ...[1, 2, 3, 4, 5, 6, 7].map((value) => `AKH-${value}`),
];

let pantau: SmallOffice;
let ids: Record<string, string>;

beforeAll(async () => {
  pantau = await composeSmallOffice();
  await importTexts(pantau, {
    indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
ADM-90,Kunjungan lapangan,Field visits,kunjungan,HIGHER,SUM,0,,buku,Jumlah kunjungan
ADM-91,Berkas tertunda,Files waiting,berkas,LOWER,LATEST,0,,buku,Berkas yang belum selesai
`,
    targets: `nip,indicator,period,weight,floor,target,stretch\n${nips
      .flatMap((nip) => [`${nip},ADM-90,${PERIOD},50,0,200,300`, `${nip},ADM-91,${PERIOD},50,100,40,10`])
      .join('\n')}\n`,
    // Each is appraised by the next one.
    'reporting-lines': `nip,appraiser,starts_on\n${nips
      .map((nip, n) => `${nip},${nips[(n + 1) % 4]},2026-01-01`)
      .join('\n')}\n`,
    // Behaviour just at the number that counts: three observations by two people and more, of four core values.
    observations: `nip,indicator,value,observed_at,observer\n${nips
      .flatMap((nip) =>
        [1, 2, 3, 4].flatMap((value) =>
          nips
            .filter((other) => other !== nip)
            .map((other, n) => `${nip},AKH-${value},${(n % 3) - 1},2026-10-1${n} 09:00,${other}`),
        ),
      )
      .join('\n')}\n`,
  });
  const rows = await sql('select nip as name, id from employee union all select code, id from indicator');
  ids = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
});
afterAll(async () => {
  await pantau?.close();
});

const sql = async (text: string, values: unknown[] = []) =>
  (await pantau.database.client.query(text, values)).rows;
const stores = () => openStores(pantau.orm.em.fork(), REGION, NOON);
const at = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000).toISOString();

let keys = 0;
interface Seen {
  readonly what: number;
  readonly number: number;
  readonly minutes: number;
  readonly observer: number;
}
async function observe(who: number, seen: readonly Seen[]): Promise<void> {
  const lines = seen.map(({ what, number, minutes, observer }) => {
    const code = INDICATORS[what]!;
    const value = code.startsWith('AKH') ? (number % 3) - 1 : number / 10;
    const by = nips[(who + 1 + observer) % nips.length];
    keys += 1;
    return `k${keys},${nips[who]},${code},${value},${at(minutes)},${by}`;
  });
  const { findings } = await importTexts(pantau, {
    observations: `key,nip,indicator,value,observed_at,observer\n${lines.join('\n')}\n`,
  });
  expect(findings).toEqual([]);
}

/** What of a score is stored, but for the number of observations. */
const told = (score: StoredScore) => ({ ...score, observations: 0 });

const seen = fc.record({
  what: fc.nat({ max: INDICATORS.length - 1 }),
  number: fc.integer({ min: 0, max: 1000 }),
  minutes: fc.integer({ min: 1, max: 50 * 24 * 60 }),
  observer: fc.nat({ max: 2 }),
});

it('is exactly what the ruling then gives, for one objection and for all together', async () => {
  const moves = { work: 0, behaviour: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 3 }),
      fc.array(seen, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      async (who, observations, picks) => {
        const employeeId = ids[nips[who]!]!;
        const pair = { employeeId, periodCode: PERIOD };
        const now = async () => told((await stores().scores.lock([pair]))[0]!);
        await observe(who, observations);
        const free = await sql(
          `select o.id from observation o where employee_id = $1 and not withdrawn
             and not exists (select 1 from observation s where s.supersedes_id = o.id)
             and not exists (select 1 from contest c where c.observation_id = o.id) order by id desc`,
          [employeeId],
        );
        const contested = new Set(picks.map((pick) => free[pick % Math.min(free.length, 20)].id as string));
        const before = await now();
        for (const observationId of contested) await contest(pantau, { observationId, employeeId });
        const open = await stores().contests.openOf([pair]);
        expect(open.map(({ observationId }) => observationId).sort()).toEqual([...contested].sort());
        expect(await now()).toEqual(before);

        const alone = await ifUpheld(stores(), open);
        const look = { view: { asOf: null, knownAt: null }, without: [...contested] };
        const together = (await replayScores(stores(), [pair], look)).get(pairKey(pair))!;
        const [first, ...others] = open;
        const { now: stands, upheld } = alone.get(first!.id)!;
        expect(told(storedScore(pair, stands, 0))).toEqual(before);

        const ruledBy = ids[nips[(who + 2) % 4]!]!;
        const uphold = async (contestId: string) =>
          expect(await rule(pantau, { contestId, ruledBy })).toEqual({ id: contestId });
        await uphold(first!.id);
        expect(await now()).toEqual(told(storedScore(pair, upheld, 0)));
        for (const { id } of others) await uphold(id);
        const after = await now();
        expect(after).toEqual(told(storedScore(pair, together.score, 0)));
        if (after.workValue !== before.workValue) moves.work += 1;
        if (after.behaviourValue !== before.behaviourValue) moves.behaviour += 1;
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
  expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  expect(Math.min(moves.work, moves.behaviour)).toBeGreaterThan(0);
}, 120_000);
