import { EraseComplainantDocument, TrackComplaintDocument, type TrackComplaintQuery } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import { readAnswer, type Answer } from '../../lib/graphql/answer.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { TextField } from '../session/TextField.js';
import { CLASS_WORDS, COMPLAIN_WORDS, STATE_WORDS } from './complaint-words.js';
import { TrackedFacts } from './TrackedFacts.js';

interface FollowComplaintProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
}

/** What has become of a complaint, for whoever has its code. */
export function FollowComplaint({ client, region, language }: FollowComplaintProps) {
  const [code, setCode] = useState('');
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer<TrackComplaintQuery> | null>(null);
  /** The code that the answer is to, whatever was typed since. */
  const [asked, setAsked] = useState('');
  const erasing = useOrder(client, EraseComplainantDocument, (data) => data.eraseComplainant);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (asking) return;
    setAsking(true);
    const sent = code.trim();
    const result = await client.query(TrackComplaintDocument, { region, code: sent }).toPromise();
    setAnswer(readAnswer(result, Date.now()));
    setAsked(sent);
    setAsking(false);
  }
  async function erase(): Promise<void> {
    const result = await erasing.send({ region, code: asked });
    if (result?.kind !== 'DONE') return;
    const trackComplaint = result.done.complaint;
    setAnswer({ kind: 'GIVEN', data: { trackComplaint }, at: Date.now(), notRenewed: null });
  }

  const found = answer?.kind === 'GIVEN' ? answer.data.trackComplaint : null;
  return (
    <form className="panel" onSubmit={(submitted) => void submit(submitted)}>
      <h2>{COMPLAIN_WORDS.follow[language]}</h2>
      <TextField
        field="code"
        className="short"
        label={COMPLAIN_WORDS.typed[language]}
        hint={COMPLAIN_WORDS.typedHint[language]}
        value={code}
        told={null}
        language={language}
        onChange={setCode}
      />
      <p className="acts">
        <button type="submit" className="quiet-button" disabled={asking}>
          {(asking ? COMPLAIN_WORDS.looking : COMPLAIN_WORDS.look)[language]}
        </button>
      </p>
      <div aria-live="polite" className="followed">
        {found !== null && (
          <article className="inner">
            <header className="card-head">
              <h3>
                {CLASS_WORDS[found.class].name[language]} · {found.unitName}
              </h3>
              <strong className="mark" data-mark={found.state === 'ANSWERED' ? 'ANSWERED' : 'OPEN'}>
                {STATE_WORDS[found.state][language]}
              </strong>
            </header>
            <TrackedFacts complaint={found} language={language} />
            {found.nameKept ? (
              <>
                <p className="hint">{COMPLAIN_WORDS.nameKept[language]}</p>
                <OrderTrouble progress={erasing.progress} fields={[]} language={language} />
                <p className="acts">
                  <ConfirmButton
                    words={COMPLAIN_WORDS.erase}
                    busy={erasing.progress.kind === 'SENDING'}
                    language={language}
                    onConfirmed={() => void erase()}
                  />
                </p>
              </>
            ) : (
              <p className="hint">{COMPLAIN_WORDS.nameless[language]}</p>
            )}
          </article>
        )}
        {answer?.kind === 'GIVEN' && found === null && (
          <p className="told">{COMPLAIN_WORDS.notFound[language]}</p>
        )}
        {answer?.kind === 'REFUSED' && <p className="told">{answer.message}</p>}
        {answer?.kind === 'UNREACHABLE' && <p className="told">{COMPLAIN_WORDS.unreachable[language]}</p>}
      </div>
    </form>
  );
}
