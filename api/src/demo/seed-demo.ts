import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pantau } from '../app/compose.js';
import { forGood, importFile } from '../app/import-file.js';
import { importKinds, type ImportKindName } from '../app/import-kinds.js';
import { openRegion } from '../features/policies/open-region.js';
import { ALL_OBSERVATIONS } from '../features/observations/observation.store.js';
import { openStores } from '../app/stores.js';
import { localDate } from '../domain/calendar.js';
import { closePeriodsOver } from './close-periods-over.js';
import { confirmQuarters } from './confirm-quarters.js';
import { openDemoAccounts } from './open-accounts.js';
import { fileComplaints } from './file-complaints.js';
import { holdForums } from './hold-forums.js';
import { leaveFeedbackAtCounters } from './leave-feedback.js';
import { openContest } from './open-contest.js';
import { writeDemoFiles } from './write-demo-files.js';

/** Kota Surabaya, of which Mulyorejo is a kecamatan. */
export const DEMO_REGION = '35.78';

/** The demo is made of a file of every kind. */
const ALL = Object.keys(importKinds) as ImportKindName[];

/**
 * Fills an empty region with the Mulyorejo demo: writes its files and imports them as anybody's files are imported.
 * The observations come last and in one transaction, so a demo without any was interrupted and is imported again.
 * A demo that is there catches up with the calendar: the days since, and the plans of a quarter that has begun. Then
 * what nobody imports: the quarter that is over is closed and confirmed, an officer objects to an observation, citizens
 * complain, say what they think at the counter, and meet the office in forums.
 * What somebody changed in it stays changed. Gives the number of observations that were added.
 */
export async function seedDemo(
  pantau: Pick<Pantau, 'orm' | 'unitOfWork' | 'transact' | 'key'>,
  now: Date,
): Promise<number> {
  const { orm, unitOfWork, transact } = pantau;
  const stores = openStores(orm.em.fork(), DEMO_REGION, now);
  const any = await stores.observations.page(ALL_OBSERVATIONS, 'RECORDED_DESC', null, 1);
  const isNew = any.length === 0;
  const planned = (await stores.indicators.periodOn(localDate(now))) !== null;
  const kinds: ImportKindName[] = isNew ? ALL : planned ? ['observations'] : ['targets', 'observations'];
  await orm.em.fork().transactional((em) => openRegion(openStores(em, DEMO_REGION, now), DEMO_REGION, true));
  const folder = await mkdtemp(join(tmpdir(), 'pantau-demo-'));
  let added = 0;
  try {
    await writeDemoFiles(folder, now);
    for (const name of kinds) {
      const report = await importFile({
        path: join(folder, `${name}.csv`),
        kind: importKinds[name],
        regionCode: DEMO_REGION,
        carryOut: forGood(unitOfWork),
        onFinding: ({ line, code, message }) => {
          // Later rows may have become wrong by what somebody changed; the first ones are ours to get right.
          if (isNew) throw new Error(`${name}.csv of the demo, line ${line}: ${code} ${message.en}`);
        },
        onProgress: () => undefined,
      });
      if (name === 'observations') added = report.added;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await openDemoAccounts({ transact }, DEMO_REGION);
  await closePeriodsOver(unitOfWork, stores);
  await confirmQuarters(unitOfWork, stores);
  await openContest(unitOfWork, stores);
  await fileComplaints(pantau, stores);
  await leaveFeedbackAtCounters(pantau, stores);
  await holdForums(pantau, stores, now);
  return added;
}
