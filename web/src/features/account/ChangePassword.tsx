import { ChangePasswordDocument } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { PasswordField } from '../session/PasswordField.js';
import { PASSWORD_WORDS, SIGN_IN_WORDS } from '../session/session-words.js';
import { useAct } from '../session/use-act.js';
import { ACCOUNT_WORDS } from './account-words.js';

interface ChangePasswordProps {
  readonly client: Client;
  /** For the browser, which remembers passwords by name. */
  readonly login: string;
  readonly language: Language;
}

/** Another password, by the one that holds now. */
export function ChangePassword({ client, login, language }: ChangePasswordProps) {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { progress, told, trouble, sending, send } = useAct(
    client,
    ChangePasswordDocument,
    (data) => data.changePassword,
  );
  const form = useFocusOnRefusal(trouble);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const result = await send({ input: { current, password } });
    if (result?.kind !== 'DONE') return;
    setCurrent('');
    setPassword('');
  }

  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">{ACCOUNT_WORDS.password[language]}</h2>
      <form ref={form} onSubmit={(submitted) => void submit(submitted)}>
        <input type="text" autoComplete="username" value={login} readOnly hidden />
        <PasswordField
          field="current"
          label={ACCOUNT_WORDS.current[language]}
          value={current}
          told={told}
          language={language}
          onChange={setCurrent}
        />
        <PasswordField
          field="password"
          chosen
          label={PASSWORD_WORDS.next[language]}
          value={password}
          told={told}
          language={language}
          onChange={setPassword}
        />
        <OrderTrouble
          progress={progress}
          fields={['current', 'password']}
          unsent={SIGN_IN_WORDS.unsent}
          language={language}
        />
        {progress.kind === 'DONE' && <output className="done">{ACCOUNT_WORDS.changed[language]}</output>}
        <p className="acts">
          <button type="submit" className="button" disabled={sending}>
            {(sending ? ACCOUNT_WORDS.sending : ACCOUNT_WORDS.change)[language]}
          </button>
        </p>
      </form>
    </section>
  );
}
