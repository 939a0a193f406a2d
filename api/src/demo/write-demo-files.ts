import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { localDate } from '../domain/calendar.js';
import { DEMO_DAYS, observe } from './observe.js';
import { planOf, pointsFor } from './plans.js';
import { readStaticFiles, STATIC_FILES, STATIC_FOLDER, type EmployeeLine } from './static-files.js';
import { touchedQuarters } from './touched-quarters.js';

/** A line of `targets.csv`. */
interface TargetLine {
  readonly nip: string;
  readonly indicator: string;
  readonly period: string;
  readonly weight: number;
  readonly floor: number;
  readonly target: number;
  readonly stretch: number;
}

const DAY_MS = 86_400_000;

/**
 * Writes the Mulyorejo demo into a folder, ready to be imported: units, employees, indicators, and for the quarters
 * that the 90 days before `now` touch their targets and observations. The same for the same `now`.
 */
export async function writeDemoFiles(folder: string, now: Date): Promise<void> {
  const lines = await readStaticFiles();
  const since = new Date(now.getTime() - DEMO_DAYS * DAY_MS);
  const periods = touchedQuarters(localDate(since), localDate(now)).map(({ code }) => code);
  const write = (name: string, rows: readonly object[]): Promise<void> =>
    writeFile(join(folder, name), stringify([...rows], { header: true }));

  await mkdir(folder, { recursive: true });
  await Promise.all(STATIC_FILES.map((name) => copyFile(new URL(name, STATIC_FOLDER), join(folder, name))));
  await write('targets.csv', targets(lines.employees, periods));
  await write('observations.csv', observe(lines, now));
}

function targets(employees: readonly EmployeeLine[], periods: readonly string[]): TargetLine[] {
  return periods.flatMap((period) =>
    employees.flatMap(({ nip, position, status }) =>
      planOf(position).map(([indicator, weight]) => ({
        nip,
        indicator,
        period,
        weight,
        ...pointsFor(indicator, status),
      })),
    ),
  );
}
