import type { TrackForumOutcomeQuery } from '@pantau/schema';
import { useEffect, useRef } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { isNews } from './last-visit.js';
import { PromiseCard } from './PromiseCard.js';
import { KIND_WORDS, PROMISES_WORDS } from './promises-words.js';
import { useTracked, type Tracked } from './use-tracked.js';

interface FollowOutcomeProps {
  readonly client: Client;
  readonly region: string;
  readonly code: string;
  /** Whether it was typed here: whoever did goes on reading here. */
  readonly typed: boolean;
  readonly language: Language;
  /** To type another code, or to check this one. */
  readonly onOther: (before: string) => void;
}

/** What became of what somebody said in a forum, for whoever has its code. */
export function FollowOutcome({ client, region, code, typed, language, onOther }: FollowOutcomeProps) {
  const tracked = useTracked(client, region, code);
  const { answer, asking, again } = tracked;
  const heading = useRef<HTMLHeadingElement>(null);
  const found = answer?.kind === 'GIVEN' ? answer.data.trackForumOutcome : null;
  useEffect(() => {
    if (typed) heading.current?.focus();
  }, [typed]);
  return (
    <section className="panel followed-outcome" aria-labelledby="yours">
      <h2 id="yours" ref={heading} tabIndex={-1}>
        {PROMISES_WORDS.yours[language]}
      </h2>
      <div aria-live="polite">
        {answer === null && <p className="hint">{PROMISES_WORDS.loading[language]}</p>}
        {found && <FoundOutcome outcome={found} before={tracked.before} language={language} />}
        {answer !== null && !found && <NotFound answer={answer} language={language} />}
      </div>
      <p className="acts">
        {answer?.kind !== 'GIVEN' && answer !== null && (
          <button type="button" className="quiet-button" disabled={asking} onClick={again}>
            {PROMISES_WORDS.retry[language]}
          </button>
        )}
        <button type="button" className="quiet-button" onClick={() => onOther(found ? '' : code)}>
          {(found || answer === null ? PROMISES_WORDS.otherCode : PROMISES_WORDS.mendCode)[language]}
        </button>
      </p>
    </section>
  );
}

interface FoundOutcomeProps {
  readonly outcome: NonNullable<TrackForumOutcomeQuery['trackForumOutcome']>;
  readonly before: string | null;
  readonly language: Language;
}

function FoundOutcome({ outcome, before, language }: FoundOutcomeProps) {
  const { kind, text, unitName, sessionTitle, heldOn, withdrawn, movedAt, commitments } = outcome;
  return (
    <>
      {isNews(movedAt, before) && (
        <p className="done moved">
          <strong>{PROMISES_WORDS.moved[language]}</strong>
        </p>
      )}
      {before !== null && !isNews(movedAt, before) && (
        <p className="note">{PROMISES_WORDS.notMoved[language]}</p>
      )}
      {/* A promise that somebody asked for is said once, with what became of it. */}
      {kind !== 'COMMITMENT' && (
        <blockquote className="said">
          <p className="prose">{text}</p>
        </blockquote>
      )}
      <p className="hint">
        {KIND_WORDS[kind][language]} · {sessionTitle}, {unitName}, {formatDay(heldOn, language)}
      </p>
      {withdrawn && <p className="note">{PROMISES_WORDS.withdrawn[language]}</p>}
      {kind === 'COMMITMENT' && commitments.length === 0 && <p className="prose">{text}</p>}
      {commitments.length === 0 && !withdrawn && <p className="note">{PROMISES_WORDS.noAnswer[language]}</p>}
      {kind !== 'COMMITMENT' && commitments.length > 0 && (
        <h3 className="promised-for">{PROMISES_WORDS.promisedFor[language]}</h3>
      )}
      <ul className="promises">
        {commitments.map((promise) => (
          <li key={promise.id}>
            <PromiseCard promise={promise} open before={before} language={language} />
          </li>
        ))}
      </ul>
      <p className="hint">{PROMISES_WORDS.remembered[language]}</p>
    </>
  );
}

function NotFound({
  answer,
  language,
}: {
  readonly answer: NonNullable<Tracked['answer']>;
  readonly language: Language;
}) {
  if (answer.kind === 'GIVEN') return <p className="told">{PROMISES_WORDS.unknownCode[language]}</p>;
  if (answer.kind === 'UNREACHABLE') return <p className="told">{PROMISES_WORDS.unreachable[language]}</p>;
  return (
    <div className="told">
      <p>{answer.message}</p>
      {answer.code === 'LIMIT_RATE' && <p className="hint">{PROMISES_WORDS.tooOften[language]}</p>}
    </div>
  );
}
