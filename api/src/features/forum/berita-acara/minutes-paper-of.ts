import { createHash } from 'node:crypto';
import type { Minutes } from '../../../domain/forum/minutes.js';
import type { HasUnits } from '../../employees/unit.store.js';
import type { HasRegions } from '../../regions/region.store.js';
import type { HasCommitments } from '../commitment.store.js';
import { draftMinutes } from '../draft-minutes.js';
import type { ForumEntryRow } from '../entry.entity.js';
import type { HasForum } from '../forum.store.js';
import type { ForumSessionRow } from '../session.entity.js';
import type { MinutesPaper, PaperSignature } from './minutes-paper.js';

/** What the paper of a session is printed from: the minutes as they were kept, or as they stand where nobody signed. */
export async function minutesPaperOf(
  stores: HasForum & HasCommitments & HasUnits & HasRegions,
  session: ForumSessionRow,
): Promise<MinutesPaper> {
  const kept = await stores.forum.minutes(session.id);
  const content = kept?.content ?? JSON.stringify(await draftMinutes(stores, session));
  const region = await stores.regions.get(session.regionCode);
  return {
    sessionId: session.id,
    regionName: region?.name ?? '',
    minutes: JSON.parse(content) as Minutes,
    signatures: (await stores.forum.entriesOf([session.id], 'SIGN')).map(readSignature),
    version: kept?.version ?? null,
    // Of what is kept, so that a change of what is kept shows; a draft has nothing that is kept.
    sha256: kept?.sha256.toString('hex') ?? createHash('sha256').update(content).digest('hex'),
  };
}

function readSignature({ said }: ForumEntryRow): PaperSignature {
  const kept = JSON.parse(said ?? '{}') as Partial<PaperSignature>;
  return { role: kept.role ?? null, name: kept.name ?? null, strokes: kept.strokes ?? [] };
}
