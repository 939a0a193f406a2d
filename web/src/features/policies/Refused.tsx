import type { Language } from '../../lib/text/language.js';
import type { Told } from './use-command.js';

interface RefusedProps {
  readonly told: Told | null;
  /** The places that this stands beside; a refusal of another field is said elsewhere. */
  readonly at: readonly string[];
  readonly id?: string;
  readonly language: Language;
}

/** Why what stands beside it was not taken, and how to mend it. */
export function Refused({ told, at, id, language }: RefusedProps) {
  if (told === null || told.field === null || !at.includes(told.field)) return null;
  return (
    <p className="told" role="alert" id={id} tabIndex={-1}>
      {language === 'id' ? told.message : told.messageEn}
    </p>
  );
}
