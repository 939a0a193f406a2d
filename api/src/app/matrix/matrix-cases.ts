import { randomUUID } from 'node:crypto';
import {
  parse,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  isInterfaceType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { costOf } from '../../platform/graphql/limits-cost.js';
import { LIMITS } from '../../platform/graphql/limits.js';
import { FINISHED } from '../../testing/finished-quarter.js';
import { PERIOD, REGION } from '../../testing/small-office.js';
import type { MatrixWorld } from './matrix-world.js';
import { OTHER_REGION } from './matrix-world.js';
import type { About } from './matrix-rules.js';

/** How many steps a path takes from the root on; a connection is one step with the rows in it. */
const DEPTH = 4;
/** A request has 1,000 tokens; what tells whom a row is about comes on top where the truth is asked for. */
const TOKENS = 620;

/** A part of the type graph to ask for. */
export interface Tree {
  readonly type: string;
  readonly fields: Map<string, { readonly args: string; readonly sub: Tree | null }>;
  /** Of a union or an interface: each of its members. */
  readonly members: Map<string, Tree>;
}

/** One question with its arguments. */
export interface Variant {
  readonly root: string;
  readonly label: string;
  readonly args: string;
  readonly about: About;
  /** Asks for one row by its id: what is foreign must look like what is not there. */
  readonly byId: boolean;
}

/** What of a question's answer is asked for in one request. */
export interface Chunk {
  readonly tree: Tree;
  readonly leaves: number;
}

interface Path {
  readonly steps: readonly { readonly field: string; readonly args: string; readonly type: string }[];
  readonly leaves: readonly { readonly field: string; readonly args: string }[];
}

/** Every leaf at the end of every path from a root field, in requests of a size and a cost that the server takes. */
export function chunksOf(schema: GraphQLSchema, { root, args }: Pick<Variant, 'root' | 'args'>): Chunk[] {
  const field = schema.getQueryType()!.getFields()[root]!;
  const type = getNamedType(field.type);
  const paths: Path[] = [];
  walk(schema, type, 1, [], paths);
  const costWith = (tree: Tree): number => {
    const document = parse(`{ ${root}${args} ${print(tree, true)} }`);
    return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, {});
  };
  const chunks: { tree: Tree; leaves: number; tokens: number }[] = [];
  for (const path of paths) {
    const tokens = path.steps.length * 4 + path.leaves.length * 1.5;
    let last = chunks.at(-1);
    // Rows of several types in one place may have fields of one name and different types: each type is asked for alone.
    const [first] = path.steps;
    if (
      last === undefined ||
      (isInterfaceType(type) && first !== undefined && !last.tree.members.has(first.type)) ||
      last.tokens + tokens > TOKENS ||
      costWith(planted(last.tree, path)) > LIMITS.cost
    ) {
      last = { tree: emptyTree(type.name), leaves: 0, tokens: 0 };
      chunks.push(last);
    }
    plant(last.tree, path);
    last.leaves += path.leaves.length;
    last.tokens += tokens;
  }
  return chunks;
}

/** All of it in one request, only so many steps deep. */
export function chunkOfType(schema: GraphQLSchema, type: GraphQLNamedType, deepest: number): Chunk {
  const paths: Path[] = [];
  walk(schema, type, 1, [], paths, deepest);
  const tree = emptyTree(type.name);
  for (const path of paths) plant(tree, path);
  return { tree, leaves: paths.reduce((sum, { leaves }) => sum + leaves.length, 0) };
}

function walk(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  steps: Path['steps'],
  found: Path[],
  deepest = DEPTH,
): void {
  if (isUnionType(type) || isInterfaceType(type)) {
    for (const member of schema.getPossibleTypes(type))
      walk(schema, member, depth, [...steps, { field: '...', args: '', type: member.name }], found, deepest);
    return;
  }
  if (!isObjectType(type)) return;
  const fields = Object.values(type.getFields()).filter(
    ({ name }) => !MOVING.has(`${type.name}.${name}`) && !MASKED.has(`${type.name}.${name}`),
  );
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  if (leaves.length > 0)
    found.push({ steps, leaves: leaves.map(({ name, args }) => ({ field: name, args: filled(args) })) });
  for (const field of fields) {
    const next = getNamedType(field.type);
    if (isLeafType(next)) continue;
    const further = isPlumbing(next) || isPlumbing(type) ? depth : depth + 1;
    if (further <= deepest)
      walk(
        schema,
        next,
        further,
        [...steps, { field: field.name, args: filled(field.args), type: next.name }],
        found,
        deepest,
      );
  }
}

