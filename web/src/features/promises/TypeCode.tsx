import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Language, Text } from '../../lib/text/language.js';
import { TextField } from '../session/TextField.js';
import { readAskerCode } from './asker-code.js';
import { PROMISES_WORDS } from './promises-words.js';

interface TypeCodeProps {
  /** What is wrong with the code that one came with; null: nothing. */
  readonly wrong: Text | null;
  /** What was typed before and is to be checked; empty where another code is to be typed; null: nobody was here yet. */
  readonly before: string | null;
  readonly language: Language;
  readonly onTyped: (code: string) => void;
}

/** Where the code from a forum is typed, by whoever did not scan it. What is typed goes into no address. */
export function TypeCode({ wrong, before, language, onTyped }: TypeCodeProps) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(before ?? '');
  const [refused, setRefused] = useState(false);
  const told = refused ? PROMISES_WORDS.badCode : wrong;

  useEffect(() => {
    // Whoever asked for the form goes on in it.
    if (before !== null) form.current?.querySelector('input')?.focus();
  }, [before]);
  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    const code = readAskerCode(typed);
    setRefused(code === null);
    if (code !== null) onTyped(code);
  }
  return (
    <form className="panel type-code" ref={form} onSubmit={submit}>
      <h2>{PROMISES_WORDS.follow[language]}</h2>
      <p className="hint">{PROMISES_WORDS.followLead[language]}</p>
      <TextField
        field="code"
        className="short"
        label={PROMISES_WORDS.code[language]}
        hint={PROMISES_WORDS.codeHint[language]}
        value={typed}
        told={null}
        language={language}
        onChange={setTyped}
      />
      {told && (
        <p className="told" role="alert">
          {told[language]}
        </p>
      )}
      <p className="acts">
        <button type="submit" className="button">
          {PROMISES_WORDS.look[language]}
        </button>
      </p>
    </form>
  );
}
