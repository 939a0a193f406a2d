import { createClient } from 'graphql-ws';
import type { GraphQLSchema } from 'graphql';
import { getNamedType } from 'graphql';
import { WebSocket } from 'ws';
import { REGION } from '../../testing/small-office.js';
import { chunkOfType, print, type Tree } from './matrix-cases.js';
import { forbiddenTexts, mayAsk } from './matrix-rules.js';
import { compare, names, normal, permitted, remembering, type MatrixReport } from './matrix-run.js';
import { ACTORS, type GraphqlAnswer, type MatrixActor, type MatrixWorld } from './matrix-world.js';

/** Somebody before a wall. */
export interface Watching {
  /** The next message that is no heartbeat; null: the socket was closed, or told of an error first. */
  next(): Promise<GraphqlAnswer | null>;
  /** With what the server closed the socket. */
  readonly closed: Promise<number>;
  readonly messages: readonly GraphqlAnswer[];
  end(): void;
}

/** Opens the wall for somebody. */
export function watchWall(address: string, token: string | undefined, query: string): Watching {
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
        const wall = (answer.data as Record<string, { __typename: string }> | null | undefined)?.['wall'];
        if (wall?.__typename === 'WallHeartbeat') return;
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

/** The question of a wall with every field there is. */
export function wallQuestion(
  schema: GraphQLSchema,
  identified: boolean,
): { query: string; tree: Tree; leaves: number } {
  const type = getNamedType(schema.getSubscriptionType()!.getFields()['wall']!.type);
  const { tree, leaves } = chunkOfType(schema, type, 4);
  return { query: `subscription { wall(region: "${REGION}") ${print(tree, identified)} }`, tree, leaves };
}

/** Holds what everybody is shown, and what they are pushed when something happens, to the rules. */
export async function runWalls(
  schema: GraphQLSchema,
  world: MatrixWorld,
  servers: { readonly address: string; readonly truth: string },
  happen: () => Promise<void>,
): Promise<MatrixReport> {
  const report: MatrixReport = { cases: new Map(), requests: 0, leaks: [], denials: [], oddities: [] };
  const known = names(world);
  const { query, tree, leaves } = wallQuestion(schema, false);
  const chief = world.tokens.get('all roles');
  const whole = watchWall(servers.truth, chief, wallQuestion(schema, true).query);
  const watching = ACTORS.map((actor) => ({
    actor,
    wall: watchWall(servers.address, world.tokens.get(actor.name), query),
  }));
  const judge = async (what: string) => {
    const truth = (await whole.next())?.data?.['wall'];
    for (const { actor, wall } of watching) {
      const where = `${actor.name}: wall (${what})`;
      const asks = actor.state !== 'OUT' && mayAsk(actor, 'wall', { region: REGION });
      if (!asks) {
        report.cases.set(actor.name, (report.cases.get(actor.name) ?? 0) + leaves);
        await refused(actor, where, wall, report);
        continue;
      }
      const answer = await wall.next();
      report.cases.set(actor.name, (report.cases.get(actor.name) ?? 0) + leaves);
      for (const text of forbiddenTexts(actor, world))
        if (answer?.text.includes(text)) report.leaks.push(`${where} holds ${text}`);
      const expected = permitted(tree, truth, { region: REGION }, remembering(actor), known);
      compare(normal(expected), normal(answer?.data?.['wall'] ?? null), where, '', report);
      for (const { extensions } of answer?.errors ?? [])
        if (extensions?.code !== 'FORBIDDEN') report.oddities.push(`${where} answers ${extensions?.code}`);
    }
  };
  try {
    await judge('first');
    await happen();
    await judge('next');
  } finally {
    whole.end();
    for (const { wall } of watching) wall.end();
  }
  return report;
}

async function refused(
  actor: MatrixActor,
  where: string,
  wall: Watching,
  report: MatrixReport,
): Promise<void> {
  if (actor.state === 'OUT') {
    const code = await wall.closed;
    if (code !== 4403) report.oddities.push(`${where} is closed with ${code}`);
  } else if (wall.messages.length === 0) await wall.next();
  for (const { data, errors } of wall.messages) {
    if (data?.['wall'] != null) report.leaks.push(`${where} is open`);
    const due = actor.region === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    if (errors?.[0]?.extensions?.code !== due)
      report.oddities.push(`${where} is refused with ${errors?.[0]?.extensions?.code}`);
  }
}
