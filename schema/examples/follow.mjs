// npm install graphql graphql-sse
// PANTAU_URL=http://127.0.0.1:4000 PANTAU_TOKEN=... PANTAU_REGION=35.78 node follow.mjs
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'graphql-sse';

const { PANTAU_URL = 'http://127.0.0.1:4000', PANTAU_TOKEN, PANTAU_REGION: region = '35.78' } = process.env;
const client = createClient({
  url: `${PANTAU_URL}/graphql/stream`,
  headers: { authorization: `Bearer ${PANTAU_TOKEN}` },
  // The client would send the first cursor again; below the last one is sent.
  retryAttempts: 0,
});
const query = `subscription ($region: RegionCode!, $after: Cursor) {
  wall(region: $region, after: $after) {
    __typename
    ... on WallSnapshot { cursor }
    ... on WallChange { cursor }
    ... on WallHeartbeat { cursor }
  }
}`;

// A wall has a heartbeat each second; a network that is gone may say nothing at all.
const SILENCE_MS = 15_000;

/** Tells each message once; comes back from the last cursor wherever the stream breaks off, or falls silent. */
async function follow(tell, after = null) {
  for (;;) {
    const stream = client.iterate({ query, variables: { region, after } });
    const silence = setTimeout(() => void stream.throw(new Error('silence')), SILENCE_MS);
    try {
      for await (const { data, errors } of stream) {
        silence.refresh();
        if (errors !== undefined) throw Object.assign(new Error(errors[0].message), { final: true });
        tell(data.wall);
        after = data.wall.cursor;
      }
      return;
    } catch (error) {
      // A status of 400, 401 or 403 is ours to mend; all else passes.
      if (error.final || [400, 401, 403].includes(error.response?.status)) throw error;
    } finally {
      clearTimeout(silence);
      await stream.return();
    }
    await wait(1_000 + Math.random() * 1_000);
  }
}

await follow(({ __typename, cursor }) => console.log(__typename, cursor));
