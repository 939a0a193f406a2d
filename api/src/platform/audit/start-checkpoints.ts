import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.js';
import type { Sql } from '../database/sql.js';
import type { Logger } from '../logger.js';
import { takeCheckpoint, type Checkpoint, type CheckpointKey } from './checkpoint.js';

export interface CheckpointsOptions {
  readonly sql: Sql;
  readonly key: CheckpointKey;
  /** One file of JSON lines for each region is kept here; best on another machine's disk. */
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly everyMs?: number;
}

/** The taking of checkpoints while a server runs. */
export interface Checkpoints {
  /** Takes one of each region whose chain has grown since the last. */
  takeNow(): Promise<void>;
  /** Takes the last ones, and no more. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** Takes a checkpoint of each region every hour in which its chain has grown, and one at the end. */
export function startCheckpoints(options: CheckpointsOptions): Checkpoints {
  const { sql, key, folder, clock, logger, everyMs = HOUR_MS } = options;
  const taken = new Map<string, string>();
  let last: Promise<void> = Promise.resolve();

  async function takeAll(): Promise<void> {
    const heads = await sql.rows<{ region_code: string; seq: string }>(
      'select region_code, seq from audit_head where seq > 0 order by region_code',
    );
    for (const { region_code: regionCode, seq } of heads) {
      if (taken.get(regionCode) === seq) continue;
      const checkpoint = await takeCheckpoint(sql, regionCode, key, clock());
      if (checkpoint === null) continue;
      await writeCheckpoint(folder, checkpoint);
      taken.set(regionCode, String(checkpoint.seq));
    }
  }

  // One at a time: two writers of one file would mix their lines.
  const takeNow = () => {
    last = last.then(takeAll).catch((error: unknown) => {
      logger.error({ err: error }, 'no checkpoint of the audit chain could be taken');
    });
    return last;
  };
  const timer = setInterval(() => void takeNow(), everyMs);
  timer.unref();
  return {
    takeNow,
    async stop() {
      clearInterval(timer);
      await takeNow();
    },
  };
}

/** Adds a checkpoint to the region's file, and returns when it is on the disk. */
export async function writeCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, `${checkpoint.region}.jsonl`), 'a', 0o600);
  try {
    await file.write(`${JSON.stringify(checkpoint)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
