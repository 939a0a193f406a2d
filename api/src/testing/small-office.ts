import { TEST_SECRET } from './test-secret.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type Pantau } from '../app/compose.js';
import { forGood, importFile, tryingOut, type CarryOut, type ImportReport } from '../app/import-file.js';
import { importKinds, type ImportKindName } from '../app/import-kinds.js';
import { openRegion } from '../features/policies/open-region.js';
import { openStores } from '../app/stores.js';
import { FIRST_POLICY } from '../domain/scoring/policy.js';
import type { Clock } from '../platform/clock.js';
import type { RowFinding } from '../platform/files/cells.js';
import { createLogger } from '../platform/logger.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export const REGION = '35.78';
export const PERIOD = '2026-Q4';
/** A working day inside the period; tests that need a clock stand still here. */
export const NOON = new Date('2026-11-24T05:00:00Z');

/** Invented people; two in Kalijudan, one in Kalisari, one in the office itself. */
export const NIPS = {
  sari: '198609262015051901',
  budi: '199001152014021902',
  dewi: '198703032012032903',
  joko: '197512102000031904',
} as const;

const files = (period: string): Record<'units' | 'employees' | 'indicators' | 'targets', string> => ({
  units: `code,name,kind,parent,order
35.78.26,Kecamatan Mulyorejo,KECAMATAN,,1
35.78.26.1006,Kelurahan Kalijudan,KELURAHAN,35.78.26,2
35.78.26.1004,Kelurahan Kalisari,KELURAHAN,35.78.26,3
`,
  employees: `nip,name,status,unit,position
${NIPS.sari},Sari Wulandari,PNS,35.78.26.1006,Petugas Loket
${NIPS.budi},Budi Santoso,PNS,35.78.26.1006,Lurah
${NIPS.dewi},Dewi Lestari,PNS,35.78.26.1004,Petugas Loket
${NIPS.joko},Suparman,PNS,35.78.26,Camat
`,
  indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
ADM-01,KK selesai tepat waktu,Family cards on time,%,HIGHER,MEAN,0,100,loket,Bagian KK yang selesai dalam satu hari kerja
ADM-03,Waktu tunggu loket,Waiting time at the counter,menit,LOWER,MEAN,0,,mesin antrean,Median waktu tunggu
`,
  targets: `nip,indicator,period,weight,floor,target,stretch
${Object.values(NIPS)
  .flatMap((nip) => [`${nip},ADM-01,${period},60,70,95,99`, `${nip},ADM-03,${period},40,45,15,8`])
  .join('\n')}
`,
});

/** The office has two people in a unit; under the policy that a region begins with none of them would show a value. */
const TWO_ARE_ENOUGH = { ...FIRST_POLICY, minimumPeople: 1 };

/** Brings the texts of files in, as `npm run import` does. */
export async function importTexts(
  { unitOfWork }: Pick<Pantau, 'unitOfWork'>,
  texts: Partial<Record<ImportKindName, string | Buffer>>,
  options: { readonly dryRun?: boolean } = {},
): Promise<{ reports: ImportReport[]; findings: RowFinding[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pantau-files-'));
  const reports: ImportReport[] = [];
  const findings: RowFinding[] = [];
  const bring = async (carryOut: CarryOut) => {
    for (const [kind, text] of Object.entries(texts) as [ImportKindName, string][]) {
      const path = join(folder, `${kind}.csv`);
      await writeFile(path, text);
      reports.push(
        await importFile({
          path,
          kind: importKinds[kind],
          regionCode: REGION,
          carryOut,
          onFinding: (finding) => findings.push(finding),
          onProgress: () => undefined,
        }),
      );
    }
  };
  try {
    await (options.dryRun
      ? unitOfWork.rehearse((tryOut) => bring(tryingOut(tryOut)))
      : bring(forGood(unitOfWork)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { reports, findings };
}

/** A region with a small office in it and no observation yet. */
export async function openSmallOffice(
  pantau: Pick<Pantau, 'orm' | 'unitOfWork'>,
  period: string = PERIOD,
): Promise<void> {
  await openRegion(openStores(pantau.orm.em.fork(), REGION, NOON), REGION, false, TWO_ARE_ENOUGH);
  const { findings } = await importTexts(pantau, files(period));
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
}

/** A small office in a database of its own, with nobody listening and the clock standing at noon. */
export interface SmallOffice extends Pantau {
  readonly database: TestDatabase;
}

/** For tests that need the records and no socket; `close` removes everything. */
export async function composeSmallOffice(clock: Clock = () => NOON): Promise<SmallOffice> {
  const database = await createTestDatabase();
  const pantau = await compose({
    secret: TEST_SECRET,
    databaseUrl: database.url,
    redisUrl: null,
    logger: createLogger('silent'),
    clock,
    webRoot: null,
  });
  await openSmallOffice(pantau);
  return {
    ...pantau,
    database,
    async close() {
      await pantau.close();
      await database.drop();
    },
  };
}
