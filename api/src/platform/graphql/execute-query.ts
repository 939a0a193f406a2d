import {
  BREAK,
  execute,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Admitted } from './limits-admission.js';
import { introspects, selectionsOf } from './limits-shape.js';
import type { Context } from './context.js';

/** Runs a query that has been admitted; fields are guarded as ever, because the guard stands in the schema. */
export type ExecuteQuery = (
  asked: Pick<Admitted, 'document' | 'operation' | 'operationName' | 'variables'>,
  context: Context,
) => ExecutionResult | Promise<ExecutionResult>;

/** To compile a document costs some ten executions of it: only what comes again is. */
const RUNS_BEFORE = 3;

/**
 * The compiler spreads every fragment out, wherever it stands, and fragments can spread each other to billions; the
 * program of a page has a hundred selections.
 */
const MOST_SELECTIONS = 1_000;

interface Plan {
  runs: number;
  compiled: CompiledQuery | null;
  /** Of the variables that have one. The compiler misses those of variables that may not be null. */
  defaults: Readonly<Record<string, unknown>>;
}

/**
 * Executes documents that come again as a program made of them, the others as graphql-js does. Documents are kept by
 * admission, at most so many; a program is forgotten with its document.
 */
export function createExecuteQuery(schema: GraphQLSchema): ExecuteQuery {
  const plans = new WeakMap<DocumentNode, Map<string | undefined, Plan>>();
  const planOf = (document: DocumentNode, operationName: string | undefined): Plan => {
    const ofDocument = plans.get(document) ?? new Map<string | undefined, Plan>();
    plans.set(document, ofDocument);
    const plan = ofDocument.get(operationName) ?? { runs: 0, compiled: null, defaults: {} };
    ofDocument.set(operationName, plan);
    return plan;
  };
  return ({ document, operation, operationName, variables }, context) => {
    const plan = planOf(document, operationName);
    plan.runs += 1;
    if (plan.runs === RUNS_BEFORE && isForCompiler(document, operation)) {
      const made = compileQuery(schema, document, operationName);
      plan.compiled = isCompiledQuery(made) ? made : null;
      plan.defaults = defaultsOf(operation);
    }
    return plan.compiled === null
      ? execute({ schema, document, contextValue: context, variableValues: variables, operationName })
      : plan.compiled.query(undefined, context, { ...plan.defaults, ...variables });
  };
}

/**
 * The compiler takes directives on fragments for directives on fields that they share with others; questions about the
 * schema are large and rare.
 */
function isForCompiler(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  let plain = !introspects(document) && selectionsOf(operation, document) <= MOST_SELECTIONS;
  visit(document, {
    Directive() {
      plain = false;
      return BREAK;
    },
  });
  return plain;
}

function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}
