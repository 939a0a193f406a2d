import type { ExecutionArgs, FormattedExecutionResult, GraphQLError } from 'graphql';
import { tellReads } from '../audit/tell-reads.js';
import type { Context } from '../graphql/context.js';
import { costTold } from '../graphql/cost-told.js';
import { formatError } from '../graphql/errors.js';
import { LIMITS } from '../graphql/limits.js';
import type { Logger } from '../logger.js';

/** What may go out of what was found: errors have codes, and whoever was looked at is told. */
export async function finishAnswer(
  args: ExecutionArgs,
  found: {
    readonly data?: Record<string, unknown> | null | undefined;
    readonly errors?: readonly GraphQLError[] | undefined;
  },
  logger: Logger,
): Promise<FormattedExecutionResult> {
  const { data = null, errors } = found;
  const context = args.contextValue as Context;
  const untold = await tellReads(context, args, logger);
  if (untold !== null) return { errors: [untold] };
  const told = costTold(context, errors?.length);
  const beside = told === undefined ? {} : { extensions: { ...told } };
  if (errors === undefined) return { data, ...beside };
  return {
    data,
    ...beside,
    errors: errors.slice(0, LIMITS.errors).map((error) => formatError(logger, error.toJSON(), error)),
  };
}
