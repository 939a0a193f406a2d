import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  EmployeeScoresDocument,
  IndicatorsDocument,
  LogObservationDocument,
  PeriodsDocument,
} from '@pantau/schema';
import { print } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { localDate } from '../domain/calendar.js';
import { BERAKHLAK } from '../domain/people/berakhlak.js';
import type { Logger } from '../platform/logger.js';
import { nextObservation, type LiveCoreValue, type LivePerson } from './next-observation.js';

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
      const people = await readPeople(address, region, signal);
      const coreValues = await readCoreValues(address, region, signal);
      for (let turn = 0; turn < OBSERVATIONS_PER_LOOK && !signal.aborted; turn += 1) {
        await pause(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
        const next = nextObservation(Math.random, people, coreValues);
        if (next === null || signal.aborted) continue;
        const { logObservation } = await send(address, LogObservationDocument, signal, {
          input: { region, key: randomUUID(), observedAt: new Date().toISOString(), ...next },
        });
        if (logObservation.__typename !== 'ObservationRecorded') {
          logger.warn({ code: logObservation.code }, 'the live day was refused');
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      logger.warn({ error: (error as Error).message }, 'the live day pauses');
      await pause(PAUSE_AFTER_TROUBLE_MS);
    }
  }
}

/** Everybody with a plan in the period of today, and how they stand. */
async function readPeople(address: string, region: string, signal: AbortSignal): Promise<LivePerson[]> {
  const { periods } = await send(address, PeriodsDocument, signal, { region });
  const today = localDate(new Date());
  const period = periods.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  if (period === undefined)
    throw new Error('the demo has no plans for today; start with fresh data to get them');
  const people: LivePerson[] = [];
  let after: string | null = null;
  do {
    const page: PageOfScores = await send(address, EmployeeScoresDocument, signal, {
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
async function readCoreValues(
  address: string,
  region: string,
  signal: AbortSignal,
): Promise<LiveCoreValue[]> {
  const { indicators } = await send(address, IndicatorsDocument, signal, { region, first: PAGE });
  return indicators.edges.flatMap(({ node }) => {
    const known = BERAKHLAK.find(({ code }) => code === node.code);
    const behaviours = known?.behaviours.map(({ code, text }) => ({ code, text: text.id })) ?? [];
    return known === undefined ? [] : [{ indicatorId: node.id, behaviours }];
  });
}

type PageOfScores = typeof EmployeeScoresDocument extends TypedDocumentNode<infer R, infer _V> ? R : never;

async function send<R, V>(
  address: string,
  document: TypedDocumentNode<R, V>,
  signal: AbortSignal,
  variables: V,
): Promise<R> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
    signal,
  });
  const { data, errors } = (await response.json()) as { data?: R; errors?: { message: string }[] };
  if (data === undefined || data === null || errors !== undefined) {
    throw new Error(errors?.[0]?.message ?? `the API answered ${response.status}`);
  }
  return data;
}
