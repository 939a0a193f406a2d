import {
  ComplaintOfficesDocument,
  FileComplaintDocument,
  type ComplaintChannel,
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
import {
  CHANNEL_WORDS,
  CLASS_WORDS,
  COMPLAIN_WORDS,
  HANDLING_WORDS,
  NAMING_WORDS,
} from './complaint-words.js';
import { Select } from './Select.js';
import { TrackedFacts } from './TrackedFacts.js';

const SHORTEST_TEXT = 20;
/** The ways by which complaints come to the office, which writes them down. */
const OFFICE_CHANNELS = ['COUNTER', 'FORUM', 'PHONE', 'LAPOR'] as const satisfies readonly ComplaintChannel[];
const FIELDS = ['unit', 'channel', 'text', 'complainant', 'complainant.name', 'complainant.contact'];
const EMPTY = { unit: '', channel: '', text: '', name: '', contact: '' };

interface FileComplaintProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
  /** Where a facilitator writes down what somebody has told: hears of each that is taken. Left out: citizens write themselves. */
  readonly onWrittenDown?: () => void;
}

/** Makes a complaint; what was written stays until it is taken, and nothing of it afterwards. */
export function FileComplaint({ client, region, language, onWrittenDown }: FileComplaintProps) {
  const byOffice = onWrittenDown !== undefined;
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
    const channel = byOffice ? (typed.channel as ComplaintChannel) : 'WEB';
    const complainant = naming === 'ANONYMOUS' ? null : { name: name.trim(), contact: contact.trim() };
    const input = {
      region,
      unit,
      class: wanted,
      channel,
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
    onWrittenDown?.();
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
          {(byOffice ? HANDLING_WORDS.taken : COMPLAIN_WORDS.taken)[language]}
        </h2>
        <p>{(byOffice ? HANDLING_WORDS.code : COMPLAIN_WORDS.code)[language]}</p>
        <ShownOnce lines={[trackingCode]} language={language} />
        <p>{(byOffice ? HANDLING_WORDS.codeLead : COMPLAIN_WORDS.codeLead)[language]}</p>
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
      {!byOffice && <h2>{COMPLAIN_WORDS.make[language]}</h2>}
      <Select
        {...field('unit')}
        field="unit"
        label={COMPLAIN_WORDS.unit[language]}
        none={COMPLAIN_WORDS.choose[language]}
        options={offices.map(({ id, name }) => ({ value: id, name }))}
      />
      {byOffice && (
        <Select
          {...field('channel')}
          field="channel"
          label={HANDLING_WORDS.channel[language]}
          none={COMPLAIN_WORDS.choose[language]}
          options={OFFICE_CHANNELS.map((value) => ({ value, name: CHANNEL_WORDS[value][language] }))}
        />
      )}
      <Choices
        legend={(byOffice ? HANDLING_WORDS.wanted : COMPLAIN_WORDS.class)[language]}
        words={CLASS_WORDS}
        value={wanted}
        language={language}
        onChange={setWanted}
      />
      <LongText
        {...field('text')}
        field="text"
        label={COMPLAIN_WORDS.text[language]}
        hint={(byOffice ? HANDLING_WORDS.textHint : COMPLAIN_WORDS.textHint)[language]}
        shortest={SHORTEST_TEXT}
      />
      <Choices
        legend={(byOffice ? HANDLING_WORDS.naming : COMPLAIN_WORDS.naming)[language]}
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
