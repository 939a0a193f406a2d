import type { KeyObject } from 'node:crypto';
import { ENTRY_REFUSALS } from '../../domain/forum/accept-entry.js';
import { ok, refused, type Outcome } from '../../domain/outcome.js';
import { hashCode, readCode } from '../../platform/auth/token.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { NewEntry, PromiseSaid, Said } from './entry-parts.js';
import type { ForumEntryInput, ForumOutcomeInput } from './forum.input.js';

/** Codes are made without a network, so nobody can look whether one is taken: with 20 letters that is no matter. */
export const ASKER_CODE_LENGTH = 12;

/** All that is stored of an asker's code. */
export function askerHash(key: KeyObject, regionCode: string, code: string): Buffer {
  return hashCode(key, code, ['forum', regionCode]);
}

/** The device that sends, and what its clock shows. */
export interface Sender {
  readonly device: string;
  readonly deviceNow: Date;
}

/** Reads an entry of the wire: exactly one of its parts is there, and what it names by id is named by one. */
export function readEntry(
  input: ForumEntryInput,
  { device, deviceNow }: Sender,
  hashOf: (code: string) => Buffer,
): Outcome<NewEntry, 'ENTRY_UNREADABLE'> {
  const { id, seq, takenAt, reason = null } = input;
  const parts = readParts(input, hashOf);
  const [said] = parts;
  const named = [input.revise?.outcome, input.withdraw?.outcome, input.report?.commitment];
  const isNamed = named.every((one) => one === undefined || isUuid(one));
  if (parts.length !== 1 || said === undefined || !isNamed || !Number.isInteger(seq) || seq < 0) {
    return refused('ENTRY_UNREADABLE', ENTRY_REFUSALS.ENTRY_UNREADABLE);
  }
  return ok({ id, reason, said, device: { id: device, seq, takenAt, now: deviceNow } });
}

function readParts(input: ForumEntryInput, hashOf: (code: string) => Buffer): Said[] {
  const { open, close, readBack, startItem, endItem, attend, outcome, revise, withdraw, report, sign } =
    input;
  const parts: (Said | false | null | undefined)[] = [
    open === true && { part: 'OPEN' },
    close === true && { part: 'CLOSE' },
    readBack === true && { part: 'READ_BACK' },
    startItem != null && { part: 'START_ITEM', item: startItem },
    endItem != null && { part: 'END_ITEM', item: endItem },
    attend && { part: 'ATTEND', group: attend.group, change: attend.change },
    outcome && { part: 'OUTCOME', ...readOutcome(outcome, hashOf) },
    revise && {
      ...{ part: 'REVISE', outcome: revise.outcome, basedOn: revise.basedOn },
      ...{ text: revise.text ?? null, unit: revise.unit ?? null, ...readPromise(revise) },
    },
    withdraw && { part: 'WITHDRAW', outcome: withdraw.outcome, why: withdraw.why },
    report && {
      ...{ part: 'REPORT', commitment: report.commitment, state: report.state, note: report.note },
      ...{ photo: null, photoPublic: false },
    },
    sign && {
      ...{ part: 'SIGN', role: sign.role, name: sign.name, strokes: sign.strokes },
      covers: sign.covers.map(({ outcome: covered, revision }) => ({ outcome: covered, revision })),
    },
  ];
  return parts.filter((part) => typeof part === 'object' && part !== null);
}

function readOutcome(input: ForumOutcomeInput, hashOf: (code: string) => Buffer) {
  const {
    kind,
    text,
    item = null,
    unit = null,
    indicator = null,
    complaint = null,
    answers = null,
    trackingCode,
  } = input;
  const code = trackingCode == null ? null : readCode(trackingCode, ASKER_CODE_LENGTH);
  const trackingHash =
    trackingCode == null ? null : code === null ? 'UNREADABLE' : hashOf(code).toString('hex');
  return { kind, text, item, unit, indicator, complaint, answers, trackingHash, ...readPromise(input) };
}

function readPromise(input: {
  ownerUnit?: string | null;
  ownerRole?: string | null;
  dueOn?: string | null;
  workingDays?: number | null;
}): PromiseSaid {
  const { ownerUnit = null, ownerRole = null, dueOn = null, workingDays = null } = input;
  return { ownerUnit, ownerRole, dueOn, workingDays };
}
