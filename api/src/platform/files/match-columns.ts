import { editDistance } from './edit-distance.js';
import { finding, type Finding } from './finding.js';

/** A column that the reader expects. */
export interface ColumnSpec {
  /** As the rows name it, and the first name that a header may use. */
  readonly name: string;
  /** Other names that a header may use, such as the Indonesian one. Case, spaces and hyphens do not count. */
  readonly aliases: readonly string[];
  /** Without it nothing is read; a column that is not required reads as empty where it is missing. */
  readonly required: boolean;
}

/** Which field of a row holds which column. */
export interface ColumnMatch {
  /** For each expected column its place in a row; -1 where the header does not name it. */
  readonly places: readonly number[];
  /** How many fields a row has. */
  readonly width: number;
  /** How many of the expected columns the header names. */
  readonly recognised: number;
  readonly findings: readonly Finding[];
}

/** How many columns a message lists, and how much of each: enough to see the mistake, however odd the file. */
const SHOWN_COLUMNS = 20;
const SHOWN_LETTERS = 40;

/** Beyond one wrong letter in three, rounded up, it is another word; two letters in each other's place count as two. */
const LETTERS_PER_MISTAKE = 3;

/** Finds the expected columns in a header. */
export function matchColumns(
  header: readonly string[],
  columns: readonly ColumnSpec[],
  line: number,
): ColumnMatch {
  const places = columns.map(() => -1);
  const unknown: string[] = [];
  const findings: Finding[] = [];
  // Spreadsheets leave empty columns at the end; they say nothing and are not worth a word.
  const width = header.findLastIndex((title) => title.trim() !== '') + 1;
  header.slice(0, width).forEach((title, place) => {
    const index = columns.findIndex((column) => namesOf(column).includes(plain(title)));
    const column = columns[index];
    const earlier = places[index];
    if (column === undefined || earlier === undefined) {
      unknown.push(title);
    } else if (earlier !== -1) {
      const names = [column.name, shown(header[earlier] ?? ''), shown(title)] as const;
      findings.push(finding('COLUMN_TWICE', { line, column: column.name }, ...names));
    } else {
      places[index] = place;
    }
  });
  const recognised = places.filter((place) => place !== -1).length;
  if (recognised === 0) {
    // Then this may be a row with people in it: nothing of it is repeated.
    return {
      places,
      width,
      recognised,
      findings: [finding('HEADER_MISSING', { line }, columnNames(columns))],
    };
  }
  const present = list(header.slice(0, width));
  columns.forEach((column, index) => {
    if (!column.required || places[index] !== -1) return;
    const near = nearMiss(column, unknown);
    findings.push(
      finding('COLUMN_MISSING', { line, column: column.name }, column.name, present, near && shown(near)),
    );
  });
  for (const title of unknown) {
    findings.push(finding('COLUMN_UNKNOWN', { line }, shown(title)));
  }
  return { places, width, recognised, findings };
}

/** The names of the columns as a sender would write them in a header. */
export function columnNames(columns: readonly ColumnSpec[]): string {
  return columns.map((column) => column.name).join(',');
}

function nearMiss(column: ColumnSpec, unknown: readonly string[]): string | null {
  const candidates = unknown.flatMap((title) =>
    namesOf(column).map((name) => ({
      title,
      distance: editDistance(plain(title).slice(0, SHOWN_LETTERS), name),
      allowed: Math.ceil(name.length / LETTERS_PER_MISTAKE),
    })),
  );
  const near = candidates.filter(({ distance, allowed }) => distance <= allowed);
  return near.sort((a, b) => a.distance - b.distance)[0]?.title ?? null;
}

function namesOf(column: ColumnSpec): string[] {
  return [column.name, ...column.aliases].map(plain);
}

function plain(title: string): string {
  return title
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '_');
}

function list(titles: readonly string[]): string {
  const more = titles.length > SHOWN_COLUMNS ? ', …' : '';
  return titles.slice(0, SHOWN_COLUMNS).map(shown).join(', ') + more;
}

function shown(title: string): string {
  const letters = [...title.trim().slice(0, SHOWN_LETTERS * 2)];
  return letters.length > SHOWN_LETTERS ? `${letters.slice(0, SHOWN_LETTERS).join('')}…` : letters.join('');
}
