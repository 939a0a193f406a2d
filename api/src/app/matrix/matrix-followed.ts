import { createClient } from 'graphql-ws';
import type { GraphQLSchema } from 'graphql';
import { getNamedType } from 'graphql';
import { WebSocket } from 'ws';
import { REGION } from '../../testing/small-office.js';
import { chunkOfType, print, type Tree } from './matrix-cases.js';
import { forbiddenTexts, mayAsk, type About } from './matrix-rules.js';
import { compare, names, normal, permitted, remembering, type MatrixReport } from './matrix-run.js';
import {
  ACTORS,
  UNITS,
  type GraphqlAnswer,
  type MatrixActor,
  type MatrixWorld,
  type UnitKey,
} from './matrix-world.js';

/** Somebody who follows something. */
export interface Watching {
  /** The next message that is no heartbeat; null: the socket was closed, or told of an error first. */
  next(): Promise<GraphqlAnswer | null>;
  /** With what the server closed the socket. */
  readonly closed: Promise<number>;
  readonly messages: readonly GraphqlAnswer[];
  end(): void;
}

/** Opens a subscription for somebody. */
export function watch(address: string, token: string | undefined, query: string): Watching {
  const messages: GraphqlAnswer[] = [];
  const waiting: ((answer: GraphqlAnswer | null) => void)[] = [];
  let taken = 0;
  let over = false;
  let tellClosed: (code: number) => void = () => undefined;
  const closed = new Promise<number>((resolve) => (tellClosed = resolve));
  const client = createClient({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    on: { closed: (event) => tellClosed((event as { code: number }).code) },
  });
  const give = () => {
    while (waiting.length > 0 && taken < messages.length) waiting.shift()!(messages[taken++]!);
    if (over) while (waiting.length > 0) waiting.shift()!(null);
  };
  const finish = () => {
    over = true;
    give();
  };
  client.subscribe(
    { query },
    {
      next: (answer) => {
        const told = Object.values((answer.data ?? {}) as Record<string, { __typename: string } | null>);
        if (told[0]?.__typename.endsWith('Heartbeat')) return;
        messages.push({ text: JSON.stringify(answer), ...(answer as object) });
        give();
      },
      error: (error) => {
        if (Array.isArray(error)) messages.push({ text: JSON.stringify(error), errors: error as never });
        finish();
      },
      complete: finish,
    },
  );
  return {
    messages,
    closed,
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        give();
      }),
    end: () => void client.dispose(),
  };
}

/** Something that can be followed. */
export interface Followed {
  readonly root: string;
  readonly label: string;
  readonly args: string;
  readonly about: (actor: MatrixActor) => About;
  /** Whether what happens to the person moves it for this actor. */
  readonly moves: (actor: MatrixActor) => boolean;
}

export const THE_WALL: Followed = {
  ...{ root: 'wall', label: 'wall', args: `(region: "${REGION}")` },
  ...{ about: () => ({ region: REGION }), moves: () => true },
};

/** Everything that can be followed, while something happens to a1 of unit A and is said in the forum of unit A. */
function allFollowed({ units, sessions }: MatrixWorld): Followed[] {
  const unit = (label: string, key: UnitKey, moves: boolean): Followed => ({
    ...{ root: 'unitScore', label, args: `(region: "${REGION}", unit: "${units[key]}")` },
    // Of a unit that is not there nobody is told more than those who may see every unit.
    about: () => (UNITS[key].region === REGION ? { region: REGION, unit: key } : { region: REGION }),
    moves: () => moves,
  });
  const session = (label: string, key: keyof typeof sessions, moves: boolean): Followed => ({
    ...{ root: 'forumSession', label, args: `(region: "${REGION}", id: "${sessions[key]}")` },
    ...{ about: () => ({ region: REGION, unit: key }), moves: () => moves },
  });
  return [
    THE_WALL,
    { ...THE_WALL, root: 'reasons', label: 'reasons' },
    unit('unit A', 'unitA', true),
    unit('unit B', 'unitB', false),
    unit('kecamatan', 'kecamatan', true),
    unit('unit X as if here', 'unitX', false),
    session('forum of A', 'unitA', true),
    session('forum of B', 'unitB', false),
    session('forum of the kecamatan', 'kecamatan', false),
    {
      ...{ root: 'forumSession', label: 'a forum that is not there', moves: () => false },
      ...{ args: `(region: "${REGION}", id: "${units.unitX}")`, about: () => ({ region: REGION }) },
    },
    {
      ...{ root: 'myScore', label: 'my score', args: '' },
      about: ({ region }) => ({ region: region ?? REGION }),
      moves: ({ employee }) => employee === 'a1',
    },
  ];
}

