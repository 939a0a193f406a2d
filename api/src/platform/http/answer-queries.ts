import type { Request, RequestHandler, Response } from 'express';
import { OperationTypeNode, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';
import { tellReads } from '../audit/tell-reads.js';
import { formatError } from '../graphql/errors.js';
import { createExecuteQuery } from '../graphql/execute-query.js';
import type { Admitted } from '../graphql/limits-admission.js';
import { LIMITS } from '../graphql/limits.js';
import type { Logger } from '../logger.js';
import type { ContextOf } from './admission.js';

export interface QueryAnswering {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly contextOf: ContextOf;
  readonly admittedOf: (request: Request) => Admitted;
}

/**
 * Answers questions that take JSON, which is nearly all that is asked. Everything else goes on to Apollo: commands,
 * and clients that want another form of answer. Limits, guard, audit and errors are the same on both ways.
 */
export function answerQueries({ schema, logger, contextOf, admittedOf }: QueryAnswering): RequestHandler {
  const execute = createExecuteQuery(schema);
  return async (request, response, next) => {
    const admitted = admittedOf(request);
    if (admitted.operation.operation !== OperationTypeNode.QUERY || !takesJson(request)) return next();
    const context = contextOf(request);
    const result = await execute(admitted, context);
    const untold = await tellReads(context, admitted, logger);
    const answer = untold === null ? written(result, logger) : { errors: [untold] };
    send(response, Buffer.from(JSON.stringify(answer)));
  };
}

/** What a client that says nothing, or anything, is given as well. */
function takesJson({ headers: { accept } }: Request): boolean {
  return accept === undefined || accept === '*/*' || /^application\/json\b/.test(accept);
}

function written({ data, errors }: ExecutionResult, logger: Logger): object {
  if (errors === undefined) return { data };
  const told = errors.slice(0, LIMITS.errors).map((error: GraphQLError) => formatError(logger, error.toJSON(), error));
  return { errors: told, data };
}

function send(response: Response, body: Buffer): void {
  // The time was over before the answer came.
  if (response.headersSent) return;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}
