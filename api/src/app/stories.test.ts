import { randomUUID } from 'node:crypto';
import {
  ConfirmedPredicatesDocument,
  ContestedScoreDocument,
  ContestObservationDocument,
  CorrectObservationDocument,
  DraftPolicyDocument,
  ExplainScoreDocument,
  LogObservationDocument,
  ObservationsDocument,
  PastScoreDocument,
  PastUnitScoresDocument,
  PolicyPreviewDocument,
  RuleContestDocument,
  SignPolicyDocument,
  WallDocument,
} from '@pantau/schema';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { amount } from '../domain/amount.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { importTexts, REGION } from '../testing/small-office.js';
import { signIn, signInChief, wireClientOf } from '../testing/sign-in.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import type { WireClient } from '../testing/wire-client.js';
import { openRegion } from '../features/policies/open-region.js';
import { openStores } from './stores.js';

const [CAMAT, LURAH, ANI, BENI, CITRA, DODI] = [
  '197512102000031904',
  '198001152005011902',
  '198609262015052901',
  '199001152014021903',
  '198703032012032905',
  '199203032018031906',
] as const;
const STAFF = [ANI, BENI, CITRA];
const [NOVEMBER, DECEMBER] = ['2026-11', '2026-12'];

const FILES = {
  units: `code,name,kind,parent,order
35.78.26,Kecamatan Mulyorejo,KECAMATAN,,1
35.78.26.1002,Manyar Sabrangan,KELURAHAN,35.78.26,2
35.78.26.1004,Kalisari,KELURAHAN,35.78.26,3
`,
  employees: `nip,name,status,unit,position
${CAMAT},Suparman,PNS,35.78.26,Camat
${LURAH},Budi Santoso,PNS,35.78.26.1002,Lurah
${ANI},Ani Lestari,PNS,35.78.26.1002,Petugas Loket
${BENI},Beni Wijaya,PNS,35.78.26.1002,Petugas Loket
${CITRA},Citra Dewi,PNS,35.78.26.1002,Petugas Loket
${DODI},Dodi Prasetyo,PNS,35.78.26.1004,Petugas Loket
`,
  indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
ADM-01,KK selesai tepat waktu,Family cards on time,%,HIGHER,MEAN,0,100,loket,Bagian KK yang selesai dalam satu hari kerja
ADM-02,KK diterbitkan,Family cards issued,KK,HIGHER,SUM,0,,loket,Banyaknya KK yang terbit
ADM-03,Waktu tunggu loket,Waiting time at the counter,menit,LOWER,MEAN,0,,mesin antrean,Median waktu tunggu
PGD-03,Pengaduan atas petugas,Complaints about an officer,kasus,LOWER,SUM,0,,pengaduan,Banyaknya pengaduan yang menyebut petugas
`,
  targets: `nip,indicator,period,weight,floor,target,stretch,role
${STAFF.flatMap((nip) =>
  [NOVEMBER, DECEMBER].flatMap((period) => [
    `${nip},ADM-01,${period},50,70,95,99,LOKET`,
    `${nip},ADM-02,${period},10,0,40,60,LOKET`,
    `${nip},ADM-03,${period},15,45,15,8,LOKET`,
    `${nip},PGD-03,${period},25,6,2,0,LOKET`,
  ]),
).join('\n')}
${DODI},ADM-01,${NOVEMBER},41,70,95,99,
${DODI},ADM-03,${NOVEMBER},59,45,15,8,
`,
  'reporting-lines': `nip,appraiser,starts_on
${STAFF.map((nip) => `${nip},${LURAH},2026-01-01`).join('\n')}
${LURAH},${CAMAT},2026-01-01
`,
};

/** Stories b, e, f and g of the demo, told through the API alone by people who work in it. */
describe('the stories', () => {
  let clock = new Date('2026-11-24T05:00:00Z');
  let database: TestDatabase;
  let pantau: RunningPantau;
  /** Leads the office, observes, and keeps it. */
  let client: WireClient;
  /** Everybody with an account of their own, by NIP. */
  const own: Record<string, WireClient> = {};
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => clock });
    await openRegion(openStores(pantau.orm.em.fork(), REGION, clock), REGION, false);
    const { findings } = await importTexts(pantau, FILES);
    expect(findings).toEqual([]);
    client = wireClientOf(pantau, await signInChief(pantau, REGION));
    const { rows } = await database.client.query(
      `select nip as name, id from employee union all select code, id from indicator
       union all select code, id from org_unit`,
    );
    for (const { name, id } of rows) ids[name] = id;
    for (const nip of [ANI, BENI, LURAH, CAMAT]) {
      own[nip] = wireClientOf(pantau, await signIn(pantau, REGION, { employeeId: ids[nip]! }));
    }
    for (const nip of STAFF) {
      await log(nip, 'ADM-01', '95', '2026-11-10T02:00:00Z');
      await log(nip, 'ADM-02', '40', '2026-11-10T02:00:00Z');
      await log(nip, 'ADM-03', '30', '2026-11-10T02:00:00Z');
      await log(nip, 'PGD-03', '2', '2026-11-10T02:00:00Z');
    }
  }, 120_000);
  afterAll(async () => {
    for (const one of [client, ...Object.values(own)]) await one?.close();
    await pantau?.close();
    await database?.drop();
  });

  /** The data of a request; anything else fails the test. */
  async function ask<R, V>(document: TypedDocumentNode<R, V>, variables: V, who = client): Promise<R> {
    const { data, errors } = await who.send(document, variables);
    if (errors !== undefined || data === undefined || data === null) throw new Error(JSON.stringify(errors));
    return data;
  }
  const key = () => randomUUID();
  async function log(nip: string, indicator: string, value: string, observedAt: string): Promise<string> {
    const input = {
      ...{ region: REGION, key: key(), employeeId: ids[nip]!, indicatorId: ids[indicator]!, value },
      ...{ observedAt, note: 'Catatan lapangan' },
    };
    const { logObservation } = await ask(LogObservationDocument, { input });
    if (logObservation.__typename !== 'ObservationRecorded') throw new Error(JSON.stringify(logObservation));
    return logObservation.observation.id;
  }
  const scoreOf = async (nip: string, period: string, past: { asOf?: string; knownAt?: string } = {}) =>
    (await ask(PastScoreDocument, { region: REGION, employee: ids[nip]!, period, ...past })).employeeScore;
  const explain = async (nip: string, period: string, past: { asOf?: string; knownAt?: string } = {}) =>
    (await ask(ExplainScoreDocument, { region: REGION, employee: ids[nip]!, period, ...past })).explainScore!;

  it('b: a contested complaint is upheld, and the score rises live', async () => {
    const complaint = await log(ANI, 'PGD-03', '4', '2026-11-20T02:00:00Z');
    // 2 + 4 complaints are the floor: 25 of 100 points of weight bring nothing. 50 + 10 + 15 × 50 % + 0.
    const before = (await scoreOf(ANI, NOVEMBER))!;
    expect(before.value).toBe('67.5');

    const input = {
      ...{ region: REGION, observationId: complaint, employeeId: ids[ANI]! },
      ...{
        reason: 'Saya sedang tugas lapangan pada jam itu, bukan di loket.',
        evidence: ['Surat tugas 094/112/2026'],
      },
    };
    // Nobody objects for anybody else, neither in the own name nor in theirs.
    for (const employeeId of [ids[BENI]!, ids[ANI]!]) {
      const foreign = await own[BENI]!.send(ContestObservationDocument, {
        input: { ...input, key: key(), employeeId },
      });
      expect(foreign.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const opened = await ask(ContestObservationDocument, { input: { ...input, key: key() } }, own[ANI]);
    if (opened.contestObservation.__typename !== 'ContestOpened') throw new Error(JSON.stringify(opened));
    const { contest } = opened.contestObservation;
    // Fourteen working days; no holiday between.
    expect(contest).toMatchObject({ state: 'OPEN', dueOn: '2026-12-14', overdue: false });

    const shown = (
      await ask(ContestedScoreDocument, { region: REGION, employee: ids[ANI]!, period: NOVEMBER })
    ).employeeScore!;
    expect(shown).toMatchObject({ value: '67.5', openContests: 1, ifUpheld: { value: '92.5', delta: '25' } });
    expect(shown.employee.reviewAuthority?.id).toBe(ids[CAMAT]);
    const disputed = await explain(ANI, NOVEMBER);
    expect(disputed.ifUpheld).toBe('92.5');
    expect(disputed.nodes.filter((node) => node.contested).map((node) => node.observationId)).toEqual([
      complaint,
    ]);

    const wall = client.subscribe(WallDocument, { region: REGION });
    const first = await wall.next();
    const snapshot = first.done === true ? undefined : first.value.data?.wall;
    if (snapshot?.__typename !== 'WallSnapshot') throw new Error('a wall begins with a snapshot');
    const unitBefore = snapshot.units.find(({ code }) => code === '35.78.26.1002')!;

    const ruling = {
      ...{ region: REGION, contestId: contest.id, decision: 'WITHDRAWN' as const },
      note: 'Surat tugas sah: yang bersangkutan tidak di loket.',
    };
    const rule = (nip: string, ruledBy = ids[nip]!) =>
      ask(RuleContestDocument, { input: { ...ruling, key: key(), ruledBy } }, own[nip]);
    await expect(rule(LURAH, ids[CAMAT])).rejects.toThrow('FORBIDDEN');
    const byAppraiser = await rule(LURAH);
    expect(byAppraiser.ruleContest).toMatchObject({ code: 'RULING_BY_APPRAISER' });
    const ruled = await rule(CAMAT);
    expect(ruled.ruleContest).toMatchObject({ contest: { state: 'WITHDRAWN', ifUpheld: null } });

    let unitAfter: typeof unitBefore | undefined;
    for await (const { data } of wall) {
      if (data?.wall.__typename !== 'WallChange') continue;
      unitAfter = data.wall.units.find(({ code }) => code === '35.78.26.1002');
      expect(data.wall.happening?.sentence).toMatch(/^Manyar Sabrangan \+.*pengaduan atas petugas.*ditarik$/);
      expect(JSON.stringify(data)).not.toMatch(/Ani|Lestari/);
      break;
    }
    // Three people have the same weight: the unit rises by a third of what one of them does.
    expect(amount(unitAfter!.value!) - amount(unitBefore.value!)).toBe(amount('8.333333'));
    expect((await scoreOf(ANI, NOVEMBER))!.value).toBe('92.5');
    const { observations } = await ask(ObservationsDocument, {
      ...{ region: REGION, employee: ids[ANI]!, indicator: ids['PGD-03']!, period: NOVEMBER },
    });
    // Both versions stay: the complaint, and what takes it away.
    expect(observations.edges.map(({ node }) => node.supersedesId)).toContain(complaint);
    expect(observations.edges.map(({ node }) => node.id)).toContain(complaint);
    const again = await rule(CAMAT);
    expect(again.ruleContest).toMatchObject({ code: 'ALREADY_RULED' });
  });

  it('e: 41 % of the plan with data is "belum cukup data", never a bad score', async () => {
    await log(DODI, 'ADM-01', '72', '2026-11-12T02:00:00Z');
    expect(await scoreOf(DODI, NOVEMBER)).toMatchObject({
      ...{ status: 'NOT_ENOUGH_DATA', value: null, coverage: '0.41', proposal: null },
      workResult: { value: null, rating: null },
    });
    const { nodes, status, value } = await explain(DODI, NOVEMBER);
    expect([status, value]).toEqual(['NOT_ENOUGH_DATA', null]);
    expect(nodes[0]!.sentence).toMatch(/belum cukup data/i);
    const missing = nodes.find(({ id }) => id.endsWith('ADM-03'))!;
    expect(missing).toMatchObject({ value: null, contribution: null });
    expect(nodes.map(({ contribution }) => contribution)).not.toContain('0');
  });

  it('f: a second policy is previewed and signed for the first of December, and November stays', async () => {
    const drafted = await ask(DraftPolicyDocument, {
      input: {
        ...{ region: REGION, key: key(), basedOn: '2026-1' },
        note: 'Waktu tunggu dibobot 12, bukan 15; KK tepat waktu 53.',
        numbers: {
          weightSets: [
            {
              role: 'LOKET',
              weights: [
                { indicator: 'ADM-01', weight: '53' },
                { indicator: 'ADM-02', weight: '10' },
                { indicator: 'ADM-03', weight: '12' },
                { indicator: 'PGD-03', weight: '25' },
              ],
            },
          ],
        },
      },
    });
    if (drafted.draftPolicy.__typename !== 'PolicyRecorded') throw new Error(JSON.stringify(drafted));
    const { version } = drafted.draftPolicy.policy;
    expect(version).toBe('2026-2');

    // 95 % and 30 minutes: (53 × 100 + 10 × 100 + 12 × 50 + 25 × 100) / 100 in place of 15 and 50.
    const { policyPreview } = await ask(PolicyPreviewDocument, { region: REGION, version, period: NOVEMBER });
    expect(policyPreview).toMatchObject({ policyVersion: '2026-1', valuesUp: 3, valuesDown: 0 });
    expect(policyPreview!.moved.edges.map(({ node }) => [node.before.value, node.after.value])).toEqual(
      STAFF.map(() => ['92.5', '94']),
    );
    const november = await Promise.all(STAFF.map((nip) => scoreOf(nip, NOVEMBER)));

    const sign = (effectiveFrom: string) =>
      ask(SignPolicyDocument, { input: { region: REGION, key: key(), version, effectiveFrom } });
    const signed = await sign('2026-12-01');
    expect(signed.signPolicy).toMatchObject({ policy: { state: 'SIGNED', effectiveFrom: '2026-12-01' } });
    expect((await sign('2026-12-01')).signPolicy).toMatchObject({ code: 'POLICY_NOT_DRAFT' });

    clock = new Date('2026-12-07T05:00:00Z');
    for (const [indicator, value] of [
      ['ADM-01', '95'],
      ['ADM-02', '40'],
      ['ADM-03', '30'],
      ['PGD-03', '2'],
    ] as const) {
      await log(BENI, indicator, value, '2026-12-04T02:00:00Z');
    }
    expect(await scoreOf(BENI, DECEMBER)).toMatchObject({ value: '94', policyVersion: '2026-2' });
    expect(await Promise.all(STAFF.map((nip) => scoreOf(nip, NOVEMBER)))).toEqual(november);
    expect((await explain(BENI, NOVEMBER)).policyVersion).toBe('2026-1');
    const told = (await explain(BENI, DECEMBER)).nodes;
    expect(told.find(({ id }) => id.endsWith('ADM-03'))!.terms.map(({ value }) => value)).toContain('12');
  });

  it('g: twelve family cards on the wrong day are put right late, and both views can be seen', async () => {
    const wrong = await log(CITRA, 'ADM-02', '12', '2026-12-01T03:00:00Z');
    const then = new Date(clock.getTime() + 1).toISOString();
    const seen = async () => [
      (await scoreOf(CITRA, NOVEMBER))!.parts,
      (await scoreOf(CITRA, DECEMBER))!.parts,
    ];
    const [novemberBefore] = await seen();
    clock = new Date('2026-12-10T05:00:00Z');
    const corrected = await ask(CorrectObservationDocument, {
      input: {
        ...{ region: REGION, key: key(), observationId: wrong, value: '12' },
        ...{
          observedAt: '2026-11-30T03:00:00Z',
          note: null,
          reason: 'Terbit 30 November, tercatat 1 Desember.',
        },
      },
    });
    expect(corrected.correctObservation).toMatchObject({ observation: { periodCode: NOVEMBER } });

    const realised = async (period: string, past: { asOf?: string; knownAt?: string } = {}) =>
      (await scoreOf(CITRA, period, past))?.parts.find(({ indicator }) => indicator.code === 'ADM-02')
        ?.realised ?? null;
    expect([await realised(NOVEMBER), await realised(DECEMBER)]).toEqual(['52', null]);
    // As it was known before the correction.
    expect([
      await realised(NOVEMBER, { knownAt: then }),
      await realised(DECEMBER, { knownAt: then }),
    ]).toEqual(['40', '12']);
    expect((await scoreOf(CITRA, NOVEMBER, { knownAt: then }))!.parts).toEqual(novemberBefore);
    // As it had happened by the 29th, as known now: the twelve cards had not been issued yet.
    expect(await realised(NOVEMBER, { asOf: '2026-11-29T00:00:00Z' })).toBe('40');

    const [now, past] = await Promise.all(
      [{}, { knownAt: then }].map(
        async (view) =>
          (await ask(PastUnitScoresDocument, { region: REGION, period: NOVEMBER, ...view })).unitScores,
      ),
    );
    const manyar = (board: typeof now) => board!.find(({ unit }) => unit.code === '35.78.26.1002')!.value!;
    expect(amount(manyar(now)) > amount(manyar(past))).toBe(true);
    const [toldNow, toldThen] = [
      await explain(CITRA, NOVEMBER),
      await explain(CITRA, NOVEMBER, { knownAt: then }),
    ];
    expect(toldNow.nodes.some(({ observationId }) => observationId !== null && observationId !== wrong)).toBe(
      true,
    );
    expect(amount(toldNow.value!) > amount(toldThen.value!)).toBe(true);
    expect(JSON.stringify(toldThen.nodes)).not.toContain('tercatat 1 Desember');
  });

  it('leave every stored score what the record says, and nobody confirmed but by a person', async () => {
    expect(await scoreDifferences(database.client)).toEqual([]);
    const { confirmedPredicates } = await ask(ConfirmedPredicatesDocument, {
      region: REGION,
      period: NOVEMBER,
    });
    expect(confirmedPredicates.edges).toEqual([]);
  });
});
