import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { EntryPart } from '../../domain/forum/entry.js';
import { BEFORE_THE_CHAIN } from '../../platform/audit/trail.js';

/** What was sent of a session, once and for good. Everything else about it is made of these. */
export const ForumEntryEntity = defineEntity({
  name: 'ForumEntry',
  tableName: 'forum_entry',
  properties: {
    regionCode: p.text().primary(),
    /** Made by the device. */
    id: p.uuid().primary(),
    sessionId: p.uuid(),
    part: p.text().$type<EntryPart>(),
    /** The part as JSON; null where there is nothing to say, or once it was erased. */
    said: p.text().nullable(),
    /** Null for what the office reports outside of a session. */
    deviceId: p.uuid().nullable(),
    /** Counts on the device. */
    seq: p.integer().nullable(),
    /** On the day of the session, whatever the device's clock said. */
    takenAt: p.datetime().columnType('timestamptz'),
    /** What the device's clock said. */
    deviceAt: p.datetime().columnType('timestamptz').nullable(),
    receivedAt: p.datetime().columnType('timestamptz'),
    sentBy: p.text(),
    /** Whether it was added to minutes that were signed. */
    amends: p.boolean(),
    reason: p.text().nullable(),
    /** Which command recorded it: its audit entry has the same id. */
    recordedIn: p.uuid().default(BEFORE_THE_CHAIN).lazy(),
    /** With what was said and the reason it makes the commitment of the chain. */
    wordsSalt: p.blob().nullable().lazy(),
    wordsCommitment: p.blob().nullable().lazy(),
  },
});

/** A row as the room knows it; what it has for the audit chain is the store's and the verifier's alone. */
export type ForumEntryRow = Omit<
  InferEntity<typeof ForumEntryEntity>,
  'recordedIn' | 'wordsSalt' | 'wordsCommitment'
>;
