import type { ApolloServerPlugin } from '@apollo/server';
import { tellReads } from '../audit/tell-reads.js';
import type { Context } from '../graphql/context.js';
import type { Logger } from '../logger.js';

/** No answer with personal data leaves over HTTP before it is written down whose they are. */
export function tellReadsPlugin(logger: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, document, operationName, response: { body } }) {
          const untold = await tellReads(contextValue, { document, operationName }, logger);
          if (untold !== null && body.kind === 'single') body.singleResult = { errors: [untold] };
        },
      };
    },
  };
}
