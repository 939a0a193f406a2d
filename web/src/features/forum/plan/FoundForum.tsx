import { PlanForumSeriesDocument, type ForumPlan_SeriesFragment } from '@pantau/schema';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../../lib/text/language.js';
import { OrderTrouble } from '../../contests/OrderTrouble.js';
import { useOrder } from '../../contests/use-order.js';
import { useFocusOnRefusal } from '../../policies/use-focus-on-refusal.js';
import type { Told } from '../../policies/use-command.js';
import { TextField } from '../../session/TextField.js';
import type { ForumKind, Named } from '../forum-session.js';
import { FORUM_KIND_WORDS } from '../forum-words.js';
import { Chips } from './Chips.js';
import { forumTold, wholeNumber } from './plan-draft.js';
import { PLAN_WORDS } from './plan-words.js';

const KINDS = Object.keys(FORUM_KIND_WORDS) as ForumKind[];
const FIELDS = ['name', 'place', 'quorum'];

interface FoundForumProps {
  readonly client: Client;
  readonly region: string;
  /** The units that may invite; one at least. */
  readonly units: readonly Named[];
  readonly language: Language;
  readonly onFounded: (series: ForumPlan_SeriesFragment) => void;
  /** Left out where there is nothing to go back to. */
  readonly onCancel: (() => void) | undefined;
}

/** Founds a forum of a unit: done once, and then it meets again and again. */
export function FoundForum({ client, region, units, language, onFounded, onCancel }: FoundForumProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [unit, setUnit] = useState(units[0]!.id);
  const [kind, setKind] = useState<ForumKind>('FORUM_WARGA');
  const [text, setText] = useState({ name: '', place: '', quorum: '0' });
  const [own, setOwn] = useState<Told | null>(null);
  const order = useOrder(client, PlanForumSeriesDocument, (data) => data.planForumSeries);
  const told = own ?? order.told;
  const form = useFocusOnRefusal(own ?? order.trouble);
  const sending = order.progress.kind === 'SENDING';
  useEffect(() => heading.current?.focus(), []);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const missing = forumTold(text);
    setOwn(missing);
    if (missing !== null) return;
    const forum = { name: text.name.trim(), place: text.place.trim(), quorum: wholeNumber(text.quorum) };
    const result = await order.send({ region, unit, kind, ...forum });
    if (result?.kind !== 'DONE') return;
    const { id } = result.done.series;
    onFounded({ id, ...forum, unit: units.find((one) => one.id === unit)! });
  }

  const field = (name: 'name' | 'place' | 'quorum') => ({
    ...{ field: name, value: text[name], told, language },
    onChange: (value: string) => {
      setOwn(null);
      setText({ ...text, [name]: value });
    },
  });
  return (
    <form
      ref={form}
      noValidate
      className="panel"
      aria-labelledby="found"
      onSubmit={(submitted) => void submit(submitted)}
    >
      <h2 id="found" ref={heading} tabIndex={-1}>
        {PLAN_WORDS.found[language]}
      </h2>
      <p className="hint">{PLAN_WORDS.foundLead[language]}</p>
      {units.length > 1 && (
        <div className="entry">
          <label htmlFor="found-unit">{PLAN_WORDS.unit[language]}</label>
          <select id="found-unit" value={unit} onChange={({ target }) => setUnit(target.value)}>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <Chips
        field="kind"
        legend={PLAN_WORDS.kind[language]}
        of={KINDS.map((id) => ({ id, name: FORUM_KIND_WORDS[id][language] }))}
        chosen={[kind]}
        told={told}
        language={language}
        onTap={(chosen) => setKind(chosen as ForumKind)}
      />
      <TextField {...field('name')} label={PLAN_WORDS.name[language]} hint={PLAN_WORDS.nameHint[language]} />
      <TextField {...field('place')} label={PLAN_WORDS.usualPlace[language]} />
      <TextField
        {...field('quorum')}
        className="short"
        inputMode="numeric"
        label={PLAN_WORDS.quorum[language]}
        hint={PLAN_WORDS.quorumHint[language]}
      />
      {own === null && <OrderTrouble progress={order.progress} fields={FIELDS} language={language} />}
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? PLAN_WORDS.saving : PLAN_WORDS.foundIt)[language]}
        </button>
        {onCancel && (
          <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
            {PLAN_WORDS.cancel[language]}
          </button>
        )}
      </p>
    </form>
  );
}
