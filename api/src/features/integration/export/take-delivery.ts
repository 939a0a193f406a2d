import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import {
  DELIVERY_REFUSALS,
  MOST_IN_AN_HOUR,
  type DeliveryRefusalCode,
} from '../../../domain/integration/accept-since.js';
import { compareRows, partTexts, ROW_PARTS, type RowPart } from '../../../domain/integration/row-changes.js';
import type { SiasnCodes } from '../../../domain/integration/siasn-codes.js';
import { refused, type Outcome } from '../../../domain/outcome.js';
import { relationTo } from '../../../domain/access/scope.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasClock } from '../../../platform/clock.js';
import { isUuid } from '../../../platform/is-uuid.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { HasIndicators } from '../../indicators/indicator.store.js';
import type { DeliveryRow } from './delivery.entity.js';
import { EXPORTERS } from './export-audiences.js';
import type { NewDelivery, Stand } from './export.store.js';
import { makeRows, type HasExportSources, type MadeRow } from './make-rows.js';

/** A pull that is about to begin. */
export interface TakeDelivery {
  readonly periodCode: string;
  /** 'LAST', the id of an earlier delivery, or null for everything. */
  readonly since: string | null;
}

/** People looked at in one go: statements and memory stay bounded. */
const BATCH = 1_000;
const HOUR_MS = 3_600_000;
/** Deliveries whose rows are remembered beside the one that was kept last: enough to ask for a lost answer again. */
const REMEMBERED = 3;

/**
 * Writes down what stands now for whoever asks, and what of it is new, changed or taken back since the delivery that
 * they name. To name one is to acknowledge it: what it gave has been kept. One that was not kept is simply not named, and
 * the changes of it come again with the next: nothing is lost where an answer was.
 */
export async function takeDelivery(
  tx: HasExportSources & HasIndicators & HasClock,
  actor: Actor,
  { periodCode, since }: TakeDelivery,
  codes: SiasnCodes,
): Promise<Verdict<{ deliveryId: string }, DeliveryRefusalCode>> {
  const told = DELIVERY_REFUSALS;
  const period = await tx.indicators.period(periodCode);
  if (period === null) return refused('PERIOD_UNKNOWN', told.PERIOD_UNKNOWN);
  const base = await baseOf(tx, actor, periodCode, since);
  if (!base.ok) return base;
  const hourAgo = new Date(tx.now.getTime() - HOUR_MS);
  if ((await tx.exports.countSince(actor.id, hourAgo)) >= MOST_IN_AN_HOUR)
    return refused('DELIVERIES_TOO_MANY', told.DELIVERIES_TOO_MANY);

  const sinceId = base.value?.id ?? null;
  if (sinceId !== null) await tx.exports.acknowledge(sinceId, tx.now);
  const counts = { total: 0, newRows: 0, changedRows: 0, withdrawnRows: 0 };
  const delivery: NewDelivery = {
    ...{ id: uuidv7(), periodCode, takenBy: actor.id, takenByKind: kindOf(actor), takenAt: tx.now, sinceId },
    ...counts,
  };
  await tx.exports.put(delivery);
  const before = readBefore(tx, sinceId);
  for (let after: string | null = null; ;) {
    const people = await tx.exports.candidates(periodCode, after, BATCH);
    const last: string | null = people.length < BATCH ? null : people.at(-1)!.id;
    const mine = people.filter(({ id }) => (relationTo(actor.scope, { employeeId: id }) & EXPORTERS) !== 0);
    const rows = await makeRows(tx, period, mine, { actor: null, codes });
    const stands = standsOf(rows, await before(last));
    for (const { change, confirmationId } of stands) {
      if (confirmationId !== null) counts.total += 1;
      if (change === 'NEW') counts.newRows += 1;
      if (change === 'CHANGED') counts.changedRows += 1;
      if (change === 'WITHDRAWN') counts.withdrawnRows += 1;
    }
    if (sinceId === null) for (const [n, stand] of stands.entries()) stands[n] = { ...stand, change: null };
    await tx.exports.addStands(delivery.id, stands);
    if (last === null) break;
    after = last;
  }
  if (sinceId === null) counts.newRows = counts.total;
  await tx.exports.put({ ...delivery, ...counts });
  await tx.exports.forget(actor.id, periodCode, sinceId === null ? [] : [sinceId], REMEMBERED);
  return did({ deliveryId: delivery.id }, []);
}

