/** Forums for the cases: a session that is open, with a promise, and one that is signed. */
import { randomUUID } from 'node:crypto';
import { queryHttp } from './doors.mjs';
import { REGION } from './facts.mjs';

const DAYS_MS = 86_400_000;

/** What the screen in the hall of a session shows. */
async function hallCodeOf(address, token, session) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: 'query($s: UUID!) { forumSession(region: "35.78", id: $s) { hallCode { code } } }',
      variables: { s: session },
    }),
  });
  const { data } = await response.json();
  return data.forumSession.hallCode.code;
}

/** @returns what the cases name of forums; `unit` invites */
export async function holdForums(address, token, unit) {
  const command = async (name, kind, got, input) => {
    const query = `mutation($input: ${kind}!) { ${name}(input: $input) { ${got} } }`;
    const { data, errors } = JSON.parse(
      (await queryHttp(address, { query, variables: { input: { region: REGION, ...input } } }, token)).text,
    );
    if (errors) throw new Error(`no forum is held: ${JSON.stringify(errors)}`);
    return data[name];
  };
  const { series } = await command(
    'planForumSeries',
    'PlanForumSeriesInput',
    '... on ForumSeriesPlanned { series { id } }',
    {
      ...{ key: randomUUID(), unit, kind: 'FORUM_WARGA' },
      ...{ name: 'Forum serangan', place: 'Balai', quorum: 0 },
    },
  );
  const now = new Date();
  const today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const hold = async (parts) => {
    const { session } = await command(
      'planForumSession',
      'PlanForumSessionInput',
      '... on ForumSessionRecorded { session { id } }',
      {
        ...{ key: randomUUID(), series: series.id, title: 'Pertemuan serangan', place: 'Balai' },
        ...{ heldOn: today, startsAt: '09:00', quorum: 0, agenda: [] },
      },
    );
    const entries = parts.map((part, seq) => ({
      id: randomUUID(),
      seq,
      takenAt: now.toISOString(),
      ...part,
    }));
    const { results } = await command('logForumEntries', 'LogForumEntriesInput', 'results { state }', {
      ...{ session: session.id, device: randomUUID(), deviceNow: now.toISOString(), entries },
    });
    if (results.some(({ state }) => state !== 'TAKEN')) throw new Error('a forum does not take its entries');
    return { id: session.id, outcome: entries[1].id };
  };
  const promise = {
    outcome: { kind: 'COMMITMENT', text: 'Lampu jalan menyala', ownerUnit: unit, workingDays: 5 },
  };
  const sign = (role) => ({
    sign: { role, name: 'Warga Serangan', strokes: [[1, 1, 9, 9]], covers: [] },
  });
  const open = await hold([{ open: true }, promise]);
  const signed = await hold([
    ...[{ open: true }, { outcome: { kind: 'ISSUE', text: 'Lampu jalan padam' } }],
    ...[{ close: true }, { readBack: true }, sign('CITIZEN'), sign('CITIZEN'), sign('OFFICER')],
  ]);
  return {
    forumSeries: series.id,
    forumOpen: open.id,
    hallCode: await hallCodeOf(address, token, open.id),
    forumPromise: open.outcome,
    forumSigned: signed.id,
    forumSignedOutcome: signed.outcome,
    rightNow: now.toISOString(),
    laterToday: new Date(now.getTime() + 3_600_000).toISOString(),
    threeDaysOn: new Date(now.getTime() + 3 * DAYS_MS).toISOString(),
    threeDaysAgo: new Date(now.getTime() - 3 * DAYS_MS).toISOString(),
  };
}
