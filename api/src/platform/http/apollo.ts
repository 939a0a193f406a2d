import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Server } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { costTold } from '../graphql/cost-told.js';
import type { Context } from '../graphql/context.js';
import { formatError } from '../graphql/errors.js';
import { LIMITS, PARSE_LIMITS } from '../graphql/limits.js';
import type { Logger } from '../logger.js';
import { tellReadsPlugin } from './tell-reads-plugin.js';

/** A query of five hundred wrong fields does not get five hundred answers. */
const fewErrors: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single' || body.singleResult.errors === undefined) return;
        body.singleResult.errors = body.singleResult.errors.slice(0, LIMITS.errors);
      },
    };
  },
};

/** The answer says what was asked of the server, on this way as on the others. */
const tellCost: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind !== 'single') return;
        const told = costTold(contextValue, body.singleResult.errors?.length);
        if (told !== undefined && 'data' in body.singleResult) {
          body.singleResult.extensions = { ...body.singleResult.extensions, ...told };
        }
      },
    };
  },
};

/** GraphQL over HTTP, not started yet. */
export function createApollo(
  schema: GraphQLSchema,
  httpServer: Server,
  logger: Logger,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    parseOptions: PARSE_LIMITS,
    // Every document has been held against all rules at the door (limits-admission.ts).
    dangerouslyDisableValidation: true,
    formatError: (formatted, error) => formatError(logger, formatted, error),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (m) => logger.warn(m),
      error: (m) => logger.error(m),
    },
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer }),
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every field of the schema, to say of each answer what `no-store` says of all of them.
      ApolloServerPluginCacheControlDisabled(),
      // Before the errors are cut: it says how many there were.
      tellCost,
      fewErrors,
      tellReadsPlugin(logger),
    ],
  });
}
