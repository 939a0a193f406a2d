import { ConfirmPredicateDocument, type Proposal_PredicateFragment, type Rating } from '@pantau/schema';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { LongText } from '../contests/LongText.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { APPRAISAL_WORDS } from './appraisal-words.js';
import { predicateOf } from './predicate-of.js';
import { otherProposal } from './proposal-words.js';
import { RatedPredicate } from './RatedPredicate.js';
import { RatingChoice } from './RatingChoice.js';

const SHORTEST_NOTE = 10;

interface Person {
  readonly id: string;
  readonly name: string;
}

interface ConfirmFormProps {
  readonly client: Client;
  readonly region: string;
  /** Code of the period. */
  readonly period: string;
  readonly employee: Person;
  readonly appraiser: Person;
  /** What is chosen at first. */
  readonly proposal: Proposal_PredicateFragment | null;
  readonly language: Language;
  readonly onConfirmed: () => void;
}

/** The verdict of the appraiser in two steps: both ratings and why, and then, with the predicate before one's eyes, for good. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { client, region, period, employee, appraiser, proposal, language, onConfirmed } = props;
  const [workResult, setWorkResult] = useState<Rating | null>(proposal?.workResult ?? null);
  const [behaviour, setBehaviour] = useState<Rating | null>(proposal?.behaviour ?? null);
  const [note, setNote] = useState('');
  const [summing, setSumming] = useState(false);
  const { progress, told, trouble, send } = useOrder(
    client,
    ConfirmPredicateDocument,
    (data) => data.confirmPredicate,
  );
  const form = useFocusOnRefusal(summing ? null : trouble); // what is mended can be reached in the first step alone
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLHeadingElement>(null);
  const sending = progress.kind === 'SENDING';
  useEffect(() => {
    if (summing) summary.current?.focus();
  }, [summing]);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (workResult === null || behaviour === null) return; // the browser says that one must be chosen
    if (!summing) return setSumming(true);
    const result = await send({
      region,
      period,
      employeeId: employee.id,
      appraiserId: appraiser.id,
      workResult,
      behaviour,
      note: note.trim(),
    });
    if (result?.kind === 'DONE') onConfirmed();
    if (result?.kind === 'TOLD') setSumming(false); // it is mended in the first step
  }

  return (
    <form
      className="confirm-form"
      ref={form}
      aria-labelledby="confirm-form"
      onSubmit={(submitted) => void submit(submitted)}
    >
      <h3 id="confirm-form" ref={heading} tabIndex={-1}>
        {APPRAISAL_WORDS.form[language]}
      </h3>
      <p>
        {APPRAISAL_WORDS.actingAs[language]} <strong>{appraiser.name}</strong>,{' '}
        {APPRAISAL_WORDS.appraiser[language]}.
      </p>
      <div hidden={summing}>
        <div className="ratings">
          <RatingChoice
            name={capitalised(APPRAISAL_WORDS.workResult[language])}
            value={workResult}
            language={language}
            onChange={setWorkResult}
          />
          <RatingChoice
            name={capitalised(APPRAISAL_WORDS.behaviour[language])}
            value={behaviour}
            language={language}
            onChange={setBehaviour}
          />
        </div>
        <LongText
          field="note"
          label={APPRAISAL_WORDS.note[language]}
          hint={APPRAISAL_WORDS.noteHint[language]}
          shortest={SHORTEST_NOTE}
          value={note}
          told={told}
          language={language}
          onChange={setNote}
        />
      </div>
      {summing && workResult && behaviour && (
        <div className="summary">
          <h4 ref={summary} tabIndex={-1}>
            {APPRAISAL_WORDS.summary[language]}
          </h4>
          <p>
            {APPRAISAL_WORDS.predicateOf[language]} {employee.name}:
          </p>
          <RatedPredicate
            predicate={predicateOf(workResult, behaviour)}
            workResult={workResult}
            behaviour={behaviour}
            language={language}
          />
          <p className="prose">{note.trim()}</p>
          <p className="hint">{besideProposal(proposal, workResult, behaviour, language)}</p>
        </div>
      )}
      <OrderTrouble progress={progress} fields={['note']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {
            (sending
              ? APPRAISAL_WORDS.sending
              : summing
                ? APPRAISAL_WORDS.confirmNow
                : APPRAISAL_WORDS.toSummary)[language]
          }
        </button>
        {summing && (
          <button
            type="button"
            className="quiet-button"
            disabled={sending}
            onClick={() => {
              setSumming(false);
              heading.current?.focus();
            }}
          >
            {APPRAISAL_WORDS.back[language]}
          </button>
        )}
      </p>
    </form>
  );
}

function besideProposal(
  proposal: Proposal_PredicateFragment | null,
  workResult: Rating,
  behaviour: Rating,
  language: Language,
): string {
  if (proposal === null) return APPRAISAL_WORDS.noProposal[language];
  if (proposal.workResult === workResult && proposal.behaviour === behaviour) {
    return APPRAISAL_WORDS.sameAsProposed[language];
  }
  return otherProposal(APPRAISAL_WORDS.otherThanProposed, proposal, language);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
