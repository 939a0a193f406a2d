// npm install graphql graphql-request
// PANTAU_URL=http://127.0.0.1:4000 PANTAU_TOKEN=ptk_... PANTAU_REGION=35.78 node pull.mjs copy.json
import { GraphQLClient } from 'graphql-request';
import { bringUpToDate } from './copy.mjs';

const { PANTAU_URL = 'http://127.0.0.1:4000', PANTAU_TOKEN, PANTAU_REGION: region = '35.78' } = process.env;
const client = new GraphQLClient(`${PANTAU_URL}/graphql`, {
  headers: { authorization: `Bearer ${PANTAU_TOKEN}` },
});

await bringUpToDate((query, variables) => client.request(query, variables), {
  region,
  file: process.argv[2] ?? 'copy.json',
});
