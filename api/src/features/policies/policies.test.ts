import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openStores, type Stores } from '../../app/stores.js';
import { FIRST_POLICY } from '../../domain/scoring/policy.js';
import { DRAFT_REFUSALS, SIGNATURE_REFUSALS } from '../../domain/scoring/accept-policy.js';
import { writePolicy } from '../../domain/scoring/read-policy.js';
import { IMPORTER, COMMAND_LINE } from '../../platform/auth/actor.js';
import type { Verdict } from '../../platform/unit-of-work.js';
import { FINISHED, measureAsExpected, planFinishedQuarter, step } from '../../testing/finished-quarter.js';
import { draft, drop, sign, signedWith, versionsOf } from '../../testing/sign-policies.js';
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
import { beginTargetImport, importTargets } from '../indicators/import-targets.js';
import { logObservation } from '../observations/log-observation.js';

const NEXT = '2027-Q1';
const NOTE = 'Dicoba dahulu.';

let pantau: SmallOffice;
let now: Date;

beforeEach(async () => {
  now = NOON;
  pantau = await composeSmallOffice(() => now);
});
afterEach(async () => {
  await pantau?.close();
});

const sql = async (text: string, values: unknown[] = []) =>
  (await pantau.database.client.query(text, values)).rows;
const stores = () => openStores(pantau.orm.em.fork(), REGION, now);
const headOf = async () => (await sql('select head from stream_head'))[0].head;
const weights = (role: string, ...of: (readonly [indicator: string, weight: string])[]) => ({
  role,
  weights: of.map(([indicator, weight]) => ({ indicator, weight })),
});

/** The same plans as in the open quarter, for another period. */
const planFor = (period: string) =>
  importTexts(pantau, {
    targets: `nip,indicator,period,weight,floor,target,stretch
${Object.values(NIPS)
  .flatMap((nip) => [`${nip},ADM-01,${period},60,70,95,99`, `${nip},ADM-03,${period},40,45,15,8`])
  .join('\n')}
`,
  });

/** Both results of everybody and four core values by two observers, over the first weeks of the open quarter. */
async function measureEverybody(): Promise<void> {
  const nips = Object.values(NIPS);
  const lines = nips.flatMap((nip, n) => [
    `${nip},ADM-01,${80 + 4 * n},2026-10-0${n + 1} 09:00,`,
    `${nip},ADM-03,${8 + 6 * n},2026-10-0${n + 1} 09:00,`,
    ...[1, 2, 3, 4].flatMap((value) =>
      nips
        .filter((observer) => observer !== nip)
        .map(
          (observer, m) =>
            `${nip},AKH-${value},${((n + m + value) % 3) - 1},2026-1${m % 2}-1${m} 09:00,${observer}`,
        ),
    ),
  ]);
  const { findings } = await importTexts(pantau, {
    observations: `nip,indicator,value,observed_at,observer\n${lines.join('\n')}\n`,
  });
  expect(findings).toEqual([]);
}

const scoresOf = (period: string) =>
  sql(
    `select e.nip, s.value, s.work_value, s.behaviour_value, s.predicate, s.policy_version, s.changed_at
     from employee_score s join employee e on e.id = s.employee_id where s.period_code = $1 order by e.nip`,
    [period],
  );

