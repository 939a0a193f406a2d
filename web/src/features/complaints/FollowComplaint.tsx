import { TrackComplaintDocument, type TrackComplaintQuery } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import { readAnswer, type Answer } from '../../lib/graphql/answer.js';
import type { Language } from '../../lib/text/language.js';
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

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (asking) return;
    setAsking(true);
    const result = await client.query(TrackComplaintDocument, { region, code: code.trim() }).toPromise();
    setAnswer(readAnswer(result, Date.now()));
    setAsking(false);
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
