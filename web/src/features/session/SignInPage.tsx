import { useEffect } from 'react';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { homeOf, personOf } from '../../lib/viewer/viewer.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { PublicPage } from './Page.js';
import { SIGN_IN_WORDS } from './session-words.js';
import { SignInForm } from './SignInForm.js';

/** `/sign-in`: from here everybody goes to the page that they most likely came for. */
export default function SignInPage() {
  return <PublicPage title={SIGN_IN_WORDS.title}>{(language) => <SignIn language={language} />}</PublicPage>;
}

function SignIn({ language }: { readonly language: Language }) {
  const { viewer, again } = useVisit();
  const person = viewer && personOf(viewer);
  useEffect(() => {
    if (person) window.location.replace(homeOf(person) + searchInLanguage('', language));
  }, [person, language]);
  if (person) return null;
  return <SignInForm language={language} onSignedIn={again} />;
}
