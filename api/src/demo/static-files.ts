import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { EmploymentStatus } from '../domain/people/nip.js';
import type { Direction } from '../domain/scoring/attainment.js';
import type { Aggregation } from '../domain/scoring/realisation.js';

/** The demo's files that do not depend on the day. The same path leads there from `src` and from `dist`. */
export const STATIC_FOLDER = new URL('../../src/demo/files/', import.meta.url);

export const STATIC_FILES = ['units.csv', 'employees.csv', 'indicators.csv'] as const;

interface UnitLine {
  readonly code: string;
  readonly name: string;
  readonly kind: 'KECAMATAN' | 'SECRETARIAT' | 'SECTION' | 'KELURAHAN';
  readonly parent: string;
  readonly order: string;
}

/** Nobody here exists: the NIPs have sequence numbers from 901 on, which no agency has reached. */
export interface EmployeeLine {
  readonly nip: string;
  readonly name: string;
  readonly status: EmploymentStatus;
  readonly unit: string;
  readonly position: string;
}

export interface IndicatorLine {
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly measure_unit: string;
  readonly direction: Direction;
  readonly aggregation: Aggregation;
  readonly lowest: string;
  readonly highest: string;
  readonly source: string;
  readonly definition: string;
}

export interface StaticLines {
  readonly units: readonly UnitLine[];
  readonly employees: readonly EmployeeLine[];
  readonly indicators: readonly IndicatorLine[];
}

/** What the static files hold, as written. */
export async function readStaticFiles(): Promise<StaticLines> {
  const [units, employees, indicators] = await Promise.all(
    STATIC_FILES.map(async (name) => parse(await readFile(new URL(name, STATIC_FOLDER)), { columns: true })),
  );
  return { units, employees, indicators } as unknown as StaticLines;
}
