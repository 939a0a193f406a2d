import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogForumEntriesDocument } from '@pantau/schema';
import { uuidv7 } from 'uuidv7';
import type { Role } from '../../domain/access/role.js';
import type { ServiceScope } from '../../domain/access/audience.js';
import { FIRST_POLICY } from '../../domain/scoring/policy.js';
import { changePeriod } from '../../features/appraisals/change-period.js';
import { setCalendarDay } from '../../features/employees/set-calendar-day.js';
import { openRegion } from '../../features/policies/open-region.js';
import { COMMAND_LINE } from '../../platform/auth/actor.js';
import { makeToken } from '../../platform/auth/token.js';
import type { TestDatabase } from '../../testing/database.js';
import { confirm, FINISHED } from '../../testing/finished-quarter.js';
import { planForumSession } from '../../testing/forum-session.js';
import { contest, log, rule } from '../../testing/objections.js';
import { signIn } from '../../testing/sign-in.js';
import { draft, signedWith } from '../../testing/sign-policies.js';
import { NOON, PERIOD, REGION } from '../../testing/small-office.js';
import type { RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient } from '../../testing/wire-client.js';
import { forGood, importFile } from '../import-file.js';
import { importKinds, type ImportKindName } from '../import-kinds.js';
import { openStores } from '../stores.js';

/** Another kabupaten on the same server, with an office of its own. */
export const OTHER_REGION = '12.71';

export type UnitKey = 'kecamatan' | 'unitA' | 'unitB' | 'unitC' | 'otherKecamatan' | 'unitX';

/** Where each unit hangs. */
export const UNITS: Readonly<Record<UnitKey, { code: string; above: UnitKey | null; region: string }>> = {
  kecamatan: { code: 'KANTOR', above: null, region: REGION },
  unitA: { code: 'SEKSI-A', above: 'kecamatan', region: REGION },
  unitB: { code: 'SEKSI-B', above: 'kecamatan', region: REGION },
  unitC: { code: 'SEKSI-C', above: 'kecamatan', region: REGION },
  otherKecamatan: { code: 'KANTOR', above: null, region: OTHER_REGION },
  unitX: { code: 'SEKSI-X', above: 'otherKecamatan', region: OTHER_REGION },
};

/** Who works where and under whom, by name: the rules of the matrix know no more than this. */
export const PEOPLE = {
  camat: { unit: 'kecamatan', appraiser: null },
  lurahA: { unit: 'unitA', appraiser: 'camat' },
  lurahB: { unit: 'unitB', appraiser: 'camat' },
  lurahC: { unit: 'unitC', appraiser: 'camat' },
  a1: { unit: 'unitA', appraiser: 'lurahA' },
  a2: { unit: 'unitA', appraiser: 'lurahA' },
  /** Came from unit C in November; was appraised by its head before. */
  mover: { unit: 'unitA', appraiser: 'lurahA' },
  b1: { unit: 'unitB', appraiser: 'lurahB' },
  b2: { unit: 'unitB', appraiser: 'lurahB' },
  c1: { unit: 'unitC', appraiser: 'lurahC' },
  otherCamat: { unit: 'otherKecamatan', appraiser: null },
  x1: { unit: 'unitX', appraiser: 'otherCamat' },
} as const satisfies Record<string, { unit: UnitKey; appraiser: string | null }>;

export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[];

/** Somebody who asks. */
export interface MatrixActor {
  readonly name: string;
  /** The region that the actor belongs to; null: none. */
  readonly region: string | null;
  readonly employee?: PersonKey;
  readonly roles?: readonly { readonly role: Role; readonly unit?: UnitKey }[];
  readonly wall?: { readonly level: 'OFFICE' | 'VISITORS'; readonly unit?: UnitKey };
  readonly service?: { readonly scopes: readonly ServiceScope[]; readonly unit?: UnitKey };
  /** OUT: the token lets nobody in. ENROLLING: the second factor is due. */
  readonly state?: 'OUT' | 'ENROLLING';
  /** What was done to the account or its session before anything was asked. */
  readonly undone?: 'LOCKED' | 'ENDED' | 'GRANTS_REVOKED';
}

const SCOPES = ['UNITS', 'PEOPLE', 'NIP', 'SCORES', 'PREDICATES', 'PROVISION', 'COUNTERS'] as const;
const ALL_ROLES = ['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'] as const;

