import { useEffect, useRef } from 'react';
import type { Language } from '../../../lib/text/language.js';
import { Refused } from '../../policies/Refused.js';
import type { Told } from '../../policies/use-command.js';
import { TextField } from '../../session/TextField.js';
import {
  LOOKING_BACK_MINUTES,
  minutesInAll,
  MOST_ITEMS,
  moveItem,
  timeAfter,
  withItem,
  type DraftItem,
} from './plan-draft.js';
import { PLAN_WORDS } from './plan-words.js';

interface AgendaEditorProps {
  readonly agenda: readonly DraftItem[];
  readonly startsAt: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (agenda: readonly DraftItem[]) => void;
}

/** The points in their order. What was promised last time comes first, and stays there. */
export function AgendaEditor({ agenda, startsAt, told, language, onChange }: AgendaEditorProps) {
  const list = useRef<HTMLOListElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
  });
  const minutes = minutesInAll(agenda);
  const end = timeAfter(startsAt, minutes);
  return (
    <fieldset className="plan-agenda">
      <legend>{PLAN_WORDS.agenda[language]}</legend>
      <ol ref={list}>
        <li className="plan-first">
          <strong>1. {PLAN_WORDS.lookingBack[language]}</strong>
          <span className="quiet">
            {LOOKING_BACK_MINUTES} {PLAN_WORDS.ofMinutes[language]} · {PLAN_WORDS.alwaysFirst[language]}
          </span>
        </li>
        {agenda.map((item, at) => (
          <li key={item.row} className="plan-item">
            <ItemFields
              item={item}
              number={at + 2}
              told={told}
              language={language}
              onChange={(changed) => onChange(agenda.with(at, changed))}
            />
            <div className="plan-moves">
              <Move
                label={named(PLAN_WORDS.up[language], item, at)}
                sign="↑"
                off={at === 0}
                onTap={() => onChange(moveItem(agenda, at, -1))}
              />
              <Move
                label={named(PLAN_WORDS.down[language], item, at)}
                sign="↓"
                off={at === agenda.length - 1}
                onTap={() => onChange(moveItem(agenda, at, 1))}
              />
              <Move
                label={named(PLAN_WORDS.remove[language], item, at)}
                sign="✕"
                off={false}
                onTap={() => onChange(agenda.toSpliced(at, 1))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Refused told={told} at={['agenda']} language={language} />
      {agenda.length < MOST_ITEMS && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            added.current = true;
            onChange(withItem(agenda));
          }}
        >
          {PLAN_WORDS.addItem[language]}
        </button>
      )}
      <p className="hint" aria-live="polite">
        {PLAN_WORDS.inAll[language]} {minutes} {PLAN_WORDS.ofMinutes[language]}
        {end !== null && `, ${PLAN_WORDS.until[language]} ${end}`}
      </p>
    </fieldset>
  );
}

function named(act: string, { title }: DraftItem, at: number): string {
  return `${act}: ${title.trim() || at + 2}`;
}

interface ItemFieldsProps {
  readonly item: DraftItem;
  readonly number: number;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (item: DraftItem) => void;
}

function ItemFields({ item, number, told, language, onChange }: ItemFieldsProps) {
  const field = `agenda.${item.row}`;
  return (
    <>
      <TextField
        className="plan-title"
        field={`${field}.title`}
        label={`${PLAN_WORDS.item[language]} ${number}`}
        value={item.title}
        told={told}
        language={language}
        required={false}
        onChange={(title) => onChange({ ...item, title })}
      />
      <TextField
        className="plan-minutes"
        field={`${field}.minutes`}
        label={PLAN_WORDS.minutes[language]}
        inputMode="numeric"
        value={item.minutes}
        told={told}
        language={language}
        required={false}
        onChange={(minutes) => onChange({ ...item, minutes })}
      />
    </>
  );
}

interface MoveProps {
  readonly label: string;
  readonly sign: string;
  readonly off: boolean;
  readonly onTap: () => void;
}

function Move({ label, sign, off, onTap }: MoveProps) {
  return (
    <button type="button" className="plan-move" aria-label={label} disabled={off} onClick={onTap}>
      {sign}
    </button>
  );
}
