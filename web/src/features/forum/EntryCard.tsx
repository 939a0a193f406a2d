import { useState } from 'react';
import { formatClock } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { AskerCode } from './AskerCode.js';
import { useBox } from './box-context.js';
import { ChangeOutcome } from './ChangeOutcome.js';
import { DisputedTexts } from './DisputedTexts.js';
import type { OutcomePart } from './entry-part.js';
import { partWords, type EntryRow } from './entry-rows.js';
import type { ForumEntry } from './fold-session.js';
import type { Session, Snapshot } from './forum-session.js';
import { CONSOLE_WORDS, ENTRY_STATE_WORDS, OUTCOME_WORDS, PHOTO_WORDS } from './forum-words.js';
import { OutcomeFacts } from './OutcomeFacts.js';
import { WithdrawOutcome } from './WithdrawOutcome.js';

interface EntryCardProps {
  readonly row: EntryRow;
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly onMend: (entry: ForumEntry, part: OutcomePart) => void;
}

/** One line of what was written: what it says, how far it has come, and what can be done about it. */
export function EntryCard({ row, session, snapshot, language, onMend }: EntryCardProps) {
  const [doing, setDoing] = useState<'CHANGE' | 'WITHDRAW' | null>(null);
  const { takenAt, state, entry, outcome, photos } = row;
  const code = entry !== null && 'outcome' in entry.part ? entry.part.outcome.trackingCode : null;
  const done = () => setDoing(null);
  return (
    <article
      className="written-row"
      data-state={state}
      data-outcome={outcome?.kind}
      data-withdrawn={outcome?.withdrawn}
    >
      <p className="written-head">
        <time dateTime={takenAt}>{formatClock(Date.parse(takenAt), language)}</time>
        {outcome !== null && <strong>{OUTCOME_WORDS[outcome.kind].name[language]}</strong>}
        <span className="written-state" data-state={state}>
          {ENTRY_STATE_WORDS[state][language]}
        </span>
      </p>
      <p className="said">{outcome?.text ?? (entry && partWords(entry.part, session, language))}</p>
      {outcome !== null && <OutcomeFacts outcome={outcome} session={session} language={language} />}
      {photos.length > 0 && (
        <p className="quiet">
          {photos.map((photo, n) => (
            <span key={photo.id}>
              {n > 0 && ' · '}
              {PHOTO_WORDS.photo[language]} {n + 1}: {ENTRY_STATE_WORDS[photo.state][language]}
              {photo.refusal && ` (${photo.refusal[language]})`}
            </span>
          ))}
        </p>
      )}
      {outcome?.disputed && <DisputedTexts outcome={outcome} session={session} language={language} />}
      {entry !== null && state === 'REFUSED' && <Refused entry={entry} language={language} onMend={onMend} />}
      {doing === 'CHANGE' && outcome !== null && (
        <ChangeOutcome
          outcome={outcome}
          session={session}
          snapshot={snapshot}
          language={language}
          onDone={done}
        />
      )}
      {doing === 'WITHDRAW' && outcome !== null && (
        <WithdrawOutcome outcome={outcome} session={session} language={language} onDone={done} />
      )}
      {doing === null && outcome !== null && !outcome.withdrawn && (
        <p className="acts">
          {code !== null && <AskerCode code={code} language={language} />}
          <button type="button" className="quiet-button" onClick={() => setDoing('CHANGE')}>
            {CONSOLE_WORDS.change[language]}
          </button>
          <button type="button" className="quiet-button" onClick={() => setDoing('WITHDRAW')}>
            {CONSOLE_WORDS.withdraw[language]}
          </button>
        </p>
      )}
    </article>
  );
}

interface RefusedProps {
  readonly entry: ForumEntry;
  readonly language: Language;
  readonly onMend: EntryCardProps['onMend'];
}

function Refused({ entry, language, onMend }: RefusedProps) {
  const box = useBox();
  const { id, refusal, part } = entry;
  const settle = async (what: 'RETRY' | 'PUT_OFF') => {
    await (what === 'RETRY' ? box.store.retry(id) : box.store.settle(id, 'PUT_OFF'));
    box.changed();
  };
  return (
    <div className="told">
      <p>{refusal?.[language === 'id' ? 'message' : 'messageEn']}</p>
      <p className="acts">
        {'outcome' in part && (
          <button type="button" className="button" onClick={() => onMend(entry, part.outcome)}>
            {CONSOLE_WORDS.mend[language]}
          </button>
        )}
        <button type="button" className="quiet-button" onClick={() => void settle('RETRY')}>
          {CONSOLE_WORDS.tryAgain[language]}
        </button>
        <button type="button" className="quiet-button" onClick={() => void settle('PUT_OFF')}>
          {CONSOLE_WORDS.putOff[language]}
        </button>
      </p>
    </div>
  );
}