export const ACTORS: readonly MatrixActor[] = [
  { name: 'nobody', region: null },
  { name: 'employee a1', region: REGION, employee: 'a1' },
  { name: 'employee mover', region: REGION, employee: 'mover' },
  { name: 'employee c1', region: REGION, employee: 'c1' },
  { name: 'appraiser lurahA', region: REGION, employee: 'lurahA' },
  { name: 'appraiser lurahC', region: REGION, employee: 'lurahC' },
  { name: 'review authority camat', region: REGION, employee: 'camat' },
  { name: 'account without a record', region: REGION },
  { name: 'observer of A', region: REGION, roles: [{ role: 'OBSERVER', unit: 'unitA' }] },
  {
    name: 'b1, also observer of A',
    region: REGION,
    employee: 'b1',
    roles: [{ role: 'OBSERVER', unit: 'unitA' }],
  },
  {
    name: 'observer of B no more',
    region: REGION,
    roles: [{ role: 'OBSERVER', unit: 'unitB' }],
    undone: 'GRANTS_REVOKED',
  },
  { name: 'observer everywhere', region: REGION, roles: [{ role: 'OBSERVER' }] },
  { name: 'facilitator of A', region: REGION, roles: [{ role: 'FACILITATOR', unit: 'unitA' }] },
  { name: 'leadership of A', region: REGION, roles: [{ role: 'LEADERSHIP', unit: 'unitA' }] },
  { name: 'leadership of the kecamatan', region: REGION, roles: [{ role: 'LEADERSHIP', unit: 'kecamatan' }] },
  { name: 'leadership everywhere', region: REGION, roles: [{ role: 'LEADERSHIP' }] },
  { name: 'auditor', region: REGION, roles: [{ role: 'AUDITOR' }] },
  { name: 'administrator', region: REGION, roles: [{ role: 'ADMINISTRATOR' }] },
  { name: 'all roles', region: REGION, roles: ALL_ROLES.map((role) => ({ role })) },
  { name: 'all roles elsewhere', region: OTHER_REGION, roles: ALL_ROLES.map((role) => ({ role })) },
  { name: 'employee elsewhere', region: OTHER_REGION, employee: 'x1' },
  { name: 'wall of A, visitors', region: REGION, wall: { level: 'VISITORS', unit: 'unitA' } },
  { name: 'wall of A, office', region: REGION, wall: { level: 'OFFICE', unit: 'unitA' } },
  { name: 'wall of all, visitors', region: REGION, wall: { level: 'VISITORS' } },
  { name: 'wall of all, office', region: REGION, wall: { level: 'OFFICE' } },
  ...SCOPES.map((scope): MatrixActor => ({
    name: `service ${scope} of A`,
    region: REGION,
    service: { scopes: [scope], unit: 'unitA' },
  })),
  { name: 'service of all scopes everywhere', region: REGION, service: { scopes: SCOPES } },
  {
    name: 'leadership without second factor',
    region: REGION,
    employee: 'lurahB',
    roles: [{ role: 'LEADERSHIP' }],
    state: 'ENROLLING',
  },
  { name: 'locked account', region: REGION, roles: [{ role: 'LEADERSHIP' }], state: 'OUT', undone: 'LOCKED' },
  { name: 'ended session', region: REGION, roles: [{ role: 'LEADERSHIP' }], state: 'OUT', undone: 'ENDED' },
];

/** A text that only one row holds: where it shows up, that row was told. */
export interface Canary {
  readonly text: string;
  readonly what:
    | 'NAME'
    | 'NIP'
    | 'WORK'
    | 'PREDICATE'
    | 'OFFICE'
    | 'ACCOUNT'
    | 'CORRECTION'
    | 'COMPLAINT'
    | 'COMPLAINANT'
    | 'FEEDBACK'
    | 'SIGNER'
    | 'CONTACT'
    | 'KEPT';
  readonly region: string;
  readonly person?: PersonKey;
  readonly unit?: UnitKey;
  /** Who wrote it down, as the name of an actor. */
  readonly author?: string;
  readonly account?: string;
}

