import { DraftPolicyDocument, type PolicyNumbersFragment } from '@pantau/schema';
import { useId, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { NumberField } from './NumberField.js';
import { FIELD_GROUPS } from './policy-fields.js';
import {
  hasPlace,
  newRole,
  readChanges,
  typedCopy,
  type TypedPolicy,
  type TypedWeights,
} from './policy-form.js';
import { POLICY_WORDS } from './policy-words.js';
import { Refused } from './Refused.js';
import { SendState } from './SendState.js';
import { useCommand } from './use-command.js';
import { useFocusOnRefusal } from './use-focus-on-refusal.js';
import { WeightTable } from './WeightTable.js';

interface PolicyFormProps {
  readonly client: Client;
  readonly region: string;
  /** What is copied. */
  readonly policy: PolicyNumbersFragment;
  readonly language: Language;
  readonly onDrafted: (version: string) => void;
}

/** A copy of a version, to be changed and kept as a draft; what was typed stays whatever becomes of the sending. */
export function PolicyForm({ client, region, policy, language, onDrafted }: PolicyFormProps) {
  const noteId = useId();
  const [typed, setTyped] = useState<TypedPolicy>(() => typedCopy(policy, language));
  const { progress, send, tell } = useCommand(client, DraftPolicyDocument, (data) => data.draftPolicy);
  const told = progress.kind === 'TOLD' ? progress.told : null;
  const form = useFocusOnRefusal(told);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (sending) return;
    const numbers = readChanges(typed, policy);
    if ('message' in numbers) return tell(numbers);
    const input = { region, basedOn: policy.version, note: typed.note.trim(), numbers };
    const result = await send(input);
    if (result.kind === 'DONE') onDrafted(result.policy.version);
  }
  const setWeights = (change: (sets: readonly TypedWeights[]) => readonly TypedWeights[]) =>
    setTyped((before) => ({ ...before, weightSets: change(before.weightSets) }));
  const noteRefused = told?.field === 'note';

  return (
    <form className="policy-form" ref={form} onSubmit={(submitted) => void submit(submitted)} noValidate>
      <h1>
        {POLICY_WORDS.formTitle[language]} {policy.version}
      </h1>
      <p className="policy-lead">{POLICY_WORDS.formLead[language]}</p>
      <div className="groups">
        {FIELD_GROUPS.map(({ paths, title, fields }) => (
          <fieldset key={title.id}>
            <legend>{title[language]}</legend>
            <div className="fields">
              {fields.map((field) => (
                <NumberField
                  key={field.path}
                  field={field}
                  value={typed.numbers[field.path] ?? ''}
                  told={told}
                  language={language}
                  onChange={(value) =>
                    setTyped((before) => ({
                      ...before,
                      numbers: { ...before.numbers, [field.path]: value },
                    }))
                  }
                />
              ))}
            </div>
            <Refused told={told} at={paths} language={language} />
          </fieldset>
        ))}
      </div>
      <section aria-labelledby="weights">
        <h2 id="weights">{POLICY_WORDS.weights[language]}</h2>
        <p className="hint">{POLICY_WORDS.weightsHint[language]}</p>
        <Refused told={told} at={['weightSets']} language={language} />
        {typed.weightSets.length === 0 && <p>{POLICY_WORDS.noWeights[language]}</p>}
        <div className="tables">
          {typed.weightSets.map((weights) => (
            <WeightTable
              key={weights.row}
              weights={weights}
              told={told}
              language={language}
              onChange={(changed) =>
                setWeights((sets) => sets.map((set) => (set.row === weights.row ? changed : set)))
              }
              onRemove={() => setWeights((sets) => sets.filter(({ row }) => row !== weights.row))}
            />
          ))}
        </div>
        <p>
          <button
            type="button"
            className="quiet-button"
            onClick={() => setWeights((sets) => [...sets, newRole(sets)])}
          >
            {POLICY_WORDS.addRole[language]}
          </button>
        </p>
      </section>
      <div className="field note">
        <label htmlFor={noteId}>{POLICY_WORDS.note[language]}</label>
        <textarea
          id={noteId}
          rows={4}
          value={typed.note}
          aria-describedby={`${noteId}hint${noteRefused ? ` ${noteId}told` : ''}`}
          aria-invalid={noteRefused}
          onChange={(changed) => setTyped((before) => ({ ...before, note: changed.target.value }))}
        />
        <span id={`${noteId}hint`} className="hint">
          {POLICY_WORDS.noteHint[language]}
        </span>
        <Refused told={told} at={['note']} id={`${noteId}told`} language={language} />
      </div>
      <SendState
        progress={progress}
        saidElsewhere={told !== null && hasPlace(told, typed)}
        language={language}
      />
      <p>
        <button type="submit" className="button" disabled={sending}>
          {sending ? POLICY_WORDS.sending[language] : POLICY_WORDS.draft[language]}
        </button>
      </p>
    </form>
  );
}
