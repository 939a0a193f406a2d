import type { PeopleList_EmployeeFragment } from '@pantau/schema';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/text/language.js';
import { SCORE_WORDS } from './score-words.js';

const byName = new Intl.Collator('id').compare;

interface PeopleListProps {
  readonly people: readonly PeopleList_EmployeeFragment[];
  /** The query string for the links to their pages. */
  readonly search: string;
  readonly language: Language;
  /** What stands below the list: how to see more, or why there is none. */
  readonly children?: ReactNode;
}

/** The people of a unit by name, each a link to how their score came about. No figure stands here: nobody is ranked. */
export function PeopleList({ people, search, language, children }: PeopleListProps) {
  return (
    <section className="people" aria-labelledby="people">
      <h2 id="people">{SCORE_WORDS.people[language]}</h2>
      <p className="hint">{SCORE_WORDS.peopleHint[language]}</p>
      <ul>
        {people
          .toSorted((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1))
          .map(({ id, name, position }) => (
            <li key={id}>
              <a href={`/scores/${id}${search}`}>
                <span>{name}</span> <span className="position">{position}</span>
              </a>
            </li>
          ))}
      </ul>
      {children}
    </section>
  );
}