/** Ids of what is there, by what they are about. */
export interface MatrixWorld {
  readonly people: Readonly<Record<PersonKey, string>>;
  readonly units: Readonly<Record<UnitKey, string>>;
  /** Observations that stand for their people, and who recorded them. */
  readonly observations: Readonly<Record<'a1' | 'a2' | 'mover' | 'b1' | 'b2' | 'c1' | 'x1', string>>;
  readonly corrections: Readonly<Record<'a1' | 'c1', string>>;
  /** A file of employees that was sent and not applied. */
  readonly imports: Readonly<Record<'employees', string>>;
  readonly webhooks: Readonly<Record<'here' | 'elsewhere', string>>;
  /** By the unit that they are about; that of A is answered. */
  readonly complaints: Readonly<Record<'unitA' | 'unitB' | 'kecamatan', string>>;
  readonly counters: Readonly<Record<'unitA' | 'unitB' | 'kecamatan', string>>;
  /** By the unit that it is about. */
  readonly feedback: Readonly<Record<'unitA' | 'unitB' | 'kecamatan', string>>;
  /** Sessions of forums, signed, by the unit that holds them. */
  readonly sessions: Readonly<Record<'unitA' | 'unitB' | 'kecamatan', string>>;
  readonly series: Readonly<Record<'unitA' | 'unitB' | 'kecamatan', string>>;
  /** What was promised in them. */
  readonly promises: Readonly<Record<'unitA' | 'unitB', string>>;
  readonly contests: Readonly<Record<'a1' | 'a2' | 'b1', string>>;
  readonly indicators: Readonly<Record<string, string>>;
  readonly draft: string;
  readonly tokens: ReadonlyMap<string, string | undefined>;
  readonly accounts: ReadonlyMap<string, string>;
  /** Who recorded an observation, by its id, as the name of an actor; of what a file brought, nobody. */
  readonly recordedBy: ReadonlyMap<string, string>;
  readonly canaries: readonly Canary[];
}

type Names = Record<string, string>;

const nameOf = (person: PersonKey) => `Orang ${person.toUpperCase()} Cendrawasih`;
const noteOf = (person: PersonKey, n: number) => `Catatan kenari ${person.toUpperCase()} nomor ${n}.`;
const nipOf = (person: PersonKey) =>
  `19${80 + PERSON_KEYS.indexOf(person)}031220150519${String(PERSON_KEYS.indexOf(person) + 10).padStart(2, '0')}`;
const unitName = (unit: UnitKey) => `Kantor ${unit.toUpperCase()} Merpati`;

