import { ForumPlansDocument, type ForumPlansQuery } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../../lib/graphql/use-answer.js';
import { searchInLanguage, type Language } from '../../../lib/text/language.js';
import { isOne } from '../../../lib/viewer/viewer.js';
import { dayOf, formatDay } from '../../policies/policy-days.js';
import { Asked } from '../../session/Asked.js';
import { NotOpen } from '../../session/NotOpen.js';
import { Page, type OpenPage } from '../../session/Page.js';
import '../forum.css';
import './plan.css';
import { NewPlan } from './NewPlan.js';
import { ownUnits, plansForums } from './own-units.js';
import { PLAN_WORDS } from './plan-words.js';

/** `/forum/plan`: planning sessions, for facilitators and leadership. */
export default function PlanPage() {
  return (
    <Page title={PLAN_WORDS.title} opensTo={plansForums} className="forum plan">
      {(page) => <Plans {...page} />}
    </Page>
  );
}

function Plans({ viewer, region, client, language }: OpenPage) {
  const [today] = useState(() => dayOf(Date.now()));
  const asked = useAnswer(client, ForumPlansDocument, { region, from: today });
  return (
    <>
      {isOne(viewer, 'FACILITATOR') && (
        <p>
          <a href={`/forum${searchInLanguage('', language)}`}>← {PLAN_WORDS.all[language]}</a>
        </p>
      )}
      <h1>{PLAN_WORDS.title[language]}</h1>
      <p className="lead">{PLAN_WORDS.lead[language]}</p>
      <Asked asked={asked} language={language}>
        {({ units, forumSeries, forumSessions }) => {
          const all = units.edges.map(({ node }) => node);
          const own = ownUnits(viewer, all);
          if (own.length === 0) return <NotOpen viewer={viewer} language={language} />;
          const isOwn = ({ unit }: { readonly unit: { readonly id: string } }) =>
            own.some(({ id }) => id === unit.id);
          return (
            <>
              <NewPlan
                client={client}
                region={region}
                language={language}
                series={forumSeries.edges.map(({ node }) => node).filter(isOwn)}
                own={own}
                units={all}
                onSaved={asked.again}
              />
              <Planned
                sessions={forumSessions.edges
                  .map(({ node }) => node)
                  .filter((session) => session.phase === 'PLANNED' && isOwn(session))
                  .toReversed()}
                language={language}
              />
            </>
          );
        }}
      </Asked>
    </>
  );
}

type PlannedSession = ForumPlansQuery['forumSessions']['edges'][number]['node'];

interface PlannedProps {
  readonly sessions: readonly PlannedSession[];
  readonly language: Language;
}

function Planned({ sessions, language }: PlannedProps) {
  return (
    <section className="planned" aria-labelledby="planned">
      <h2 id="planned">{PLAN_WORDS.planned[language]}</h2>
      {sessions.length === 0 && <p className="none">{PLAN_WORDS.nonePlanned[language]}</p>}
      <ul>
        {sessions.map(({ id, title, heldOn, startsAt, unit }) => (
          <li key={id} className="item">
            <div>
              <h3>{title}</h3>
              <p className="quiet">
                {formatDay(heldOn, language)}, {startsAt.replace(':', '.')} · {unit.name}
              </p>
            </div>
            <a
              className="quiet-button"
              href={`/forum/plan/${id}${searchInLanguage('', language)}`}
              aria-label={`${PLAN_WORDS.change[language]}: ${title}`}
            >
              {PLAN_WORDS.change[language]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
