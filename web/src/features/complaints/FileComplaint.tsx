import {
  ComplaintOfficesDocument,
  FileComplaintDocument,
  type ComplaintClass,
  type ComplaintNaming,
} from '@pantau/schema';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { LongText } from '../contests/LongText.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { ShownOnce } from '../session/ShownOnce.js';
import { TextField } from '../session/TextField.js';
import { Choices } from './Choices.js';
import { CLASS_WORDS, COMPLAIN_WORDS, NAMING_WORDS } from './complaint-words.js';
import { Select } from './Select.js';
import { TrackedFacts } from './TrackedFacts.js';

const SHORTEST_TEXT = 20;
const FIELDS = ['unit', 'text', 'complainant', 'complainant.name', 'complainant.contact'];
const EMPTY = { unit: '', text: '', name: '', contact: '' };

interface FileComplaintProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
}

/** Makes a complaint; what was written stays until it is taken, and nothing of it afterwards. */
export function FileComplaint({ client, region, language }: FileComplaintProps) {
  const [typed, setTyped] = useState(EMPTY);
  const [wanted, setWanted] = useState<ComplaintClass | null>(null);
  const [naming, setNaming] = useState<ComplaintNaming | null>(null);
  const [shown, setShown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { answer } = useAnswer(client, ComplaintOfficesDocument, { region });
  const offices = answer?.kind === 'GIVEN' ? answer.data.complaintOffices : [];
  const { progress, told, trouble, send } = useOrder(
    client,
    FileComplaintDocument,
    (data) => data.fileComplaint,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';
  useEffect(() => {
    if (shown) heading.current?.focus();
  }, [shown]);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (wanted === null || naming === null) return; // the browser says that one must be chosen
    const { unit, text, name, contact } = typed;
    const complainant = naming === 'ANONYMOUS' ? null : { name: name.trim(), contact: contact.trim() };
    const input = {
      region,
      unit,
      class: wanted,
      channel: 'WEB' as const,
      text: text.trim(),
      naming,
      complainant,
    };
    const result = await send(input);
    if (result?.kind !== 'DONE') return;
    setTyped(EMPTY);
    setWanted(null);
    setNaming(null);
    setShown(true);
  }
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    told,
    language,
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  });

  if (shown && progress.kind === 'DONE') {
    const { trackingCode, complaint } = progress.done;
    return (
      <section className="panel" aria-labelledby="taken">
        <h2 id="taken" ref={heading} tabIndex={-1}>
          {COMPLAIN_WORDS.taken[language]}
        </h2>
        <p>{COMPLAIN_WORDS.code[language]}</p>
        <ShownOnce lines={[trackingCode]} language={language} />
        <p>{COMPLAIN_WORDS.codeLead[language]}</p>
        <TrackedFacts complaint={complaint} language={language} />
        <p className="acts">
          <button type="button" className="button" onClick={() => setShown(false)}>
            {COMPLAIN_WORDS.another[language]}
          </button>
        </p>
      </section>
    );
  }
  return (
    <form className="panel" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <h2>{COMPLAIN_WORDS.make[language]}</h2>
      <Select
        {...field('unit')}
        field="unit"
        label={COMPLAIN_WORDS.unit[language]}
        none={COMPLAIN_WORDS.choose[language]}
        options={offices.map(({ id, name }) => ({ value: id, name }))}
      />
      <Choices
        legend={COMPLAIN_WORDS.class[language]}
        words={CLASS_WORDS}
        value={wanted}
        language={language}
        onChange={setWanted}
      />
      <LongText
        {...field('text')}
        field="text"
        label={COMPLAIN_WORDS.text[language]}
        hint={COMPLAIN_WORDS.textHint[language]}
        shortest={SHORTEST_TEXT}
      />
      <Choices
        legend={COMPLAIN_WORDS.naming[language]}
        words={NAMING_WORDS}
        value={naming}
        language={language}
        onChange={setNaming}
      />
      {naming !== null && naming !== 'ANONYMOUS' && (
        <div className="pair">
          <TextField {...field('name')} field="complainant.name" label={COMPLAIN_WORDS.name[language]} />
          <TextField
            {...field('contact')}
            field="complainant.contact"
            label={COMPLAIN_WORDS.contact[language]}
            hint={COMPLAIN_WORDS.contactHint[language]}
          />
        </div>
      )}
      <Refused told={told} at={['complainant']} language={language} />
      <OrderTrouble progress={progress} fields={FIELDS} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? COMPLAIN_WORDS.sending : COMPLAIN_WORDS.send)[language]}
        </button>
      </p>
    </form>
  );
}
