import { useState, type FormEvent } from 'react';
import type { Language } from '../../lib/text/language.js';
import { useBox } from './box-context.js';
import { SIGNATURES_NEEDED, type Session, type SignerRole } from './forum-session.js';
import { CLOSING_WORDS, SIGNER_WORDS } from './forum-words.js';
import { readableText } from './readable-text.js';
import { SignaturePad } from './SignaturePad.js';
import type { Strokes } from './strokes.js';

interface SignaturesProps {
  readonly session: Session;
  readonly language: Language;
}

/** Who has signed, and the pad for whoever is next. */
export function Signatures({ session, language }: SignaturesProps) {
  const { signatures, phase } = session;
  const next =
    phase === 'SIGNED'
      ? undefined
      : SIGNATURES_NEEDED.find(
          ({ role, count }) => signatures.filter((one) => one.role === role).length < count,
        );
  return (
    <div className="signatures">
      <h2>{(phase === 'SIGNED' ? CLOSING_WORDS.signed : CLOSING_WORDS.sign)[language]}</h2>
      <p className="lead">
        {(phase === 'SIGNED' ? CLOSING_WORDS.signedLead : CLOSING_WORDS.signLead)[language]}
      </p>
      <ul className="signed">
        {signatures.map(({ role, name }, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- two of one name may sign
          <li key={`${n} ${name}`}>
            ✓ {name} · {SIGNER_WORDS[role][language]}
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <SignForm key={signatures.length} session={session} role={next.role} language={language} />
      )}
    </div>
  );
}

function SignForm({ session, role, language }: SignaturesProps & { readonly role: SignerRole }) {
  const box = useBox();
  const [name, setName] = useState('');
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [told, setTold] = useState(false);
  const clean = readableText(name).replaceAll(/\s+/g, ' ').trim();
  const isShort = [...clean].length < 2;

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    if (isShort || strokes.length === 0) return setTold(true);
    const covers = session.outcomes
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id, revision }) => ({ outcome: id, revision }));
    void box.write(session.id, { sign: { role, name: clean, strokes, covers } });
  }
  return (
    <form className="sign-form" onSubmit={submit}>
      <h3>{SIGNER_WORDS[role][language]}</h3>
      <div className="entry">
        <label>
          {CLOSING_WORDS.signer[language]}
          <input
            value={name}
            maxLength={120}
            autoComplete="off"
            aria-invalid={told && isShort}
            onChange={(typed) => setName(typed.target.value)}
          />
        </label>
        {told && isShort && <p className="told">{CLOSING_WORDS.signerMissing[language]}</p>}
      </div>
      <SignaturePad label={CLOSING_WORDS.signHere[language]} strokes={strokes} onChange={setStrokes} />
      {told && strokes.length === 0 && <p className="told">{CLOSING_WORDS.strokesMissing[language]}</p>}
      <p className="acts">
        <button type="submit" className="button huge">
          {CLOSING_WORDS.keep[language]}
        </button>
        <button type="button" className="quiet-button" onClick={() => setStrokes([])}>
          {CLOSING_WORDS.clear[language]}
        </button>
      </p>
    </form>
  );
}
