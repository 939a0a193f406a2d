import type { AgendaItem, AttendanceGroup } from '../domain/forum/entry.js';
import { SIGNATURE_FIELD } from '../domain/forum/accept-signature.js';
import { uuidv7 } from 'uuidv7';
import type { Said } from '../features/forum/entry-parts.js';
import type { EvidenceScene } from './draw-evidence.js';
import type { HeldSession, StorySaid } from './forum-stories.js';

/** An entry of a tablet, and how many minutes after the beginning it was made. */
export interface StoryEntry {
  readonly id: string;
  readonly minute: number;
  readonly said: Said;
  /** What is seen on the picture that a report names. */
  readonly shows: EvidenceScene | null;
}

/** What a story refers to by names of its own: units by code, what was said by label. */
export interface StoryIds {
  readonly unit: (code: string) => string;
  /** Ids of what was said so far; what is said now is added. */
  readonly labels: Map<string, string>;
  readonly askerHash: (code: string) => string;
}

const SIGNERS = [
  { role: 'CITIZEN', name: 'Warga Contoh Satu' },
  { role: 'CITIZEN', name: 'Warga Contoh Dua' },
  { role: 'OFFICER', name: 'Petugas Contoh' },
] as const;

/** What the tablet of a facilitator writes down from the first word to the last signature. */
export function forumEntries(
  { attendance, reports, said }: HeldSession,
  agenda: readonly AgendaItem[],
  { unit, labels, askerHash }: StoryIds,
): readonly StoryEntry[] {
  const entries: StoryEntry[] = [];
  const write = (at: number, one: Said, id = uuidv7(), shows: EvidenceScene | null = null) =>
    void entries.push({ id, minute: at, said: one, shows });
  write(0, { part: 'OPEN' });
  for (const [group, change] of Object.entries(attendance)) {
    write(2, { part: 'ATTEND', group: group as AttendanceGroup, change });
  }
  let minute = 5;
  const made: string[] = [];
  for (const [n, item] of agenda.entries()) {
    write(minute, { part: 'START_ITEM', item: item.id });
    if (n === 0) {
      for (const { of, state, note, shows = null } of reports) {
        const photo = shows && uuidv7();
        const report = { commitment: labels.get(of)!, state, note, photo, photoPublic: photo !== null };
        write(minute + 2, { part: 'REPORT', ...report }, uuidv7(), shows);
      }
    }
    for (const one of said.filter((each) => each.item === n)) {
      const id = uuidv7();
      write(minute + 4, outcome(one, item.id, { unit, labels, askerHash }), id);
      if (one.label !== undefined) labels.set(one.label, id);
      made.push(id);
    }
    minute += item.minutes;
    write(minute, { part: 'END_ITEM', item: item.id });
  }
  write(minute + 1, { part: 'CLOSE' });
  write(minute + 6, { part: 'READ_BACK' });
  const covers = made.map((id) => ({ outcome: id, revision: 1 }));
  for (const [n, { role, name }] of SIGNERS.entries()) {
    write(minute + 7 + n, { part: 'SIGN', role, name, strokes: [scrawl(n)], covers });
  }
  return entries;
}

function outcome(
  { kind, text, answers, code, by }: StorySaid,
  item: string,
  { unit, labels, askerHash }: StoryIds,
): Said {
  return {
    ...{ part: 'OUTCOME', kind, text, item, unit: null, indicator: null, complaint: null },
    answers: answers === undefined ? null : labels.get(answers)!,
    trackingHash: code === undefined ? null : askerHash(code),
    ownerUnit: by === undefined ? null : unit(by.unit),
    ownerRole: by?.role ?? null,
    dueOn: null,
    workingDays: by?.workingDays ?? null,
  };
}

const POINTS = 90;

/** A line that looks like somebody signed; each of its own shape, and nobody's. */
function scrawl(n: number): number[] {
  const middle = SIGNATURE_FIELD / 2;
  return Array.from({ length: POINTS }, (_, point) => {
    const along = point / (POINTS - 1);
    const swing = Math.sin(along * (14 + 5 * n)) * 190 * (1 - along * 0.6) + Math.sin(along * 41) * 40;
    const loop = Math.cos(along * (19 - 3 * n)) * 70;
    return [Math.round(100 + along * 780 + loop), Math.round(middle + swing)];
  }).flat();
}
