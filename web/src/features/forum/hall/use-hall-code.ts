import { ForumHallCodeDocument } from '@pantau/schema';
import { useAnswer } from '../../../lib/graphql/use-answer.js';
import { useVisit } from '../../../lib/viewer/visit.js';
import type { HallAddress } from './hall-address.js';

/** What the QR code of a session's hall says; null before it is known, and for whoever does not hold the session. */
export function useHallCode(region: string, session: string): HallAddress | null {
  const { client } = useVisit();
  const { answer } = useAnswer(client, ForumHallCodeDocument, { region, session });
  const code = answer?.kind === 'GIVEN' ? (answer.data.forumSession?.hallCode?.code ?? null) : null;
  return code === null ? null : { region, session, code };
}
