import { useEffect, useRef, useState, type FormEvent } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Language } from '../../lib/text/language.js';
import { AmendReason } from './AmendReason.js';
import { AnswersChoice } from './AnswersChoice.js';
import { useBox } from './box-context.js';
import { DueChips } from './DueChips.js';
import type { ForumEntry } from './fold-session.js';
import type { Session, Snapshot } from './forum-session.js';
import { CONSOLE_WORDS, OUTCOME_WORDS } from './forum-words.js';
import { LinkChoice } from './LinkChoice.js';
import { isCut, missingIn, outcomePart, type Missing, type OutcomeDraft } from './outcome-draft.js';
import { PhotoChoice } from './PhotoChoice.js';
import { readableText } from './readable-text.js';
import { runningItem } from './running-item.js';
import type { ShrunkPhoto } from './shrink-photo.js';
import type { Draft } from './use-draft.js';
import { UnitChips } from './UnitChips.js';

interface ComposerProps {
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly draft: Draft<OutcomeDraft>;
  readonly photos: Draft<readonly ShrunkPhoto[]>;
  readonly language: Language;
  readonly onSaved: (entry: ForumEntry) => void;
}

/** One outcome: a sentence, a unit, and for a promise when it is due. Saved when the device has it. */
export function Composer({ session, snapshot, draft, photos, language, onSaved }: ComposerProps) {
  const box = useBox();
  const [missing, setMissing] = useState<Missing | null>(null);
  const [cut, setCut] = useState(false);
  const saving = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const value = draft.value!;
  const kind = value.kind!;
  useEffect(() => field.current?.focus(), []);
  const change = (part: Partial<OutcomeDraft>) => {
    setMissing(null);
    draft.change({ ...value, ...part });
  };
  const told = (...ofs: Missing[]) =>
    missing !== null && ofs.includes(missing) ? TOLD[missing][language] : null;

  async function save(): Promise<void> {
    const lacks = missingIn(value, session);
    if (lacks === 'text') field.current?.focus();
    if (lacks !== null) return setMissing(lacks);
    if (saving.current) return; // a second tap before it is drawn
    saving.current = true;
    const { id, agenda, phase } = session;
    const part = outcomePart(value, runningItem(agenda)?.id ?? null);
    const reason = phase === 'SIGNED' ? readableText(value.reason).trim() : null;
    const entry = await box.write(id, { outcome: part }, reason);
    for (const photo of photos.value ?? []) {
      await box.store.addPhoto({ id: uuidv7(), account: box.account, about: id, entry: entry.id, ...photo });
    }
    if (value.mends !== null) await box.store.settle(value.mends, 'MENDED');
    draft.clear();
    photos.clear();
    box.changed();
    saving.current = false;
    onSaved(entry);
  }
  const near = [session.unit, ...session.concernedUnits.filter(({ id }) => id !== session.unit.id)];

  return (
    <form
      className="composer"
      data-kind={kind}
      onSubmit={(submitted: FormEvent) => {
        submitted.preventDefault();
        void save();
      }}
    >
      <div className="entry">
        <label htmlFor="said">
          <strong>{OUTCOME_WORDS[kind].name[language]}</strong> · {OUTCOME_WORDS[kind].ask[language]}
        </label>
        <textarea
          id="said"
          ref={field}
          rows={2}
          value={value.text}
          enterKeyHint="done"
          aria-invalid={missing === 'text'}
          aria-describedby="said-hint"
          onKeyDown={(key) => {
            if (key.key !== 'Enter' || key.shiftKey || key.nativeEvent.isComposing) return;
            key.preventDefault();
            void save();
          }}
          onChange={({ target }) => {
            setCut(isCut(target.value));
            change({ text: readableText(target.value) });
          }}
        />
        <p className="hint" id="said-hint">
          {told('text') ?? CONSOLE_WORDS.textHint[language]}
          <span className="draft-state">
            {draft.kept && value.text !== '' && ` ✓ ${CONSOLE_WORDS.keepDraft[language]}`}
          </span>
        </p>
        {cut && (
          <p className="told" role="alert">
            {CONSOLE_WORDS.textCut[language]}
          </p>
        )}
      </div>
      <UnitChips
        legend={(kind === 'COMMITMENT' ? CONSOLE_WORDS.owner : CONSOLE_WORDS.unit)[language]}
        near={near}
        units={snapshot.units}
        value={value.unit}
        told={told('owner')}
        language={language}
        onChange={(unit) => change({ unit })}
      />
      {kind === 'COMMITMENT' && (
        <>
          <DueChips
            heldOn={session.heldOn}
            value={value.due}
            told={told('due', 'duePast')}
            language={language}
            onChange={(due) => change({ due })}
          />
          <div className="entry">
            <label htmlFor="owner-role">{CONSOLE_WORDS.ownerRole[language]}</label>
            <input
              id="owner-role"
              value={value.ownerRole}
              maxLength={80}
              onChange={({ target }) => change({ ownerRole: readableText(target.value) })}
            />
          </div>
        </>
      )}
      <AnswersChoice session={session} value={value} language={language} onChange={change} />
      <AmendReason
        session={session}
        value={value.reason}
        told={missing === 'reason'}
        language={language}
        onChange={(reason) => change({ reason })}
      />
      <PhotoChoice photos={photos.value ?? []} language={language} onChange={photos.change} />
      <LinkChoice session={session} snapshot={snapshot} value={value} language={language} onChange={change} />
      <p className="acts">
        <button type="submit" className="button huge">
          {CONSOLE_WORDS.save[language]}
        </button>
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            draft.clear();
            photos.clear();
          }}
        >
          {CONSOLE_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}

const TOLD = {
  text: CONSOLE_WORDS.textMissing,
  owner: CONSOLE_WORDS.ownerMissing,
  due: CONSOLE_WORDS.dueMissing,
  duePast: CONSOLE_WORDS.duePast,
  reason: CONSOLE_WORDS.reasonHint,
} as const;
