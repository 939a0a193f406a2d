import { AttendForumDocument } from '@pantau/schema';
import { useRef, useState, type FormEvent } from 'react';
import { readAnswer } from '../../../lib/graphql/answer.js';
import type { Language } from '../../../lib/text/language.js';
import { useVisit } from '../../../lib/viewer/visit.js';
import { OrderTrouble } from '../../contests/OrderTrouble.js';
import { readOrder, type OrderProgress } from '../../contests/use-order.js';
import { GROUPS, type Group } from '../forum-session.js';
import { GROUP_WORDS } from '../forum-words.js';
import { keyOfTap, noteAttended } from './attended-here.js';
import type { HallAddress } from './hall-address.js';
import { HALL_WORDS } from './hall-words.js';

interface AttendHallProps {
  readonly hall: HallAddress;
  readonly language: Language;
  /** They are counted, now or by a tap before. */
  readonly onDone: () => void;
}

/** To which groups somebody belongs, and that they are here. */
export function AttendHall({ hall, language, onDone }: AttendHallProps) {
  const { client } = useVisit();
  const [groups, setGroups] = useState<readonly Group[]>([]);
  const [progress, setProgress] = useState<OrderProgress<unknown>>({ kind: 'NOT_SENT' });
  const underWay = useRef(false);
  const sending = progress.kind === 'SENDING';

  async function send(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (underWay.current) return; // a second tap before the button is drawn as disabled
    underWay.current = true;
    setProgress({ kind: 'SENDING' });
    const input = { ...hall, key: keyOfTap(hall.session), groups: [...groups] };
    const answer = readAnswer(await client.mutation(AttendForumDocument, { input }).toPromise(), Date.now());
    underWay.current = false;
    if (answer.kind === 'UNREACHABLE') return setProgress(answer);
    if (answer.kind === 'REFUSED') return setProgress({ ...answer, kind: 'FAILED' });
    const outcome = answer.data.attendForum;
    // The tap before was counted, with other groups: its answer was lost on the way.
    const before = 'code' in outcome && outcome.code === 'IDEMPOTENCY_CONFLICT';
    if (outcome.__typename === 'ForumAttended' || before) {
      noteAttended(hall.session);
      return onDone();
    }
    return setProgress(readOrder(outcome));
  }
  const turn = (group: Group) =>
    setGroups((before) =>
      before.includes(group) ? before.filter((one) => one !== group) : [...before, group],
    );

  return (
    <form className="panel attend" onSubmit={(submitted) => void send(submitted)}>
      <h1>{HALL_WORDS.title[language]}</h1>
      <p>{HALL_WORDS.lead[language]}</p>
      <div className="attend-groups" role="group" aria-label={HALL_WORDS.groups[language]}>
        {GROUPS.map((group) => (
          <button
            key={group}
            type="button"
            aria-pressed={groups.includes(group)}
            disabled={sending}
            onClick={() => turn(group)}
          >
            {GROUP_WORDS[group][language]}
          </button>
        ))}
      </div>
      <OrderTrouble progress={progress} fields={[]} unsent={HALL_WORDS.unreachable} language={language} />
      <button type="submit" className="button attend-send" disabled={sending || groups.length === 0}>
        {(sending ? HALL_WORDS.sending : groups.length === 0 ? HALL_WORDS.choose : HALL_WORDS.send)[language]}
      </button>
      <p className="attend-anonymous">{HALL_WORDS.anonymous[language]}</p>
    </form>
  );
}
