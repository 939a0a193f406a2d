import { AcceptInvitationDocument } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { PublicPage } from './Page.js';
import { PasswordField } from './PasswordField.js';
import { INVITATION_WORDS, PASSWORD_WORDS, SET_UP_WORDS, SIGN_IN_WORDS } from './session-words.js';
import { SignInForm } from './SignInForm.js';
import { TextField } from './TextField.js';
import { useAct } from './use-act.js';

/** `/invitation`: a password of one's own, by the code that an administrator handed over. */
export default function InvitationPage() {
  return (
    <PublicPage title={INVITATION_WORDS.title}>{(language) => <Invitation language={language} />}</PublicPage>
  );
}

function Invitation({ language }: { readonly language: Language }) {
  const { client } = useVisit();
  const given = new URLSearchParams(window.location.search).get('region');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [region, setRegion] = useState(given ?? '');
  const [login, setLogin] = useState<string | null>(null);
  const { progress, told, trouble, sending, send } = useAct(
    client,
    AcceptInvitationDocument,
    (data) => data.acceptInvitation,
  );
  const form = useFocusOnRefusal(trouble);
  const regionWanted = region !== (given ?? '') || progress.kind === 'FAILED';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const result = await send({ input: { code: code.trim(), password, region: region.trim() || null } });
    if (result?.kind === 'DONE') setLogin(result.done.login);
  }

  if (login !== null) {
    return (
      <SignInForm
        login={login}
        {...(region.trim() && { region: region.trim() })}
        note={`${INVITATION_WORDS.done[language]}. ${INVITATION_WORDS.doneHint[language]} ${login}`}
        language={language}
        onSignedIn={() => window.location.assign(`/sign-in${searchInLanguage('', language)}`)}
      />
    );
  }
  return (
    <form className="panel" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <h1>{INVITATION_WORDS.title[language]}</h1>
      <p className="hint">{INVITATION_WORDS.lead[language]}</p>
      <TextField
        field="code"
        label={INVITATION_WORDS.code[language]}
        hint={SET_UP_WORDS.codeHint[language]}
        value={code}
        told={told}
        language={language}
        autoComplete="one-time-code"
        onChange={setCode}
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
      <OrderTrouble
        progress={progress}
        fields={['code', 'password', 'region']}
        unsent={SIGN_IN_WORDS.unsent}
        language={language}
      />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? INVITATION_WORDS.sending : INVITATION_WORDS.send)[language]}
        </button>
      </p>
    </form>
  );
}
