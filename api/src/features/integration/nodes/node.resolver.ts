import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Denied } from '../../../platform/auth/denied.js';
import { badInput } from '../../../platform/graphql/connection.js';
import type { Context } from '../../../platform/graphql/context.js';
import { Node } from '../../../platform/graphql/node.object.js';
import { RegionCode } from '../../../platform/graphql/scalars.js';
import { readNodes, type NodeStores } from './read-nodes.js';

/** Most rows that are asked for by their ids at once. */
export const MOST_NODES = 100;

const InOwnRegion = (): ParameterDecorator =>
  Arg('region', () => RegionCode, {
    nullable: true,
    description: 'Kemendagri code of the region; left out: that of whoever asks.',
  }) as ParameterDecorator;

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'A row by its id (Relay): an Employee, Unit, Indicator, Observation, EmployeeScore or ConfirmedPredicate. Null where there is none, or none that you may see: the two are told alike.',
  })
  async node(
    @Arg('id', () => ID, { description: 'The `id` of the row.' }) id: string,
    @InOwnRegion() region: string | null,
    @Ctx() context: Context<NodeStores>,
  ): Promise<Node | null> {
    const [row = null] = await readNodes(context.read(regionOf(context, region)), [id]);
    return row;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The same for several rows, in the order of their ids, with null for each that is not there.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: `The ids of the rows, at most ${MOST_NODES}.` })
    ids: string[],
    @InOwnRegion() region: string | null,
    @Ctx() context: Context<NodeStores>,
  ): Promise<(Node | null)[]> {
    if (ids.length > MOST_NODES) throw badInput(`ids takes at most ${MOST_NODES} ids; got ${ids.length}.`);
    return readNodes(context.read(regionOf(context, region)), ids);
  }
}

function regionOf({ actor }: Context, named: string | null): string {
  const region = named ?? actor.regionCode;
  if (region === null) throw new Denied('NOT_FOUND', 'Name the region: you belong to none.');
  return region;
}
