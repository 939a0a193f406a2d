// npm install graphql @urql/core
// PANTAU_URL=http://127.0.0.1:4000 PANTAU_TOKEN=ptk_... PANTAU_REGION=35.78 node urql.mjs copy.json
import { Client, fetchExchange } from '@urql/core';
import { bringUpToDate } from './copy.mjs';

const { PANTAU_URL = 'http://127.0.0.1:4000', PANTAU_TOKEN, PANTAU_REGION: region = '35.78' } = process.env;
const client = new Client({
  url: `${PANTAU_URL}/graphql`,
  exchanges: [fetchExchange],
  // Queries are sent by POST alone.
  preferGetMethod: false,
  fetchOptions: { headers: { authorization: `Bearer ${PANTAU_TOKEN}` } },
});

async function ask(query, variables) {
  const { data, error } = await client.query(query, variables, { requestPolicy: 'network-only' });
  if (error) throw error;
  return data;
}
await bringUpToDate(ask, { region, file: process.argv[2] ?? 'copy.json' });
