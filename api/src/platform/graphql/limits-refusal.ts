import { GraphQLError, type ASTNode } from 'graphql';
import type { ErrorCode } from './errors.js';

/** What a limit answers: a code of the closed list, and what would be allowed. */
export function refusal(code: ErrorCode, message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { ...(node && { nodes: node }), extensions: { code } });
}