/** Two regions with everything in them that there can be, and everybody who may ask. */
export async function buildMatrixWorld(pantau: RunningPantau, database: TestDatabase): Promise<MatrixWorld> {
  const office = { ...pantau, database };
  const canaries: Canary[] = [];
  const sql = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await database.client.query(text, values)).rows as R[];

  const webhooks: Record<string, string> = {};
  for (const region of [REGION, OTHER_REGION]) {
    await openRegion(openStores(pantau.orm.em.fork(), region, NOON), region, false, {
      ...FIRST_POLICY,
      minimumPeople: 1,
    });
    const people = PERSON_KEYS.filter((key) => UNITS[PEOPLE[key].unit].region === region);
    const units = (Object.keys(UNITS) as UnitKey[]).filter((key) => UNITS[key].region === region);
    const indicator = `Indikator ${region} Jalak`;
    const planned = (period: string) =>
      people.flatMap((key) => [
        `${nipOf(key)},ADM-01,${period},60,70,95,99`,
        `${nipOf(key)},ADM-03,${period},40,45,15,8`,
      ]);
    await bring(pantau, region, {
      units: `code,name,kind,parent,order\n${units
        .map((key, n) => {
          const { code, above } = UNITS[key];
          const kind = above === null ? 'SECRETARIAT' : 'SECTION';
          return `${code},${unitName(key)},${kind},${above === null ? '' : UNITS[above].code},${n + 1}`;
        })
        .join('\n')}\n`,
      employees: `nip,name,status,unit,position\n${people
        .map((key) => `${nipOf(key)},${nameOf(key)},PNS,${UNITS[PEOPLE[key].unit].code},Jabatan ${key}`)
        .join('\n')}\n`,
      'reporting-lines': `nip,appraiser,starts_on\n${people
        .flatMap((key) => {
          const above = PEOPLE[key].appraiser;
          if (key === 'mover')
            return [
              `${nipOf(key)},${nipOf('lurahC')},2026-01-01`,
              `${nipOf(key)},${nipOf('lurahA')},2026-11-01`,
            ];
          return above === null ? [] : [`${nipOf(key)},${nipOf(above)},2026-01-01`];
        })
        .join('\n')}\n`,
      indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
ADM-01,${indicator},Family cards on time,%,HIGHER,MEAN,0,100,loket,Bagian KK yang selesai dalam satu hari kerja
ADM-03,Waktu tunggu loket,Waiting time at the counter,menit,LOWER,MEAN,0,,mesin antrean,Median waktu tunggu
`,
      targets: `nip,indicator,period,weight,floor,target,stretch\n${[...planned(FINISHED), ...planned(PERIOD)].join('\n')}\n`,
      ...(region === REGION && {
        assignments: `nip,unit,position,kind,starts_on,ends_on
${nipOf('mover')},${UNITS.unitC.code},Petugas Loket,REGULAR,2026-01-01,2026-10-31
${nipOf('mover')},${UNITS.unitA.code},Petugas Arsip,REGULAR,2026-11-01,
`,
        leaves: `nip,starts_on,ends_on\n${nipOf('a2')},2026-11-16,2026-11-18\n`,
      }),
      observations: `nip,indicator,value,observed_at,note,observer,behaviour\n${people
        .flatMap((key, n) => [
          `${nipOf(key)},ADM-01,${90 + n * 0.5},2026-09-10 09:00,${noteOf(key, 1)},,`,
          `${nipOf(key)},ADM-03,${12 + n},2026-09-11 09:00,${noteOf(key, 2)},,`,
          `${nipOf(key)},ADM-03,${13 + n},2026-11-11 09:00,${noteOf(key, 3)},,`,
          ...[1, 2, 3, 4].flatMap((value) =>
            people
              .filter((other) => other !== key)
              .slice(0, key === 'a1' || key === 'b1' || key === 'mover' ? 3 : 0)
              .map(
                (other, m) =>
                  `${nipOf(key)},AKH-${value},${m === 2 ? 1 : 0},2026-09-1${m} 09:0${value},${noteOf(key, 10 + value)},${nipOf(other)},`,
              ),
          ),
        ])
        .join('\n')}\n`,
    });
    for (const key of people) {
      canaries.push({ text: nameOf(key), what: 'NAME', region, person: key });
      canaries.push({ text: `Jabatan ${key}`, what: 'NAME', region, person: key });
      canaries.push({ text: nipOf(key), what: 'NIP', region, person: key });
      for (const n of [1, 2, 3, 11, 12, 13, 14])
        canaries.push({ text: noteOf(key, n), what: 'WORK', region, person: key });
    }
    for (const key of units) canaries.push({ text: unitName(key), what: 'OFFICE', region });
    canaries.push({ text: indicator, what: 'OFFICE', region });
    const day = `Hari ${region} Kutilang`;
    const calendar = { day: '2026-12-28', working: false, name: day };
    await pantau.unitOfWork.run(
      { verb: 'setCalendarDay', actor: COMMAND_LINE, regionCode: region, key: randomUUID(), input: calendar },
      (tx) => setCalendarDay(tx, COMMAND_LINE, calendar),
    );
    canaries.push({ text: day, what: 'OFFICE', region });
    const closing = { periodCode: FINISHED, change: 'CLOSE' as const, reason: `Penutupan ${region} Gelatik` };
    const closed = await pantau.unitOfWork.run(
      { verb: 'changePeriod', actor: COMMAND_LINE, regionCode: region, key: randomUUID(), input: closing },
      (tx) => changePeriod(tx, COMMAND_LINE, closing),
    );
    if (!closed.ok) throw new Error(closed.refusal.code);
    canaries.push({ text: closing.reason, what: 'OFFICE', region });
    // Disabled: nothing of it is to be sent while the matrix runs.
    const title = `Penerima ${region} Serindit`;
    webhooks[region === REGION ? 'here' : 'elsewhere'] = uuidv7();
    await sql(
      `with hook as (
         insert into webhook (region_code, id, name, url, types, secret, epoch, log_offset, created_at, created_by,
           disabled_at, disabled_because)
         values ($1, $2, $3, 'https://simpeg.example', '{EMPLOYEE_CHANGED}', 'x', 'x', 0, $4, 'test', $4, 'GONE')
         returning region_code, id)
       insert into webhook_delivery (region_code, id, webhook_id, type, body, made_at, state, attempts, tries, status)
       select region_code, gen_random_uuid(), id, 'TEST', '{}', $4, 'FAILED', 1, 1, 410 from hook`,
      [region, webhooks[region === REGION ? 'here' : 'elsewhere'], title, NOON],
    );
    canaries.push({ text: title, what: 'KEPT', region });
  }

  const people = Object.fromEntries(
    (await sql<{ id: string; name: string }>('select id, name from employee')).map(({ id, name }) => [
      PERSON_KEYS.find((key) => nameOf(key) === name),
      id,
    ]),
  ) as Record<PersonKey, string>;
  const units = Object.fromEntries(
    (await sql<{ id: string; name: string }>('select id, name from org_unit')).map(({ id, name }) => [
      (Object.keys(UNITS) as UnitKey[]).find((key) => unitName(key) === name),
      id,
    ]),
  ) as Record<UnitKey, string>;
  const indicators = Object.fromEntries(
    (
      await sql<{ id: string; code: string }>('select id, code from indicator where region_code = $1', [
        REGION,
      ])
    ).map(({ id, code }) => [code, id]),
  );

  // Those who ask.
  const tokens = new Map<string, string | undefined>();
  const accounts = new Map<string, string>();
  const authors = new Map<string, string>();
  for (const actor of ACTORS) {
    if (actor.region === null) continue;
    const unitIds = (unit: UnitKey | undefined) => (unit === undefined ? null : [units[unit]]);
    if (actor.wall !== undefined || actor.service !== undefined) {
      const token = makeToken(actor.wall === undefined ? 'SERVICE' : 'DEVICE', actor.region);
      const id = uuidv7();
      const title = `Alat ${actor.name} Pelatuk`;
      canaries.push({ text: title, what: 'KEPT', region: actor.region, account: actor.name });
      if (actor.wall !== undefined) {
        await sql(
          `insert into wall_device (region_code, id, name, token_hash, unit_ids, level, paired_at, paired_by)
           values ($1, $2, $3, $4, $5, $6, $7, 'test')`,
          [actor.region, id, title, token.hash, unitIds(actor.wall.unit), actor.wall.level, NOON],
        );
      } else {
        await sql(
          `insert into service_token (region_code, id, name, token_hash, unit_ids, scopes, quota_per_hour, created_at,
             created_by, expires_at) values ($1, $2, $3, $4, $5, $6, 1000000, $7, 'test', '2200-01-01')`,
          [
            ...[actor.region, id, title, token.hash, unitIds(actor.service!.unit)],
            ...[actor.service!.scopes, NOON],
          ],
        );
      }
      tokens.set(actor.name, token.text);
      authors.set(actor.name, id);
      continue;
    }
    const { accountId, token } = await signIn(pantau, actor.region, {
      employeeId: actor.employee === undefined ? null : people[actor.employee],
      roles: (actor.roles ?? []).map(({ role, unit }) =>
        unit === undefined ? { role } : { role, unitId: units[unit] },
      ),
    });
    const title = `Akun ${actor.name} Murai`;
    await sql('update account set name = $2 where id = $1', [accountId, title]);
    canaries.push({ text: title, what: 'ACCOUNT', region: actor.region, account: actor.name });
    canaries.push({ text: accountId, what: 'ACCOUNT', region: actor.region, account: actor.name });
    tokens.set(actor.name, token);
    accounts.set(actor.name, accountId);
    authors.set(actor.name, accountId);
  }

  // What they have written down, as they would.
  const loggedBy = async (actor: string, person: PersonKey, value: string, note: string) => {
    const { data } = await post(pantau.address, tokens.get(actor), {
      query: `mutation($input: LogObservationInput!) { logObservation(input: $input) {
        ... on ObservationRecorded { observation { id } } ... on ObservationRefused { code } } }`,
      variables: {
        input: {
          ...{ region: REGION, key: randomUUID(), employeeId: people[person], value, note },
          ...{ indicatorId: indicators['ADM-03'], observedAt: '2026-11-20T03:00:00Z' },
        },
      },
    });
    const id = data?.logObservation?.observation?.id as string | undefined;
    if (id === undefined) throw new Error(JSON.stringify(data));
    canaries.push({ text: note, what: 'WORK', region: REGION, person, author: actor });
    return id;
  };
  const noted = async (
    person: PersonKey,
    indicator: string,
    value: string,
    n: number,
    behaviour: string | null = null,
  ) => {
    canaries.push({ text: noteOf(person, n), what: 'WORK', region: REGION, person });
    return log(office, {
      ...{ employeeId: people[person], indicatorId: indicators[indicator]!, value, behaviour },
      note: noteOf(person, n),
    });
  };
  const observations = {
    a1: await loggedBy('observer of A', 'a1', '17', noteOf('a1', 21)),
    a2: await loggedBy('b1, also observer of A', 'a2', '19', noteOf('a2', 21)),
    mover: await noted('mover', 'ADM-03', '14', 21),
    b1: await noted('b1', 'ADM-03', '31', 21),
    b2: await loggedBy('observer of B no more', 'b2', '23', noteOf('b2', 21)),
    c1: await noted('c1', 'AKH-1', '1', 22, 'AKH-1.1'),
    x1: (
      await sql<{ id: string }>(`select id from observation where region_code = $1 and note = $2`, [
        ...[OTHER_REGION, noteOf('x1', 3)],
      ])
    )[0]!.id,
  };

  const said = (text: string, person: PersonKey, what: Canary['what'] = 'WORK') => {
    canaries.push({ text, what, region: REGION, person });
    return text;
  };
  const objection = async (person: 'a1' | 'a2' | 'b1') => {
    const { id, code } = await contest(office, {
      employeeId: people[person],
      observationId: observations[person],
      reason: said(`Keberatan kenari ${person.toUpperCase()}: dinas luar pada jam itu`, person),
      evidence: [said(`Bukti kenari ${person.toUpperCase()}`, person)],
    });
    if (id === undefined) throw new Error(code);
    return id;
  };
  const contests = { a1: await objection('a1'), a2: await objection('a2'), b1: await objection('b1') };
  const ruled = [
    await rule(office, {
      ...{ contestId: contests.a2, ruledBy: people.camat, decision: 'REJECTED' },
      note: said('Putusan kenari A2', 'a2'),
    }),
    await rule(office, {
      ...{ contestId: contests.b1, ruledBy: people.camat, decision: 'AMENDED', value: '21' },
      note: said('Putusan kenari B1', 'b1'),
    }),
    await confirm(office, {
      ...{ employeeId: people.a1, appraiserId: people.lurahA },
      note: said('Predikat kenari A1', 'a1', 'PREDICATE'),
    }),
    await confirm(office, {
      ...{ employeeId: people.b1, appraiserId: people.lurahB },
      note: said('Predikat kenari B1', 'b1', 'PREDICATE'),
    }),
  ];
  // By whoever appraised on the last day of the quarter, and does not today.
  const { data: verdict } = await post(pantau.address, tokens.get('appraiser lurahC'), {
    query: `mutation($input: ConfirmPredicateInput!) { confirmPredicate(input: $input) {
      ... on PredicateConfirmed { confirmed { id } } ... on ConfirmationRefused { code } } }`,
    variables: {
      input: {
        ...{ region: REGION, key: randomUUID(), employeeId: people.mover, appraiserId: people.lurahC },
        ...{ period: FINISHED, workResult: 'MEETS', behaviour: 'MEETS' },
        note: said('Predikat kenari MOVER', 'mover', 'PREDICATE'),
      },
    },
  });
  if (verdict?.confirmPredicate?.confirmed === undefined) throw new Error(JSON.stringify(verdict));
  // What they would have corrected of what is kept about them.
  const asked = async (actor: string, person: PersonKey) => {
    const { data, text } = await post(pantau.address, tokens.get(actor), {
      query: `mutation($input: RequestCorrectionInput!) { requestCorrection(input: $input) {
        ... on DataCorrectionRecorded { correction { id } } ... on DataCorrectionRefused { code } } }`,
      variables: {
        input: {
          ...{ region: REGION, key: randomUUID(), about: 'NAME' },
          ...{
            text: `Koreksi kenari ${person.toUpperCase()}: ejaan nama keliru`,
            wanted: `Seharusnya kenari ${person.toUpperCase()}`,
          },
        },
      },
    });
    const id = data?.requestCorrection?.correction?.id as string | undefined;
    if (id === undefined) throw new Error(text);
    for (const word of ['Koreksi', 'Seharusnya'])
      canaries.push({
        text: `${word} kenari ${person.toUpperCase()}`,
        what: 'CORRECTION',
        region: REGION,
        person,
      });
    return id;
  };
  const corrections = { a1: await asked('employee a1', 'a1'), c1: await asked('employee c1', 'c1') };
  const { text } = await post(pantau.address, tokens.get('administrator'), {
    query: `mutation { answerCorrection(input: { region: "${REGION}", key: "${randomUUID()}", id: "${corrections.c1}",
      decision: CORRECTED, note: "Jawaban kenari C1: sudah dibetulkan" }) { __typename } }`,
  });
  if (!text.includes('DataCorrectionRecorded')) throw new Error(text);
  canaries.push({ text: 'Jawaban kenari C1', what: 'CORRECTION', region: REGION, person: 'c1' });

  // A file of master data that waits.
  const imported = randomUUID();
  const rows = await sql<{
    row: string;
  }>(`select concat_ws(',', e.nip, '"' || e.name || '"', e.status, u.code, 'Staf') as row
    from employee e join org_unit u on u.region_code = e.region_code and u.id = e.unit_id
    where e.region_code = '${REGION}'`);
  const sent = await fetch(`${pantau.address}/imports/${imported}?region=${REGION}&kind=employees`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${tokens.get('administrator')}` },
    body: ['nip,name,status,unit,position', ...rows.map(({ row }) => row), 'x,x,x,x,x'].join('\n'),
  });
  if (sent.status !== 201) throw new Error(await sent.text());

  // What citizens complain about.
  const complained = async (unit: UnitKey) => {
    const words = `Aduan kenari ${unit.toUpperCase()}`;
    const { text: answered } = await post(pantau.address, undefined, {
      query: `mutation { fileComplaint(input: { region: "${REGION}", key: "${randomUUID()}", unit: "${units[unit]}",
        class: GRIEVANCE, text: "${words}: loket tutup lebih awal", naming: SECRET,
        complainant: { name: "Warga ${unit.toUpperCase()} Kepodang", contact: "0812-5550-1234" } }) { __typename } }`,
    });
    if (!answered.includes('ComplaintFiled')) throw new Error(answered);
    canaries.push({ text: words, what: 'COMPLAINT', region: REGION, unit });
    canaries.push({
      text: `Warga ${unit.toUpperCase()} Kepodang`,
      what: 'COMPLAINANT',
      region: REGION,
      unit,
    });
    return (await sql<{ id: string }>('select id from complaint where unit_id = $1', [units[unit]]))[0]!.id;
  };
  const complaints = {
    unitA: await complained('unitA'),
    unitB: await complained('unitB'),
    kecamatan: await complained('kecamatan'),
  };
  const heard = await post(pantau.address, tokens.get('facilitator of A'), {
    query: `mutation { answerComplaint(input: { region: "${REGION}", key: "${randomUUID()}", id: "${complaints.unitA}",
      answer: "Tanggapan kenari UNITA: jam loket ditempel" }) { __typename } }`,
  });
  if (!heard.text.includes('ComplaintRecorded')) throw new Error(heard.text);
  canaries.push({ text: 'Tanggapan kenari UNITA', what: 'COMPLAINT', region: REGION, unit: 'unitA' });

  // What citizens say at the counter.
  const [counters, feedback]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const unit of ['unitA', 'unitB', 'kecamatan'] as const) {
    const name = `Loket kenari ${unit.toUpperCase()}`;
    const { text: made } = await post(pantau.address, tokens.get('leadership everywhere'), {
      query: `mutation { makeCounter(input: { region: "${REGION}", key: "${randomUUID()}", unit: "${units[unit]}",
        name: "${name}" }) { ... on CounterRecorded { counter { id code } } ... on Refusal { code } } }`,
    });
    const { id, code } = JSON.parse(made).data.makeCounter.counter;
    const words = `Saran kenari ${unit.toUpperCase()}`;
    const contact = `warga.${unit.toLowerCase()}@kepodang.example`;
    const { text: left } = await post(pantau.address, undefined, {
      query: `mutation { leaveFeedback(input: { region: "${REGION}", key: "${randomUUID()}", code: "${code}",
        ratings: [{ element: U3, rating: 2 }], text: "${words}", contact: "${contact}" }) { __typename } }`,
    });
    if (!left.includes('FeedbackLeft')) throw new Error(left);
    for (const canary of [name, code as string, words])
      canaries.push({ text: canary, what: 'FEEDBACK', region: REGION, unit });
    canaries.push({ text: contact, what: 'CONTACT', region: REGION, unit });
    counters[unit] = id;
    feedback[unit] = (
      await sql<{ id: string }>('select id from feedback where counter_id = $1', [id])
    )[0]!.id;
  }
  // As if it had come beyond what an hour brings.
  await sql(`update feedback set taken = 'WAITING' where unit_id = $1`, [units.unitB]);

  // What was agreed in forums, and who signed for it.
  const [sessions, series, promises]: [Names, Names, Names] = [{}, {}, {}];
  const facilitator = createWireClient(pantau.address, tokens.get('all roles'));
  for (const unit of ['unitA', 'unitB', 'kecamatan'] as const) {
    const unitId = units[unit];
    const { series: of, session } = await planForumSession(facilitator, {
      ...{ region: REGION, unit: unitId, heldOn: '2026-11-25' },
    });
    const promised = randomUUID();
    const signer = `Penandatangan ${unit.toUpperCase()} Kepodang`;
    // Two promises, no more: what a wall shows of the latest is bounded, and the matrix compares whole lists.
    const agreed =
      unit === 'kecamatan'
        ? { kind: 'ISSUE' as const, text: `Keluhan ${unit}` }
        : { kind: 'COMMITMENT' as const, text: `Janji ${unit}`, ownerUnit: unitId, workingDays: 5 };
    const covers = [{ outcome: promised, revision: 1 }];
    const strokes = [[100, 100, 200, 300, 400, 250]];
    const parts = [
      { open: true },
      { id: promised, outcome: agreed },
      { close: true },
      { readBack: true },
      { sign: { role: 'CITIZEN' as const, name: signer, strokes, covers } },
    ];
    const { data, errors } = await facilitator.send(LogForumEntriesDocument, {
      input: {
        ...{ region: REGION, session, device: randomUUID(), deviceNow: NOON.toISOString() },
        entries: parts.map((part, n) => ({
          ...{ id: randomUUID(), seq: n + 1, takenAt: NOON.toISOString(), ...part },
        })),
      },
    });
    const refused = data?.logForumEntries.results.filter(({ state }) => state === 'REFUSED');
    if (refused?.length !== 0) throw new Error(JSON.stringify({ refused, errors }));
    canaries.push({ text: signer, what: 'SIGNER', region: REGION, unit });
    sessions[unit] = session;
    series[unit] = of;
    if (agreed.kind === 'COMMITMENT') promises[unit] = promised;
  }
  await facilitator.close();

  for (const { code } of ruled) if (code !== undefined) throw new Error(code);
  await signedWith(office, { minimumCoverage: '0.4' }, '2027-01-01');
  const { version } = await draft(
    office,
    { minimumCoverage: '0.3' },
    {
      note: 'Rancangan aturan Beo.',
    },
  );
  if (version === undefined) throw new Error('no draft');
  canaries.push({ text: 'Rancangan aturan Beo.', what: 'OFFICE', region: REGION });

  // What was withdrawn again.
  for (const { name, undone, state } of ACTORS) {
    const id = accounts.get(name);
    if (id === undefined) continue;
    if (undone === 'LOCKED') await sql(`update account set state = 'LOCKED' where id = $1`, [id]);
    if (undone === 'ENDED') await sql('update session set ended_at = $2 where account_id = $1', [id, NOON]);
    if (undone === 'GRANTS_REVOKED')
      await sql(`update role_grant set revoked_at = $2, revoked_by = 'test' where account_id = $1`, [
        id,
        NOON,
      ]);
    if (state === 'ENROLLING')
      await sql('update session set second_factor = false where account_id = $1', [id]);
  }
  await sql('update access_version set version = version + 1');
  const actorOf = new Map([...authors].map(([name, id]) => [id, name]));
  const recordedBy = new Map(
    (await sql<{ id: string; by: string }>('select id, recorded_by as by from observation')).flatMap(
      ({ id, by }) => {
        const name = actorOf.get(by);
        return name === undefined ? [] : [[id, name] as const];
      },
    ),
  );
  return {
    people,
    units,
    observations,
    contests,
    complaints,
    counters: counters as MatrixWorld['counters'],
    series: series as MatrixWorld['series'],
    promises: promises as MatrixWorld['promises'],
    sessions: sessions as MatrixWorld['sessions'],
    feedback: feedback as MatrixWorld['feedback'],
    corrections,
    imports: { employees: imported },
    webhooks: webhooks as MatrixWorld['webhooks'],
    indicators,
    draft: version,
    tokens,
    accounts,
    recordedBy,
    canaries,
  };
}

