import { randomUUID } from 'node:crypto';
import {
  ForumSessionDocument,
  LogForumEntriesDocument,
  type ForumEntryInput,
  type LogForumEntriesMutation,
} from '@pantau/schema';
import { createTestDatabase, type TestDatabase } from '../../testing/database.js';
import { planForumSession } from '../../testing/forum-session.js';
import { signIn, wireClientOf } from '../../testing/sign-in.js';
import { importTexts, NIPS, NOON, openSmallOffice, PERIOD, REGION } from '../../testing/small-office.js';
import { startPantau, type RunningPantau } from '../../testing/start-pantau.js';
import type { WireClient } from '../../testing/wire-client.js';

type Results = LogForumEntriesMutation['logForumEntries']['results'];
type Part = Omit<ForumEntryInput, 'id' | 'seq' | 'takenAt'>;

const HELD_ON = '2026-11-24';
const SIGNATURE = [[100, 100, 200, 300, 400, 250]];
const SECOND = 1_000;

let database: TestDatabase;
let pantau: RunningPantau;
let now = NOON;
let kalijudan: string;
/** Two facilitators, each with a tablet. */
let two: [WireClient, WireClient];

beforeAll(async () => {
  database = await createTestDatabase();
  pantau = await startPantau({ databaseUrl: database.url, clock: () => now });
  await openSmallOffice(pantau);
  await importTexts(pantau, {
    indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
FRM-02,Pertemuan forum terlaksana,Forum sessions held,kali,HIGHER,SUM,0,,forum,Banyaknya pertemuan
`,
    targets: `nip,indicator,period,weight,floor,target,stretch
${NIPS.budi},ADM-01,${PERIOD},80,70,95,99
${NIPS.budi},FRM-02,${PERIOD},20,0,3,4
`,
  });
  const { rows } = await database.client.query(`select id from org_unit where code = '35.78.26.1006'`);
  kalijudan = rows[0].id as string;
  const facilitator = async () =>
    wireClientOf(pantau, await signIn(pantau, REGION, { roles: [{ role: 'FACILITATOR' }] }));
  two = [await facilitator(), await facilitator()];
});
afterAll(async () => {
  for (const client of two ?? []) await client.close();
  await pantau?.close();
  await database?.drop();
});
beforeEach(() => {
  now = NOON;
});

const planned = async () =>
  (await planForumSession(two[0], { region: REGION, unit: kalijudan, heldOn: HELD_ON })).session;
const send = async (who: WireClient, session: string, device: string, entries: ForumEntryInput[]) => {
  const input = { region: REGION, session, device, deviceNow: now.toISOString(), entries };
  const { data, errors } = await who.send(LogForumEntriesDocument, { input });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data!.logForumEntries.results;
};
/** What one tablet wrote, `after` the beginning of the session and then so many seconds apart. */
const written = (parts: Part[], after: number, apart: number): ForumEntryInput[] =>
  parts.map((part, n) => ({
    ...{ id: randomUUID(), seq: n + 1 },
    takenAt: new Date(NOON.getTime() - 600 * SECOND + (after + n * apart) * SECOND).toISOString(),
    ...part,
  }));
const codes = (results: Results) => results.map(({ state, refusal }) => refusal?.code ?? state);
const read = async (id: string) => {
  const { data } = await two[0].send(ForumSessionDocument, { region: REGION, id });
  return data!.forumSession!;
};
const count = async (text: string, values: unknown[]): Promise<number> =>
  Number((await database.client.query(`select count(*) as n from ${text}`, values)).rows[0].n);

describe('two tablets that send at the same moment', () => {
  it('open and close a session once; what else they bring is all taken', async () => {
    for (let round = 0; round < 5; round += 1) {
      const session = await planned();
      const held = await count(`observation o join indicator i on i.id = o.indicator_id where i.code = $1`, [
        'FRM-02',
      ]);
      const bring = (who: WireClient, name: string) =>
        send(
          who,
          session,
          randomUUID(),
          written(
            [{ open: true }, { outcome: { kind: 'ISSUE', text: `dari ${name}` } }, { close: true }],
            0,
            60,
          ),
        );
      const answers = await Promise.all([bring(two[0], 'satu'), bring(two[1], 'dua')]);
      const all = answers.map(codes);
      const of = (n: number) => new Set(all.map((one) => one[n]));
      expect(of(0)).toEqual(new Set(['SESSION_OPEN', 'TAKEN']));
      expect(of(1)).toEqual(new Set(['TAKEN']));
      expect(of(2)).toEqual(new Set(['SESSION_CLOSED', 'TAKEN']));
      const { phase, outcomes } = await read(session);
      expect([phase, outcomes.map(({ text }) => text).toSorted()]).toEqual([
        'CLOSED',
        ['dari dua', 'dari satu'],
      ]);
      expect(await count(`forum_entry where session_id = $1 and part = 'CLOSE'`, [session])).toBe(1);
      // And it was held once, for whoever plans for that.
      expect(
        await count(`observation o join indicator i on i.id = o.indicator_id where i.code = $1`, ['FRM-02']),
      ).toBe(held + 1);
    }
  }, 60_000);

  it('sign the same minutes once, whoever signs on which', async () => {
    const session = await planned();
    const begun = written([{ open: true }, { close: true }, { readBack: true }], 0, 60);
    await send(two[0], session, randomUUID(), begun);
    const sign = (role: 'CITIZEN' | 'OFFICER', name: string): Part => ({
      sign: { role, name, strokes: SIGNATURE, covers: [] },
    });
    const answers = await Promise.all([
      send(two[0], session, randomUUID(), written([sign('CITIZEN', 'Sri'), sign('OFFICER', 'Budi')], 300, 1)),
      send(two[1], session, randomUUID(), written([sign('CITIZEN', 'Harun')], 300, 1)),
    ]);
    expect(answers.map(codes)).toEqual([['TAKEN', 'TAKEN'], ['TAKEN']]);
    expect((await read(session)).phase).toBe('SIGNED');
    expect(await count('forum_minutes where session_id = $1', [session])).toBe(1);
  });
});

describe('what two tablets wrote', () => {
  const attend = (group: 'MEN' | 'WOMEN', change: number): Part => ({ attend: { group, change } });
  const outcome = (text: string): Part => ({ outcome: { kind: 'DECISION', text } });

  it('makes the same session, in whatever order it arrives', async () => {
    const made = async (order: string) => {
      const session = await planned();
      const [item] = (await read(session)).agenda;
      await send(two[0], session, randomUUID(), written([{ open: true }, attend('MEN', 1)], 0, 1));
      const one = written(
        [
          { startItem: item!.id },
          attend('MEN', -1),
          outcome('satu'),
          attend('MEN', 1),
          attend('WOMEN', 2),
          { endItem: item!.id },
          outcome('tiga'),
        ],
        10,
        10,
      );
      const other = written(
        [
          outcome('nol'),
          { startItem: item!.id },
          attend('MEN', -1),
          outcome('dua'),
          attend('WOMEN', 1),
          { endItem: item!.id },
          outcome('empat'),
        ],
        5,
        14,
      );
      const [deviceOne, deviceOther] = [randomUUID(), randomUUID()];
      for (const from of order) {
        const entry = from === '1' ? one.shift() : other.shift();
        const results = await send(
          ...([from === '1' ? two[0] : two[1], session] as const),
          from === '1' ? deviceOne : deviceOther,
          [entry!],
        );
        expect(codes(results)).toEqual(['TAKEN']);
      }
      const { outcomes, attended, attendance, agenda, phase } = await read(session);
      return {
        ...{ phase, attended, attendance, outcomes: outcomes.map(({ text, takenAt }) => [text, takenAt]) },
        agenda: agenda.map(({ startedAt, endedAt }) => [startedAt, endedAt]),
      };
    };
    const first = await made('11111112222222');
    expect(first.attended).toBe(3);
    expect(first.outcomes.map(([text]) => text)).toEqual(['nol', 'satu', 'dua', 'tiga', 'empat']);
    for (const order of ['22222221111111', '12121212121212', '11222211122211', '21112222111122'])
      expect(await made(order)).toEqual(first);
  }, 60_000);
});