/** The delivery that is compared with; null: none. */
async function baseOf(
  tx: HasExportSources,
  actor: Actor,
  periodCode: string,
  since: string | null,
): Promise<Outcome<DeliveryRow | null, DeliveryRefusalCode>> {
  const told = DELIVERY_REFUSALS;
  if (since === null) return { ok: true, value: null };
  if (since.toUpperCase() === 'LAST')
    return { ok: true, value: await tx.exports.lastKept(actor.id, periodCode) };
  const id = since.toLowerCase();
  if (!isUuid(id)) return refused('SINCE_UNREADABLE', told.SINCE_UNREADABLE);
  const named = await tx.exports.get(id);
  if (named === null || named.takenBy !== actor.id || named.periodCode !== periodCode)
    return refused('DELIVERY_UNKNOWN', told.DELIVERY_UNKNOWN);
  return named.remembered ? { ok: true, value: named } : refused('DELIVERY_EXPIRED', told.DELIVERY_EXPIRED);
}

/** Gives what stood in a delivery, people after people: each call goes on up to a person (null: to the end). */
function readBefore(
  tx: HasExportSources,
  deliveryId: string | null,
): (upTo: string | null) => Promise<Map<string, Stand>> {
  let waiting: Stand[] = [];
  let after: string | null = null;
  let over = deliveryId === null;
  return async (upTo) => {
    while (!over && (upTo === null || waiting.length === 0 || waiting.at(-1)!.employeeId <= upTo)) {
      const page = await tx.exports.stands(deliveryId!, 'STANDING', after, BATCH);
      waiting.push(...page);
      after = page.at(-1)?.employeeId ?? after;
      over = page.length < BATCH;
    }
    const isDue = ({ employeeId }: Stand) => upTo === null || employeeId <= upTo;
    const due = waiting.filter(isDue);
    waiting = waiting.filter((stand) => !isDue(stand));
    return new Map(due.map((stand) => [stand.employeeId, stand]));
  };
}

/** How these rows stand now, with what became of each since; those that are gone among them. */
function standsOf(rows: readonly MadeRow[], before: Map<string, Stand>): Stand[] {
  const stands: Stand[] = [];
  const compared = (employeeId: string, now: MadeRow | null): void => {
    const was = before.get(employeeId) ?? null;
    before.delete(employeeId);
    const digest = now?.row ? digestOf(partTexts(now.row, now.confirmation!.id)) : null;
    const difference = compareRows({
      before: was?.digest ? splitDigest(was.digest) : null,
      now: digest && splitDigest(digest),
    });
    if (digest === null && difference === null) return;
    stands.push({
      ...{ employeeId, digest, confirmationId: digest === null ? null : now!.confirmation!.id },
      ...{ change: difference?.change ?? null, parts: difference?.parts ?? null },
      wasId: was?.confirmationId ?? null,
    });
  };
  for (const row of rows) compared(row.employeeId, row);
  for (const employeeId of [...before.keys()]) compared(employeeId, null);
  return stands;
}

const PART_BYTES = 8;

/** Eight bytes for each part, in their order: two rows in 10¹⁹ would be taken for one. */
function digestOf(texts: Readonly<Record<RowPart, string>>): Buffer {
  return Buffer.concat(
    ROW_PARTS.map((part) => createHash('sha256').update(texts[part]).digest().subarray(0, PART_BYTES)),
  );
}

function splitDigest(digest: Buffer): Record<RowPart, string> {
  const entries = ROW_PARTS.map((part, n) => [
    part,
    digest.subarray(n * PART_BYTES, (n + 1) * PART_BYTES).toString('hex'),
  ]);
  return Object.fromEntries(entries) as Record<RowPart, string>;
}

function kindOf({ kind }: Actor): DeliveryRow['takenByKind'] {
  if (kind === 'PERSON' || kind === 'SERVICE') return kind;
  return 'COMMAND';
}
