import type { ForumPlan_SeriesFragment } from '@pantau/schema';
import { useState } from 'react';
import type { OpenPage } from '../../session/Page.js';
import type { Named } from '../forum-session.js';
import { Chips } from './Chips.js';
import { FoundForum } from './FoundForum.js';
import { EMPTY_PLAN, planFor } from './plan-draft.js';
import { PLAN_WORDS } from './plan-words.js';
import { PlanForm } from './PlanForm.js';
import { PlanSaved } from './PlanSaved.js';

interface NewPlanProps extends Pick<OpenPage, 'client' | 'region' | 'language'> {
  readonly series: readonly ForumPlan_SeriesFragment[];
  /** Those that may invite; one at least. */
  readonly own: readonly Named[];
  readonly units: readonly Named[];
  readonly onSaved: () => void;
}

/** A forum of one's own, or a new one, and then the session. */
export function NewPlan({ client, region, language, series: known, own, units, onSaved }: NewPlanProps) {
  const [founded, setFounded] = useState<readonly ForumPlan_SeriesFragment[]>([]);
  const series = [...known, ...founded.filter(({ id }) => !known.some((one) => one.id === id))];
  const [chosen, setChosen] = useState(known.length === 1 ? known[0]! : null);
  const [draft, setDraft] = useState(() =>
    chosen === null ? EMPTY_PLAN : planFor(EMPTY_PLAN, null, chosen),
  );
  const [founding, setFounding] = useState(known.length === 0);
  const [saved, setSaved] = useState<{ readonly id: string; readonly title: string } | null>(null);

  function choose(next: ForumPlan_SeriesFragment): void {
    setDraft(planFor(draft, chosen, next));
    setChosen(next);
    setFounding(false);
  }
  if (saved !== null) {
    return (
      <PlanSaved {...saved} language={language}>
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            setDraft(chosen === null ? EMPTY_PLAN : planFor(EMPTY_PLAN, null, chosen));
            setSaved(null);
          }}
        >
          {PLAN_WORDS.another[language]}
        </button>
      </PlanSaved>
    );
  }
  return (
    <>
      {series.length > 0 && (
        <Chips
          field="series"
          legend={PLAN_WORDS.forum[language]}
          of={series}
          chosen={chosen === null || founding ? [] : [chosen.id]}
          told={null}
          language={language}
          onTap={(id) => choose(series.find((one) => one.id === id)!)}
        >
          <button type="button" className="chip" aria-pressed={founding} onClick={() => setFounding(true)}>
            {PLAN_WORDS.newForum[language]}
          </button>
        </Chips>
      )}
      {series.length === 0 && <p className="hint">{PLAN_WORDS.noForums[language]}</p>}
      {founding && (
        <FoundForum
          client={client}
          region={region}
          units={own}
          language={language}
          onFounded={(one) => {
            setFounded([...founded, one]);
            choose(one);
          }}
          onCancel={series.length === 0 ? undefined : () => setFounding(false)}
        />
      )}
      {chosen !== null && (
        <div hidden={founding}>
          <PlanForm
            client={client}
            region={region}
            series={chosen}
            session={null}
            units={units}
            draft={draft}
            language={language}
            onChange={setDraft}
            onSaved={(id) => {
              setSaved({ id, title: draft.title });
              onSaved();
            }}
          />
        </div>
      )}
    </>
  );
}
