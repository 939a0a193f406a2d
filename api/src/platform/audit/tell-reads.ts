import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type GraphQLFormattedError,
  type SelectionSetNode,
} from 'graphql';
import { lookPurposes } from '../../domain/privacy/look-purpose.js';
import { seenAs, type SeenAs } from '../../domain/privacy/seen-as.js';
import { relationTo } from '../../domain/access/scope.js';
import type { Context } from '../graphql/context.js';
import { newCorrelationId } from '../graphql/errors.js';
import type { Logger } from '../logger.js';
import { loggedMessage } from '../logged-message.js';
import { lookOf, type Look } from './tell-looks.js';

/** A document is the client's: its name is kept as far as people would write one. */
const LONGEST_NAME = 80;

/** What was asked, as far as the trail tells it. */
export interface Asked {
  readonly document: DocumentNode | undefined;
  readonly operationName?: string | null | undefined;
}

/**
 * Writes down whose personal data an answer holds, in one audit entry, before the answer leaves; over HTTP and
 * websocket alike. Answers without any cost nothing.
 * @returns what to answer instead where that could not be written: what nobody is told of is not given
 */
export function tellReads(
  context: Context,
  asked: Asked,
  logger: Logger,
): Promise<GraphQLFormattedError | null> {
  return tellLook(context, takeLook(context, asked), logger);
}

/** Whose personal data have been read since the last time, as the trail tells it; null where nobody's. */
export function takeLook(context: Context, asked: Asked): Look | null {
  const operation = asked.document && getOperationAST(asked.document, asked.operationName);
  const roots = operation ? rootFields(asked.document, operation.selectionSet) : [];
  return lookAt(context, operation?.name?.value.slice(0, LONGEST_NAME) ?? null, roots);
}

/** The same for what was asked otherwise than by a document: under a name of ours, as if by these root fields. */
export function lookAt(context: Context, operation: string | null, roots: readonly string[]): Look | null {
  const reads = context.reads.take();
  if (reads.size === 0) return null;
  const { actor } = context;
  const as: Partial<Record<SeenAs, string[]>> = {};
  for (const employeeId of reads.keys()) {
    const name = seenAs(relationTo(actor.scope, { employeeId }));
    if (name !== null) (as[name] ??= []).push(employeeId);
  }
  return lookOf({
    told: {
      operation,
      purposes: lookPurposes(actor.kind, roots),
      seenAs: as,
    },
    subjects: [...reads].map(([employeeId, fields]) => ({ employeeId, fields })),
  });
}

/** @returns what to answer instead where the look could not be written down */
export async function tellLook(
  context: Context,
  look: Look | null,
  logger: Logger,
): Promise<GraphQLFormattedError | null> {
  if (look === null) return null;
  try {
    await context.tellLook(look);
    return null;
  } catch (error) {
    const correlationId = newCorrelationId();
    logger.error({ correlationId, error: loggedMessage(error) }, 'a look at personal data could not be told');
    return {
      message: 'The data cannot be given just now. Try again in a few seconds.',
      extensions: { code: 'UNAVAILABLE', correlationId },
    };
  }
}

/** The names of the fields at the root of an operation, also those in fragments; the document has been validated. */
function rootFields(document: DocumentNode, { selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment !== undefined && 'selectionSet' in fragment && fragment.selectionSet !== undefined
      ? rootFields(document, fragment.selectionSet)
      : [];
  });
}
