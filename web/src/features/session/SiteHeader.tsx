import { SignOutDocument } from '@pantau/schema';
import { useId, useState } from 'react';
import { LanguageSwitch } from '../../lib/text/LanguageSwitch.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { menuOf } from './menu-of.js';
import { HEADER_WORDS } from './session-words.js';

interface SiteHeaderProps {
  readonly language: Language;
  /** Whether the way in is here, and not on the page itself. */
  readonly signsIn?: boolean;
}

/** Above every page but the wall: whose Pantau it is now, what that opens, and the way out. */
export function SiteHeader({ language, signsIn = false }: SiteHeaderProps) {
  const { viewer, client } = useVisit();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [unsent, setUnsent] = useState(0);
  const { pathname } = window.location;
  const account = viewer?.account ?? null;
  const plain = searchInLanguage('', language);

  async function signOut(sure: boolean): Promise<void> {
    setLeaving(true);
    const device = await import('../../lib/outbox/leave-device.js');
    const count = sure || account === null ? 0 : await device.countUnsent(account.id);
    setUnsent(count);
    if (count > 0) return setLeaving(false);
    const { error } = await client.mutation(SignOutDocument, { everywhere: false }).toPromise();
    if (error?.networkError) return setLeaving(false);
    if (account !== null) await device.leaveDevice(account.id);
    // The page is loaded anew, so that nothing of it stays in the browser for whoever comes next.
    window.location.assign(`/${plain}`);
  }

  return (
    <header className="site">
      <a className="skip" href="#content">
        {HEADER_WORDS.skip[language]}
      </a>
      <a className="site-name" href={`/${plain}`}>
        Pantau
      </a>
      {account && (
        <button
          type="button"
          className="site-toggle"
          aria-expanded={open}
          aria-controls={`${id}menu`}
          onClick={() => setOpen(!open)}
        >
          {HEADER_WORDS.menu[language]}
        </button>
      )}
      <div id={`${id}menu`} className="site-menu" data-open={open || account === null}>
        {viewer && account && (
          <nav aria-label={HEADER_WORDS.pages[language]}>
            <ul>
              {menuOf(viewer).map(({ path, words, search }) => (
                <li key={path}>
                  <a
                    href={path + searchInLanguage(search, language)}
                    aria-current={pathname === path ? 'page' : undefined}
                  >
                    {words[language]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="site-who">
          <LanguageSwitch />
          {signsIn && viewer !== null && account === null && (
            <a href={`/sign-in${plain}`}>{HEADER_WORDS.signIn[language]}</a>
          )}
          {account && (
            <>
              <a
                className="site-account"
                href={`/account${plain}`}
                aria-current={pathname === '/account' ? 'page' : undefined}
              >
                <span className="for-ears">{HEADER_WORDS.account[language]}: </span>
                {account.name}
              </a>
              <button
                type="button"
                className="quiet-button"
                disabled={leaving}
                onClick={() => void signOut(false)}
              >
                {(leaving ? HEADER_WORDS.signingOut : HEADER_WORDS.signOut)[language]}
              </button>
            </>
          )}
        </div>
      </div>
      {unsent > 0 && (
        <div className="note leave" role="alert">
          <p>
            {unsent} {HEADER_WORDS.unsent[language]}
          </p>
          <p className="acts">
            <button type="button" className="quiet-button" onClick={() => setUnsent(0)}>
              {HEADER_WORDS.stay[language]}
            </button>
            <button
              type="button"
              className="quiet-button"
              disabled={leaving}
              onClick={() => void signOut(true)}
            >
              {HEADER_WORDS.leaveAnyway[language]}
            </button>
          </p>
        </div>
      )}
    </header>
  );
}
