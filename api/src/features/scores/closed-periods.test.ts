import { openStores } from '../../app/stores.js';
import { formatAmount } from '../../domain/amount.js';
import { FINISHED, planFinishedQuarter, step, type People } from '../../testing/finished-quarter.js';
import {
  composeSmallOffice,
  importTexts,
  NIPS,
  NOON,
  REGION,
  type SmallOffice,
} from '../../testing/small-office.js';
import { scoreDifferences } from '../../testing/verify-scores.js';
import { replayBoard } from './replay-board.js';
import { replayScores } from './replay-scores.js';

const HOUR_MS = 3_600_000;

describe('a closed period', () => {
  let clock = NOON;
  let pantau: SmallOffice;
  let people: People;

  beforeAll(async () => {
    pantau = await composeSmallOffice(() => clock);
    people = await planFinishedQuarter(pantau);
    // A count, which leave is made up for: five visits in the whole quarter.
    await importTexts(pantau, {
      indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
LAP-01,Kunjungan,Visits,kunjungan,HIGHER,SUM,0,,register,Banyaknya kunjungan
`,
      targets: `nip,indicator,period,weight,floor,target,stretch\n${[NIPS.sari, NIPS.budi].map((nip) => `${nip},LAP-01,${FINISHED},400,0,10,20`).join('\n')}\n`,
      observations: `nip,indicator,value,observed_at\n${[NIPS.sari, NIPS.budi].map((nip) => `${nip},LAP-01,5,2026-07-10 09:00`).join('\n')}\n`,
    });
  });
  afterAll(async () => {
    await pantau?.close();
  });

  const stores = () => openStores(pantau.orm.em.fork(), REGION, clock);
  const pair = () => ({ employeeId: people.sari, periodCode: FINISHED });
  const stored = async () => (await stores().scores.get(people.sari, FINISHED))!;
  const replayed = async (view: { asOf?: Date; knownAt?: Date } = {}) => {
    const { asOf = null, knownAt = null } = view;
    const [computed] = (await replayScores(stores(), [pair()], { view: { asOf, knownAt } })).values();
    return formatAmount(computed!.score.value!);
  };

  it('stays as it was closed, also when it is computed again, and follows once it is reopened', async () => {
    // Half of the visits that were planned.
    expect(await replayed()).toBe('50');
    clock = new Date(NOON.getTime() + HOUR_MS);
    expect(await step(pantau, 'CLOSE')).toBe('CLOSE');
    clock = new Date(NOON.getTime() + 2 * HOUR_MS);
    const { findings } = await importTexts(pantau, {
      leaves: `nip,starts_on,ends_on\n${NIPS.sari},2026-08-16,2026-09-30\n`,
    });
    expect(findings).toEqual([]);

    clock = new Date(NOON.getTime() + 4 * HOUR_MS);
    expect(Number((await stored()).value)).toBe(50);
    expect(await replayed()).toBe('50');
    expect(await replayed({ asOf: NOON })).toBe('50');
    expect(await replayed({ knownAt: new Date(NOON.getTime() + 3 * HOUR_MS) })).toBe('50');
    const kalijudan = async () =>
      (await replayBoard(stores(), FINISHED, { asOf: NOON, knownAt: null })).find(
        ({ code }) => code === '35.78.26.1006',
      )!.value;
    expect(await kalijudan()).toBe('50');
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);

    expect(await step(pantau, 'REOPEN', 'Cuti tercatat sesudah penutupan')).toBe('REOPEN');
    // Five visits in half of the days are ten in all of them.
    expect(Number((await stored()).value)).toBe(100);
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
    clock = new Date(NOON.getTime() + 5 * HOUR_MS);
    expect(await replayed()).toBe('100');
    expect(await replayed({ knownAt: new Date(NOON.getTime() + 3 * HOUR_MS) })).toBe('50');
  });
});
