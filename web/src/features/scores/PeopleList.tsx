import type { PeopleList_EmployeeFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { PeopleLinks } from './PeopleLinks.js';
import { SCORE_WORDS } from './score-words.js';

interface PeopleListProps {
  readonly people: readonly PeopleList_EmployeeFragment[];
  /** The query string for the links to their pages. */
  readonly search: string;
  readonly language: Language;
  /** What stands below the list: how to see more, or why there is none. */
  readonly children?: ReactNode;
}

/** The people of a unit by name. */
export function PeopleList({ people, search, language, children }: PeopleListProps) {
  return (
    <section className="people" aria-labelledby="people">
      <h2 id="people">{SCORE_WORDS.people[language]}</h2>
      <p className="hint">{SCORE_WORDS.peopleHint[language]}</p>
      <PeopleLinks people={people} search={search} />
      {children}
    </section>
  );
}
