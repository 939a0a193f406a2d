import { useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { AskerCode } from './AskerCode.js';
import { useBox } from './box-context.js';
import { Composer } from './Composer.js';
import { EntryList } from './EntryList.js';
import type { ForumEntry } from './fold-session.js';
import { OUTCOME_KINDS } from './forum-session.js';
import { CONSOLE_WORDS, ENTRY_STATE_WORDS, OUTCOME_WORDS } from './forum-words.js';
import { draftOf, NO_DRAFT, type OutcomeDraft } from './outcome-draft.js';
import type { ShrunkPhoto } from './shrink-photo.js';
import { useDraft } from './use-draft.js';
import type { KnownSession } from './use-forum-session.js';

const NO_PHOTOS: readonly ShrunkPhoto[] = [];

interface OutcomesProps {
  readonly known: KnownSession;
  readonly language: Language;
}

/** What is said and agreed: one large button for each kind, and what was written so far. */
export function Outcomes({ known, language }: OutcomesProps) {
  const box = useBox();
  const { session, snapshot } = known;
  const draft = useDraft<OutcomeDraft>(box, `${session.id}:outcome`, NO_DRAFT);
  const photos = useDraft<readonly ShrunkPhoto[]>(box, `${session.id}:photos`, NO_PHOTOS);
  const [saved, setSaved] = useState<ForumEntry | null>(null);
  const writing = draft.value !== undefined && draft.value.kind !== null;
  const begin = (value: OutcomeDraft) => {
    setSaved(null);
    draft.change(value);
  };
  return (
    <section className="part outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes">{CONSOLE_WORDS.outcomes[language]}</h2>
      {writing ? (
        <Composer
          key={`${draft.value.kind} ${draft.value.mends}`}
          session={session}
          snapshot={snapshot}
          draft={draft}
          photos={photos}
          language={language}
          onSaved={setSaved}
        />
      ) : (
        <>
          {saved !== null && 'outcome' in saved.part && (
            <div className="done saved" role="status">
              <p>
                ✓ {ENTRY_STATE_WORDS.WAITING[language]}:{' '}
                {OUTCOME_WORDS[saved.part.outcome.kind].name[language]}
              </p>
              {saved.part.outcome.trackingCode !== null && (
                <AskerCode code={saved.part.outcome.trackingCode} language={language} />
              )}
            </div>
          )}
          <ul className="kinds">
            {OUTCOME_KINDS.map((kind) => (
              <li key={kind}>
                <button
                  type="button"
                  className="kind"
                  data-kind={kind}
                  disabled={draft.value === undefined}
                  onClick={() => begin({ ...NO_DRAFT, kind })}
                >
                  {OUTCOME_WORDS[kind].name[language]}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <EntryList
        known={known}
        language={language}
        onMend={(entry, part) => {
          begin(draftOf(entry, part));
          window.scrollTo(0, 0);
        }}
      />
    </section>
  );
}
