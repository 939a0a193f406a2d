import '../scores/scores.css';
import '../contests/contests.css';
import '../session/session.css';
import { lazy, Suspense } from 'react';
import type { Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { NotOpen } from '../session/NotOpen.js';
import { GATE_WORDS } from '../session/session-words.js';
import { SignInForm } from '../session/SignInForm.js';
import { SiteHeader } from '../session/SiteHeader.js';
import { WALL_WORDS } from './wall-words.js';

const SecondFactorDue = lazy(() => import('../account/SecondFactorDue.js'));

interface WallSignInProps {
  /** Somebody was signed in a moment ago. */
  readonly ended: boolean;
  /** A second factor is being set up. */
  readonly enrolling: boolean;
  readonly language: Language;
  readonly onSignedIn: () => void;
  /** This is a screen after all. */
  readonly onPair: () => void;
}

/** In the place of the wall while a person is not let in: to sign in, to set up what is due, or why it stays closed. */
export default function WallSignIn({ ended, enrolling, language, onSignedIn, onPair }: WallSignInProps) {
  const { viewer, client } = useVisit();
  return (
    <>
      <SiteHeader language={language} />
      <main id="content" className="scores narrow">
        {viewer === null || viewer.kind === 'PUBLIC' ? (
          <>
            <SignInForm
              note={ended ? GATE_WORDS.ended[language] : null}
              language={language}
              onSignedIn={onSignedIn}
            />
            <p className="hint aside">
              {WALL_WORDS.isScreen[language]}{' '}
              <button type="button" className="link" onClick={onPair}>
                {WALL_WORDS.pair[language]}
              </button>
            </p>
          </>
        ) : enrolling ? (
          <Suspense>
            <SecondFactorDue client={client} language={language} onDone={onSignedIn} />
          </Suspense>
        ) : (
          <NotOpen viewer={viewer} language={language} />
        )}
      </main>
    </>
  );
}
