import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { EXPLORER_WORDS } from './explorer-words.js';

interface SchemaDocsProps {
  readonly schema: GraphQLSchema;
  readonly language: Language;
}

/** More would help nobody to find anything. */
const MOST_FOUND = 60;

/** What the API has: every type and field with its description, to look through and to search. */
export function SchemaDocs({ schema, language }: SchemaDocsProps) {
  const [sought, setSought] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const shown = trail.at(-1);
  const type = shown === undefined ? undefined : schema.getType(shown);
  const go = (name: string) => {
    // Each once: back at a type one is where one was.
    setTrail((before) => [
      ...before.slice(0, before.includes(name) ? before.indexOf(name) : undefined),
      name,
    ]);
    setSought('');
  };
  return (
    <>
      <label className="entry">
        <span>{EXPLORER_WORDS.docsSearch[language]}</span>
        <input
          type="search"
          autoComplete="off"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </label>
      {sought.trim() !== '' && <Found schema={schema} sought={sought.trim()} language={language} onGo={go} />}
      {sought.trim() === '' && (
        <>
          {trail.length > 0 && (
            <nav className="docs-trail">
              <button type="button" className="docs-link" onClick={() => setTrail([])}>
                {EXPLORER_WORDS.docsStart[language]}
              </button>
              {trail.slice(0, -1).map((name, place) => (
                <button
                  key={name}
                  type="button"
                  className="docs-link"
                  onClick={() => setTrail(trail.slice(0, place + 1))}
                >
                  {name}
                </button>
              ))}
            </nav>
          )}
          {type === undefined ? (
            [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map(
              (root) =>
                root && (
                  <p key={root.name}>
                    <TypeLink type={root} onGo={go} />
                    <span className="hint"> {root.description}</span>
                  </p>
                ),
            )
          ) : (
            <TypeDocs schema={schema} type={type} language={language} onGo={go} />
          )}
        </>
      )}
    </>
  );
}

interface Going {
  readonly onGo: (name: string) => void;
}

/** The name of a type, with its brackets; leads to what it has. */
function TypeLink({ type, onGo }: Going & { readonly type: GraphQLType }) {
  const { name } = getNamedType(type);
  return (
    <button type="button" className="docs-link" onClick={() => onGo(name)}>
      {String(type)}
    </button>
  );
}

interface FieldRow {
  readonly name: string;
  readonly type: GraphQLType | null;
  readonly description: string | null | undefined;
  readonly deprecationReason: string | null | undefined;
  readonly args: readonly GraphQLArgument[];
}

function rowsOf(type: GraphQLNamedType): readonly FieldRow[] {
  if (isObjectType(type) || isInterfaceType(type)) return Object.values(type.getFields());
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({ ...field, args: [] }));
  if (isEnumType(type)) return type.getValues().map((value) => ({ ...value, type: null, args: [] }));
  return [];
}

function TypeDocs({
  schema,
  type,
  language,
  onGo,
}: Going & { readonly schema: GraphQLSchema; readonly type: GraphQLNamedType; readonly language: Language }) {
  const members = isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  return (
    <>
      <h3>{type.name}</h3>
      <p>{type.description}</p>
      {members.length > 0 && (
        <ul className="docs-list">
          {members.map((member) => (
            <li key={member.name}>
              <TypeLink type={member} onGo={onGo} /> <span className="hint">{member.description}</span>
            </li>
          ))}
        </ul>
      )}
      <ul className="docs-list">
        {rowsOf(type).map(({ name, type: of, description, deprecationReason, args }) => (
          <li key={name}>
            <code>{name}</code>
            {of && (
              <>
                {': '}
                <TypeLink type={of} onGo={onGo} />
              </>
            )}
            <p className="hint">{description}</p>
            {deprecationReason && (
              <p className="note">
                {EXPLORER_WORDS.deprecated[language]} {deprecationReason}
              </p>
            )}
            {args.length > 0 && (
              <ul className="docs-arguments">
                {args.map((argument) => (
                  <li key={argument.name}>
                    <code>{argument.name}</code>: <TypeLink type={argument.type} onGo={onGo} />{' '}
                    <span className="hint">{argument.description}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Found({
  schema,
  sought,
  language,
  onGo,
}: Going & { readonly schema: GraphQLSchema; readonly sought: string; readonly language: Language }) {
  const wanted = sought.toLowerCase();
  const found = Object.values(schema.getTypeMap())
    .flatMap((type) =>
      isIntrospectionType(type)
        ? []
        : [
            ...(type.name.toLowerCase().includes(wanted) ? [{ type, field: '' }] : []),
            ...rowsOf(type).flatMap(({ name }) =>
              name.toLowerCase().includes(wanted) ? [{ type, field: name }] : [],
            ),
          ],
    )
    .slice(0, MOST_FOUND);
  if (found.length === 0) return <p className="none">{EXPLORER_WORDS.docsNothing[language]}</p>;
  return (
    <ul className="docs-list">
      {found.map(({ type, field }) => (
        <li key={`${type.name}.${field}`}>
          <TypeLink type={type} onGo={onGo} />
          {field && <code>.{field}</code>}
        </li>
      ))}
    </ul>
  );
}
