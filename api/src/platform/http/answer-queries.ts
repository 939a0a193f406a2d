import type { Request, RequestHandler, Response } from 'express';
import { OperationTypeNode, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';
import { takeLook, tellLook } from '../audit/tell-reads.js';
import { costTold } from '../graphql/cost-told.js';
import type { Context } from '../graphql/context.js';
import { formatError, statusOf } from '../graphql/errors.js';
import { createExecuteQuery } from '../graphql/execute-query.js';
import type { KeptAnswer, KeptAnswers } from '../graphql/kept-answers.js';
import type { Admitted } from '../graphql/limits-admission.js';
import { LIMITS } from '../graphql/limits.js';
import type { Logger } from '../logger.js';
import type { ContextOf } from './admission.js';
import { answerTypeOf, type AnswerType } from './answer-type.js';

export interface QueryAnswering {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly contextOf: ContextOf;
  readonly admittedOf: (request: Request) => Admitted;
  readonly answers: KeptAnswers;
}

/**
 * Answers questions, which are nearly all that is asked, in either form of answer. Everything else goes on to Apollo:
 * commands, and clients that take neither form. Limits, guard, audit and errors are the same on both ways.
 */
export function answerQueries(options: QueryAnswering): RequestHandler {
  const { schema, logger, contextOf, admittedOf, answers } = options;
  const execute = createExecuteQuery(schema);
  return async (request, response, next) => {
    const admitted = admittedOf(request);
    const type = answerTypeOf(request);
    if (admitted.operation.operation !== OperationTypeNode.QUERY || type === null) return next();
    const context = contextOf(request);
    const place = answers.placeOf((request.body as { query: string }).query, admitted, context);
    const kept = place === null ? null : answers.get(place);
    const answer = kept ?? (await answerOf(admitted, context));
    const isNew = kept === null && 'whole' in answer && answer.whole;
    const untold = await tellLook(context, answer.look, logger);
    if (untold !== null) {
      // What has no data is no success in GraphQL's own form, and always was one as plain JSON.
      if (type !== 'application/json') response.status(statusOf(untold.extensions?.['code']));
      return send(response, type, bytesOf({ errors: [untold] }));
    }
    send(response, type, answer.body);
    if (isNew && place !== null) answers.keep(place, { body: answer.body, look: answer.look });
  };

  async function answerOf(
    admitted: Admitted,
    context: Context,
  ): Promise<KeptAnswer & { readonly whole: boolean }> {
    const result = await execute(admitted, context);
    return {
      body: bytesOf({ ...written(result, logger), extensions: costTold(context, result.errors?.length) }),
      look: takeLook(context, admitted),
      whole: result.errors === undefined,
    };
  }
}

function bytesOf(answer: object): Buffer {
  return Buffer.from(JSON.stringify(answer));
}

function written({ data, errors }: ExecutionResult, logger: Logger): object {
  if (errors === undefined) return { data };
  const told = errors
    .slice(0, LIMITS.errors)
    .map((error: GraphQLError) => formatError(logger, error.toJSON(), error));
  return { errors: told, data };
}

function send(response: Response, type: AnswerType, body: Buffer): void {
  // The time was over before the answer came.
  if (response.headersSent) return;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Content-Length', body.length);
  response.end(body);
}