/** Somebody says something in the forum of unit A, as the outcome of this id. */
export async function speak(address: string, { sessions, units, tokens }: MatrixWorld, id: string) {
  const facilitator = createWireClient(address, tokens.get('all roles'));
  const outcome = { kind: 'ISSUE' as const, text: 'Keluhan di forum unit A', unit: units.unitA };
  const at = NOON.toISOString();
  const { data, errors } = await facilitator.send(LogForumEntriesDocument, {
    input: {
      ...{ region: REGION, session: sessions.unitA, device: id, deviceNow: at },
      entries: [{ id, seq: 1, takenAt: at, outcome }],
    },
  });
  await facilitator.close();
  if (data?.logForumEntries.results[0]?.state !== 'TAKEN') throw new Error(JSON.stringify({ data, errors }));
}

/** One question over HTTP. */
export async function post(
  address: string,
  token: string | undefined,
  body: { readonly query: string; readonly variables?: object },
): Promise<GraphqlAnswer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { text, ...JSON.parse(text) };
}

/** An answer, also as it came. */
export interface GraphqlAnswer {
  readonly text: string;
  readonly data?: Record<string, any> | null;
  readonly errors?: readonly GraphqlError[];
}

/** An error of an answer. */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

async function bring(
  { unitOfWork }: RunningPantau,
  regionCode: string,
  texts: Partial<Record<ImportKindName, string>>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pantau-matrix-'));
  try {
    for (const kind of Object.keys(importKinds) as ImportKindName[]) {
      const text = texts[kind];
      if (text === undefined) continue;
      const path = join(folder, `${kind}.csv`);
      await writeFile(path, text);
      await importFile({
        ...{ path, kind: importKinds[kind], regionCode, carryOut: forGood(unitOfWork) },
        onFinding: (finding) => {
          throw new Error(`${kind}: ${JSON.stringify(finding)}`);
        },
        onProgress: () => undefined,
      });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