describe('a draft', () => {
  it('is kept as the next version of the year, whole, and moves nothing', async () => {
    await measureEverybody();
    const before = await scoresOf(PERIOD);
    const head = await headOf();
    expect(await draft(pantau, { cap: '130', behaviour: { halfLifeDays: 30 } })).toEqual({
      version: '2026-2',
    });
    expect(await stores().policies.get('2026-2')).toEqual({
      regionCode: REGION,
      version: '2026-2',
      state: 'DRAFT',
      basedOn: '2026-1',
      numbers: {
        ...writePolicy({ ...FIRST_POLICY, minimumPeople: 1 }),
        cap: '130',
        behaviour: { ...writePolicy(FIRST_POLICY).behaviour, halfLifeDays: 30 },
      },
      note: NOTE,
      createdAt: NOON,
      createdBy: COMMAND_LINE.id,
      effectiveFrom: null,
      signedAt: null,
      signedBy: null,
      signingNote: null,
    });
    expect(await scoresOf(PERIOD)).toEqual(before);
    expect(await headOf()).toBe(head);
    expect(await versionsOf(pantau, PERIOD)).toEqual({ [PERIOD]: '2026-1' });
  });

  it('can be based on one that is signed, a draft or dropped', async () => {
    await draft(pantau, { cap: '130' });
    expect(await draft(pantau, { minimumPeople: 5 }, { basedOn: '2026-2' })).toEqual({ version: '2026-3' });
    await drop(pantau, '2026-3');
    expect(await draft(pantau, { shownPlaces: 0 }, { basedOn: '2026-3' })).toEqual({ version: '2026-4' });
    expect((await stores().policies.get('2026-4'))!.numbers).toMatchObject({
      cap: '130',
      minimumPeople: 5,
      shownPlaces: 0,
    });
  });

  it('gets the year of Surabaya, and a version of its own where two are made at once', async () => {
    const both = await Promise.all([draft(pantau, { cap: '130' }), draft(pantau, { cap: '140' })]);
    expect(new Set(both.map(({ version }) => version))).toEqual(new Set(['2026-2', '2026-3']));
    now = new Date('2026-12-31T17:00:00Z');
    expect(await draft(pantau, { cap: '130' })).toEqual({ version: '2027-1' });
  });

  it('takes weights of results that the region has', async () => {
    const changes = { weightSets: [weights('LOKET', ['ADM-01', '50'], ['ADM-03', '50'])] };
    expect(await draft(pantau, changes)).toEqual({ version: '2026-2' });
  });

  const set = (...of: Parameters<typeof weights>[1][]) => ({ weightSets: [weights('LOKET', ...of)] });
  const refusals: Record<
    keyof typeof DRAFT_REFUSALS,
    readonly [field: string, changes: Parameters<typeof draft>[1], of?: Parameters<typeof draft>[2]][]
  > = {
    POLICY_UNKNOWN: [
      ['basedOn', { cap: '130' }, { basedOn: '2026-2' }],
      ['basedOn', { cap: '130' }, { basedOn: '2026-1\0' }],
    ],
    NOTE_TOO_LONG: [['note', { cap: '130' }, { note: 'x'.repeat(2001) }]],
    NOTE_UNREADABLE: [['note', { cap: '130' }, { note: 'batas\0atas naik' }]],
    NOTE_MISSING: [['note', { cap: '130' }, { note: 'coba' }]],
    POLICY_NOT_DECIMAL: [['bands.above', { bands: { above: '110,5' } }]],
    POLICY_TOO_MANY_DIGITS: [['cap', { cap: '120.0000001' }]],
    CAP_OUT_OF_RANGE: [['cap', { cap: '201' }]],
    COVERAGE_OUT_OF_RANGE: [['minimumCoverage', { minimumCoverage: '60' }]],
    BANDS_ORDER: [['bands', { bands: { meets: '110' } }]],
    SHARES_NOT_100: [['shares', { shares: { results: '60' } }]],
    BEHAVIOUR_POINTS_ORDER: [['behaviour.points', { behaviour: { points: { below: '100' } } }]],
    COUNT_OUT_OF_RANGE: [['contest.days', { contest: { days: 0 } }]],
    TOO_MANY_WEIGHTS: [
      [
        'weightSets',
        { weightSets: Array.from({ length: 201 }, (_, n) => weights(`P${n}`, ['ADM-01', '100'])) },
      ],
    ],
    CODE_UNREADABLE: [['weightSets', set(['ADM\0-01', '100'])]],
    ROLE_TWICE: [
      [
        'weightSets.LOKET',
        { weightSets: [...set(['ADM-01', '100']).weightSets, ...set(['ADM-03', '100']).weightSets] },
      ],
    ],
    INDICATOR_TWICE: [['weightSets.LOKET.ADM-01', set(['ADM-01', '50'], ['ADM-01', '50'])]],
    WEIGHT_NOT_POSITIVE: [['weightSets.LOKET.ADM-03', set(['ADM-01', '100'], ['ADM-03', '0'])]],
    WEIGHTS_NOT_100: [['weightSets.LOKET', set(['ADM-01', '99'])]],
    WEIGHT_INDICATOR_UNKNOWN: [
      ['weightSets.LOKET.ADM-99', set(['ADM-01', '50'], ['ADM-99', '50'])],
      ['weightSets.LOKET.AKH-1', set(['AKH-1', '100'])],
    ],
    POLICY_SAME: [['numbers', { cap: '120.0' }]],
  };

  it('is refused with a code and the field, and nothing is kept', async () => {
    for (const [code, cases] of Object.entries(refusals)) {
      for (const [field, changes, of] of cases) {
        expect([code, await draft(pantau, changes, of)]).toEqual([
          code,
          expect.objectContaining({ code, field }),
        ]);
      }
    }
    expect(await sql('select version from scoring_policy')).toEqual([{ version: '2026-1' }]);
  });

  it('is given up once, and stays in the record', async () => {
    await draft(pantau, { cap: '130' });
    expect(await drop(pantau, '2026-2')).toEqual({ version: '2026-2' });
    expect(await drop(pantau, '2026-2')).toMatchObject({ code: 'POLICY_NOT_DRAFT', field: 'version' });
    expect(await drop(pantau, '2026-1')).toMatchObject({ code: 'POLICY_NOT_DRAFT' });
    expect(await drop(pantau, '2026-3')).toMatchObject({ code: 'POLICY_UNKNOWN', field: 'version' });
    expect(await stores().policies.get('2026-2')).toMatchObject({ state: 'DROPPED', effectiveFrom: null });
    expect((await draft(pantau, { cap: '130' })).version).toBe('2026-3');
  });
});

