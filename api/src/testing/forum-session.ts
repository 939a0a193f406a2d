import { randomUUID } from 'node:crypto';
import {
  PlanForumSeriesDocument,
  PlanForumSessionDocument,
  type PlanForumSessionInput,
} from '@pantau/schema';
import type { WireClient } from './wire-client.js';

interface Planned {
  readonly region: string;
  /** The unit that invites. */
  readonly unit: string;
  /** 'YYYY-MM-DD'. */
  readonly heldOn: string;
  readonly series?: string;
}

/** A forum and a session of it, as a facilitator plans them; gives their ids. */
export async function planForumSession(
  facilitator: WireClient,
  { region, unit, heldOn, series: known }: Planned,
  part: Partial<PlanForumSessionInput> = {},
): Promise<{ readonly series: string; readonly session: string }> {
  const series = known ?? (await planSeries(facilitator, region, unit));
  const { data, errors } = await facilitator.send(PlanForumSessionDocument, {
    input: {
      ...{ region, key: randomUUID(), series, title: 'Forum warga November', place: 'Balai RW 3' },
      ...{ heldOn, startsAt: '19:00', quorum: 3, concerned: [] },
      agenda: [
        { title: 'Lama urus KK', minutes: 20 },
        { title: 'Lampu jalan', minutes: 15 },
      ],
      ...part,
    },
  });
  const planned = data?.planForumSession;
  if (planned?.__typename !== 'ForumSessionRecorded') throw new Error(JSON.stringify({ data, errors }));
  return { series, session: planned.session.id };
}

async function planSeries(facilitator: WireClient, region: string, unit: string): Promise<string> {
  const { data, errors } = await facilitator.send(PlanForumSeriesDocument, {
    input: {
      ...{ region, key: randomUUID(), unit, kind: 'FORUM_WARGA' },
      ...{ name: 'Forum Warga RW 3', place: 'Balai RW 3', quorum: 3 },
    },
  });
  const planned = data?.planForumSeries;
  if (planned?.__typename !== 'ForumSeriesPlanned') throw new Error(JSON.stringify({ data, errors }));
  return planned.series.id;
}
