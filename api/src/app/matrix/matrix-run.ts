import {
  GraphQLList,
  GraphQLNonNull,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isDeepStrictEqual } from 'node:util';
import { chunksOf, isPlumbing, print, variantsOf, type Tree } from './matrix-cases.js';
import {
  forbiddenTexts,
  mayAsk,
  opens,
  relationsTo,
  ruleOf,
  type About,
  type Relation,
} from './matrix-rules.js';
import {
  ACTORS,
  PEOPLE,
  post,
  UNITS,
  type MatrixActor,
  type MatrixWorld,
  type PersonKey,
  type UnitKey,
} from './matrix-world.js';

/**
 * Lets every field be null, so that a field that is refused leaves its neighbours where they are: then one request
 * tells of each field by itself. What a person is given in truth is less than that.
 */
export function everythingNullable(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.type = nullable(field.type);
  }
  return schema;
}

function nullable(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return nullable((type as GraphQLNonNull<never>).ofType);
  return isListType(type) ? new GraphQLList(nullable(type.ofType)) : type;
}

/** What was found, and how much was looked at. */
export interface MatrixReport {
  readonly cases: Map<string, number>;
  readonly requests: number;
  /** Somebody was given what is not theirs. */
  readonly leaks: string[];
  /** Somebody was refused what is theirs. */
  readonly denials: string[];
  /** An answer that is neither: an error of another kind, or one that tells whether a foreign row is there. */
  readonly oddities: string[];
}

export interface MatrixRun {
  /** The schema that is walked. */
  readonly schema: GraphQLSchema;
  readonly world: MatrixWorld;
  /** Where the questions are asked. */
  readonly address: string;
  /** A server that keeps nobody from anything, on a copy of the same data. */
  readonly truth: string;
  /** Who asks; everybody, where left out. */
  readonly actors?: readonly MatrixActor[];
  /** Which questions are asked; all of them, where left out. */
  readonly roots?: readonly string[];
  /**
   * What an answer is held to. EVERYTHING: just what the rules give. LEAKS: nothing that they do not give. ROWS: no text
   * of a row that is somebody else's, whatever is given of one's own; that is all a net under the rows can promise.
   */
  readonly heldTo?: 'EVERYTHING' | 'LEAKS' | 'ROWS';
}

/** Actors asked for at the same time: while the database answers one, another is judged. */
const AT_ONCE = 4;

const REFUSED = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND']);

