import { useState } from 'react';
import { isOne } from '../../lib/viewer/viewer.js';
import { Select } from '../complaints/Select.js';
import { dayOf } from '../policies/policy-days.js';
import { Page, type OpenPage } from '../session/Page.js';
import { useUnits } from '../session/use-units.js';
import { Counters } from './Counters.js';
import { OFFICE_WORDS } from './feedback-words.js';
import { FeedbackFigures } from './FeedbackFigures.js';
import { FeedbackList } from './FeedbackList.js';
import { handledUnits } from './handled-units.js';
import { quartersUntil } from './quarters.js';
import './feedback.css';

/** Quarters to look back on: those of a year, and the one under way. */
const QUARTERS = 5;

/** `/feedback`: what citizens said at the counters, for those who handle it. */
export default function FeedbackPage() {
  return (
    <Page
      title={OFFICE_WORDS.title}
      opensTo={(viewer) => isOne(viewer, 'FACILITATOR') || isOne(viewer, 'LEADERSHIP')}
    >
      {(page) => <OfficeFeedback {...page} />}
    </Page>
  );
}

function OfficeFeedback({ viewer, region, client, language }: OpenPage) {
  const units = handledUnits(useUnits(client, region), viewer.account?.grants ?? []);
  const [today] = useState(() => dayOf(Date.now()));
  const quarters = quartersUntil(today, QUARTERS);
  const [chosen, setChosen] = useState<string | null>(null);
  const [quarter, setQuarter] = useState(quarters[0]!.code);
  // What was decided about what waits moves the figures; what is asked again is told apart by this number.
  const [decided, setDecided] = useState(0);
  const unit = chosen ?? units[0]?.id ?? null;
  const shared = { client, region, language };
  return (
    <>
      <h1>{OFFICE_WORDS.title[language]}</h1>
      <p className="lead">{OFFICE_WORDS.lead[language]}</p>
      {unit !== null && (
        <>
          <div className="pair filter">
            <Select
              field="unit"
              label={OFFICE_WORDS.unit[language]}
              options={units.map(({ id, name }) => ({ value: id, name }))}
              value={unit}
              told={null}
              language={language}
              onChange={setChosen}
            />
            <Select
              field="quarter"
              label={OFFICE_WORDS.quarter[language]}
              options={quarters.map(({ code, name }) => ({ value: code, name: name[language] }))}
              value={quarter}
              told={null}
              language={language}
              onChange={setQuarter}
            />
          </div>
          <FeedbackFigures
            key={`figures ${decided}`}
            {...shared}
            unit={unit}
            quarter={quarter}
            closesOn={isOne(viewer, 'LEADERSHIP') ? today : null}
          />
          <FeedbackList
            key={`list ${unit}`}
            {...shared}
            unit={unit}
            decides={isOne(viewer, 'FACILITATOR')}
            onDecided={() => setDecided((before) => before + 1)}
          />
          <Counters key={`counters ${unit}`} {...shared} unit={unit} />
        </>
      )}
    </>
  );
}
