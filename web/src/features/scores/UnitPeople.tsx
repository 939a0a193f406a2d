import { UnitPeopleDocument, type PeopleList_EmployeeFragment } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { PeopleList } from './PeopleList.js';
import { SCORE_WORDS } from './score-words.js';
import { Trouble } from './Trouble.js';

interface UnitPeopleProps {
  readonly client: Client;
  readonly region: string;
  readonly unit: string;
  readonly search: string;
  readonly language: Language;
}

/** The people of a unit and below, a hundred at a time. */
export function UnitPeople({ client, region, unit, search, language }: UnitPeopleProps) {
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly PeopleList_EmployeeFragment[]>([]);
  const { answer, asking, again } = useAnswer(client, UnitPeopleDocument, { region, unit, after });
  const page = answer?.kind === 'GIVEN' ? answer.data.employees : null;
  const loaded = [...earlier, ...(page?.edges.map(({ node }) => node) ?? [])];
  // While the next page is on its way the last one is both among the earlier ones and still the answer.
  const people = [...new Map(loaded.map((person) => [person.id, person])).values()];
  return (
    <PeopleList people={people} search={search} language={language}>
      {page && people.length === 0 && <p>{SCORE_WORDS.noPeople[language]}</p>}
      {page?.pageInfo.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={asking}
          onClick={() => {
            setEarlier(people);
            setAfter(page.pageInfo.endCursor);
          }}
        >
          {SCORE_WORDS.morePeople[language]}
        </button>
      )}
      {answer && answer.kind !== 'GIVEN' && (
        <Trouble kind={answer.kind} language={language} asking={asking} onRetry={again} />
      )}
    </PeopleList>
  );
}
