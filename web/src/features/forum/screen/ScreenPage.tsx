import { languageOf } from '../../../lib/text/language.js';
import { useSearch } from '../../../lib/use-search.js';
import { useTitle } from '../../../lib/use-title.js';
import { isOne } from '../../../lib/viewer/viewer.js';
import { VisitProvider } from '../../../lib/viewer/visit.js';
import '../../scores/scores.css';
import '../../contests/contests.css';
import '../../session/session.css';
import { Gate } from '../../session/Gate.js';
import { LiveScreen } from './LiveScreen.js';
import './screen.css';
import { SCREEN_WORDS } from './screen-words.js';

/** `/forum/screen/<id>`: what a hall sees of its session, from the laptop of whoever writes it down. */
export default function ScreenPage({ id }: { readonly id: string }) {
  const language = languageOf(useSearch());
  useTitle(undefined, SCREEN_WORDS.page[language]);
  return (
    <VisitProvider>
      <main id="content" tabIndex={-1} className="scores narrow">
        <Gate
          opensTo={(viewer) => isOne(viewer, 'FACILITATOR') || isOne(viewer, 'LEADERSHIP')}
          walls={false}
          language={language}
        >
          {({ region }) => <LiveScreen id={id} region={region} language={language} />}
        </Gate>
      </main>
    </VisitProvider>
  );
}
