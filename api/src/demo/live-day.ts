import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  EmployeeScoresDocument,
  IndicatorsDocument,
  LogObservationDocument,
  PeriodsDocument,
  SignInDocument,
} from '@pantau/schema';
import { print } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { localDate } from '../domain/calendar.js';
import { BERAKHLAK } from '../domain/people/berakhlak.js';
import { DEMO_PASSWORD } from '../features/accounts/demo-accounts.js';
import type { Logger } from '../platform/logger.js';
import { nextObservation, type LiveCoreValue, type LivePerson } from './next-observation.js';
import { loggedMessage } from '../platform/logged-message.js';

/** An observation every four to nine seconds, as a busy morning has them. */
const SHORTEST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 9_000;
/** After so many observations the levels have moved enough to be asked for again. */
const OBSERVATIONS_PER_LOOK = 20;
/** After trouble: long enough for a restart, short enough not to look dead. */
const PAUSE_AFTER_TROUBLE_MS = 5_000;
const PAGE = 100;

/** A live day under way. */
export interface LiveDay {
  stop(): void;
}

/** Plays observers at work: logs observations through the public API, so that the wall moves and the API is proven. */
export function startLiveDay(address: string, region: string, logger: Logger): LiveDay {
  const end = new AbortController();
  void play(address, region, logger, end.signal);
  return { stop: () => end.abort() };
}

async function play(address: string, region: string, logger: Logger, signal: AbortSignal): Promise<void> {
  const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);
  while (!signal.aborted) {
    try {
      // Leadership sees how everybody stands; an observer logs. Nobody else could do either.
      const reader = { address, token: await signIn(address, region, 'pimpinan', signal) };
      const observer = { address, token: await signIn(address, region, 'pengamat', signal) };
      const people = await readPeople(reader, region, signal);
      const coreValues = await readCoreValues(reader, region, signal);
      for (let turn = 0; turn < OBSERVATIONS_PER_LOOK && !signal.aborted; turn += 1) {
        await pause(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
        const next = nextObservation(Math.random, people, coreValues);
        if (next === null || signal.aborted) continue;
        const { logObservation } = await send(observer, LogObservationDocument, signal, {
          input: { region, key: randomUUID(), observedAt: new Date().toISOString(), ...next },
        });
        if (logObservation.__typename !== 'ObservationRecorded') {
          logger.warn({ code: logObservation.code }, 'the live day was refused');
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      logger.warn({ error: loggedMessage(error) }, 'the live day pauses');
      await pause(PAUSE_AFTER_TROUBLE_MS);
    }
  }
}

/** Everybody with a plan in the period of today, and how they stand. */
async function readPeople(as: SignedIn, region: string, signal: AbortSignal): Promise<LivePerson[]> {
  const { periods } = await send(as, PeriodsDocument, signal, { region });
  const today = localDate(new Date());
  const period = periods.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  if (period === undefined)
    throw new Error('the demo has no plans for today; start with fresh data to get them');
  const people: LivePerson[] = [];
  let after: string | null = null;
  do {
    const page: PageOfScores = await send(as, EmployeeScoresDocument, signal, {
      region,
      period: period.code,
      first: PAGE,
      after,
    });
    for (const { node } of page.employeeScores.edges) {
      people.push({
        employeeId: node.employee.id,
        unitId: node.employee.unitId,
        plan: node.parts.map((part) => ({
          indicatorId: part.indicator.id,
          indicatorCode: part.indicator.code,
          weight: Number(part.weight),
          floor: Number(part.floor),
          target: Number(part.target),
          stretch: Number(part.stretch),
          ...(part.ceiling === null ? {} : { ceiling: Number(part.ceiling) }),
          lowest: part.indicator.lowest === null ? null : Number(part.indicator.lowest),
          highest: part.indicator.highest === null ? null : Number(part.indicator.highest),
          realised: part.realised === null ? null : Number(part.realised),
        })),
      });
    }
    const { hasNextPage, endCursor } = page.employeeScores.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return people;
}

/** The core values among the region's indicators. */
async function readCoreValues(as: SignedIn, region: string, signal: AbortSignal): Promise<LiveCoreValue[]> {
  const { indicators } = await send(as, IndicatorsDocument, signal, { region, first: PAGE });
  return indicators.edges.flatMap(({ node }) => {
    const known = BERAKHLAK.find(({ code }) => code === node.code);
    const behaviours = known?.behaviours.map(({ code, text }) => ({ code, text: text.id })) ?? [];
    return known === undefined ? [] : [{ indicatorId: node.id, behaviours }];
  });
}

type PageOfScores = typeof EmployeeScoresDocument extends TypedDocumentNode<infer R, infer _V> ? R : never;

/** Whose program asks; before it has signed in, without a token. */
interface SignedIn {
  readonly address: string;
  readonly token: string | null;
}

async function signIn(address: string, region: string, login: string, signal: AbortSignal): Promise<string> {
  const asked = await send({ address, token: null }, SignInDocument, signal, {
    input: { region, login, password: DEMO_PASSWORD, keep: 'TOKEN' },
  });
  if (asked.signIn.__typename !== 'SignedIn' || asked.signIn.token == null) {
    throw new Error(`${login} of the demo cannot sign in`);
  }
  return asked.signIn.token;
}

async function send<R, V>(
  { address, token }: SignedIn,
  document: TypedDocumentNode<R, V>,
  signal: AbortSignal,
  variables: V,
): Promise<R> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: print(document), variables }),
    signal,
  });
  const { data, errors } = (await response.json()) as { data?: R; errors?: { message: string }[] };
  if (data === undefined || data === null || errors !== undefined) {
    throw new Error(errors?.[0]?.message ?? `the API answered ${response.status}`);
  }
  return data;
}
