import { SignInDocument, SignInOptionsDocument, type SignInInput } from '@pantau/schema';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { DemoAccounts } from './DemoAccounts.js';
import { PasswordField } from './PasswordField.js';
import { SIGN_IN_WORDS } from './session-words.js';
import { TextField } from './TextField.js';
import { useAct } from './use-act.js';

/** The server holds several regions, or not the one that was named. */
const REGION_WANTED: ReadonlySet<string | null> = new Set(['BAD_INPUT', 'NOT_FOUND']);

interface SignInFormProps {
  /** Why one has to sign in here and now; null: one wanted to. */
  readonly note?: string | null;
  /** What is known already, of an account that was made a moment ago. */
  readonly login?: string;
  readonly region?: string;
  readonly language: Language;
  readonly onSignedIn: () => void;
}

/** Name and password, and where the account has one the second factor; the sign-in stays in this browser's cookie. */
export function SignInForm(props: SignInFormProps) {
  const { note = null, language, onSignedIn } = props;
  const { client } = useVisit();
  const given = props.region ?? new URLSearchParams(window.location.search).get('region');
  const [login, setLogin] = useState(props.login ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [region, setRegion] = useState(given ?? '');
  const [regionWanted, setRegionWanted] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const options = useAnswer(client, SignInOptionsDocument, { region: given });
  const { signOn, setUpDue, demo } =
    options.answer?.kind === 'GIVEN'
      ? options.answer.data.signInOptions
      : { signOn: false, setUpDue: false, demo: [] };
  const { progress, told, trouble, sending, send } = useAct(client, SignInDocument, (data) => data.signIn);
  const form = useFocusOnRefusal(trouble);
  const second = code !== null;
  const toldWhy = note !== null;
  useEffect(() => {
    if (toldWhy) heading.current?.focus({ preventScroll: true }); // what was there before has gone
  }, [toldWhy]);
  useEffect(() => {
    if (second) form.current?.querySelector('input')?.focus();
  }, [second, form]);

  async function ask(typed: Pick<SignInInput, 'login' | 'password' | 'code'>): Promise<void> {
    const result = await send({ input: { ...typed, region: region.trim() || null, keep: 'COOKIE' } });
    if (result?.kind === 'FAILED' && REGION_WANTED.has(result.code)) return setRegionWanted(true);
    if (result?.kind !== 'DONE') return;
    if (result.done.__typename === 'SecondFactorNeeded') {
      setLogin(typed.login);
      setPassword(typed.password);
      return setCode('');
    }
    setPassword('');
    setCode(null);
    // Whoever was here before is not who is here now, also where the next page cannot ask the server.
    const { forgetViewer } = await import('../../lib/outbox/leave-device.js');
    await forgetViewer();
    onSignedIn();
  }

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    void ask({ login: login.trim(), password, code: code?.trim() ?? null });
  }

  return (
    <section className="sign-in" aria-labelledby={`${id}title`}>
      <div className="sign-in-own">
        <h1 id={`${id}title`} ref={heading} tabIndex={-1}>
          {(second ? SIGN_IN_WORDS.second : SIGN_IN_WORDS.title)[language]}
        </h1>
        {note && <output className="note">{note}</output>}
        <p className="hint">{(second ? SIGN_IN_WORDS.secondLead : SIGN_IN_WORDS.lead)[language]}</p>
        <form ref={form} onSubmit={submit}>
          {second ? (
            <TextField
              field="code"
              label={SIGN_IN_WORDS.code[language]}
              hint={SIGN_IN_WORDS.codeHint[language]}
              value={code}
              told={told}
              language={language}
              autoComplete="one-time-code"
              onChange={setCode}
            />
          ) : (
            <>
              <TextField
                field="login"
                label={SIGN_IN_WORDS.login[language]}
                hint={SIGN_IN_WORDS.loginHint[language]}
                value={login}
                told={told}
                language={language}
                autoComplete="username"
                onChange={setLogin}
              />
              <PasswordField
                field="password"
                label={SIGN_IN_WORDS.password[language]}
                value={password}
                told={told}
                language={language}
                onChange={setPassword}
              />
              {regionWanted && (
                <TextField
                  field="region"
                  label={SIGN_IN_WORDS.region[language]}
                  hint={SIGN_IN_WORDS.regionHint[language]}
                  value={region}
                  told={told}
                  language={language}
                  onChange={setRegion}
                />
              )}
            </>
          )}
          {progress.kind === 'FAILED' && REGION_WANTED.has(progress.code) ? (
            <p className="told" role="alert" tabIndex={-1}>
              {SIGN_IN_WORDS.whichRegion[language]}
            </p>
          ) : (
            <OrderTrouble
              progress={progress}
              fields={['login', 'code', 'region', 'password']}
              unsent={SIGN_IN_WORDS.unsent}
              language={language}
            />
          )}
          <p className="acts">
            <button type="submit" className="button" disabled={sending}>
              {(sending ? SIGN_IN_WORDS.sending : SIGN_IN_WORDS.send)[language]}
            </button>
            {second && (
              <button
                type="button"
                className="quiet-button"
                disabled={sending}
                onClick={() => {
                  setCode(null);
                  heading.current?.focus();
                }}
              >
                {SIGN_IN_WORDS.back[language]}
              </button>
            )}
          </p>
        </form>
        {!second && (
          <>
            {signOn && (
              <p>
                <a className="quiet-button" href="/auth/oidc/start">
                  {SIGN_IN_WORDS.signOn[language]}
                </a>
              </p>
            )}
            {setUpDue && (
              <p className="note">
                {SIGN_IN_WORDS.setUpDue[language]}{' '}
                <a href={`/set-up${searchInLanguage('', language)}`}>{SIGN_IN_WORDS.setUp[language]}</a>.
              </p>
            )}
            <p className="hint">
              {SIGN_IN_WORDS.forgotten[language]}{' '}
              <a href={`/invitation${searchInLanguage('', language)}`}>
                {SIGN_IN_WORDS.invitation[language]}
              </a>
              .
            </p>
          </>
        )}
      </div>
      {!second && demo.length > 0 && (
        <DemoAccounts
          accounts={demo}
          disabled={sending}
          language={language}
          onChoose={({ login, password }) => void ask({ login, password, code: null })}
        />
      )}
    </section>
  );
}
