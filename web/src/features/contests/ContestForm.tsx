import { ContestObservationDocument, type ContestWithRulingFragment } from '@pantau/schema';
import { useId, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { CONTEST_WORDS } from './contest-words.js';
import { EvidenceLines, writtenLines, type EvidenceLine } from './EvidenceLines.js';
import { LongText } from './LongText.js';
import { OrderTrouble } from './OrderTrouble.js';
import { useOrder } from './use-order.js';

const SHORTEST_REASON = 20;

interface ContestFormProps {
  readonly client: Client;
  readonly region: string;
  readonly employee: { readonly id: string; readonly name: string };
  readonly observationId: string;
  readonly language: Language;
  readonly onContested: (contest: ContestWithRulingFragment) => void;
  readonly onCancel: () => void;
}

/** Why an observation is not right, and what bears it out; what was written stays whatever becomes of the sending. */
export function ContestForm(props: ContestFormProps) {
  const { client, region, employee, observationId, language, onContested, onCancel } = props;
  const behalf = useId();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<readonly EvidenceLine[]>([{ row: 0, text: '' }]);
  const { progress, told, trouble, send } = useOrder(
    client,
    ContestObservationDocument,
    (data) => data.contestObservation,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const lines = writtenLines(evidence);
    setEvidence(lines); // a refusal counts the lines that were sent
    const result = await send({
      region,
      observationId,
      employeeId: employee.id,
      reason: reason.trim(),
      evidence: lines.map(({ text }) => text.trim()),
    });
    if (result?.kind === 'DONE') onContested(result.done.contest);
  }

  return (
    <form ref={form} aria-describedby={behalf} onSubmit={(submitted) => void submit(submitted)}>
      <LongText
        field="reason"
        label={CONTEST_WORDS.reason[language]}
        hint={CONTEST_WORDS.reasonHint[language]}
        shortest={SHORTEST_REASON}
        value={reason}
        told={told}
        language={language}
        onChange={setReason}
      />
      <EvidenceLines lines={evidence} told={told} language={language} onChange={setEvidence} />
      <div id={behalf}>
        <p>
          {CONTEST_WORDS.onBehalf[language]}: <strong>{employee.name}</strong>
        </p>
      </div>
      <OrderTrouble progress={progress} fields={['reason', 'evidence']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? CONTEST_WORDS.sending : CONTEST_WORDS.send)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
          {CONTEST_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
