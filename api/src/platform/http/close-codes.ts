/** Why a socket is closed, and what its client does then. `schema/README.md` prints this table. */
export interface CloseCode {
  readonly code: number;
  readonly when: string;
  readonly client: string;
}

/**
 * Every code by which this server closes a socket. The usual clients never come back after 1008, 1009, 1011, 4400,
 * 4401, 4406, 4409, 4429 and 4500, whatever they are told: none of these may stand for trouble that passes.
 */
export const CLOSE = {
  restart: {
    code: 1012,
    when: 'the server restarts',
    client: 'comes back by itself and resumes by its cursor',
  },
  unavailable: {
    code: 1013,
    when: 'something went wrong on our side',
    client: 'comes back after a while and resumes by its cursor',
  },
  policy: { code: 1008, when: 'a message came in too many fragments', client: 'is wrong: stops' },
  tooLarge: { code: 1009, when: 'a message has more than 64 KiB', client: 'is wrong: stops' },
  badRequest: {
    code: 4400,
    when: 'a message is none of `graphql-transport-ws`, or has a reserved key',
    client: 'is wrong: stops',
  },
  notInitialised: { code: 4401, when: '`subscribe` came before `connection_ack`', client: 'is wrong: stops' },
  forbidden: {
    code: 4403,
    when: 'the sign-in is over, was taken back, or is none; or its rights are other ones now',
    client:
      'comes back once with the same token: it is given what it may have now, or 4403 again, and then the sign-in is shown',
  },
  wrongProtocol: { code: 4406, when: 'no `graphql-transport-ws` was offered', client: 'is wrong: stops' },
  initLate: { code: 4408, when: 'no `connection_init` came within 5 seconds', client: 'comes back' },
  duplicateId: { code: 4409, when: 'an id is used by two operations', client: 'is wrong: stops' },
  initTwice: { code: 4429, when: '`connection_init` came twice', client: 'is wrong: stops' },
  slow: {
    code: 4510,
    when: 'the client does not read what it is sent',
    client: 'comes back at once and resumes by its cursor',
  },
  limit: {
    code: 4513,
    when: 'too many sockets, or too many messages (LIMIT_RATE)',
    client: 'comes back after a long while',
  },
} as const satisfies Record<string, CloseCode>;

/** What graphql-ws closes with by itself in cases that are ours to mend: clients would stay away for good. */
const FATAL: ReadonlySet<number> = new Set([1011, 4500]);

/** The code and reason that go out for those that a library chose. */
export function kept(code: number | undefined, reason: string | undefined): [number, string] {
  if (code === undefined || FATAL.has(code)) return [CLOSE.unavailable.code, 'try again later'];
  return [code, reason ?? ''];
}
