import { ForumPlanDocument, type ForumPlanQuery } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../../lib/graphql/use-answer.js';
import { searchInLanguage } from '../../../lib/text/language.js';
import { Asked } from '../../session/Asked.js';
import { Page, type OpenPage } from '../../session/Page.js';
import '../forum.css';
import './plan.css';
import { ownUnits, plansForums } from './own-units.js';
import { draftOfSession } from './plan-draft.js';
import { PLAN_WORDS } from './plan-words.js';
import { PlanForm } from './PlanForm.js';
import { PlanSaved } from './PlanSaved.js';

/** `/forum/plan/<id>`: a session that nobody has opened yet is planned otherwise. */
export default function ChangePlanPage({ id }: { readonly id: string }) {
  return (
    <Page title={PLAN_WORDS.change} opensTo={plansForums} className="forum plan">
      {(page) => <OnePlan id={id} {...page} />}
    </Page>
  );
}

function OnePlan({ id, ...page }: OpenPage & { readonly id: string }) {
  const { viewer, region, client, language } = page;
  const asked = useAnswer(client, ForumPlanDocument, { region, id });
  const search = searchInLanguage('', language);
  return (
    <>
      <p>
        <a href={`/forum/plan${search}`}>← {PLAN_WORDS.allPlans[language]}</a>
      </p>
      <h1>{PLAN_WORDS.change[language]}</h1>
      <Asked asked={asked} language={language}>
        {({ forumSession, units }) => {
          if (forumSession === null) return <p className="lead">{PLAN_WORDS.unknown[language]}</p>;
          const all = units.edges.map(({ node }) => node);
          const own = ownUnits(viewer, all).some((unit) => unit.id === forumSession.series.unit.id);
          if (!own) return <p className="lead">{PLAN_WORDS.notYours[language]}</p>;
          return <Change {...page} session={forumSession} units={all} onSaved={asked.again} />;
        }}
      </Asked>
    </>
  );
}

interface ChangeProps extends OpenPage {
  readonly session: NonNullable<ForumPlanQuery['forumSession']>;
  readonly units: ForumPlanQuery['units']['edges'][number]['node'][];
  readonly onSaved: () => void;
}

function Change({ client, region, language, session, units, onSaved }: ChangeProps) {
  const [draft, setDraft] = useState(() => draftOfSession(session));
  const [saved, setSaved] = useState(false);
  const { id, series, phase } = session;
  if (phase !== 'PLANNED') return <p className="lead">{PLAN_WORDS.begun[language]}</p>;
  if (saved) {
    return (
      <PlanSaved id={id} title={draft.title} language={language}>
        <button type="button" className="quiet-button" onClick={() => setSaved(false)}>
          {PLAN_WORDS.changeAgain[language]}
        </button>
      </PlanSaved>
    );
  }
  return (
    <>
      <p className="lead">
        {series.name} · {series.unit.name}
      </p>
      <PlanForm
        client={client}
        region={region}
        series={series}
        session={id}
        units={units}
        draft={draft}
        language={language}
        onChange={setDraft}
        onSaved={() => {
          setSaved(true);
          onSaved();
        }}
      />
    </>
  );
}
