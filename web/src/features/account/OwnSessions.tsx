import { EndSessionDocument, OwnSessionsDocument, SignOutDocument } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { formatInstant } from '../../lib/text/format-time.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { ACCOUNT_WORDS } from './account-words.js';

interface OwnSessionsProps {
  readonly client: Client;
  readonly language: Language;
}

/** Where one is signed in, and how to end that. */
export function OwnSessions({ client, language }: OwnSessionsProps) {
  const asked = useAnswer(client, OwnSessionsDocument, {});
  const [ending, setEnding] = useState(false);

  async function end(id: string): Promise<void> {
    setEnding(true);
    await client.mutation(EndSessionDocument, { id }).toPromise();
    setEnding(false);
    asked.again();
  }
  async function endAll(): Promise<void> {
    setEnding(true);
    const { error } = await client.mutation(SignOutDocument, { everywhere: true }).toPromise();
    if (error) setEnding(false);
    else window.location.assign(`/${searchInLanguage('', language)}`);
  }

  return (
    <section className="panel" aria-labelledby="sessions">
      <h2 id="sessions">{ACCOUNT_WORDS.sessions[language]}</h2>
      <p className="hint">{ACCOUNT_WORDS.sessionsLead[language]}</p>
      <Asked asked={asked} language={language}>
        {({ viewer }) => (
          <ul className="rows">
            {viewer.sessions.map(({ id, createdAt, lastSeenAt, expiresAt, current }) => (
              <li key={id}>
                <div>
                  <p>
                    <strong>{(current ? ACCOUNT_WORDS.thisOne : ACCOUNT_WORDS.other)[language]}</strong>
                  </p>
                  <p className="hint">
                    {ACCOUNT_WORDS.began[language]} {formatInstant(Date.parse(createdAt), language)} ·{' '}
                    {ACCOUNT_WORDS.lastSeen[language]} {formatInstant(Date.parse(lastSeenAt), language)} ·{' '}
                    {ACCOUNT_WORDS.ends[language]} {formatInstant(Date.parse(expiresAt), language)}
                  </p>
                </div>
                {!current && (
                  <ConfirmButton
                    words={ACCOUNT_WORDS.end}
                    busy={ending}
                    language={language}
                    onConfirmed={() => void end(id)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <p className="acts">
        <ConfirmButton
          words={ACCOUNT_WORDS.endAll}
          busy={ending}
          language={language}
          onConfirmed={() => void endAll()}
        />
      </p>
    </section>
  );
}
