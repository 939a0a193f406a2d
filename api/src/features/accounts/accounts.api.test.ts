import { randomUUID } from 'node:crypto';
import {
  AcceptInvitationDocument,
  AccountsDocument,
  BeginSecondFactorDocument,
  ChangeAccountDocument,
  ChangePasswordDocument,
  ConfirmSecondFactorDocument,
  EmployeesDocument,
  GrantRoleDocument,
  InviteAccountDocument,
  OwnSessionsDocument,
  RevokeGrantDocument,
  SetUpDocument,
  SignInDocument,
  SignOutDocument,
  ViewerDocument,
} from '@pantau/schema';
import { Secret, TOTP } from 'otpauth';
import { offerSetUp } from './offer-set-up.js';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { signInChief } from '../../testing/sign-in.js';
import { NIPS, openSmallOffice, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import { createWireClient, type WireClient } from '../../testing/wire-client.js';

const PASSWORD = 'kuda lumping naik sepeda';

describe('accounts', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let now = new Date('2026-11-24T05:00:00Z');
  let admin: WireClient;
  let nobody: WireClient;

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
    await openSmallOffice(pantau);
    admin = createWireClient(pantau.address, (await signInChief(pantau, REGION)).token);
    nobody = createWireClient(pantau.address);
  });
  afterAll(async () => {
    await admin?.close();
    await nobody?.close();
    await pantau?.close();
    await database?.drop();
  });

  const employeeId = async (nip: string) =>
    (await database.client.query('select id from employee where nip = $1', [nip])).rows[0].id as string;

  /** Makes an account and opens it with its code. */
  async function open(
    login: string,
    options: { nip?: string; roles?: { role: never; unitId?: string }[] } = {},
  ) {
    const { data } = await admin.send(InviteAccountDocument, {
      input: {
        region: REGION,
        key: randomUUID(),
        login,
        name: 'Sari Wulandari',
        employeeId: options.nip === undefined ? null : await employeeId(options.nip),
        roles: options.roles ?? [],
      },
    });
    const invited = data!.inviteAccount;
    if (invited.__typename !== 'AccountRecorded') throw new Error(`refused: ${invited.code}`);
    const opened = await nobody.send(AcceptInvitationDocument, {
      input: { region: REGION, code: invited.invitationCode!, password: PASSWORD },
    });
    expect(opened.data!.acceptInvitation).toMatchObject({ __typename: 'PasswordSet', login });
    return { accountId: invited.account.id, code: invited.invitationCode! };
  }

  const signIn = async (login: string, password = PASSWORD, code: string | null = null) => {
    const { data, errors } = await nobody.send(SignInDocument, {
      input: { region: REGION, login, password, code, keep: 'TOKEN' },
    });
    expect(errors).toBeUndefined();
    return data!.signIn;
  };

  const clientOf = async (login: string, code: string | null = null) => {
    const answer = await signIn(login, PASSWORD, code);
    if (answer.__typename !== 'SignedIn') throw new Error(`not in: ${JSON.stringify(answer)}`);
    return createWireClient(pantau.address, answer.token!);
  };

  it('open by a code that is good once, and let their owner in with the password', async () => {
    const { code } = await open('sari', { nip: NIPS.sari });
    const again = await nobody.send(AcceptInvitationDocument, {
      input: { region: REGION, code, password: PASSWORD },
    });
    expect(again.data!.acceptInvitation).toMatchObject({ code: 'CODE_INVALID' });
    const sari = await clientOf('SARI ');
    const { data } = await sari.send(ViewerDocument, {});
    expect(data!.viewer).toMatchObject({
      kind: 'PERSON',
      region: REGION,
      secondFactorDue: false,
      account: { login: 'sari' },
      employee: { name: 'Sari Wulandari' },
    });
    expect(data!.viewer.is).toEqual(expect.arrayContaining(['SELF', 'MEMBER']));
    await sari.close();
  });

  it('tell an unknown name and a wrong password the same', async () => {
    const wrong = await signIn('sari', 'bukan kata sandinya');
    const unknown = await signIn('tidak.ada', 'bukan kata sandinya');
    expect(wrong).toMatchObject({ __typename: 'SignInRefused', code: 'SIGN_IN_WRONG' });
    expect(unknown).toEqual(wrong);
  });

  it('tell the trail whose account was tried, and nothing of what was typed where it is nobody’s', async () => {
    const typed = ['199912312025011999', 'kata sandi di kolom yang salah', 'sari\u0000'];
    for (const login of typed) {
      expect(await signIn(login, 'bukan kata sandinya')).toMatchObject({ code: 'SIGN_IN_WRONG' });
    }
    await signIn('sari', 'bukan kata sandinya');
    const { rows } = await database.client.query(
      `select detail::text as text, detail ->> 'login' as login from audit_detail
       where detail ->> 'code' = 'SIGN_IN_WRONG'`,
    );
    expect(new Set(rows.map(({ login }) => login))).toEqual(new Set(['sari', null]));
    expect(rows.filter(({ text }) => /1999|kata sandi/.test(text))).toEqual([]);
  });

  it('leave no cookie over a websocket, and open no session that nobody could use', async () => {
    const sessions = async () => (await database.client.query('select count(*) from session')).rows[0].count;
    const before = await sessions();
    const input = {
      region: REGION,
      login: 'sari',
      password: 'apa saja',
      code: null,
      keep: 'COOKIE',
    } as const;
    const overSocket = await nobody.subscribe(SignInDocument, { input }).next();
    expect(overSocket.value.errors[0].extensions.code).toBe('BAD_INPUT');
    expect(await sessions()).toBe(before);
  });

  it('take no password that is easily guessed, and keep the code for a better one', async () => {
    const { data } = await admin.send(InviteAccountDocument, {
      input: { region: REGION, key: randomUUID(), login: 'budi', name: 'Budi', employeeId: null, roles: [] },
    });
    const invited = data!.inviteAccount;
    if (invited.__typename !== 'AccountRecorded') throw new Error('refused');
    const set = (password: string) =>
      nobody.send(AcceptInvitationDocument, {
        input: { region: REGION, code: invited.invitationCode!.toLowerCase().replaceAll('-', ' '), password },
      });
    expect((await set('pendek')).data!.acceptInvitation).toMatchObject({ code: 'PASSWORD_SHORT' });
    expect((await set(PASSWORD)).data!.acceptInvitation).toMatchObject({ login: 'budi' });
  });

  it('let strangers guess for a while only, and the owner in all the same where the browser is known', async () => {
    await open('dewi');
    const first = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation($input: SignInInput!) { signIn(input: $input) { __typename } }`,
        variables: { input: { region: REGION, login: 'dewi', password: PASSWORD } },
      }),
    });
    const cookies = first.headers.getSetCookie();
    expect(new Set(cookies.map((cookie) => cookie.split('=')[0]))).toEqual(
      new Set(['pantau_browser', 'pantau_session']),
    );
    for (const cookie of cookies)
      expect(cookie).toMatch(/HttpOnly; SameSite=Strict|SameSite=Strict.*HttpOnly|HttpOnly.*SameSite=Strict/);
    for (let guess = 0; guess < 6; guess += 1) await signIn('dewi', `tebakan ke-${guess} yang salah`);
    expect(await signIn('dewi')).toMatchObject({ code: 'SIGN_IN_TOO_OFTEN' });
    const known = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    const owner = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: known },
      body: JSON.stringify({
        query: `mutation($input: SignInInput!) { signIn(input: $input) { __typename } }`,
        variables: { input: { region: REGION, login: 'dewi', password: PASSWORD } },
      }),
    });
    expect(await owner.json()).toMatchObject({ data: { signIn: { __typename: 'SignedIn' } } });
    now = new Date(now.getTime() + 16 * 60_000);
    expect(await signIn('dewi')).toMatchObject({ __typename: 'SignedIn' });
  });

  it('with power ask for a second factor before anything else, and then for its code each time', async () => {
    await open('kepala', { roles: [{ role: 'LEADERSHIP' as never }] });
    const kepala = await clientOf('kepala');
    expect((await kepala.send(ViewerDocument, {})).data!.viewer).toMatchObject({ secondFactorDue: true });
    const closed = await kepala.send(EmployeesDocument, { region: REGION, first: 5 });
    expect(closed.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });

    const begun = (await kepala.send(BeginSecondFactorDocument, {})).data!.beginSecondFactor;
    if (begun.__typename !== 'SecondFactorOffer') throw new Error('refused');
    const totp = new TOTP({ secret: Secret.fromBase32(begun.letters) });
    const codeAt = (at: Date) => totp.generate({ timestamp: at.getTime() });
    expect(
      (await kepala.send(ConfirmSecondFactorDocument, { code: '000000' })).data!.confirmSecondFactor,
    ).toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    const on = (await kepala.send(ConfirmSecondFactorDocument, { code: codeAt(now) })).data!
      .confirmSecondFactor;
    if (on.__typename !== 'SecondFactorOn') throw new Error('not on');
    expect(on.recoveryCodes).toHaveLength(8);
    expect((await kepala.send(EmployeesDocument, { region: REGION, first: 5 })).errors).toBeUndefined();

    expect(await signIn('kepala')).toMatchObject({ __typename: 'SecondFactorNeeded' });
    expect(await signIn('kepala', PASSWORD, codeAt(now))).toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    now = new Date(now.getTime() + 30_000);
    expect(await signIn('kepala', PASSWORD, codeAt(now))).toMatchObject({ __typename: 'SignedIn' });
    expect(await signIn('kepala', PASSWORD, on.recoveryCodes[0])).toMatchObject({ __typename: 'SignedIn' });
    expect(await signIn('kepala', PASSWORD, on.recoveryCodes[0])).toMatchObject({
      code: 'SECOND_FACTOR_WRONG',
    });
    const { rows } = await database.client.query("select second_factor from account where login = 'kepala'");
    expect(rows[0].second_factor.toString('latin1')).not.toContain(begun.letters);
    await kepala.close();
  });

  it('stay signed in over a restart, and are out everywhere once they sign out', async () => {
    await open('joko', { nip: NIPS.joko });
    const one = await signIn('joko');
    const two = await signIn('joko');
    if (one.__typename !== 'SignedIn' || two.__typename !== 'SignedIn') throw new Error('not in');
    const other = await startPantau({ databaseUrl: database.url, clock: () => now });
    const there = createWireClient(other.address, one.token!);
    expect((await there.send(OwnSessionsDocument, {})).data!.viewer.sessions).toHaveLength(2);
    expect((await there.send(SignOutDocument, { everywhere: true })).data!.signOut).toEqual({ sessions: 2 });
    const here = createWireClient(pantau.address, two.token!);
    expect((await here.send(ViewerDocument, {})).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await other.close();
  });

  it('end by themselves', async () => {
    const client = await clientOf('sari');
    now = new Date(now.getTime() + 7 * 24 * 3_600_000 + 1);
    expect((await client.send(ViewerDocument, {})).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('change their password, which signs others out', async () => {
    const client = await clientOf('sari');
    const elsewhere = await clientOf('sari');
    const change = (current: string, password: string) =>
      client.send(ChangePasswordDocument, { input: { current, password } });
    expect((await change('salah semua ini', 'gajah duduk di beranda')).data!.changePassword).toMatchObject({
      code: 'PASSWORD_NOT_YOURS',
    });
    expect((await change(PASSWORD, 'gajah duduk di beranda')).data!.changePassword).toMatchObject({
      login: 'sari',
    });
    expect((await elsewhere.send(ViewerDocument, {})).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect((await client.send(ViewerDocument, {})).data!.viewer.kind).toBe('PERSON');
    expect((await change('gajah duduk di beranda', PASSWORD)).data!.changePassword).toMatchObject({
      login: 'sari',
    });
  });

  it('are kept by administrators alone, who see roles come and go', async () => {
    const sari = await clientOf('sari');
    expect(
      (await sari.send(AccountsDocument, { region: REGION, first: 5 })).errors?.[0]?.extensions,
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
    const { accountId } = await open('rini');
    const grant = (role: string, unitId: string | null = null) =>
      admin.send(GrantRoleDocument, {
        input: { region: REGION, key: randomUUID(), accountId, role: role as never, unitId },
      });
    const granted = (await grant('OBSERVER')).data!.grantRole;
    if (granted.__typename !== 'AccountRecorded') throw new Error('refused');
    expect(granted.account.grants).toMatchObject([{ role: 'OBSERVER', unit: null }]);
    expect((await grant('OBSERVER')).data!.grantRole).toMatchObject({
      account: { grants: [{ role: 'OBSERVER' }] },
    });
    expect((await grant('EMPLOYEE')).data!.grantRole).toMatchObject({ code: 'ROLE_NEEDS_NO_GRANT' });
    expect((await grant('AUDITOR', randomUUID())).data!.grantRole).toMatchObject({
      code: 'ROLE_IS_OF_REGION',
    });
    expect((await grant('OBSERVER', randomUUID())).data!.grantRole).toMatchObject({ code: 'UNIT_UNKNOWN' });
    const revoke = () =>
      admin.send(RevokeGrantDocument, {
        input: { region: REGION, key: randomUUID(), grantId: granted.account.grants[0]!.id },
      });
    expect((await revoke()).data!.revokeGrant).toMatchObject({ account: { grants: [] } });
    expect((await revoke()).data!.revokeGrant).toMatchObject({ code: 'GRANT_UNKNOWN' });

    const change = (step: string) =>
      admin.send(ChangeAccountDocument, {
        input: { region: REGION, key: randomUUID(), accountId, step: step as never },
      });
    const rini = await clientOf('rini');
    expect((await change('LOCK')).data!.changeAccount).toMatchObject({ account: { state: 'LOCKED' } });
    expect((await rini.send(ViewerDocument, {})).errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await signIn('rini')).toMatchObject({ code: 'SIGN_IN_LOCKED' });
    expect(await signIn('rini', 'salah sama sekali')).toMatchObject({ code: 'SIGN_IN_WRONG' });
    await change('UNLOCK');
    expect(await signIn('rini')).toMatchObject({ __typename: 'SignedIn' });
  });

  it('give a code once, also where the same command comes twice', async () => {
    const input = {
      region: REGION,
      key: randomUUID(),
      login: 'tono',
      name: 'Tono',
      employeeId: null,
      roles: [],
    };
    const first = (await admin.send(InviteAccountDocument, { input })).data!.inviteAccount;
    const second = (await admin.send(InviteAccountDocument, { input })).data!.inviteAccount;
    expect(first).toMatchObject({ replayed: false, invitationCode: expect.stringMatching(/^[A-Z-]{24}$/) });
    expect(second).toMatchObject({ replayed: true, invitationCode: null });
    const { rows } = await database.client.query('select answer::text from idempotency');
    const code = (first as { invitationCode: string }).invitationCode;
    expect(rows.some(({ answer }) => answer.includes(code))).toBe(false);
  });

  it('are one where two invite the same person, or by the same name, in the same moment', async () => {
    const dewi = await employeeId(NIPS.dewi);
    for (let n = 0; n < 5; n += 1) {
      const invite = async (login: string, person: string | null) => {
        const input = {
          region: REGION,
          key: randomUUID(),
          login,
          name: 'Dewi',
          employeeId: person,
          roles: [],
        };
        const { data } = await admin.send(InviteAccountDocument, { input });
        const answer = data?.inviteAccount;
        return answer?.__typename === 'AccountRecorded' ? answer.__typename : answer?.code;
      };
      const both = await Promise.all([invite(`dewi${n}`, null), invite(`dewi${n}`, null)]);
      expect(both).toContain('AccountRecorded');
      expect(both).toContain('LOGIN_TAKEN');
      const again = await Promise.all([invite(`satu${n}`, dewi), invite(`dua${n}`, dewi)]);
      expect(again).toContain('EMPLOYEE_HAS_ACCOUNT');
      expect(again.includes('AccountRecorded')).toBe(n === 0);
    }
  });

  it('are never without an administrator', async () => {
    const { rows } = await database.client.query(
      "select id, account_id from role_grant where role = 'ADMINISTRATOR' and revoked_at is null",
    );
    expect(rows).toHaveLength(1);
    const revoked = await admin.send(RevokeGrantDocument, {
      input: { region: REGION, key: randomUUID(), grantId: rows[0].id },
    });
    expect(revoked.data!.revokeGrant).toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    const locked = await admin.send(ChangeAccountDocument, {
      input: { region: REGION, key: randomUUID(), accountId: rows[0].account_id, step: 'LOCK' },
    });
    expect(locked.data!.changeAccount).toMatchObject({ code: 'LAST_ADMINISTRATOR' });
  });

  it('begin with one administrator, by the code that the server shows at its start', async () => {
    const fresh = await createTestDatabase();
    const first = await startPantau({ databaseUrl: fresh.url, clock: () => now });
    const client = createWireClient(first.address);
    try {
      const code = await offerSetUp(first);
      expect(code).toMatch(/^[A-Z-]{24}$/);
      const setUp = (changed: object) =>
        client.send(SetUpDocument, {
          input: {
            code: code!,
            region: '35.07',
            name: 'Admin',
            login: 'admin.malang',
            password: PASSWORD,
            ...changed,
          },
        });
      expect((await setUp({ code: 'BCDF-GHJK-LMNP-QRST-VWXZ' })).data!.setUp).toMatchObject({
        code: 'CODE_INVALID',
      });
      expect((await setUp({ region: '99.99' })).data!.setUp).toMatchObject({ code: 'REGION_UNKNOWN' });
      expect((await setUp({ login: NIPS.sari })).data!.setUp).toMatchObject({
        code: expect.stringMatching(/^LOGIN/),
      });
      expect((await setUp({})).data!.setUp).toMatchObject({ __typename: 'PasswordSet' });
      expect((await setUp({ login: 'another' })).data!.setUp).toMatchObject({
        code: 'REGION_HAS_ADMINISTRATOR',
      });
      expect(await offerSetUp(first)).toBeNull();
      const { data } = await client.send(SignInDocument, {
        input: { login: 'admin.malang', password: PASSWORD, keep: 'TOKEN' },
      });
      expect(data!.signIn).toMatchObject({ __typename: 'SignedIn', secondFactorDue: true });
    } finally {
      await client.close();
      await first.close();
      await fresh.drop();
    }
  });
});
