import {
  ForumConsoleAccountDocument,
  ForumConsoleComplaintsDocument,
  ForumConsoleDocument,
  ForumConsoleSessionsDocument,
  LogForumEntriesDocument,
  type ForumEntryInput,
} from '@pantau/schema';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { readAnswer, type Answer } from '../../lib/graphql/answer.js';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { currentMoment } from '../../lib/moment.js';
import type { OutboxEntry } from '../../lib/outbox/outbox-entry.js';
import type { Failure } from '../../lib/outbox/transport.js';
import type { Part } from './entry-part.js';
import type { AskedSnapshot, ForumDoor, OpenForumDoor } from './forum-door.js';
import { readOffice, readRow, readSession } from './read-session.js';
import { sendPhoto } from './send-photo.js';

/** Sessions that are loaded at once; there are some seven a month in a district. */
const A_PAGE = 100;

/** The door to the server's GraphQL, by requests of its own: what is sent goes out whoever looks at the page. */
export const openGraphqlDoor: OpenForumDoor = ({ now, learn }): ForumDoor => {
  const client = createQueryClient(window.location.origin);

  /** Asks, and learns from each answer what the server's clock showed. */
  async function query<Data extends { serverNow: string }, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Answer<Data>> {
    const asked = currentMoment();
    const result = await client.query(document, variables).toPromise();
    const heard = currentMoment();
    const answer = readAnswer(result, Date.now());
    if (answer.kind === 'GIVEN') learn({ asked, heard, said: Date.parse(answer.data.serverNow) });
    return answer;
  }

  return {
    async sessions(region, from, to) {
      const answer = await query(ForumConsoleSessionsDocument, {
        region,
        from,
        to,
        first: A_PAGE,
        after: null,
      });
      if (answer.kind !== 'GIVEN') return answer;
      return { ...answer, data: answer.data.forumSessions.edges.map(({ node }) => readRow(node)) };
    },
    async snapshot(region, id): Promise<Answer<AskedSnapshot>> {
      const answer = await query(ForumConsoleDocument, { region, id });
      if (answer.kind !== 'GIVEN') return answer;
      const { forumSession } = answer.data;
      if (forumSession === null) return { kind: 'REFUSED', message: '', report: null, code: 'NOT_FOUND' };
      const session = readSession(forumSession, answer.data);
      // A console without the list of complaints is a console all the same.
      const complaints = readAnswer(
        await client.query(ForumConsoleComplaintsDocument, { region, unit: session.unit.id }).toPromise(),
        Date.now(),
      );
      const office = readOffice(answer.data, complaints.kind === 'GIVEN' ? complaints.data : null);
      return { ...answer, data: { session, ...office } };
    },
    transport: {
      async whoAsks() {
        const answer = await query(ForumConsoleAccountDocument, {});
        if (answer.kind !== 'GIVEN') return failureOf(answer);
        const { account } = answer.data.viewer;
        return account === null ? { kind: 'NOBODY' } : { kind: 'ACCOUNT', id: account.id };
      },
      async send(entries, device) {
        const { region, about: session } = entries[0]!;
        const deviceNow = new Date(now()).toISOString();
        const input = { region, session, device, deviceNow, entries: entries.map(wireEntry) };
        const asked = currentMoment();
        const result = await client.mutation(LogForumEntriesDocument, { input }).toPromise();
        const heard = currentMoment();
        const answer = readAnswer(result, Date.now());
        if (answer.kind !== 'GIVEN') return failureOf(answer);
        const { results, serverNow } = answer.data.logForumEntries;
        learn({ asked, heard, said: Date.parse(serverNow) });
        return {
          kind: 'ANSWERED',
          answers: results.map(({ id, state, refusal }) => ({ id, state, refusal })),
        };
      },
      sendPhoto,
    },
  };
};

/** The same bytes each time that it is sent: the server knows an entry by its id and by what it says. */
function wireEntry({ id, seq, takenAt, reason, part }: OutboxEntry<Part>): ForumEntryInput {
  return { id, seq, takenAt, reason, ...part } as ForumEntryInput; // the contract's lists could be changed, ours cannot
}

function failureOf(answer: Exclude<Answer<unknown>, { kind: 'GIVEN' }>): Failure {
  if (answer.kind === 'UNREACHABLE') return answer;
  const { code, message } = answer;
  // What the server says of a whole request is for whoever wrote the program, in one language.
  return {
    kind: 'FAILED',
    code,
    refusal: { code: code ?? 'FAILED', field: null, message, messageEn: message },
  };
}
