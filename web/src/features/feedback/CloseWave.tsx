import { CloseSurveyWaveDocument, EmployeesDocument } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { Select } from '../complaints/Select.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { OFFICE_WORDS } from './feedback-words.js';

interface CloseWaveProps {
  readonly client: Client;
  readonly region: string;
  readonly unit: string;
  readonly quarter: string;
  readonly language: Language;
  readonly onClosed: () => void;
}

/** Makes the index of a quarter an observation of whoever heads the unit. A person says who that is. */
export function CloseWave({ client, region, unit, quarter, language, onClosed }: CloseWaveProps) {
  const [head, setHead] = useState('');
  const { answer } = useAnswer(client, EmployeesDocument, { region, unit, first: 100, after: null });
  const people = answer?.kind === 'GIVEN' ? answer.data.employees.edges.map(({ node }) => node) : [];
  const { progress, told, trouble, send } = useOrder(
    client,
    CloseSurveyWaveDocument,
    (data) => data.closeSurveyWave,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const result = await send({ region, unit, quarter, head });
    if (result?.kind === 'DONE') onClosed();
  }
  return (
    <details className="close-wave">
      <summary>{OFFICE_WORDS.wave[language]}</summary>
      <form ref={form} onSubmit={(submitted) => void submit(submitted)}>
        <p className="hint">{OFFICE_WORDS.waveLead[language]}</p>
        <Select
          field="head"
          label={OFFICE_WORDS.head[language]}
          none={OFFICE_WORDS.choose[language]}
          options={people
            .filter((person) => person.unit.id === unit && person.active)
            .map(({ id, name, position }) => ({ value: id, name: `${name}, ${position}` }))}
          value={head}
          told={told}
          language={language}
          onChange={setHead}
        />
        <OrderTrouble progress={progress} fields={['head']} language={language} />
        <p className="acts">
          <button type="submit" className="button" disabled={sending}>
            {(sending ? OFFICE_WORDS.saving : OFFICE_WORDS.closeWave)[language]}
          </button>
        </p>
      </form>
    </details>
  );
}
