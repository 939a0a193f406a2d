import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { AgendaItem, Attendance } from '../../domain/forum/entry.js';
import type { ForumPhase } from '../../domain/forum/session-phase.js';

/** One meeting of a forum: its plan, and what its entries have made of it so far. */
export const ForumSessionEntity = defineEntity({
  name: 'ForumSession',
  tableName: 'forum_session',
  properties: {
    regionCode: p.text().primary(),
    id: p.uuid().primary(),
    seriesId: p.uuid(),
    unitId: p.uuid(),
    title: p.text(),
    place: p.text(),
    /** The day that it is planned for, in Asia/Jakarta: no clock of a device moves it. */
    heldOn: p.date(),
    startsAt: p.text(),
    quorum: p.integer(),
    /** Units that are to be there beside the one that invites. */
    concerned: p.array().columnType('uuid[]').$type<string[]>(),
    agenda: p.json<readonly AgendaItem[]>(),
    attendance: p.json<Attendance>(),
    /** How many scanned the code in the hall, and which groups they named: beside the attendance, no part of it. */
    scanned: p.integer().default(0),
    scannedGroups: p.json<Attendance>().defaultRaw(`'{}'`),
    phase: p.text().$type<ForumPhase>(),
    openedAt: p.datetime().columnType('timestamptz').nullable(),
    closedAt: p.datetime().columnType('timestamptz').nullable(),
    /** When the draft of its minutes was shared. */
    sharedAt: p.datetime().columnType('timestamptz').nullable(),
    readBackAt: p.datetime().columnType('timestamptz').nullable(),
    signedAt: p.datetime().columnType('timestamptz').nullable(),
    plannedAt: p.datetime().columnType('timestamptz'),
    plannedBy: p.text(),
  },
});

export type ForumSessionRow = InferEntity<typeof ForumSessionEntity>;
