/** What an endpoint may be told of. TEST is a trial that an administrator sends. */
export type WebhookType = 'PERIOD_CONFIRMED' | 'SCORE_CORRECTED' | 'EMPLOYEE_CHANGED' | 'TEST';

/** The types that an endpoint may ask for. */
export type AskedType = Exclude<WebhookType, 'TEST'>;

/** The names on the wire, as Standard Webhooks writes them. */
export const WEBHOOK_TYPE_NAMES: Readonly<Record<WebhookType, string>> = {
  PERIOD_CONFIRMED: 'period.confirmed',
  SCORE_CORRECTED: 'score.corrected',
  EMPLOYEE_CHANGED: 'employee.changed',
  TEST: 'webhook.test',
};

/** Kinds of changes that can be an event at all; the others are passed over unread. */
export const HEARD_KINDS = ['PeriodChanged', 'EmployeeScoreChanged', 'EmployeeChanged', 'ServiceChanged'];

/** Most ids that one delivery carries: a file of thousands makes few deliveries, and none of them is big. */
export const MOST_IDS = 100;

/** A committed change, as far as events are made of it. */
export interface HeardChange {
  /** Its place in the region's stream. */
  readonly offset: bigint;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly payload: object;
  readonly recordedAt: Date;
}

/** What one delivery tells: that these rows are other than they were, and nothing of what they are. */
export interface WebhookEvent {
  readonly type: AskedType;
  /** Employees whose data or score changed; none for a period. */
  readonly ids: readonly string[];
  /** The code of the period; null where it is about none. */
  readonly period: string | null;
  /** The last change in it. */
  readonly offset: bigint;
  readonly at: Date;
}

/** Whether a period had been closed before something was recorded. */
export type WasSettled = (periodCode: string, recordedAt: Date) => boolean;

const TAKES_BACK = new Set(['CORRECTION', 'WITHDRAWAL']);

interface Told {
  readonly periodCode?: string;
  readonly state?: string;
  readonly cause?: { readonly kind: string };
}

function typeOf({ kind, payload, recordedAt }: HeardChange, wasSettled: WasSettled): AskedType | null {
  const { periodCode, state, cause } = payload as Told;
  switch (kind) {
    case 'EmployeeChanged':
    case 'ServiceChanged':
      return 'EMPLOYEE_CHANGED';
    case 'PeriodChanged':
      return state === 'CONFIRMED' ? 'PERIOD_CONFIRMED' : null;
    case 'EmployeeScoreChanged': {
      const corrected = cause !== undefined && TAKES_BACK.has(cause.kind);
      return corrected || (periodCode !== undefined && wasSettled(periodCode, recordedAt))
        ? 'SCORE_CORRECTED'
        : null;
    }
    default:
      return null;
  }
}

/**
 * The events in a run of changes, for an endpoint that asks for these types. Changes of one type and period are told
 * together, each id once, at most `MOST_IDS` in one event, in the order of their last changes. The same changes always
 * give the same events.
 */
export function eventsOf(
  changes: readonly HeardChange[],
  types: readonly AskedType[],
  wasSettled: WasSettled,
): WebhookEvent[] {
  const open = new Map<string, { event: WebhookEvent; ids: Set<string> }>();
  const told: { event: WebhookEvent; ids: Set<string> }[] = [];
  for (const change of changes) {
    const type = typeOf(change, wasSettled);
    if (type === null || !types.includes(type)) continue;
    const period = (change.payload as Told).periodCode ?? null;
    const id = type === 'PERIOD_CONFIRMED' ? null : change.subjectId;
    const key = `${type} ${period}`;
    let group = open.get(key);
    if (group === undefined || (id !== null && !group.ids.has(id) && group.ids.size >= MOST_IDS)) {
      group = { event: { type, ids: [], period, offset: 0n, at: change.recordedAt }, ids: new Set() };
      open.set(key, group);
      told.push(group);
    }
    if (id !== null) group.ids.add(id);
    group.event = { ...group.event, offset: change.offset, at: change.recordedAt };
  }
  return told
    .map(({ event, ids }) => ({ ...event, ids: [...ids] }))
    .toSorted((one, other) => Number(one.offset - other.offset));
}
