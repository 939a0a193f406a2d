import { useEffect, useRef, type ReactNode } from 'react';
import { searchInLanguage, type Language } from '../../../lib/text/language.js';
import { isOne } from '../../../lib/viewer/viewer.js';
import { useViewer } from '../../../lib/viewer/visit.js';
import { PLAN_WORDS } from './plan-words.js';

interface PlanSavedProps {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** What can be done next besides. */
  readonly children: ReactNode;
}

/** That a plan is saved, and where one goes from there. */
export function PlanSaved({ id, title, language, children }: PlanSavedProps) {
  const writes = isOne(useViewer(), 'FACILITATOR');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const search = searchInLanguage('', language);
  return (
    <section className="done plan-saved">
      <h2 ref={heading} tabIndex={-1}>
        ✓ {PLAN_WORDS.saved[language]}: {title}
      </h2>
      {writes && <p>{PLAN_WORDS.savedLead[language]}</p>}
      <p className="acts">
        {writes && (
          <>
            <a className="button" href={`/forum${search}`}>
              {PLAN_WORDS.all[language]}
            </a>
            <a className="quiet-button" href={`/forum/${id}${search}`}>
              {PLAN_WORDS.open[language]}
            </a>
          </>
        )}
        {children}
      </p>
    </section>
  );
}
