/**
 * Everybody in whose name the corpus attacks, let in by the same doors as people, walls and programs are; and what
 * each of them has used up on the way: codes, tokens and sessions that must never let anybody in again.
 */
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { DEMO_PASSWORD } from '../dist/features/accounts/demo-accounts.js';
import { queryHttp } from './doors.mjs';
import { REGION } from './facts.mjs';

const CHIEF = { login: 'serangan.kepala', password: 'jendela merah dekat sungai 41' };
/** Strangers guess at these two; nobody else uses them. */
const VICTIMS = ['serangan.korban', 'serangan.korban.dua'];
const ALL = ['OBSERVER', 'FACILITATOR', 'LEADERSHIP', 'AUDITOR', 'ADMINISTRATOR'];
const STEP_MS = 30_000;

/** @returns the tokens of the actors by their names, and facts about them for the cases */
export async function letIn(address) {
  const ask = async (query, variables, token = null) => {
    const { data, errors } = JSON.parse((await queryHttp(address, { query, variables }, token)).text);
    if (errors) throw new Error(`somebody is not let in: ${JSON.stringify(errors)}`);
    const [answer] = Object.values(data);
    if (answer.code !== undefined && /Refused/.test(answer.__typename))
      throw new Error(`somebody is not let in: ${answer.code}`);
    return answer;
  };
  const command = (name, kind, got, input, token) =>
    ask(
      `mutation($input: ${kind}!) { ${name}(input: $input) { __typename ... on Refusal { code } ${got} } }`,
      { input },
      token,
    );
  const keyed = (input) => ({ region: REGION, key: randomUUID(), ...input });
  const signIn = async (login, password = DEMO_PASSWORD, code = null) =>
    (
      await command('signIn', 'SignInInput', '... on SignedIn { token }', {
        ...{ region: REGION, login, password, code, keep: 'TOKEN' },
      })
    ).token;

  const admin = await signIn('admin');
  const invite = async (login, roles) =>
    (
      await command(
        'inviteAccount',
        'InviteAccountInput',
        '... on AccountRecorded { invitationCode account { id } }',
        keyed({ login, name: `Serangan ${login}`, roles: roles.map((role) => ({ role })) }),
        admin,
      )
    ).invitationCode;
  const join = async (login, password, roles) => {
    const code = await invite(login, roles);
    await command('acceptInvitation', 'AcceptInvitationInput', '', { region: REGION, code, password });
    return code;
  };

  // Somebody with every role, and a second factor, as such people need one.
  const usedInvitation = await join(CHIEF.login, CHIEF.password, ALL);
  const chief = await signIn(CHIEF.login, CHIEF.password);
  const offer = await ask(
    `mutation { beginSecondFactor { ... on SecondFactorOffer { letters } ... on Refusal { code } __typename } }`,
    {},
    chief,
  );
  const totp = new TOTP({ secret: Secret.fromBase32(offer.letters) });
  const usedTotp = totp.generate();
  const { recoveryCodes } = await ask(
    `mutation($code: String!) { confirmSecondFactor(code: $code) {
       ... on SecondFactorOn { recoveryCodes } ... on Refusal { code } __typename } }`,
    { code: usedTotp },
    chief,
  );
  const [usedRecovery] = recoveryCodes;
  const endedSession = await signIn(CHIEF.login, CHIEF.password, usedRecovery);
  await ask(`mutation { signOut(everywhere: false) { sessions __typename } }`, {}, endedSession);

  for (const login of VICTIMS) await join(login, CHIEF.password, []);
  const openInvitation = await invite('serangan.undangan', []);
  await join('serangan.baru', CHIEF.password, ['LEADERSHIP']);

  // Walls: one that is let in, one that was and is not any more.
  const pair = async () => {
    const { code, pollToken } = await ask(
      `mutation($r: RegionCode) { requestPairing(region: $r) {
         ... on PairingCode { code pollToken } ... on Refusal { code } __typename } }`,
      { r: REGION },
    );
    const { device } = await command(
      'approvePairing',
      'ApprovePairingInput',
      '... on DeviceRecorded { device { id } }',
      keyed({ code, name: 'Dinding serangan', level: 'OFFICE', unitIds: null }),
      admin,
    );
    const claimed = await command('claimPairing', 'ClaimPairingInput', '... on DevicePaired { token }', {
      ...{ region: REGION, pollToken, keep: 'TOKEN' },
    });
    return { code, pollToken, id: device.id, token: claimed.token };
  };
  const wall = await pair();
  const goneWall = await pair();
  await command('revokeDevice', 'RevokeDeviceInput', '', keyed({ id: goneWall.id }), admin);

  // Programs: one that reads figures of units alone, one that has asked for everything it may, one that is revoked.
  const serve = (name, scopes, quotaPerHour) =>
    command(
      'createService',
      'CreateServiceInput',
      '... on ServiceRecorded { token service { id } }',
      keyed({ name, scopes, quotaPerHour, expiresAt: new Date(Date.now() + 3_600_000).toISOString() }),
      admin,
    );
  const service = await serve('Serangan unit', ['UNITS'], 1_000_000);
  const spent = await serve('Serangan kuota', ['UNITS', 'PEOPLE'], 1);
  await queryHttp(address, { query: '{ __typename }' }, spent.token);
  const gone = await serve('Serangan dicabut', ['UNITS'], 1_000);
  await command('revokeService', 'RevokeServiceInput', '', keyed({ id: gone.service.id }), admin);
  const rotated = await serve('Serangan diganti', ['UNITS'], 1_000);
  await command(
    'rotateService',
    'RotateServiceInput',
    '',
    keyed({ id: rotated.service.id, overlapHours: 0 }),
    admin,
  );

  const tokens = {
    nobody: null,
    chief,
    admin,
    wall: wall.token,
    service: service.token,
    employee: await signIn('pegawai'),
    observer: await signIn('pengamat'),
    appraiser: await signIn('penilai'),
    auditor: await signIn('auditor'),
    // Has to set up a second factor first, and can do nothing else.
    enrolling: await signIn('serangan.baru', CHIEF.password),
  };
  const viewer = (token) => ask('{ viewer { account { id } employee { id } sessions { id } } }', {}, token);
  const [own, powerful] = await Promise.all([viewer(tokens.employee), viewer(chief)]);
  const observations = await ask(
    `query($r: RegionCode!, $e: UUID) { observations(region: $r, employee: $e, first: 1) { edges { node { id } } } }`,
    { r: REGION, e: own.employee.id },
    tokens.employee,
  );
  return {
    tokens,
    facts: {
      ...Object.fromEntries(Object.entries(tokens).map(([name, token]) => [`token ${name}`, token])),
      chiefLogin: CHIEF.login,
      chiefPassword: CHIEF.password,
      demoPassword: DEMO_PASSWORD,
      victim: VICTIMS[0],
      otherVictim: VICTIMS[1],
      usedTotp,
      nextTotp: totp.generate({ timestamp: Date.now() + STEP_MS }),
      usedRecovery,
      freshRecovery: recoveryCodes[1],
      usedInvitation,
      openInvitation,
      usedPairing: wall.code,
      usedPoll: wall.pollToken,
      wallId: wall.id,
      serviceId: service.service.id,
      endedSession,
      goneWall: goneWall.token,
      goneService: gone.token,
      rotatedService: rotated.token,
      spentService: spent.token,
      ownEmployee: own.employee.id,
      ownObservation: observations.edges[0].node.id,
      ownSession: own.sessions[0].id,
      ownAccount: own.account.id,
      chiefSession: powerful.sessions[0].id,
      chiefAccount: powerful.account.id,
    },
  };
}
