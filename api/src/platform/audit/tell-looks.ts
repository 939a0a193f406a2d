import { appendLooks } from './append-looks.js';
import type { AuditDetail } from './audit-entry.js';
import type { Actor } from '../auth/actor.js';
import type { Clock } from '../clock.js';
import type { MikroORM } from '../database/orm.js';
import { sqlOf } from '../database/sql.js';

/** A look at personal data, ready to be written down. */
export interface Look {
  /** The same text for looks that say the same. */
  readonly same: string;
  readonly detail: AuditDetail;
}

/** What somebody looked at. */
export function lookOf(detail: AuditDetail): Look {
  return { detail, same: JSON.stringify(detail) };
}

/** Writes a look into the chain of the actor's region; done when it is committed. Throws where it could not be. */
export type TellLook = (actor: Pick<Actor, 'id' | 'kind' | 'regionCode'>, look: Look) => Promise<void>;

/** Entries of one statement: commands wait for the head of the chain as long as it takes. */
const TOGETHER = 50;

interface Waiting {
  readonly actor: Pick<Actor, 'id' | 'kind'>;
  readonly look: Look;
  readonly at: Date;
  times: number;
  readonly told: Promise<void>;
  readonly settle: { readonly done: () => void; readonly failed: (error: unknown) => void };
}

/**
 * Writes looks down in batches: those that come while a batch is being written make up the next one, so that a busy
 * hour costs one commit for many, and a quiet one no waiting. Looks of one batch by the same actor that say the same
 * become one entry, which tells how many they were.
 */
export function createTellLooks(orm: MikroORM, clock: Clock): TellLook {
  const regions = new Map<string, { readonly waiting: Map<string, Waiting>; writing: boolean }>();

  async function write(regionCode: string, batch: readonly Waiting[]): Promise<void> {
    try {
      await appendLooks(
        sqlOf(orm.em.fork()),
        regionCode,
        batch.map(({ at, actor: { id, kind }, look: { detail }, times }) => ({
          ...{ at, actor: { kind, id }, action: 'read', outcome: 'DONE' as const },
          detail: times === 1 ? detail : { ...detail, told: { ...detail.told, times } },
        })),
      );
      for (const { settle } of batch) settle.done();
    } catch (error) {
      for (const { settle } of batch) settle.failed(error);
    }
  }

  async function writeAll(regionCode: string): Promise<void> {
    const region = regions.get(regionCode)!;
    if (region.writing) return;
    region.writing = true;
    try {
      while (region.waiting.size > 0) {
        const batch = [...region.waiting].slice(0, TOGETHER);
        for (const [key] of batch) region.waiting.delete(key);
        await write(
          regionCode,
          batch.map(([, one]) => one),
        );
      }
    } finally {
      region.writing = false;
      if (region.waiting.size === 0) regions.delete(regionCode);
    }
  }

  return async ({ id, kind, regionCode }, look) => {
    if (regionCode === null) throw new Error(`${kind} belongs to no region whose chain could tell`);
    const region = regions.get(regionCode) ?? { waiting: new Map<string, Waiting>(), writing: false };
    regions.set(regionCode, region);
    const key = `${kind} ${id} ${look.same}`;
    const twin = region.waiting.get(key);
    if (twin !== undefined) {
      twin.times += 1;
      return twin.told;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const settle = { done: resolve, failed: reject };
    region.waiting.set(key, { actor: { id, kind }, look, at: clock(), times: 1, told: promise, settle });
    void writeAll(regionCode);
    return promise;
  };
}
