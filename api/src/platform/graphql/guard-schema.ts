import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { AUDIENCE } from '../../domain/access/audience.js';
import { relationTo, type Subject } from '../../domain/access/scope.js';
import type { Actor } from '../auth/actor.js';
import { Denied } from '../auth/denied.js';
import type { Context } from './context.js';
import type { PersonalField } from './personal-reads.js';

/** Who may read one field of a row, as audiences; `personal` fields are told to the person whom the row is about. */
export interface FieldPolicy {
  readonly to: number;
  readonly personal?: PersonalField;
}

/** One type of the API. */
export interface TypePolicy {
  /** What a row of this type is about; null: it is a part of the row that holds it, and goes with that. */
  readonly about: ((row: never) => Subject) | null;
  readonly fields: Readonly<Record<string, FieldPolicy | null>>;
}

/** Every type of the API, field by field. */
export type SchemaPolicy = Readonly<Record<string, TypePolicy>>;

/** What the actor is to a row, as audiences. */
export function relationOf(actor: Actor, subject: Subject): number {
  const relation = relationTo(actor.scope, subject);
  return subject.authorId !== undefined && subject.authorId === actor.id
    ? relation | AUDIENCE.AUTHOR
    : relation;
}

/** Refuses somebody who has not signed in otherwise than somebody who may not. */
export function denied(actor: Actor, what: string): Denied {
  if (actor.kind === 'PUBLIC') return new Denied('UNAUTHENTICATED', 'Sign in first.');
  if (actor.credential?.enrolling === true) {
    return new Denied('FORBIDDEN', 'Set up your second factor first; until then nothing else is open.');
  }
  return new Denied('FORBIDDEN', `${what} is not open to you.`);
}

/**
 * Puts the policy before every field of every row, over HTTP and websocket alike, for answers and events.
 * @throws where a field of the schema has no row in the policy, or a row no field
 */
export function guardSchema(schema: GraphQLSchema, policy: SchemaPolicy): void {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !type.name.startsWith('__') && !roots.has(type),
  );
  const faults: string[] = [];
  for (const type of types) {
    const own = policy[type.name];
    if (own === undefined) {
      faults.push(`the type ${type.name} has no policy`);
      continue;
    }
    const fields = type.getFields();
    for (const name of Object.keys(own.fields)) {
      if (!(name in fields)) faults.push(`${type.name}.${name} has a policy but is no field`);
    }
    for (const name of Object.keys(fields)) {
      if (!(name in own.fields)) faults.push(`the field ${type.name}.${name} has no policy`);
    }
    guardType(type, own);
  }
  for (const name of Object.keys(policy)) {
    if (!types.some((type) => type.name === name)) faults.push(`${name} has a policy but is no type`);
  }
  if (faults.length > 0) throw new Error(`the policies do not fit the schema:\n${faults.join('\n')}`);
  for (const type of types) {
    for (const field of Object.values(type.getFields())) {
      leaveOutForeignRows(field, policy);
      if (isObjectType(field.type)) leaveOutForeignRow(field, policy);
    }
  }
  for (const root of roots) {
    for (const field of Object.values(root?.getFields() ?? {})) leaveOutForeignRows(field, policy);
  }
}

/** What a row may have beside it is not there for an actor who is nothing to it. What is asked for by name is refused. */
function leaveOutForeignRow(field: GraphQLField<unknown, Context>, policy: SchemaPolicy): void {
  const row = policy[getNamedType(field.type).name];
  if (row === undefined || row.about === null) return;
  const { about } = row;
  const to = anyFieldOf(row);
  const inner = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const own = (found: unknown) =>
      found === null || found === undefined || (relationOf(context.actor, about(found as never)) & to) !== 0
        ? found
        : null;
    const given: unknown = inner(source, args, context, info);
    return given instanceof Promise ? given.then(own) : own(given);
  };
}

/** Lists hold only rows that the actor is something to; the others are not there for them. */
function leaveOutForeignRows(field: GraphQLField<unknown, Context>, policy: SchemaPolicy): void {
  if (!isListType(getNullableType(field.type))) return;
  const rows = policy[getNamedType(field.type).name];
  if (rows === undefined || rows.about === null) return;
  const { about } = rows;
  const to = anyFieldOf(rows);
  const inner = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const isOwn = (row: unknown) => (relationOf(context.actor, about(row as never)) & to) !== 0;
    const own = (list: unknown) => (Array.isArray(list) ? list.filter(isOwn) : list);
    const given: unknown = inner(source, args, context, info);
    return given instanceof Promise ? given.then(own) : own(given);
  };
}

/** Whoever may read anything of such a row. */
function anyFieldOf({ fields }: TypePolicy): number {
  return Object.values(fields).reduce((mask, field) => mask | (field?.to ?? 0), 0);
}

function guardType(type: GraphQLObjectType, { about, fields }: TypePolicy): void {
  if (about === null) return;
  const known = lastRelation(about);
  for (const [name, field] of Object.entries(type.getFields())) {
    const own = fields[name];
    if (own === undefined || own === null) continue;
    const { to, personal } = own;
    const inner = field.resolve ?? plainField(name);
    field.resolve = (source, args, context: Context, info) => {
      const { actor } = context;
      const row = known(source, actor);
      if ((row.relation & to) === 0) throw denied(actor, `${type.name}.${name}`);
      if (personal !== undefined && row.employeeId !== undefined && row.employeeId !== actor.employeeId) {
        context.reads.note(row.employeeId, personal);
      }
      return inner(source, args, context, info);
    };
  }
}

/** What defaultFieldResolver does, for a field that is a property of its row. */
function plainField(name: string): GraphQLFieldResolver<unknown, Context> {
  return (source, args, context, info) => {
    const value = (source as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'function' ? defaultFieldResolver(source, args, context, info) : value;
  };
}

interface KnownRelation {
  readonly relation: number;
  readonly employeeId: string | undefined;
}

/** What the actor is to a row: of the fields of one row, which are read one after the other, only the first works it out. */
function lastRelation(
  about: NonNullable<TypePolicy['about']>,
): (source: unknown, actor: Actor) => KnownRelation {
  let lastSource: unknown;
  let lastActor: Actor | undefined;
  let last: KnownRelation = { relation: 0, employeeId: undefined };
  return (source, actor) => {
    if (source === lastSource && actor === lastActor) return last;
    const subject = about(source as never);
    last = { relation: relationOf(actor, subject), employeeId: subject.employeeId };
    lastSource = source;
    lastActor = actor;
    return last;
  };
}
