import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { localDate } from '../domain/calendar.js';
import { contestedLine } from './contested-line.js';
import { byTime, DEMO_DAYS, observe } from './observe.js';
import { observeBehaviour } from './observe-behaviour.js';
import { planOf, pointsFor, roleOf } from './plans.js';
import { assignmentLines, leaveLines, reportingLines } from './service-lines.js';
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
  readonly ceiling: number | '';
  readonly role: string;
}

const DAY_MS = 86_400_000;

/**
 * Writes the Mulyorejo demo into a folder, ready to be imported: a file for each kind, targets and observations for the
 * quarters that the 90 days before `now` touch. The same for the same `now`.
 */
export async function writeDemoFiles(folder: string, now: Date): Promise<void> {
  const lines = await readStaticFiles();
  const since = new Date(now.getTime() - DEMO_DAYS * DAY_MS);
  const today = localDate(now);
  const periods = touchedQuarters(localDate(since), today).map(({ code }) => code);
  const write = (name: string, rows: readonly object[]): Promise<void> =>
    writeFile(join(folder, name), stringify([...rows], { header: true }));

  await mkdir(folder, { recursive: true });
  await Promise.all(STATIC_FILES.map((name) => copyFile(new URL(name, STATIC_FOLDER), join(folder, name))));
  await write('assignments.csv', assignmentLines(lines.employees, today));
  await write('leaves.csv', leaveLines(today));
  await write('reporting-lines.csv', reportingLines(lines.employees, today));
  await write('targets.csv', targets(lines.employees, periods));
  const observations = [...observe(lines, now), ...observeBehaviour(lines, now), contestedLine(now)];
  await write('observations.csv', observations.sort(byTime));
}

function targets(employees: readonly EmployeeLine[], periods: readonly string[]): TargetLine[] {
  return periods.flatMap((period) =>
    employees.flatMap(({ nip, position, status }) =>
      planOf(position).map(([indicator, weight]) => ({
        nip,
        indicator,
        period,
        weight,
        ceiling: '' as const,
        ...pointsFor(indicator, status),
        role: roleOf(position),
      })),
    ),
  );
}
