import { SetUpDocument, SignInOptionsDocument } from '@pantau/schema';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { PublicPage } from './Page.js';
import { PasswordField } from './PasswordField.js';
import { SET_UP_WORDS, SIGN_IN_WORDS } from './session-words.js';
import { SignInForm } from './SignInForm.js';
import { TextField } from './TextField.js';
import { useAct } from './use-act.js';

const FIELDS = ['code', 'region', 'name', 'login', 'loginName', 'password'];

/** `/set-up`: the first administrator of a region, by the code that the server showed where it was started. */
export default function SetUpPage() {
  return <PublicPage title={SET_UP_WORDS.title}>{(language) => <SetUp language={language} />}</PublicPage>;
}

function SetUp({ language }: { readonly language: Language }) {
  const { client } = useVisit();
  const [typed, setTyped] = useState({ code: '', region: '', name: '', login: '', password: '' });
  const [made, setMade] = useState<{ readonly login: string; readonly region: string } | null>(null);
  const done = useRef<HTMLHeadingElement>(null);
  const options = useAnswer(client, SignInOptionsDocument, { region: null });
  const due = options.answer?.kind !== 'GIVEN' || options.answer.data.signInOptions.setUpDue;
  const [another, setAnother] = useState(false);
  const { progress, told, trouble, sending, send } = useAct(client, SetUpDocument, (data) => data.setUp);
  const form = useFocusOnRefusal(trouble);
  useEffect(() => {
    if (made !== null) done.current?.focus();
  }, [made]);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const { code, region, name, login, password } = typed;
    const input = {
      code: code.trim(),
      region: region.trim(),
      name: name.trim(),
      login: login.trim(),
      password,
    };
    const result = await send({ input });
    if (result?.kind === 'DONE') setMade({ login: result.done.login, region: input.region });
  }
  const text = (field: keyof typeof typed) => ({
    field,
    value: typed[field],
    told,
    language,
    onChange: (value: string) => setTyped((before) => ({ ...before, [field]: value })),
  });

  if (made !== null) {
    return (
      <>
        <h1 ref={done} tabIndex={-1}>
          {SET_UP_WORDS.done[language]}
        </h1>
        <SignInForm
          {...made}
          note={SET_UP_WORDS.doneHint[language]}
          language={language}
          onSignedIn={() => window.location.assign(`/accounts${searchInLanguage('', language)}`)}
        />
      </>
    );
  }
  if (!due && !another) {
    return (
      <section className="panel">
        <h1>{SET_UP_WORDS.title[language]}</h1>
        <p>{SET_UP_WORDS.notDue[language]}</p>
        <p className="acts">
          <a className="button" href={`/sign-in${searchInLanguage('', language)}`}>
            {SIGN_IN_WORDS.send[language]}
          </a>
          <button type="button" className="quiet-button" onClick={() => setAnother(true)}>
            {SET_UP_WORDS.another[language]}
          </button>
        </p>
      </section>
    );
  }
  return (
    <form className="panel" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <h1>{SET_UP_WORDS.title[language]}</h1>
      <p className="hint">{SET_UP_WORDS.lead[language]}</p>
      <TextField
        {...text('code')}
        label={SET_UP_WORDS.code[language]}
        hint={SET_UP_WORDS.codeHint[language]}
      />
      <TextField
        {...text('region')}
        label={SIGN_IN_WORDS.region[language]}
        hint={SIGN_IN_WORDS.regionHint[language]}
      />
      <TextField {...text('name')} label={SET_UP_WORDS.name[language]} autoComplete="name" />
      <TextField
        {...text('login')}
        alias="loginName"
        label={SET_UP_WORDS.login[language]}
        hint={SET_UP_WORDS.loginHint[language]}
        autoComplete="username"
      />
      <PasswordField {...text('password')} chosen label={SIGN_IN_WORDS.password[language]} />
      <OrderTrouble progress={progress} fields={FIELDS} unsent={SIGN_IN_WORDS.unsent} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? SET_UP_WORDS.sending : SET_UP_WORDS.send)[language]}
        </button>
      </p>
    </form>
  );
}
