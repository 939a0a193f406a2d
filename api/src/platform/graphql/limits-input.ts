import { Kind, visit, type DocumentNode, type GraphQLError } from 'graphql';
import { refusal } from './limits-refusal.js';
import { LIMITS } from './limits.js';

/** Names by which a careless copy reaches what all objects share. */
const FOREIGN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks through values that came as JSON before anything copies them. Without recursion: how deep they are is the
 * sender's choice.
 */
export function refuseValues(values: unknown): GraphQLError | null {
  const left: { readonly value: unknown; readonly depth: number }[] = [{ value: values, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') {
      const wrong = wrongText(value);
      if (wrong !== null) return wrong;
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= LIMITS.inputDepth) return tooDeep();
    if (Array.isArray(value)) {
      if (value.length > LIMITS.listItems) return tooMany();
      for (const item of value) left.push({ value: item, depth: depth + 1 });
      continue;
    }
    for (const [key, item] of Object.entries(value)) {
      if (FOREIGN_KEYS.has(key)) {
        return refusal('BAD_INPUT', 'A key of variables, extensions or payloads has a reserved name.');
      }
      left.push({ value: item, depth: depth + 1 });
    }
  }
  return null;
}

/** The same for values that stand in the document itself. */
export function refuseLiterals(document: DocumentNode): GraphQLError | null {
  let found: GraphQLError | null = null;
  let depth = 0;
  const enter = (tooLarge: boolean) => {
    depth += 1;
    if (tooLarge) found ??= tooMany();
    if (depth > LIMITS.inputDepth) found ??= tooDeep();
  };
  const leave = () => {
    depth -= 1;
  };
  visit(document, {
    [Kind.STRING]: ({ value }) => {
      found ??= wrongText(value);
    },
    [Kind.LIST]: { enter: ({ values }) => enter(values.length > LIMITS.listItems), leave },
    [Kind.OBJECT]: { enter: () => enter(false), leave },
  });
  return found;
}

function wrongText(text: string): GraphQLError | null {
  return text.length > LIMITS.textLength ? tooLong() : null;
}

const tooLong = () => refusal('BAD_INPUT', `A text has at most ${LIMITS.textLength} characters.`);
const tooMany = () => refusal('BAD_INPUT', `A list has at most ${LIMITS.listItems} values.`);
const tooDeep = () => refusal('BAD_INPUT', `Values stand at most ${LIMITS.inputDepth} deep in each other.`);
