import { PlanForumSessionDocument, type ForumPlan_SeriesFragment } from '@pantau/schema';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../../lib/text/language.js';
import { OrderTrouble } from '../../contests/OrderTrouble.js';
import { useOrder } from '../../contests/use-order.js';
import { useFocusOnRefusal } from '../../policies/use-focus-on-refusal.js';
import type { Told } from '../../policies/use-command.js';
import { TextField } from '../../session/TextField.js';
import { useOnline } from '../use-online.js';
import { AgendaEditor } from './AgendaEditor.js';
import { ConcernedUnits } from './ConcernedUnits.js';
import { planTold, wholeNumber, writtenItems, type PlanDraft } from './plan-draft.js';
import { PLAN_WORDS } from './plan-words.js';

const FIELDS = ['title', 'heldOn', 'startsAt', 'place', 'quorum', 'concerned', 'agenda'];

interface PlanFormProps {
  readonly client: Client;
  readonly region: string;
  readonly series: ForumPlan_SeriesFragment;
  /** The session that is planned otherwise; null: a new one. */
  readonly session: string | null;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly draft: PlanDraft;
  readonly language: Language;
  readonly onChange: (draft: PlanDraft) => void;
  readonly onSaved: (id: string) => void;
  /** Ways out, beside the button that saves. */
  readonly children?: ReactNode;
}

/** When and where people meet, and what about. What is written stays, whatever becomes of the sending. */
export function PlanForm(props: PlanFormProps) {
  const { client, region, series, session, units, draft, language, onChange, onSaved, children } = props;
  const online = useOnline();
  const order = useOrder(client, PlanForumSessionDocument, (data) => data.planForumSession);
  const [own, setOwn] = useState<Told | null>(null);
  const { progress } = order;
  const told = own ?? order.told;
  const form = useFocusOnRefusal(own ?? order.trouble);
  const sending = progress.kind === 'SENDING';
  const change = (part: Partial<PlanDraft>) => {
    setOwn(null);
    onChange({ ...draft, ...part });
  };

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const missing = planTold(draft);
    setOwn(missing);
    if (missing !== null) return;
    const { title, place, heldOn, startsAt, quorum, concerned, agenda } = draft;
    const result = await order.send({
      ...{ region, series: series.id, session, title: title.trim(), place: place.trim(), heldOn, startsAt },
      ...{ quorum: wholeNumber(quorum), concerned: [...concerned] },
      agenda: writtenItems(agenda).map((item) => ({
        title: item.title.trim(),
        minutes: wholeNumber(item.minutes),
      })),
    });
    if (result?.kind === 'DONE') onSaved(result.done.session.id);
  }

  const field = (name: 'title' | 'heldOn' | 'startsAt' | 'place' | 'quorum') => ({
    ...{ field: name, value: draft[name], told, language },
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <form ref={form} noValidate className="plan-form" onSubmit={(submitted) => void submit(submitted)}>
      <TextField {...field('title')} label={PLAN_WORDS.sessionTitle[language]} />
      <div className="plan-when">
        <TextField {...field('heldOn')} type="date" label={PLAN_WORDS.day[language]} />
        <TextField {...field('startsAt')} type="time" label={PLAN_WORDS.time[language]} />
      </div>
      <TextField {...field('place')} label={PLAN_WORDS.place[language]} />
      <TextField
        {...field('quorum')}
        className="short"
        inputMode="numeric"
        label={PLAN_WORDS.quorum[language]}
        hint={PLAN_WORDS.quorumHint[language]}
      />
      <ConcernedUnits
        units={units.filter(({ id }) => id !== series.unit.id)}
        value={draft.concerned}
        told={told}
        language={language}
        onChange={(concerned) => change({ concerned })}
      />
      <AgendaEditor
        agenda={draft.agenda}
        startsAt={draft.startsAt}
        told={told}
        language={language}
        onChange={(agenda) => change({ agenda })}
      />
      {own === null && <OrderTrouble progress={progress} fields={FIELDS} language={language} />}
      {!online && <p className="note">{PLAN_WORDS.offline[language]}</p>}
      <p className="acts">
        <button type="submit" className="button huge" disabled={sending}>
          {(sending ? PLAN_WORDS.saving : PLAN_WORDS.save)[language]}
        </button>
        {children}
      </p>
    </form>
  );
}
