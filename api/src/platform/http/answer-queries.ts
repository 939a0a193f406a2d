import type { Request, RequestHandler, Response } from 'express';
import { OperationTypeNode, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';
import { takeLook, tellLook } from '../audit/tell-reads.js';
import { costTold } from '../graphql/cost-told.js';
import type { Context } from '../graphql/context.js';
import { formatError, statusOf } from '../graphql/errors.js';
import { createExecuteQuery } from '../graphql/execute-query.js';
import type { AnswerPlace, KeptAnswer, KeptAnswers } from '../graphql/kept-answers.js';
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
export interface QueryAnswers {
  /** Gives an answer that is kept; it takes nobody's turn, for there is no work in it. Other requests go on. */
  readonly again: RequestHandler;
  /** Works an answer out. */
  readonly anew: RequestHandler;
}

export function createQueryAnswers(options: QueryAnswering): QueryAnswers {
  const { schema, logger, contextOf, admittedOf, answers } = options;
  const execute = createExecuteQuery(schema);
  /** Where the answers of those requests are kept that went on from `again`; null: they may not be. */
  const places = new WeakMap<Request, AnswerPlace | null>();

  const typeFor = (request: Request): AnswerType | null =>
    admittedOf(request).operation.operation === OperationTypeNode.QUERY ? answerTypeOf(request) : null;

  /** @returns whether it was given: what nobody can be told of is not */
  async function give(
    { context, type, response }: { context: Context; type: AnswerType; response: Response },
    { body, look }: KeptAnswer,
  ): Promise<boolean> {
    const untold = await tellLook(context, look, logger);
    if (untold === null) {
      send(response, type, body);
      return true;
    }
    // What has no data is no success in GraphQL's own form, and always was one as plain JSON.
    if (type !== 'application/json') response.status(statusOf(untold.extensions?.['code']));
    send(response, type, bytesOf({ errors: [untold] }));
    return false;
  }

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

  return {
    async again(request, response, next) {
      const type = typeFor(request);
      if (type === null) return next();
      const context = contextOf(request);
      const { query } = request.body as { query: string };
      const place = answers.placeOf(query, admittedOf(request), context);
      const kept = place && answers.get(place);
      if (kept !== null) return void (await give({ context, type, response }, kept));
      places.set(request, place);
      next();
    },
    async anew(request, response, next) {
      const type = typeFor(request);
      if (type === null) return next();
      const context = contextOf(request);
      const { whole, ...answer } = await answerOf(admittedOf(request), context);
      const isGiven = await give({ context, type, response }, answer);
      const place = places.get(request) ?? null;
      if (isGiven && whole && place !== null) answers.keep(place, answer);
    },
  };
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
