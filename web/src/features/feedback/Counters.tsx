import { CountersDocument } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { CounterCard } from './CounterCard.js';
import { OFFICE_WORDS } from './feedback-words.js';
import { MakeCounter } from './MakeCounter.js';

interface CountersProps {
  readonly client: Client;
  readonly region: string;
  readonly unit: string;
  readonly language: Language;
}

/** The counters of a unit and of those below it, with the sheets to hang there. A unit has a hundred at most. */
export function Counters({ client, region, unit, language }: CountersProps) {
  const [sheet, setSheet] = useState<string | null>(null);
  const asked = useAnswer(client, CountersDocument, { region, unit, first: 100, after: null });
  return (
    <section aria-labelledby="counters">
      <h2 id="counters">{OFFICE_WORDS.counters[language]}</h2>
      <p className="hint">{OFFICE_WORDS.countersLead[language]}</p>
      <Asked asked={asked} language={language}>
        {({ counters: { edges } }) => (
          <>
            {edges.length === 0 && <p className="none">{OFFICE_WORDS.noCounters[language]}</p>}
            <ul className="cards">
              {edges.map(({ node: counter }) => (
                <li key={counter.id}>
                  <CounterCard
                    client={client}
                    region={region}
                    counter={counter}
                    showsSheet={sheet === counter.id}
                    language={language}
                    onSheet={(shown) => setSheet(shown ? counter.id : null)}
                    onChanged={asked.again}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
      <MakeCounter client={client} region={region} unit={unit} language={language} onMade={asked.again} />
    </section>
  );
}
