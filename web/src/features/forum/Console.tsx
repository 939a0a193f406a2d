import { useState } from 'react';
import { formatClock } from '../../lib/text/format-time.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { useTitle } from '../../lib/use-title.js';
import { Agenda } from './Agenda.js';
import { Attendance } from './Attendance.js';
import { useBox } from './box-context.js';
import { Closing } from './Closing.js';
import { hasCome } from './forum-session.js';
import { CLOSING_WORDS, CONSOLE_WORDS, FORUM_KIND_WORDS, LIST_WORDS, PHASE_WORDS } from './forum-words.js';
import { LastPromises } from './LastPromises.js';
import { Outcomes } from './Outcomes.js';
import { Prepared } from './Prepared.js';
import { SessionPhotos } from './SessionPhotos.js';
import { useOnline } from './use-online.js';
import type { KnownSession } from './use-forum-session.js';

const SECTIONS = ['attendance', 'agenda', 'lastPromises', 'outcomes'] as const;
type Section = (typeof SECTIONS)[number];

interface ConsoleProps {
  readonly known: KnownSession;
  readonly language: Language;
}

/** One session: what was planned, who is there, what is said, and how it ends. */
export function Console({ known, language }: ConsoleProps) {
  const box = useBox();
  const online = useOnline();
  const { session, snapshot } = known;
  const { id, title, kind, unit, heldOn, startsAt, place, phase } = session;
  const [section, setSection] = useState<Section>('outcomes');
  useTitle(title, LIST_WORDS.title[language]);
  // Once it is closed one reads and signs; whoever still has to change something says so.
  const [changing, setChanging] = useState(false);
  const ending = hasCome(phase, 'CLOSED') && !changing;
  return (
    <div className="console" data-section={phase === 'PLANNED' ? undefined : section} data-ending={ending}>
      <header className="console-head">
        <h1>{title}</h1>
        <p>
          {FORUM_KIND_WORDS[kind][language]} · {unit.name} · {formatDay(heldOn, language)},{' '}
          {startsAt.replace(':', '.')} · {place}
        </p>
        <p className="marks">
          <span className="mark" data-phase={phase}>
            {PHASE_WORDS[phase][language]}
          </span>
          <span className="ready" data-ready="true">
            ✓ {CONSOLE_WORDS.ready[language]} · {CONSOLE_WORDS.readySince[language]}{' '}
            {formatClock(snapshot.at, language)}
          </span>
          <a
            className="quiet-button"
            href={`/forum/screen/${id}${searchInLanguage('', language)}`}
            target="_blank"
            rel="noopener"
          >
            {CONSOLE_WORDS.screen[language]}
          </a>
        </p>
      </header>
      {phase === 'PLANNED' && (
        <p className="begin">
          <button type="button" className="button huge" onClick={() => void box.write(id, { open: true })}>
            {LIST_WORDS.begin[language]}
          </button>
          <span className="hint">{CONSOLE_WORDS.beginHint[language]}</span>
        </p>
      )}
      {phase === 'PLANNED' && <Prepared session={session} language={language} />}
      {ending ? (
        <Closing
          known={known}
          language={language}
          onChange={() => {
            setChanging(true);
            window.scrollTo(0, 0);
          }}
        />
      ) : (
        phase !== 'PLANNED' && (
          <>
            <div className="sections">
              <Attendance session={session} language={language} />
              <Agenda session={session} language={language} />
              <LastPromises session={session} language={language} />
              <Outcomes known={known} language={language} />
            </div>
            {changing ? (
              <p className="closing">
                <button type="button" className="button huge" onClick={() => setChanging(false)}>
                  {CLOSING_WORDS.readBack[language]}
                </button>
              </p>
            ) : (
              <Closing known={known} language={language} onChange={() => setChanging(true)} />
            )}
            <nav className="bottom-bar" aria-label={CONSOLE_WORDS.sections[language]}>
              {SECTIONS.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-current={section === one ? 'true' : undefined}
                  onClick={() => {
                    setSection(one);
                    window.scrollTo(0, 0);
                  }}
                >
                  {CONSOLE_WORDS[one][language]}
                </button>
              ))}
            </nav>
          </>
        )
      )}
      {online && phase !== 'PLANNED' && <SessionPhotos known={known} language={language} />}
    </div>
  );
}
