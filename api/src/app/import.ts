import 'reflect-metadata';
import { stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { stringify } from 'csv-stringify';
import type { RowFinding } from '../platform/files/cells.js';
import { createRegionStore } from '../features/regions/region.store.js';
import { ConfigRefused, readConfig } from '../platform/config.js';
import { HomeRefused } from '../platform/database/embedded.js';
import { prepareDatabase } from './prepare-database.js';
import { createOrm } from '../platform/database/orm.js';
import { createNotifyDoorbell } from '../platform/changes/doorbell.js';
import { systemClock } from '../platform/clock.js';
import { createLogger } from '../platform/logger.js';
import { entities } from './entities.js';
import { forGood, importFile, tryingOut, type CarryOut, type ImportReport } from './import-file.js';
import { importKinds, type ImportKindName } from './import-kinds.js';
import { DatabaseRefused, joinDatabase } from './open-database.js';
import { openRegion, RegionUnknown } from '../features/policies/open-region.js';
import { openStores } from './stores.js';
import { productUnitOfWork } from './product-unit-of-work.js';
import { recogniseKind } from './recognise-kind.js';

const USAGE = `npm run import -- BERKAS [BERKAS …] [pilihan · options]

  CSV (UTF-8) atau XLSX (lembar pertama) · CSV (UTF-8) or XLSX (the first sheet)

  --region 35.78     wilayah tujuan; boleh dihilangkan bila hanya ada satu · the region; may be left out where there is one
  --kind KIND        units, employees, assignments, leaves, reporting-lines, indicators, targets, observations;
                     biasanya dikenali dari judul kolom · mostly known by the header
  --dry-run          periksa saja, tidak menyimpan apa pun · look only, keep nothing
  --report FILE.csv  tulis semua temuan ke berkas ini · write every finding to this file
`;

/** Nothing was left out; something was; the command could not be carried out. */
const EXIT = { done: 0, rowsLeftOut: 2, failed: 1 } as const;
/** Findings shown at the terminal for each file; all of them go into the report. */
const SHOWN = 20;

/** Wrong words on the command line. */
class UsageRefused extends Error {}

const say = (line: string) => void process.stdout.write(`${line}\n`);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        kind: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        report: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return null;
    if (positionals.length === 0) throw new UsageRefused(USAGE);
    if (values.kind !== undefined && !(values.kind in importKinds)) {
      throw new UsageRefused(`--kind: ${Object.keys(importKinds).join(', ')}\n\n${USAGE}`);
    }
    return {
      files: positionals,
      region: values.region ?? null,
      kind: (values.kind ?? null) as ImportKindName | null,
      dryRun: values['dry-run'],
      report: values.report ?? null,
    };
  } catch (error) {
    if (error instanceof UsageRefused) throw error;
    throw new UsageRefused(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function run(): Promise<number> {
  const asked = readArguments();
  if (asked === null) {
    say(USAGE);
    return EXIT.done;
  }
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const database = await joinDatabase(config, say);
  const orm = createOrm({ url: database.url, entities, statementTimeoutMs: 0 });
  const doorbell = createNotifyDoorbell(database.url, logger);
  const report = asked.report === null ? null : openReport(asked.report);
  try {
    await orm.connect();
    await prepareDatabase(orm);
    const regions = createRegionStore(orm.em.fork());
    const region = asked.region ?? (await onlyRegion(regions));
    const unitOfWork = productUnitOfWork(orm, systemClock, doorbell);
    const bring = async (carryOut: CarryOut): Promise<number> => {
      let exit: number = EXIT.done;
      for (const path of asked.files) {
        const result = await importOne(path, asked.kind, (kind, onFinding, onProgress) =>
          importFile({
            path,
            kind: importKinds[kind],
            regionCode: region,
            carryOut,
            onFinding: (finding) => {
              const { line, column, code, mender, message } = finding;
              report?.write([path, line, column, code, mender, message.id, message.en]);
              onFinding(finding);
            },
            onProgress,
          }),
        );
        if (result.stopped) exit = EXIT.failed;
        else if (result.refused > 0 && exit === EXIT.done) exit = EXIT.rowsLeftOut;
      }
      return exit;
    };
    if (!asked.dryRun) {
      await orm.em
        .fork()
        .transactional((em) => openRegion(openStores(em, region, systemClock()), region, false));
      return await bring(forGood(unitOfWork));
    }
    const exit = await unitOfWork.rehearse(async (tryOut, stores) => {
      await openRegion(stores(region), region, false);
      return bring(tryingOut(tryOut));
    });
    say('\nPemeriksaan saja: tidak ada yang disimpan. · Dry run: nothing was kept.');
    return exit;
  } finally {
    report?.end();
    await doorbell.close();
    await orm.close();
    await database.stop();
  }
}

async function onlyRegion(regions: ReturnType<typeof createRegionStore>): Promise<string> {
  const [first, second] = await regions.page(null, 2);
  if (first !== undefined && second === undefined) return first.regionCode;
  throw new UsageRefused(
    '--region: sebut kode kabupaten/kota, misalnya 35.78 · name the region, for example 35.78',
  );
}

type Bring = (
  kind: ImportKindName,
  onFinding: (finding: RowFinding) => void,
  onProgress: (bytes: number, report: Readonly<ImportReport>) => void,
) => Promise<ImportReport>;

async function importOne(path: string, named: ImportKindName | null, bring: Bring): Promise<ImportReport> {
  const kind = named ?? (await recogniseKind(path));
  const size = await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  say(`\n${path} · ${kind}`);
  const bar = new cliProgress.SingleBar(
    {
      format: '  {bar} {percentage}% · {rows} baris · rows · {rate}/s',
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 2_000,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(Math.max(size, 1), 0, { rows: 0, rate: 0 });
  const began = performance.now();
  const shown: RowFinding[] = [];
  let found = 0;
  const result = await bring(
    kind,
    (finding) => {
      found += 1;
      if (shown.length < SHOWN) shown.push(finding);
    },
    (bytes, { rows }) =>
      bar.update(bytes, { rows, rate: Math.round(rows / ((performance.now() - began) / 1000)) }),
  );
  const seconds = (performance.now() - began) / 1000;
  bar.update(Math.max(size, 1), { rows: result.rows, rate: Math.round(result.rows / seconds) });
  bar.stop();
  for (const { line, column, code, message, mender } of shown) {
    say(
      `  baris ${line}${column === null ? '' : `, kolom ${column}`}: ${code} (${mender})\n    ${message.id}\n    ${message.en}`,
    );
  }
  if (found > shown.length)
    say(`  … dan ${found - shown.length} temuan lagi: pakai --report · more findings: use --report`);
  const { added, changed, unchanged, refused } = result;
  say(
    `  ${added} ditambah · added, ${changed} diubah · changed, ${unchanged} tetap · unchanged, ` +
      `${refused} ditolak · left out, ${seconds.toFixed(1)} s`,
  );
  return result;
}

function openReport(path: string) {
  const rows = stringify({
    bom: true,
    header: true,
    columns: ['file', 'line', 'column', 'code', 'mender', 'message_id', 'message_en'],
  });
  rows.pipe(createWriteStream(path));
  return rows;
}

try {
  process.exitCode = await run();
} catch (error) {
  const expected =
    error instanceof UsageRefused ||
    error instanceof ConfigRefused ||
    error instanceof HomeRefused ||
    error instanceof DatabaseRefused ||
    error instanceof RegionUnknown;
  process.stderr.write(`${expected ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = EXIT.failed;
}
