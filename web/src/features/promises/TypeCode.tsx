import { useState, type FormEvent } from 'react';
import type { Language, Text } from '../../lib/text/language.js';
import { TextField } from '../session/TextField.js';
import { readAskerCode } from './asker-code.js';
import { PROMISES_WORDS } from './promises-words.js';

interface TypeCodeProps {
  /** What is wrong with the code that one came with; null: nothing. */
  readonly wrong: Text | null;
  readonly language: Language;
  readonly onTyped: (code: string) => void;
}

/** Where the code from a forum is typed, by whoever did not scan it. What is typed goes into no address. */
export function TypeCode({ wrong, language, onTyped }: TypeCodeProps) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const told = refused ? PROMISES_WORDS.badCode : wrong;

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    const code = readAskerCode(typed);
    setRefused(code === null);
    if (code !== null) onTyped(code);
  }
  return (
    <form className="panel type-code" onSubmit={submit}>
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