/** Asks everything for everybody and holds each answer to the rules. */
export async function runMatrix(run: MatrixRun): Promise<MatrixReport> {
  const { schema, world, address, truth, actors = ACTORS, heldTo = 'EVERYTHING' } = run;
  const roots = run.roots ?? Object.keys(schema.getQueryType()!.getFields());
  const report: MatrixReport & { requests: number } = {
    ...{ cases: new Map(), requests: 0, leaks: [], denials: [], oddities: [] },
  };
  const truths = new Map<string, unknown>();
  const chief = world.tokens.get('all roles');
  const questions = roots.flatMap((root) => {
    const variants = variantsOf(root, world);
    // The same pieces for all variants of a question: what is not there must look alike piece by piece.
    const chunks = variants[0] === undefined ? [] : chunksOf(schema, variants[0]);
    return variants.flatMap((variant) => chunks.map((chunk, n) => ({ variant, chunk, n })));
  });
  for (const { variant, chunk, n } of questions) {
    const query = `{ ${variant.root}${variant.args} ${print(chunk.tree, true)} }`;
    const { data, errors } = await post(truth, chief, { query });
    if (errors !== undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    truths.set(`${variant.root} ${variant.label} ${variant.args} ${n}`, data![variant.root]);
  }
  const known = names(world);
  const pieces = Map.groupBy(questions, ({ variant }) => variant);
  const askFor = async (actor: MatrixActor): Promise<void> => {
    const forbidden = forbiddenTexts(actor, world, heldTo === 'ROWS');
    const relations = remembering(actor);
    const absent = new Map<string, { text: string; label: string }>();
    const gone = new Set<unknown>();
    for (const { variant, chunk, n } of questions) {
      const about = variant.about.region === '*' ? { region: actor.region ?? '' } : variant.about;
      const asks = actor.state !== 'OUT' && mayAsk(actor, variant.root, about);
      // A question that is refused is refused whatever of it is asked for: once is enough.
      if (!asks && n > 0 && heldTo !== 'ROWS') continue;
      const query = `{ ${variant.root}${variant.args} ${print(chunk.tree, false)} }`;
      const answer = await post(address, world.tokens.get(actor.name), { query });
      report.requests += 1;
      report.cases.set(actor.name, (report.cases.get(actor.name) ?? 0) + chunk.leaves);
      const where = `${actor.name}: ${variant.root} (${variant.label}) [${n}]`;
      for (const text of forbidden)
        if (answer.text.includes(text)) report.leaks.push(`${where} holds ${text}`);

      if (heldTo === 'ROWS') continue;
      const expectedOf = (piece: Pick<(typeof questions)[number], 'chunk' | 'n'>) => {
        const true_ = truths.get(`${variant.root} ${variant.label} ${variant.args} ${piece.n}`);
        return asks ? normal(permitted(piece.chunk.tree, true_, about, relations, known)) : null;
      };
      const expected = expectedOf({ chunk, n });
      const given = normal(answer.data?.[variant.root] ?? null);
      compare(expected, given, where, '', report);
      if (heldTo === 'LEAKS') continue;

      const codes = new Set((answer.errors ?? []).map(({ extensions }) => extensions?.code ?? 'none'));
      for (const code of codes)
        if (!REFUSED.has(code))
          report.oddities.push(`${where} answers ${code}: ${answer.text.slice(0, 300)}`);
      const code = actor.region === null || actor.state === 'OUT' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      if (!asks && !codes.has(code)) report.oddities.push(`${where} is refused without ${code}`);
      // Nothing of it in any piece: a piece may ask for rows of another type.
      if (n === 0 && pieces.get(variant)!.every((piece) => expectedOf(piece) === null)) gone.add(variant);
      if (variant.byId && gone.has(variant)) {
        const group = `${variant.root} ${n} ${variant.args.replaceAll(/"[0-9a-f-]{36}"/g, '')}`;
        const before = absent.get(group);
        if (before === undefined) absent.set(group, { text: answer.text, label: variant.label });
        else if (before.text !== answer.text)
          report.oddities.push(`${where} answers otherwise than for (${before.label})`);
      }
    }
  };
  const waiting = [...actors];
  const next = async (): Promise<void> => {
    for (let actor = waiting.shift(); actor !== undefined; actor = waiting.shift()) await askFor(actor);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return report;
}

export interface Names {
  readonly person: ReadonlyMap<string, PersonKey>;
  readonly unit: ReadonlyMap<string, UnitKey>;
  readonly account: ReadonlyMap<string, string>;
  readonly author: ReadonlyMap<string, string>;
}

export function names(world: MatrixWorld): Names {
  const turned = <K extends string>(ids: Readonly<Record<K, string>>) =>
    new Map((Object.entries(ids) as [K, string][]).map(([key, id]) => [id, key]));
  return {
    person: turned(world.people),
    unit: turned(world.units),
    account: new Map([...world.accounts].map(([name, id]) => [id, name])),
    author: world.recordedBy,
  };
}

type RelationsOf = (about: About) => ReadonlySet<Relation>;

export function remembering(actor: MatrixActor): RelationsOf {
  const known = new Map<string, ReadonlySet<Relation>>();
  return (about) => {
    const key = `${about.region} ${about.person} ${about.unit} ${about.author} ${about.account}`;
    const relations = known.get(key) ?? relationsTo(actor, about);
    known.set(key, relations);
    return relations;
  };
}

/** Whether somebody's review authority can be found: the way leads over the appraiser's own record. */
function isFound({ region, person }: About, relations: RelationsOf): boolean {
  const appraiser = person === undefined ? null : PEOPLE[person].appraiser;
  return appraiser !== null && opens(ruleOf('Employee', 'id')!, relations({ region, person: appraiser }));
}

/** What of the truth may be given. */
export function permitted(
  tree: Tree,
  value: unknown,
  holder: About,
  relations: RelationsOf,
  known: Names,
): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((one) => permitted(tree, one, holder, relations, known));
  const row = value as Record<string, unknown>;
  const member = tree.members.get(row['__typename'] as string);
  if (member !== undefined) return permitted(member, value, holder, relations, known);
  // A row of a type that this request does not ask for.
  if (tree.members.size > 0 && tree.fields.size === 0) return null;
  const about = aboutOf(tree.type, row, holder, known);
  return Object.fromEntries(
    [...tree.fields].map(([name, { sub }]) => {
      const rule = isPlumbing({ name: tree.type }) ? null : ruleOf(tree.type, name);
      if (rule !== null && !opens(rule, relations(about))) return [name, null];
      if (name === 'reviewAuthority' && !isFound(about, relations)) return [name, null];
      return [name, sub === null ? row[name] : permitted(sub, row[name], about, relations, known)];
    }),
  );
}

/** What a row is about, by the names of the world. */
function aboutOf(type: string, row: Record<string, any>, holder: About, known: Names): About {
  const region = holder.region;
  const person = (id: string): About => {
    const key = known.person.get(id)!;
    return { region: UNITS[PEOPLE[key].unit as UnitKey].region, person: key };
  };
  const unit = (id: string): About => ({ region, unit: known.unit.get(id)! });
  switch (type) {
    case 'Employee':
      return person(row['id']);
    case 'Observation': {
      const author = known.author.get(row['id']);
      return { ...person(row['employee'].id), ...(author !== undefined && { author }) };
    }
    case 'EmployeeScore':
    case 'ConfirmedPredicate':
    case 'KinerjaPeriodik':
    case 'KinerjaPeriodikCheck':
    case 'Contest':
    case 'ScoreExplanation':
    case 'PolicyMove':
    case 'DataCorrection':
      return person(row['employee'].id);
    case 'UnitScore':
    case 'FeedbackSummary':
    case 'ForumHallCode':
    case 'WallHappening':
    case 'WallCommitment':
      return unit(row['unitId']);
    case 'WallUnit':
      return unit(row['id']);
    case 'Complaint':
    case 'ServiceCounter':
    case 'Feedback':
    case 'ForumSession':
    case 'UnitScoreExplanation':
    case 'PolicyUnitMove':
      return unit(row['unit'].id);
    // Of the session that they were made in.
    case 'ForumSignature':
    case 'ForumPhoto':
      return holder;
    case 'Account': {
      const account = known.account.get(row['id']);
      return { region, ...(account !== undefined && { account }) };
    }
    default:
      return isPart(type) ? holder : { region };
  }
}

function isPart(type: string): boolean {
  return isPlumbing({ name: type }) || ruleOf(type, '') === null;
}

/**
 * Places in lists and streams, and what carries rows. How far a stream had come before a message is a matter of time; a
 * list is as long as who asks sees it, which reading.api.test.ts holds against the rows that they are given.
 */
const PLACES = new Set(['pageInfo', 'cursor', 'previous', '__typename', 'totalCount']);

/** Without what carries rows: a row of which nothing is given is no row, and a place in a list is each reader's own. */
export function normal(value: unknown): unknown {
  if (Array.isArray(value)) {
    const rows = value.map(normal).filter((row) => row !== null);
    return rows.length === 0 ? null : rows;
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  const kept = Object.entries(value)
    .filter(([name]) => !PLACES.has(name))
    .map(([name, part]) => [name, normal(part)] as const);
  return kept.every(([, part]) => part === null) ? null : Object.fromEntries(kept);
}

export function compare(
  expected: unknown,
  given: unknown,
  where: string,
  at: string,
  report: MatrixReport,
): void {
  if (isDeepStrictEqual(expected, given)) return;
  if (given === null) {
    report.denials.push(`${where}${at}: nothing instead of ${JSON.stringify(expected)?.slice(0, 120)}`);
  } else if (expected === null) {
    report.leaks.push(`${where}${at}: ${JSON.stringify(given)?.slice(0, 120)}`);
  } else if (Array.isArray(expected) && Array.isArray(given)) {
    if (expected.length === given.length)
      expected.forEach((one, n) => compare(one, given[n], where, `${at}[${n}]`, report));
    else
      (given.length > expected.length ? report.leaks : report.denials).push(
        `${where}${at}: ${given.length} rows instead of ${expected.length}`,
      );
  } else if (typeof expected === 'object' && typeof given === 'object') {
    const names_ = new Set([...Object.keys(expected), ...Object.keys(given)]);
    for (const name of names_)
      compare(
        (expected as Record<string, unknown>)[name] ?? null,
        (given as Record<string, unknown>)[name] ?? null,
        where,
        `${at}.${name}`,
        report,
      );
  } else {
    report.oddities.push(`${where}${at}: ${JSON.stringify(given)} instead of ${JSON.stringify(expected)}`);
  }
}