/** Connections, their edges and page infos only carry rows. */
export function isPlumbing(type: { readonly name: string }): boolean {
  return /(Connection|Edge|PageInfo)$/.test(type.name);
}

/** Values for arguments that a field needs on the way: the first there is. */
function filled(args: readonly GraphQLArgument[]): string {
  const needed = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  if (needed.length === 0) return '';
  const values = needed.map(({ name, type }) => {
    const named = getNamedType(type);
    if (!isEnumType(named))
      throw new Error(`the matrix knows no value for the argument ${name}: ${named.name}`);
    return `${name}: ${named.getValues()[0]!.name}`;
  });
  return `(${values.join(', ')})`;
}

function emptyTree(type: string): Tree {
  return { type, fields: new Map(), members: new Map() };
}

/** A copy with one more path. */
function planted(tree: Tree, path: Path): Tree {
  const copy = copyOf(tree);
  plant(copy, path);
  return copy;
}

function copyOf({ type, fields, members }: Tree): Tree {
  return {
    type,
    fields: new Map(
      [...fields].map(([name, { args, sub }]) => [name, { args, sub: sub === null ? null : copyOf(sub) }]),
    ),
    members: new Map([...members].map(([name, member]) => [name, copyOf(member)])),
  };
}

function plant(tree: Tree, { steps, leaves }: Path): void {
  let at = tree;
  for (const { field, args, type } of steps) {
    if (field === '...') {
      const member = at.members.get(type) ?? emptyTree(type);
      at.members.set(type, member);
      at = member;
    } else {
      const known = at.fields.get(field) ?? { args, sub: emptyTree(type) };
      at.fields.set(field, known);
      at = known.sub!;
    }
  }
  for (const { field, args } of leaves) at.fields.set(field, { args, sub: null });
}

/** What moves while the matrix runs, because it asks: it cannot be compared with what stands in another copy. */
const MOVING = new Set(['WallDevice.lastSeenAt', 'Service.lastUsedAt', 'Service.requestsThisHour']);

/** What is masked or left out for some of those who may read the row, with the reason beside: it has tests of its own. */
const MASKED = new Set([
  'KinerjaPeriodikCheck.findings',
  ...'findings nip penilaiJabatanNama penilaiNama penilaiNipNrp penilaiUnorNama'
    .split(' ')
    .map((field) => `KinerjaPeriodik.${field}`),
]);

/** What tells whom or which unit a row is about: asked for beside, where the truth is read. */
const IDENTIFYING: Readonly<Record<string, string>> = {
  Employee: 'id',
  Observation: 'id employee { id }',
  EmployeeScore: 'employee { id }',
  ConfirmedPredicate: 'employee { id }',
  KinerjaPeriodik: 'employee { id }',
  KinerjaPeriodikCheck: 'employee { id }',
  Contest: 'employee { id }',
  ScoreExplanation: 'employee { id }',
  PolicyMove: 'employee { id }',
  UnitScore: 'unitId',
  UnitScoreExplanation: 'unit { id }',
  PolicyUnitMove: 'unit { id }',
  WallUnit: 'id',
  WallHappening: 'unitId',
  Account: 'id',
  DataCorrection: 'employee { id }',
  Complaint: 'unit { id }',
  ServiceCounter: 'unit { id }',
  Feedback: 'unit { id }',
  FeedbackSummary: 'unitId',
  ForumSession: 'unit { id }',
  ForumHallCode: 'unitId',
  WallCommitment: 'unitId',
};

/** The selection set of a tree. */
export function print(tree: Tree, identified: boolean): string {
  const fields = [...tree.fields].map(
    ([name, { args, sub }]) => `${name}${args}${sub === null ? '' : ` ${print(sub, identified)}`}`,
  );
  const members = [...tree.members].map(([name, member]) => `... on ${name} ${print(member, identified)}`);
  const beside = identified ? [IDENTIFYING[tree.type] ?? ''] : [];
  const typename = tree.members.size > 0 ? ['__typename'] : [];
  return `{ ${[...typename, ...beside, ...fields, ...members].join(' ')} }`;
}

