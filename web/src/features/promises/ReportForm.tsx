import { ReportCommitmentDocument, type CommitmentState } from '@pantau/schema';
import { useId, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language, Text } from '../../lib/text/language.js';
import { LongText } from '../contests/LongText.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { PhotoChoice } from '../forum/PhotoChoice.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { REPORT_WORDS, REPORTING_WORDS } from './promises-words.js';
import { useEvidence } from './use-evidence.js';

const ANSWERS = ['DONE', 'STARTED', 'CANNOT'] as const satisfies readonly CommitmentState[];
const SHORTEST_REASON = 10;
const LONGEST_NOTE = 500;

interface ReportFormProps {
  readonly client: Client;
  readonly region: string;
  readonly promise: { readonly id: string; readonly text: string };
  readonly language: Language;
  readonly onReported: () => void;
}

/** How far one promise has come, with a picture where there is one; the picture goes first, then what names it. */
export function ReportForm({ client, region, promise, language, onReported }: ReportFormProps) {
  const [reporting, setReporting] = useState(false);
  const [state, setState] = useState<(typeof ANSWERS)[number]>('DONE');
  const [note, setNote] = useState('');
  const [open, setOpen] = useState(false);
  const [unsent, setUnsent] = useState<Text | null>(null);
  const [bringing, setBringing] = useState(false);
  const evidence = useEvidence(promise.id);
  const { progress, told, trouble, send } = useOrder(
    client,
    ReportCommitmentDocument,
    (data) => data.reportCommitment,
  );
  const form = useFocusOnRefusal(trouble);
  const name = useId();
  const sending = bringing || progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (sending) return;
    setBringing(true);
    const brought = await evidence.bring();
    setBringing(false);
    setUnsent(brought.kind === 'UNSENT' ? brought.told : null);
    if (brought.kind === 'UNSENT') return;
    const photo = brought.photo;
    const done = await send({
      ...{ region, commitment: promise.id, state, note: note.trim() },
      ...{ photo, photoPublic: photo !== null && open },
    });
    if (done?.kind !== 'DONE') return;
    setReporting(false);
    setNote('');
    evidence.choose([]);
    setOpen(false);
    onReported();
  }

  if (!reporting) {
    return (
      <p className="acts">
        <button
          type="button"
          className="quiet-button"
          aria-label={`${REPORTING_WORDS.begin[language]}: ${promise.text}`}
          onClick={() => setReporting(true)}
        >
          {REPORTING_WORDS.begin[language]}
        </button>
      </p>
    );
  }
  return (
    <form className="inner report" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <fieldset className="entry">
        <legend>{REPORTING_WORDS.state[language]}</legend>
        {ANSWERS.map((one) => (
          <label className="choice" key={one}>
            <input type="radio" name={name} checked={state === one} onChange={() => setState(one)} />
            <span>{REPORT_WORDS[one][language]}</span>
          </label>
        ))}
      </fieldset>
      <LongText
        field="note"
        label={REPORTING_WORDS.note[language]}
        hint={(state === 'CANNOT' ? REPORTING_WORDS.whyHint : REPORTING_WORDS.noteHint)[language]}
        shortest={state === 'CANNOT' ? SHORTEST_REASON : 0}
        longest={LONGEST_NOTE}
        value={note}
        told={told}
        language={language}
        onChange={setNote}
      />
      <fieldset className="entry">
        <legend>{REPORTING_WORDS.photo[language]}</legend>
        <p className="hint">{REPORTING_WORDS.photoHint[language]}</p>
        <PhotoChoice
          photos={evidence.photos}
          most={1}
          language={language}
          onChange={(photos) => {
            evidence.choose(photos);
            setUnsent(null);
            setOpen(false); // who is seen in another one was not asked
          }}
        />
        {evidence.photos.length > 0 && (
          <label className="choice">
            <input type="checkbox" checked={open} onChange={() => setOpen(!open)} />
            <span>
              {REPORTING_WORDS.photoPublic[language]}
              <span className="hint">{REPORTING_WORDS.photoPublicHint[language]}</span>
            </span>
          </label>
        )}
        {unsent !== null && (
          <p className="told" role="alert">
            {unsent[language]}
          </p>
        )}
      </fieldset>
      <OrderTrouble progress={progress} fields={['note']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? REPORTING_WORDS.sending : REPORTING_WORDS.send)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={() => setReporting(false)}>
          {REPORTING_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