/** The question of what is followed with every field there is. */
export function questionOf(
  schema: GraphQLSchema,
  { root, args }: Followed,
  identified: boolean,
): { query: string; tree: Tree; leaves: number } {
  const type = getNamedType(schema.getSubscriptionType()!.getFields()[root]!.type);
  const { tree, leaves } = chunkOfType(schema, type, 4);
  return { query: `subscription { ${root}${args} ${print(tree, identified)} }`, tree, leaves };
}

/** Holds what everybody is shown, and what they are pushed when something happens, to the rules. */
export async function runFollowed(
  schema: GraphQLSchema,
  world: MatrixWorld,
  servers: { readonly address: string; readonly truth: string },
  happen: () => Promise<void>,
): Promise<MatrixReport> {
  const report: MatrixReport = { cases: new Map(), requests: 0, leaks: [], denials: [], oddities: [] };
  const known = names(world);
  const chief = world.tokens.get('all roles');
  const watching = allFollowed(world).flatMap((followed) => {
    const { query, tree, leaves } = questionOf(schema, followed, false);
    const { query: whole } = questionOf(schema, followed, true);
    const common = watch(servers.truth, chief, whole);
    return ACTORS.map((actor) => {
      const token = world.tokens.get(actor.name);
      const truth = followed.root === 'myScore' ? watch(servers.truth, token, whole) : common;
      return { followed, tree, leaves, actor, truth, stream: watch(servers.address, token, query) };
    });
  });
  const truths = new Map<Watching, Promise<GraphqlAnswer | null>>();
  const judge = async (what: string, concerned: typeof watching) => {
    truths.clear();
    for (const { followed, tree, leaves, actor, truth, stream } of concerned) {
      const { root, label } = followed;
      const about = followed.about(actor);
      const where = `${actor.name}: ${label} (${what})`;
      report.cases.set(actor.name, (report.cases.get(actor.name) ?? 0) + leaves);
      if (actor.state === 'OUT' || !mayAsk(actor, root, about)) {
        await refused(actor, root, where, stream, report);
        continue;
      }
      if (!truths.has(truth)) truths.set(truth, truth.next());
      const whole = await truths.get(truth);
      const answer = await stream.next();
      for (const text of forbiddenTexts(actor, world))
        if (answer?.text.includes(text)) report.leaks.push(`${where} holds ${text}`);
      const expected = permitted(tree, whole?.data?.[root], about, remembering(actor), known);
      compare(normal(expected), normal(answer?.data?.[root] ?? null), where, '', report);
      for (const { extensions } of answer?.errors ?? [])
        if (extensions?.code !== 'FORBIDDEN' && extensions?.code !== whole?.errors?.[0]?.extensions?.code)
          report.oddities.push(`${where} answers ${extensions?.code}`);
    }
  };
  try {
    await judge('first', watching);
    await happen();
    await judge(
      'next',
      watching.filter(({ followed, actor }) => followed.moves(actor)),
    );
    for (const { followed, actor, stream } of watching)
      if (!followed.moves(actor) && stream.messages.length > 1)
        report.leaks.push(`${actor.name}: ${followed.label} is told of what does not concern it`);
  } finally {
    for (const { truth, stream } of watching) {
      truth.end();
      stream.end();
    }
  }
  return report;
}

async function refused(
  actor: MatrixActor,
  root: string,
  where: string,
  stream: Watching,
  report: MatrixReport,
): Promise<void> {
  if (actor.state === 'OUT') {
    const code = await stream.closed;
    if (code !== 4403) report.oddities.push(`${where} is closed with ${code}`);
  } else if (stream.messages.length === 0) await stream.next();
  for (const { data, errors } of stream.messages) {
    if (data?.[root] != null) report.leaks.push(`${where} is open`);
    const due = actor.region === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    if (errors?.[0]?.extensions?.code !== due)
      report.oddities.push(`${where} is refused with ${errors?.[0]?.extensions?.code}`);
  }
}