/** Every type that a question can lead to. */
export function typesReached(schema: GraphQLSchema): string[] {
  const seen = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (isUnionType(type) || isInterfaceType(type)) return schema.getPossibleTypes(type).forEach(visit);
    if (!isObjectType(type) || seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  for (const root of [schema.getQueryType(), schema.getSubscriptionType()] as GraphQLObjectType[]) {
    for (const field of Object.values(root.getFields())) visit(getNamedType(field.type));
  }
  return [...seen].sort();
}

/** The questions of a root field: of one's own and of another's, in this region and the other, there and not there. */
export function variantsOf(root: string, world: MatrixWorld): Variant[] {
  const { people, units, observations, contests } = world;
  const nowhere = randomUUID();
  const make = (label: string, args: string, about: About, byId = false): Variant => ({
    ...{ root, label, args: args === '' ? '' : `(${args})`, about, byId },
  });
  const here = `region: "${REGION}"`;
  const there = `region: "${OTHER_REGION}"`;
  const own: About = { region: REGION };
  const other: About = { region: OTHER_REGION };
  const both = (more = '') => [
    make('here', `${here}${more}`, own),
    make('elsewhere', `${there}${more}`, other),
  ];
  const period = `period: "${PERIOD}"`;
  const finished = `period: "${FINISHED}"`;
  const ofPeople = (arg: string, more: string) => [
    ...(['a1', 'mover', 'b1', 'camat'] as const).map((person) =>
      make(person, `${here}, ${arg}: "${people[person]}"${more}`, { region: REGION, person }, true),
    ),
    make('x1 as if here', `${here}, ${arg}: "${people.x1}"${more}`, own, true),
    make('nobody', `${here}, ${arg}: "${nowhere}"${more}`, own, true),
    make('x1', `${there}, ${arg}: "${people.x1}"${more}`, { region: OTHER_REGION, person: 'x1' }),
  ];
  const ofUnits = (more: string) => [
    ...(['unitA', 'unitB', 'kecamatan'] as const).map((unit) =>
      make(unit, `${here}, unit: "${units[unit]}"${more}`, { region: REGION, unit }, true),
    ),
    make(
      'unit X as if here',
      `${here}, unit: "${units.unitX}"${more}`,
      { region: REGION, unit: 'unitX' },
      true,
    ),
    make('no unit', `${here}, unit: "${nowhere}"${more}`, { region: REGION, unit: 'unitX' }, true),
    make('unit X', `${there}, unit: "${units.unitX}"${more}`, { region: OTHER_REGION, unit: 'unitX' }),
  ];
  const rows = (ids: Readonly<Record<string, string>>) => [
    ...Object.entries(ids).map(([label, id]) => make(label, `${here}, id: "${id}"`, own, true)),
    make('none', `${here}, id: "${nowhere}"`, own, true),
  ];
  switch (root) {
    case 'region':
      return [make('here', `code: "${REGION}"`, own), make('elsewhere', `code: "${OTHER_REGION}"`, other)];
    case 'regions':
      return [make('all', '', own)];
    case 'imports':
      return both(', first: 5');
    case 'accounts':
    case 'units':
    case 'periods':
    case 'deliveries':
    case 'wallDevices':
    case 'services':
    case 'webhooks':
    case 'indicators':
    case 'policies':
      return both();
    case 'importDraft':
      return rows(world.imports);
    case 'webhookDeliveries':
      return [
        make('here', `${here}, webhook: "${world.webhooks.here}"`, own),
        make('elsewhere as if here', `${here}, webhook: "${world.webhooks.elsewhere}"`, own),
        make('elsewhere', `${there}, webhook: "${world.webhooks.elsewhere}"`, other),
      ];
    case 'calendarDays':
      return both(', year: 2026');
    case 'policy':
      return both(`, version: "${world.draft}"`);
    case 'creditPoints':
      return [make('any', 'level: AHLI_MUDA, months: 12, predicate: BAIK', { region: '*' })];
    case 'satisfactionIndex':
      return [make('any', 'elements: []', { region: '*' })];
    case 'unitScores':
      return [...both(`, ${period}`), ...both(`, ${finished}`).slice(0, 1)];
    case 'employees':
      return [...both(), make('of B', `${here}, unit: "${units.unitB}"`, own)];
    case 'observations':
      return [
        ...both(', first: 100'),
        ...both(', filter: { from: "2026-01-01", to: "2026-12-31" }, orderBy: RECORDED, first: 100'),
        make('of b1', `${here}, employee: "${people.b1}", first: 100`, own),
        make('of a1', `${here}, employee: "${people.a1}", first: 100`, own),
      ];
    case 'employeeScores':
      return [
        ...both(`, ${period}`),
        make('finished', `${here}, ${finished}`, own),
        make('past', `${here}, ${period}, asOf: "2026-11-15T00:00:00Z"`, own),
      ];
    case 'contests':
      return [...both(), make('of b1', `${here}, employee: "${people.b1}"`, own)];
    case 'confirmedPredicates':
    case 'kinerjaPeriodik':
      return both(`, ${finished}`);
    case 'kinerjaPeriodikChecks':
      return both(`, ${finished}, heldBackOnly: false`);
    case 'employee':
      return ofPeople('id', '');
    case 'node':
      return [...ofPeople('id', ''), ...rows(observations)];
    case 'nodes':
      // Of a score a service with PREDICATES may read whose it is, where it is given one; by its id it is not: row level
      // security keeps scores from it whole.
      return [
        make(
          'of several types',
          `${here}, ids: ["${people.b1}", "${people.a1}", "${units.unitB}", "${Object.values(observations)[0]}"]`,
          own,
        ),
      ];
    case 'employeeScore':
      return [...ofPeople('employee', `, ${period}`), ...ofPeople('employee', `, ${finished}`).slice(1, 3)];
    case 'explainScore':
      return [
        ...ofPeople('employee', `, ${period}`),
        ...ofPeople('employee', `, ${period}, knownAt: "2026-11-24T04:00:00Z"`).slice(2, 3),
      ];
    case 'observation':
      return rows(observations);
    case 'contest':
      return rows(contests);
    case 'explainUnitScore':
      return ofUnits(`, ${period}`);
    case 'distributionCheck':
      return ofUnits(`, ${finished}, basis: CONFIRMED, organisation: BAIK`);
    case 'policyPreview':
      return [
        ...both(`, version: "${world.draft}", ${period}`),
        ...ofUnits(`, version: "${world.draft}", ${period}`)
          .slice(0, 2)
          .map((variant) => ({ ...variant, about: own, byId: false })),
      ];
    case 'corrections':
      return [...both(), make('open ones', `${here}, openOnly: true`, own)];
    case 'complaints':
      return [
        ...both(),
        make('open ones', `${here}, openOnly: true`, own),
        make('about B', `${here}, unit: "${units.unitB}"`, own),
      ];
    case 'counters':
      return [...both(), make('of B', `${here}, unit: "${units.unitB}"`, own)];
    case 'feedback':
      return [
        ...both(),
        make('waiting', `${here}, standing: WAITING`, own),
        make('about B', `${here}, unit: "${units.unitB}"`, own),
      ];
    case 'feedbackSummary':
      return ofUnits(', quarter: "2026-Q4"');
    case 'forumSeries':
    case 'commitments':
      return [...both(), make('of B', `${here}, unit: "${units.unitB}"`, own)];
    case 'forumSessions':
      return [...both(', first: 10'), make('of B', `${here}, unit: "${units.unitB}", first: 10`, own)];
    case 'forumSession':
      return rows(world.sessions);
    case 'forumHall':
      return [
        make('wrong code', `${here}, session: "${world.sessions.unitA}", code: "no code"`, own),
        make('elsewhere', `${there}, session: "${nowhere}", code: "no code"`, other),
      ];
    // The same for everybody, with tests of its own.
    case 'publicForumUnits':
    case 'publicForumSessions':
    case 'publicCommitments':
    case 'publicPromises':
      return [];
    case 'trackForumOutcome':
    case 'feedbackCounter':
    // What a right code shows, and which units there are, is the same for everybody and has tests of its own.
    case 'trackComplaint':
      return [
        make('wrong code', `${here}, code: "no code"`, own),
        make('elsewhere', `${there}, code: "no code"`, other),
      ];
    case 'purposes':
      return [make('any', '', { region: '*' })];
    // Looks are told while the matrix runs; what commands left in the chain stays as it is.
    case 'auditEntries':
      return ['ruleContest', 'confirmPredicate', 'answerCorrection', 'answerComplaint'].flatMap((action) =>
        both(`, action: "${action}"`),
      );
    // What depends on nobody but who asks has tests of its own.
    case 'viewer':
    // Counted over for whoever asks.
    case 'kinerjaPeriodikReport':
    case 'complaintOffices':
    case 'looksAtMe':
    // What has changed depends on what went before, not on rights alone: changes.api.test.ts holds it to them.
    case 'changes':
    case 'signInOptions':
    case 'serverNow':
      return [];
    default:
      throw new Error(`the matrix knows no arguments for the question ${root}`);
  }
}
