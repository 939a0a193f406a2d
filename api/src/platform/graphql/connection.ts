import { GraphQLError, isObjectType, type GraphQLSchema } from 'graphql';
import { Field, ArgsType, Int, ObjectType, type ClassType } from 'type-graphql';

/** Most rows that one page gives. */
export const PAGE_LIMIT = 100;
const PAGE_DEFAULT = 50;

/** Paging arguments of every list (Relay Cursor Connections, forward). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: PAGE_DEFAULT,
    description: `How many rows to give: 1 to ${PAGE_LIMIT}. Another number: BAD_INPUT.`,
  })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The `endCursor` of the page before; leave it out for the first page. Another text: BAD_INPUT.',
  })
  after?: string | null;
}

@ObjectType({ description: 'Where a page of a list ends (Relay Cursor Connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are rows after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Give it as `after` for the next page; null for an empty page.',
  })
  endCursor!: string | null;

  @Field(() => Boolean, { description: 'Always false: lists are read forwards (Relay Cursor Connections).' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The place of the first row; null for an empty page.' })
  startCursor!: string | null;
}

/** One page as resolvers return it. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: Pick<PageInfo, 'hasNextPage' | 'endCursor'>;
  /** Counts the whole list; asked only where the query asks for it. */
  readonly totalCount?: () => Promise<number>;
}

/** The connection of a list that also says how many rows it has in all (`counted`). */
export function countedConnectionOf<T extends object>(
  name: string,
  node: () => ClassType<T>,
): ClassType<Page<T>> {
  const connection = connectionOf(name, node);
  const describe = Field(() => Int, {
    description:
      'How many rows the whole list has for whoever asks, with these filters; counted at this moment, so it may move between two pages. Costs 100.',
  });
  describe(connection.prototype as object, 'totalCount');
  return connection;
}

/** The connection and edge types of a node type, described after it. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a page.` })
  class Edge {
    @Field(() => String, { description: 'The place of this row in the list.' })
    cursor!: string;

    @Field(node, { description: 'The row itself.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows (Relay Cursor Connections).` })
  class Connection {
    @Field(() => [Edge], { description: `The rows of this page, at most ${PAGE_LIMIT}.` })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;
  }
  return Connection as ClassType<Page<T>>;
}

/**
 * Gives the field that counts a resolver of its own. Without one only graphql-js would call the function that a page
 * brings: the program that a document is compiled to when it comes again reads plain properties.
 */
export function countWhenAsked(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const total = isObjectType(type) ? type.getFields()['totalCount'] : undefined;
    if (total !== undefined) total.resolve = (page: Page<unknown>) => page.totalCount?.();
  }
}

/** Refuses a page size that no list gives. */
export function pageSize(args: PageArgs): number {
  if (Number.isInteger(args.first) && args.first >= 1 && args.first <= PAGE_LIMIT) return args.first;
  throw badInput(`first takes a whole number from 1 to ${PAGE_LIMIT}; got ${args.first}.`);
}

/** The key in a list's cursor; null at the beginning. `isKey` keeps foreign texts out of the statements. */
export function pageKey(args: PageArgs, isKey: (text: string) => boolean): string | null {
  if (args.after === undefined || args.after === null) return null;
  const key = Buffer.from(args.after, 'base64url').toString('utf8');
  if (isKey(key)) return key;
  throw badInput('after takes the endCursor of an earlier page of the same list.');
}

/** Cuts one page out of rows that were asked for with one more than fits. */
export function toPage<Row, T>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => string,
  toNode: (row: Row) => T,
  totalCount?: () => Promise<number>,
): Page<T> {
  const edges = rows
    .slice(0, size)
    .map((row) => ({ cursor: Buffer.from(keyOf(row)).toString('base64url'), node: toNode(row) }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
    ...(totalCount && { totalCount }),
  };
}

/** What a list does not take, and what it takes instead. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
}
