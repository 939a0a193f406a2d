import { randomUUID } from 'node:crypto';
import {
  AcknowledgeDeliveryDocument,
  DeliveriesDocument,
  KinerjaPeriodikChecksDocument,
  KinerjaPeriodikDocument,
  KinerjaPeriodikReportDocument,
  TakeDeliveryDocument,
} from '@pantau/schema';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.js';
import {
  confirm,
  FINISHED,
  measureAsExpected,
  planFinishedQuarter,
  step,
  type People,
} from '../../../testing/finished-quarter.js';
import { letServiceIn, signIn, wireClientOf } from '../../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, REGION } from '../../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../../testing/start-pantau.js';
import type { WireClient } from '../../../testing/wire-client.js';

describe('handing on by GraphQL', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let office: Parameters<typeof planFinishedQuarter>[0];
  let people: People;
  let hr: WireClient;
  let now = NOON;
  const clients: WireClient[] = [];

  const speak = async (who: Promise<{ token: string }>) => {
    const client = wireClientOf(pantau, await who);
    clients.push(client);
    return client;
  };
  const takeIt = async (since: string | null = null, client = hr, key = randomUUID(), period = FINISHED) => {
    const { data, errors } = await client.send(TakeDeliveryDocument, {
      input: { region: REGION, key, period, since },
    });
    return data?.takeDelivery ?? { __typename: 'None' as const, errors };
  };
  const taken = async (since: string | null = null, client = hr) => {
    const result = await takeIt(since, client);
    if (result.__typename !== 'DeliveryRecorded') throw new Error(JSON.stringify(result));
    return result.delivery;
  };
  const read = async (delivery: string | null, client = hr, first = 2) => {
    const nodes = [];
    for (let after: string | null = null; ;) {
      const { data, errors }: any = await client.send(KinerjaPeriodikDocument, {
        region: REGION,
        period: FINISHED,
        delivery,
        first,
        after,
      });
      if (errors) throw new Error(JSON.stringify(errors));
      nodes.push(...data.kinerjaPeriodik.edges.map(({ node }: any) => node));
      if (!data.kinerjaPeriodik.pageInfo.hasNextPage) return nodes;
      after = data.kinerjaPeriodik.pageInfo.endCursor;
    }
  };
  const said = async (delivery: string, client = hr) =>
    (await read(delivery, client)).map(({ nama, change, parts, why }) => [
      nama,
      change,
      parts.join(' '),
      why,
    ]);

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
    await openSmallOffice(pantau);
    office = { ...pantau, database };
    people = await planFinishedQuarter(office);
    for (const who of ['sari', 'budi', 'dewi'] as const) await measureAsExpected(office, who);
    hr = await speak(letServiceIn(pantau, REGION, ['PEOPLE', 'NIP', 'PREDICATES']));
  }, 60_000);
  afterAll(async () => {
    for (const client of clients) await client.close();
    await pantau?.close();
    await database?.drop();
  });
  beforeEach(() => {
    now = new Date(now.getTime() + 60_000);
  });

  it('tells before anything is confirmed what is missing and who can mend it', async () => {
    const report = async () =>
      (await hr.send(KinerjaPeriodikReportDocument, { region: REGION, period: FINISHED })).data!
        .kinerjaPeriodikReport;
    const counts = ({ findings }: Awaited<ReturnType<typeof report>>) =>
      findings.map(({ people: n, finding }) => `${finding.code} ${finding.mender} ${n}`);
    const open = await report();
    expect(open).toMatchObject({ periodState: 'OPEN', people: 4, ready: 0, heldBack: 4 });
    expect(counts(open)).toEqual(['NO_PLAN UNIT_ADMIN 1', 'PERIOD_OPEN REGIONAL_HR 3']);
    expect(open.notes).toHaveLength(2);
    expect(await read(null)).toEqual([]);

    await step(office, 'CLOSE');
    await confirm(office, { employeeId: people.sari, appraiserId: people.budi });
    await confirm(office, { employeeId: people.budi, appraiserId: people.joko });
    expect(counts(await report())).toEqual([
      'NO_PLAN UNIT_ADMIN 1',
      'NOT_CONFIRMED APPRAISER 1',
      'CODE_UNSET REGIONAL_HR 2',
    ]);
    const checks = async (heldBackOnly: boolean) =>
      new Set(
        (
          await hr.send(KinerjaPeriodikChecksDocument, { region: REGION, period: FINISHED, heldBackOnly })
        ).data!.kinerjaPeriodikChecks.edges.map(({ node }) => [
          node.employee.name,
          node.heldBack,
          node.findings.map(({ code }) => code).join(' '),
        ]),
      );
    expect(await checks(true)).toEqual(
      new Set([
        ['Dewi Lestari', true, 'NOT_CONFIRMED'],
        ['Suparman', true, 'NO_PLAN'],
      ]),
    );
    expect(await checks(false)).toEqual(
      new Set([
        ['Budi Santoso', false, 'CODE_UNSET'],
        ['Dewi Lestari', true, 'NOT_CONFIRMED'],
        ['Sari Wulandari', false, 'CODE_UNSET'],
        ['Suparman', true, 'NO_PLAN'],
      ]),
    );
  });

  it("gives what is confirmed in SIASN's fields, and nothing that is only proposed", async () => {
    const rows = await read(null);
    expect(new Set(rows.map(({ nama }) => nama))).toEqual(new Set(['Budi Santoso', 'Sari Wulandari']));
    expect(rows.find(({ nama }) => nama === 'Sari Wulandari')).toMatchObject({
      ...{
        bulanMulaiPenilaian: 7,
        bulanSelesaiPenilaian: 9,
        tahun: 2026,
        hasilKinerjaNilai: 2,
        perilakuKerjaNilai: 2,
      },
      ...{
        penilaiNama: 'Budi Santoso',
        penilaiNipNrp: NIPS.budi,
        penilaiJabatanNama: 'Lurah',
        statusPenilai: 'ASN',
      },
      ...{
        penilaiUnorNama: 'Kelurahan Kalijudan',
        pnsDinilaiId: null,
        penilaiGolongan: null,
        nip: NIPS.sari,
      },
      ...{
        tanggalMulai: '2026-07-01',
        tanggalKonfirmasi: '2026-11-24',
        predikat: 'BAIK',
        change: null,
        why: null,
      },
    });
  });

  it('tells what is new, changed and taken back since what was kept, and why', async () => {
    const first = await taken();
    expect(first).toMatchObject({
      total: 2,
      newRows: 2,
      changedRows: 0,
      withdrawnRows: 0,
      sinceId: null,
      remembered: true,
    });
    expect(await read(first.id)).toHaveLength(2);

    await confirm(office, {
      employeeId: people.dewi,
      appraiserId: people.joko,
      note: 'Loket selalu terisi.',
    });
    await importTexts(office, {
      employees: `nip,name,status,unit,position\n${NIPS.budi},"Budi Santoso, S.IP.",PNS,35.78.26.1006,Lurah\n`,
    });
    const second = await taken(first.id);
    expect(second).toMatchObject({
      sinceId: first.id,
      total: 3,
      newRows: 1,
      changedRows: 2,
      withdrawnRows: 0,
    });
    const changes = [
      ['Budi Santoso, S.IP.', 'CHANGED', 'PERSON', 'Data pegawai diperbarui.'],
      ['Dewi Lestari', 'NEW', '', 'Dikonfirmasi pejabat penilai: Loket selalu terisi.'],
      ['Sari Wulandari', 'CHANGED', 'APPRAISER', 'Data pejabat penilai diperbarui.'],
    ];
    expect(new Set(await said(second.id))).toEqual(new Set(changes));

    // The answer was lost: whoever did not keep the second names the first again, and misses nothing.
    const again = await taken(first.id);
    expect(new Set(await said(again.id))).toEqual(new Set(changes));
    const nothing = await taken(again.id);
    expect(nothing).toMatchObject({ total: 3, newRows: 0, changedRows: 0, withdrawnRows: 0 });
    expect(await read(nothing.id)).toEqual([]);

    // The period is opened again, a score moves: what was given is taken back, and comes again with the new verdict.
    await step(office, 'REOPEN', 'Data antrean Kalijudan diperbaiki.');
    await importTexts(office, {
      observations: `nip,indicator,value,observed_at,observer\n${NIPS.sari},ADM-01,50,2026-09-11 09:00,\n`,
    });
    const back = await taken(nothing.id);
    expect(await said(back.id)).toEqual([
      [
        'Sari Wulandari',
        'WITHDRAWN',
        '',
        'Periode dibuka kembali: Data antrean Kalijudan diperbaiki. Ditarik: skornya berubah sesudah dikonfirmasi dan menunggu konfirmasi baru, atau datanya kini perlu dilengkapi.',
      ],
    ]);
    expect((await read(back.id))[0]).toMatchObject({
      ...{ nip: null, predikat: null, confirmationId: null },
      before: { predikat: 'BAIK', hasilKerja: 'MEETS', perilakuKerja: 'MEETS' },
    });

    await step(office, 'CLOSE');
    await confirm(office, {
      employeeId: people.sari,
      appraiserId: people.budi,
      workResult: 'BELOW',
      note: 'Antrean lebih lama dari yang tercatat.',
    });
    // Whoever kept the one before the withdrawal sees old and new.
    const since = await taken(nothing.id);
    expect((await read(since.id))[0]).toMatchObject({
      ...{ change: 'CHANGED', parts: ['RESULT'], predikat: 'BUTUH_PERBAIKAN', hasilKerja: 'BELOW' },
      before: { predikat: 'BAIK', hasilKerja: 'MEETS' },
      why: 'Periode dibuka kembali: Data antrean Kalijudan diperbaiki. Dikonfirmasi pejabat penilai: Antrean lebih lama dari yang tercatat.',
    });
  });

  it('LAST is the last that was acknowledged, and everything where none was', async () => {
    const other = await speak(letServiceIn(pantau, REGION, ['NIP', 'PREDICATES']));
    const first = await taken('LAST', other);
    expect(first).toMatchObject({ sinceId: null, newRows: 3 });
    expect((await taken('LAST', other)).sinceId).toBeNull();
    const input = { region: REGION, key: randomUUID(), deliveryId: first.id };
    const kept = await other.send(AcknowledgeDeliveryDocument, { input });
    expect(kept.data!.acknowledgeDelivery).toMatchObject({
      delivery: { id: first.id, acknowledgedAt: now.toISOString() },
    });
    expect(await taken('LAST', other)).toMatchObject({ sinceId: first.id, newRows: 0, changedRows: 0 });
    // Nobody keeps what somebody else took.
    expect(
      (await hr.send(AcknowledgeDeliveryDocument, { input: { ...input, key: randomUUID() } })).data,
    ).toMatchObject({
      acknowledgeDelivery: { code: 'DELIVERY_UNKNOWN', field: 'deliveryId' },
    });
  });

  it('does the same once for the same key', async () => {
    const key = randomUUID();
    const one = await takeIt(null, hr, key);
    const two = await takeIt(null, hr, key);
    expect(one).toMatchObject({ replayed: false });
    expect(two).toMatchObject({ replayed: true, delivery: { id: (one as any).delivery.id } });
    expect(await takeIt('LAST', hr, key)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('forgets rows of old deliveries, and says how to go on', async () => {
    const other = await speak(letServiceIn(pantau, REGION, ['NIP', 'PREDICATES']));
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await taken(ids.at(-1) ?? null, other)).id);
    expect(await takeIt(ids[0], other)).toMatchObject({
      code: 'DELIVERY_EXPIRED',
      field: 'since',
      mender: 'SENDER',
    });
    const { data, errors } = await other.send(KinerjaPeriodikDocument, {
      region: REGION,
      period: FINISHED,
      delivery: ids[0]!,
    });
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([null, 'BAD_INPUT']);
    expect(await taken(ids.at(-1), other)).toMatchObject({ changedRows: 0 });
    const { rows } = await database.client.query(
      `select count(distinct delivery_id)::int as n from delivery_stand s join delivery d on d.id = s.delivery_id
       where d.taken_by = (select taken_by from delivery where id = $1)`,
      [ids[0]],
    );
    expect(rows[0].n).toBeLessThanOrEqual(4);
  });

  it.each([
    ['a since that is none', 'yesterday', FINISHED, 'SINCE_UNREADABLE'],
    ['an id of nobody', randomUUID(), FINISHED, 'DELIVERY_UNKNOWN'],
    ['a period that is none', null, '1999-Q1', 'PERIOD_UNKNOWN'],
  ])('refuses %s', async (_what, since, period, code) => {
    expect(await takeIt(since, hr, randomUUID(), period)).toMatchObject({
      __typename: 'DeliveryRefused',
      code,
    });
  });

  it('begins so many deliveries in an hour and no more', async () => {
    const other = await speak(letServiceIn(pantau, REGION, ['PREDICATES']));
    const last = (await taken(null, other)).id;
    await database.client.query(
      `insert into delivery select region_code, gen_random_uuid(), period_code, taken_by, taken_by_kind, taken_at, since_id,
         total, new_rows, changed_rows, withdrawn_rows, acknowledged_at, false from delivery, generate_series(1, 59)
       where id = $1`,
      [last],
    );
    expect(await takeIt(null, other)).toMatchObject({ code: 'DELIVERIES_TOO_MANY' });
    now = new Date(now.getTime() + 3_600_001);
    expect(await takeIt(null, other)).toMatchObject({ __typename: 'DeliveryRecorded' });
  });

  it('gives to each what is open to them: units, NIPs, and their own deliveries', async () => {
    const { rows: units } = await database.client.query(`select id, code from org_unit`);
    const unit = (code: string) => units.find((row) => row.code === code).id;
    const kalisari = await speak(letServiceIn(pantau, REGION, ['PREDICATES'], [unit('35.78.26.1004')]));
    expect(await taken(null, kalisari)).toMatchObject({ total: 1 });
    // Without the scope NIP it is masked; who confirmed is of another unit.
    expect(await read(null, kalisari)).toMatchObject([
      { nama: 'Dewi Lestari', nip: '•••••••• •••••• • 903', penilaiNama: null },
    ]);
    const leader = await speak(signIn(pantau, REGION, { roles: [{ role: 'LEADERSHIP' }] }));
    expect(await taken(null, leader)).toMatchObject({ total: 3, takenByKind: 'PERSON' });
    const listed = async (client: WireClient) =>
      (await client.send(DeliveriesDocument, { region: REGION, first: 100 })).data!.deliveries.edges.map(
        ({ node }) => node,
      );
    expect((await listed(kalisari)).map(({ takenBy }) => takenBy)).toEqual(['BKPSDM']);
    const administrator = await speak(signIn(pantau, REGION, { roles: [{ role: 'ADMINISTRATOR' }] }));
    const all = await listed(administrator);
    expect(all.length).toBeGreaterThan(5);
    expect(all.every(({ id }, n) => n === 0 || id < all[n - 1]!.id)).toBe(true);
    // What is in them is not for whoever keeps the list, nor for anybody else.
    const foreign = await hr.send(KinerjaPeriodikDocument, {
      region: REGION,
      period: FINISHED,
      delivery: (await listed(kalisari))[0]!.id,
    });
    expect(foreign.errors?.[0]?.extensions?.['code']).toBe('BAD_INPUT');
    for (const roles of [[{ role: 'ADMINISTRATOR' as const }], [{ role: 'OBSERVER' as const }], []]) {
      const client = await speak(signIn(pantau, REGION, { roles }));
      const { errors } = await client.send(KinerjaPeriodikDocument, { region: REGION, period: FINISHED });
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      expect(await takeIt(null, client)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
  });

  it('tells the person whose row was read, and the appraiser whose name is in it', async () => {
    const reader = await letServiceIn(pantau, REGION, ['NIP', 'PREDICATES']);
    const client = await speak(Promise.resolve(reader));
    await read(null, client, 100);
    const { rows } = await database.client.query(
      `select s.employee_id, s.fields from audit_subject s join audit_entry e using (region_code, seq) where e.actor_id = $1`,
      [reader.id],
    );
    const fieldsOf = (id: string) => rows.find(({ employee_id }) => employee_id === id)?.fields;
    expect(fieldsOf(people.dewi)).toEqual(['IDENTITY', 'NIP', 'PREDICATE']);
    expect(fieldsOf(people.joko)).toEqual(['IDENTITY', 'NIP']);
  });
});
