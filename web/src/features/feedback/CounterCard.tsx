import { ChangeCounterDocument, type CounterRowFragment } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from '../contests/contest-words.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { TextField } from '../session/TextField.js';
import { CounterSheet } from './CounterSheet.js';
import { OFFICE_WORDS } from './feedback-words.js';

interface CounterCardProps {
  readonly client: Client;
  readonly region: string;
  readonly counter: CounterRowFragment;
  readonly showsSheet: boolean;
  readonly language: Language;
  readonly onSheet: (shown: boolean) => void;
  readonly onChanged: () => void;
}

/** One counter: whether it takes feedback, its sheet, and what can be changed about it. */
export function CounterCard(props: CounterCardProps) {
  const { client, region, counter, showsSheet, language, onSheet, onChanged } = props;
  const { id, name, open, unit } = counter;
  const [renaming, setRenaming] = useState<string | null>(null);
  const [renewed, setRenewed] = useState(false);
  const { progress, told, send } = useOrder(client, ChangeCounterDocument, (data) => data.changeCounter);
  const sending = progress.kind === 'SENDING';

  async function change(what: { name?: string; open?: boolean; renewCode?: boolean }): Promise<void> {
    const result = await send({ region, id, renewCode: false, ...what });
    if (result?.kind !== 'DONE') return;
    setRenaming(null);
    setRenewed(what.renewCode === true);
    onChanged();
  }
  function rename(submitted: FormEvent): void {
    submitted.preventDefault();
    void change({ name: renaming?.trim() ?? name });
  }

  return (
    <article className="card" aria-label={name}>
      <header className="card-head">
        <h3>{name}</h3>
        <strong className="mark" data-mark={open ? 'ANSWERED' : 'OFF'}>
          {(open ? OFFICE_WORDS.counterOpen : OFFICE_WORDS.counterClosed)[language]}
        </strong>
      </header>
      <p className="hint">{unit.name}</p>
      {renewed && <output className="done">{OFFICE_WORDS.renewed[language]}</output>}
      {showsSheet && <CounterSheet region={region} counter={counter} language={language} />}
      {renaming !== null && (
        <form className="inner" onSubmit={rename}>
          <TextField
            field="name"
            label={OFFICE_WORDS.name[language]}
            value={renaming}
            told={told}
            language={language}
            onChange={setRenaming}
          />
          <p className="acts">
            <button type="submit" className="button" disabled={sending}>
              {(sending ? OFFICE_WORDS.saving : OFFICE_WORDS.save)[language]}
            </button>
            <button type="button" className="quiet-button" onClick={() => setRenaming(null)}>
              {CONTEST_WORDS.cancel[language]}
            </button>
          </p>
        </form>
      )}
      <OrderTrouble progress={progress} fields={renaming === null ? [] : ['name']} language={language} />
      {renaming === null && (
        <p className="acts">
          <button
            type="button"
            className="quiet-button"
            aria-expanded={showsSheet}
            aria-label={`${OFFICE_WORDS.sheet[language]}: ${name}`}
            onClick={() => onSheet(!showsSheet)}
          >
            {(showsSheet ? OFFICE_WORDS.hideSheet : OFFICE_WORDS.sheet)[language]}
          </button>
          <button
            type="button"
            className="quiet-button"
            aria-label={`${OFFICE_WORDS.rename[language]}: ${name}`}
            onClick={() => setRenaming(name)}
          >
            {OFFICE_WORDS.rename[language]}
          </button>
          <ConfirmButton
            words={open ? OFFICE_WORDS.closeCounter : OFFICE_WORDS.openCounter}
            about={name}
            busy={sending}
            language={language}
            onConfirmed={() => void change({ open: !open })}
          />
          <ConfirmButton
            words={OFFICE_WORDS.renew}
            about={name}
            busy={sending}
            language={language}
            onConfirmed={() => void change({ renewCode: true })}
          />
        </p>
      )}
    </article>
  );
}
