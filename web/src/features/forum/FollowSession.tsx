import { FollowForumSessionDocument } from '@pantau/schema';
import { useNews } from '../../lib/live/use-news.js';
import { personOf } from '../../lib/viewer/viewer.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { useBox } from './box-context.js';

interface FollowSessionProps {
  readonly id: string;
  readonly onNews: () => void;
}

/** Hears when somebody else has written something in the session, as long as there is a network. */
export function FollowSession({ id, onNews }: FollowSessionProps) {
  const { region } = useBox();
  const { viewer } = useVisit();
  const signedIn = viewer !== null && personOf(viewer) !== null;
  useNews(signedIn ? FollowForumSessionDocument : null, { region, id }, onNews);
  return null;
}