describe('a signature', () => {
  it('is refused with a code and the field, and nothing moves', async () => {
    await planFinishedQuarter(pantau);
    expect(await step(pantau, 'CLOSE')).toBe('CLOSE');
    await signedWith(pantau, { cap: '130' }, '2026-07-02');
    await draft(pantau, { cap: '140' });
    await draft(pantau, { cap: '150' });
    await drop(pantau, '2026-4');
    const head = await headOf();
    const refusals: Record<keyof typeof SIGNATURE_REFUSALS, readonly [string, string, string, string?][]> = {
      POLICY_UNKNOWN: [
        ['version', '2026-9', '2027-01-01'],
        ['version', '2026-3\0', '2027-01-01'],
      ],
      POLICY_NOT_DRAFT: [
        ['version', '2026-1', '2027-01-01'],
        ['version', '2026-2', '2027-01-01'],
        ['version', '2026-4', '2027-01-01'],
      ],
      EFFECTIVE_TOO_FAR: [['effectiveFrom', '2026-3', '2028-11-25']],
      EFFECTIVE_BEFORE_CURRENT: [
        ['effectiveFrom', '2026-3', '2026-07-01'],
        ['effectiveFrom', '2026-3', '0000-01-01'],
      ],
      // Met below: here every closed period begins before the policy that is in force.
      EFFECTIVE_IN_CLOSED_PERIOD: [],
      NOTE_TOO_LONG: [['note', '2026-3', '2027-01-01', 'x'.repeat(2001)]],
      NOTE_UNREADABLE: [['note', '2026-3', '2027-01-01', '\0']],
    };
    for (const [code, cases] of Object.entries(refusals)) {
      for (const [field, version, effectiveFrom, note] of cases) {
        expect([code, await sign(pantau, version, effectiveFrom, note)]).toEqual([
          code,
          expect.objectContaining({ code, field }),
        ]);
      }
    }
    expect(await headOf()).toBe(head);
    expect(await stores().policies.get('2026-3')).toMatchObject({ state: 'DRAFT' });
  });

  it('holds for no period that is closed, and for one that is open again', async () => {
    await planFinishedQuarter(pantau);
    await measureAsExpected(pantau, 'sari');
    await step(pantau, 'CLOSE');
    await draft(pantau, {
      shares: { results: '60', behaviour: '40' },
      behaviour: { points: { meets: '90' } },
    });
    const before = await scoresOf(FINISHED);
    for (const day of ['2026-04-01', '2026-07-01']) {
      expect(await sign(pantau, '2026-2', day)).toMatchObject({
        code: 'EFFECTIVE_IN_CLOSED_PERIOD',
        field: 'effectiveFrom',
      });
    }
    expect(await scoresOf(FINISHED)).toEqual(before);
    await step(pantau, 'REOPEN', 'Ada catatan yang keliru.');
    expect(await sign(pantau, '2026-2', '2026-07-01')).toEqual({ version: '2026-2' });
    const moved = (await scoresOf(FINISHED)).find(({ nip }) => nip === NIPS.sari);
    expect(moved).toMatchObject({
      value: '96.000000',
      behaviour_value: '90.000000',
      policy_version: '2026-2',
    });
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('is given once where two people sign at the same time', async () => {
    await draft(pantau, { cap: '130' });
    const both = await Promise.all(['2026-10-01', '2027-01-01'].map((day) => sign(pantau, '2026-2', day)));
    expect(new Set(both.map(({ version, code }) => version ?? code))).toEqual(
      new Set(['2026-2', 'POLICY_NOT_DRAFT']),
    );
    expect(
      await sql(`select payload->>'version' as version from change_log where kind = 'PolicySigned'`),
    ).toEqual([{ version: '2026-2' }]);
  });

  it('is told to everybody with the periods that it moves', async () => {
    await planFor(NEXT);
    await signedWith(pantau, { cap: '130' }, '2026-10-01');
    const payloads = await sql(`select payload from change_log where kind = 'PolicySigned'`);
    expect(payloads).toEqual([
      { payload: { version: '2026-2', effectiveFrom: '2026-10-01', periodCodes: [PERIOD, NEXT] } },
    ]);
    expect(await stores().policies.get('2026-2')).toMatchObject({
      state: 'SIGNED',
      effectiveFrom: '2026-10-01',
      signedBy: COMMAND_LINE.id,
      signingNote: null,
    });
  });

  it('keeps what it rests on', async () => {
    await draft(pantau, { cap: '130' });
    await sign(pantau, '2026-2', '2027-01-01', ' SK Camat 12/2026 ');
    expect(await stores().policies.get('2026-2')).toMatchObject({ signingNote: 'SK Camat 12/2026' });
  });

  it('of two policies from one day the one signed last holds, also where the clock goes back', async () => {
    await draft(pantau, { cap: '130' });
    await draft(pantau, { cap: '140' });
    await sign(pantau, '2026-3', '2027-01-01');
    now = new Date(NOON.getTime() - 60_000);
    await sign(pantau, '2026-2', '2027-01-01');
    await planFor(NEXT);
    expect(await versionsOf(pantau, PERIOD, NEXT)).toEqual({ [PERIOD]: '2026-1', [NEXT]: '2026-2' });
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('leaves the quarter that has begun alone and holds for the next one, planned before it or after', async () => {
    await measureEverybody();
    await planFor('2027-Q2');
    const before = await scoresOf(PERIOD);
    await signedWith(pantau, { minimumCoverage: '0.4' }, '2027-01-01');
    await planFor(NEXT);
    expect(await scoresOf(PERIOD)).toEqual(before);
    expect(before.map((score) => score.policy_version)).toEqual(Array(4).fill('2026-1'));
    for (const period of [NEXT, '2027-Q2']) {
      expect((await scoresOf(period)).map((score) => score.policy_version)).toEqual(Array(4).fill('2026-2'));
    }
    // A result that weighs 40 of 100 is enough under the new policy.
    now = new Date('2027-01-05T05:00:00Z');
    await importTexts(pantau, {
      observations: `nip,indicator,value,observed_at\n${NIPS.sari},ADM-03,1,2027-01-04 09:00\n`,
    });
    const [joko, sari] = await scoresOf(NEXT);
    expect(joko).toMatchObject({ nip: NIPS.joko, value: null });
    expect(sari).toMatchObject({ nip: NIPS.sari, value: '120.000000' });
    expect(await scoresOf(PERIOD)).toEqual(before);
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  describe('waits', () => {
    /** Whether a signature from `day` is given while `act` is under way. */
    const isGivenDuring = async (
      verb: 'logObservation' | 'importTargets',
      act: (tx: Stores) => Promise<Verdict<object, string>>,
      day: string,
    ): Promise<boolean> => {
      await draft(pantau, { behaviour: { halfLifeDays: 3 } });
      let signed: ReturnType<typeof sign> | undefined;
      let given = false;
      const actor = verb === 'importTargets' ? IMPORTER : COMMAND_LINE;
      const done = await pantau.unitOfWork.run(
        { verb, actor, regionCode: REGION, key: randomUUID(), input: {} },
        async (tx) => {
          const verdict = await act(tx);
          signed = sign(pantau, '2026-2', day);
          await Promise.race([signed, wait(600)]);
          given = (await stores().policies.get('2026-2'))!.state === 'SIGNED';
          return verdict;
        },
      );
      expect(done).toMatchObject({ ok: true });
      expect(await signed).toEqual({ version: '2026-2' });
      expect(await scoreDifferences(pantau.database.client)).toEqual([]);
      return given;
    };
    const logging = async (tx: Stores) => {
      const [employee] = await sql('select id from employee order by nip');
      const [behaviour] = await sql(`select id from indicator where kind = 'BEHAVIOUR'`);
      return logObservation(tx, COMMAND_LINE, {
        employeeId: employee.id,
        indicatorId: behaviour.id,
        value: '1',
        observedAt: new Date('2026-10-05T03:00:00Z'),
        note: null,
        observerId: null,
        behaviour: null,
      });
    };
    const planning = (tx: Stores) => {
      const cells = {
        nip: NIPS.sari,
        indicator: 'ADM-01',
        period: NEXT,
        weight: '100',
        floor: '70',
        target: '95',
        stretch: '99',
      };
      return importTargets(tx, beginTargetImport(), [{ line: 2, values: cells }]);
    };

    it('for what is being recorded in the periods that it moves', async () => {
      expect(await isGivenDuring('logObservation', logging, '2026-10-01')).toBe(false);
    });

    it('for no other', async () => {
      expect(await isGivenDuring('logObservation', logging, '2026-10-02')).toBe(true);
    });

    it('for a period that is being planned', async () => {
      expect(await isGivenDuring('importTargets', planning, '2027-01-01')).toBe(false);
      expect(await versionsOf(pantau, NEXT)).toEqual({ [NEXT]: '2026-2' });
    });
  });

  it('is not known before it was given', async () => {
    now = new Date(NOON.getTime() + 3_600_000);
    await signedWith(pantau, { cap: '130' }, '2026-10-01');
    const versionKnownAt = async (moment: Date | null) =>
      (await stores().policies.ofPeriods([PERIOD], moment)).get(PERIOD)!.version;
    expect(await versionKnownAt(new Date(now.getTime() - 1))).toBe('2026-1');
    expect(await versionKnownAt(now)).toBe('2026-2');
    expect(await versionKnownAt(null)).toBe('2026-2');
  });
});

describe('the database', () => {
  const fails = (text: string) =>
    expect(pantau.database.client.query(text)).rejects.toMatchObject({ code: '23001' });

  it('changes no policy that is signed or dropped, and takes none away', async () => {
    await draft(pantau, { cap: '130' });
    await draft(pantau, { cap: '140' });
    await drop(pantau, '2026-3');
    for (const version of ['2026-1', '2026-3']) {
      const it = `where version = '${version}'`;
      await fails(`update scoring_policy set numbers = jsonb_set(numbers, '{cap}', '"150"') ${it}`);
      await fails(`update scoring_policy set effective_from = '2027-01-01' ${it}`);
      await fails(
        `update scoring_policy set state = 'DRAFT', effective_from = null, signed_at = null, signed_by = null ${it}`,
      );
      await fails(`update scoring_policy set state = state ${it}`);
      await fails(`delete from scoring_policy ${it}`);
    }
    await fails('truncate scoring_policy');
  });

  it('signs or drops a draft as it is', async () => {
    await draft(pantau, { cap: '130' });
    await fails(
      `update scoring_policy set numbers = jsonb_set(numbers, '{cap}', '"150"') where version = '2026-2'`,
    );
    await fails(`update scoring_policy set note = 'Lain.', state = 'DROPPED' where version = '2026-2'`);
    await fails(`update scoring_policy set version = '2026-3' where version = '2026-2'`);
    await fails(`delete from scoring_policy where version = '2026-2'`);
    expect(await sign(pantau, '2026-2', '2027-01-01')).toEqual({ version: '2026-2' });
  });
});

describe('the scores of an open quarter', () => {
  const unitStates = async () =>
    Object.fromEntries(
      (
        await sql(
          `select unit->>'name' as name, unit->>'state' as state, unit->>'value' as value
           from change_log, jsonb_array_elements(payload->'units') unit
           where log_offset = (select max(log_offset) from change_log where kind = 'UnitScoresChanged')`,
        )
      ).map(({ name, state, value }) => [name.replace(/^(Kelurahan|Kecamatan) /, ''), [state, value]]),
    );

  it('follow another half-life', async () => {
    await measureEverybody();
    const before = await scoresOf(PERIOD);
    await signedWith(pantau, { behaviour: { halfLifeDays: 10 } }, '2026-10-01');
    const after = await scoresOf(PERIOD);
    expect(after.map((score) => score.policy_version)).toEqual(Array(4).fill('2026-2'));
    expect(after.map((score) => score.work_value)).toEqual(before.map((score) => score.work_value));
    expect(
      after.filter((score, n) => score.behaviour_value !== before[n].behaviour_value).length,
    ).toBeGreaterThan(0);
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('follow the weights of a role, where the plan has it', async () => {
    await importTexts(pantau, {
      targets: `nip,indicator,period,weight,floor,target,stretch,role
${NIPS.sari},ADM-01,${PERIOD},60,70,95,99,LOKET
${NIPS.sari},ADM-03,${PERIOD},40,45,15,8,LOKET
${NIPS.budi},ADM-01,${PERIOD},60,70,95,99,LURAH
${NIPS.budi},ADM-03,${PERIOD},40,45,15,8,LURAH
`,
    });
    await measureEverybody();
    const before = await scoresOf(PERIOD);
    await signedWith(
      pantau,
      { weightSets: [weights('LOKET', ['ADM-01', '10'], ['ADM-03', '90'])] },
      '2026-10-01',
    );
    const after = await scoresOf(PERIOD);
    // Sari: ADM-01 at 80 of 95 gives 40, ADM-03 at 8 minutes gives 120.
    const sari = (scores: typeof before) => scores.find(({ nip }) => nip === NIPS.sari).work_value;
    expect([sari(before), sari(after)]).toEqual(['72.000000', '112.000000']);
    const others = (scores: typeof before) =>
      scores.filter(({ nip }) => nip !== NIPS.sari).map((s) => s.work_value);
    expect(others(after)).toEqual(others(before));
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('stand under other bands though no value moves', async () => {
    await importTexts(pantau, {
      observations: `nip,indicator,value,observed_at\n${Object.values(NIPS)
        .flatMap((nip) => [`${nip},ADM-01,95,2026-10-05 09:00`, `${nip},ADM-03,15,2026-10-05 09:00`])
        .join('\n')}\n`,
    });
    const before = await scoresOf(PERIOD);
    expect(await unitStates()).toMatchObject({
      Kalijudan: ['ON_TARGET', '100'],
      Mulyorejo: ['ON_TARGET', '100'],
    });
    await signedWith(pantau, { bands: { above: '100' } }, '2026-10-01');
    expect(await unitStates()).toEqual({
      Kalijudan: ['ABOVE_TARGET', '100'],
      Kalisari: ['ABOVE_TARGET', '100'],
      Mulyorejo: ['ABOVE_TARGET', '100'],
    });
    expect((await scoresOf(PERIOD)).map(({ value }) => value)).toEqual(before.map(({ value }) => value));
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('hide units that have fewer people than the policy asks for', async () => {
    await measureEverybody();
    await signedWith(pantau, { minimumPeople: 2 }, '2026-10-01');
    expect(await unitStates()).toMatchObject({
      Kalijudan: [expect.stringMatching(/TARGET|NEEDS/), expect.any(String)],
      Kalisari: ['TOO_FEW_PEOPLE', null],
    });
    await signedWith(pantau, { minimumPeople: 3 }, '2026-10-01');
    expect(await unitStates()).toMatchObject({
      Kalijudan: ['TOO_FEW_PEOPLE', null],
      Mulyorejo: [expect.stringMatching(/TARGET|NEEDS/), expect.any(String)],
    });
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  });

  it('follow every other number at once, and tell it of everybody', async () => {
    await measureEverybody();
    const head = await headOf();
    await signedWith(
      pantau,
      {
        attainmentMethod: 'RATIO',
        cap: '130',
        shares: { results: '50', behaviour: '50' },
        behaviour: { minimumValues: 2, minimumObservations: 2, points: { below: '0', above: '130' } },
      },
      '2026-10-01',
    );
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
    const told = await sql(
      `select payload->'cause'->>'kind' as cause from change_log where log_offset > $1 and kind = 'EmployeeScoreChanged'`,
      [head],
    );
    expect(told.map(({ cause }) => cause)).toEqual(Array(4).fill('POLICY'));
  });

  it('are right where observations come in and a quarter is planned while two policies are signed', async () => {
    await measureEverybody();
    const employees = await sql('select id from employee order by nip');
    const behaviours = await sql(`select id from indicator where kind = 'BEHAVIOUR' order by code`);
    await draft(pantau, { behaviour: { halfLifeDays: 3 } });
    await draft(pantau, { behaviour: { halfLifeDays: 90 }, cap: '130' });
    const log = async (n: number) => {
      const input = {
        employeeId: employees[n % 4].id,
        indicatorId: behaviours[n % 7].id,
        value: String((n % 3) - 1),
        observedAt: new Date(Date.UTC(2026, 9, 1 + (n % 50), 2)),
        note: null,
        observerId: employees[(n + 1) % 4].id,
        behaviour: null,
      };
      const done = await pantau.unitOfWork.run(
        { verb: 'logObservation', actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
        (tx) => logObservation(tx, COMMAND_LINE, input),
      );
      if (!done.ok) throw new Error(done.refusal.code);
    };
    const logs = (from: number) => Array.from({ length: 30 }, (_, n) => log(from + n));
    const [, signed, , planned] = await Promise.all([
      Promise.all(logs(0)),
      Promise.all([sign(pantau, '2026-2', '2026-10-01'), sign(pantau, '2026-3', '2026-10-01')]),
      Promise.all(logs(30)),
      planFor(NEXT),
    ]);
    expect(signed.map(({ code }) => code)).toEqual([undefined, undefined]);
    expect(planned.findings).toEqual([]);
    expect(await scoreDifferences(pantau.database.client)).toEqual([]);
    const versions = await sql('select distinct policy_version as version from employee_score');
    expect(versions).toHaveLength(1);
  });
});
