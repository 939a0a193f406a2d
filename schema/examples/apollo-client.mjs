// npm install graphql @apollo/client rxjs
// PANTAU_URL=http://127.0.0.1:4000 PANTAU_TOKEN=ptk_... PANTAU_REGION=35.78 node apollo-client.mjs copy.json
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { bringUpToDate } from './copy.mjs';

const { PANTAU_URL = 'http://127.0.0.1:4000', PANTAU_TOKEN, PANTAU_REGION: region = '35.78' } = process.env;
const client = new ApolloClient({
  link: new HttpLink({ uri: `${PANTAU_URL}/graphql`, headers: { authorization: `Bearer ${PANTAU_TOKEN}` } }),
  cache: new InMemoryCache(),
  // A pull reads each row once: nothing of it is worth keeping in memory.
  defaultOptions: { query: { fetchPolicy: 'no-cache' } },
});

const ask = async (query, variables) => (await client.query({ query: gql(query), variables })).data;
await bringUpToDate(ask, { region, file: process.argv[2] ?? 'copy.json' });
