import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from './contest-words.js';
import type { OrderProgress } from './use-order.js';

interface OrderTroubleProps {
  readonly progress: OrderProgress<unknown>;
  /** The fields beside which a refusal is said already. */
  readonly fields: readonly string[];
  readonly language: Language;
}

/** Above the button that sends: why it has not gone through. */
export function OrderTrouble({ progress, fields, language }: OrderTroubleProps) {
  switch (progress.kind) {
    case 'TOLD': {
      const { field, message, messageEn } = progress.told;
      if (field !== null && fields.includes(field)) return null;
      return (
        <p className="told" role="alert" tabIndex={-1}>
          {language === 'id' ? message : messageEn}
        </p>
      );
    }
    case 'UNREACHABLE':
      return (
        <p className="told" role="alert">
          {CONTEST_WORDS.unsent[language]}
        </p>
      );
    case 'FAILED':
      return (
        <div className="told" role="alert">
          <p>{CONTEST_WORDS.failed[language]}</p>
          <p>
            {progress.message}
            {progress.report !== null && ` · ${CONTEST_WORDS.report[language]}: ${progress.report}`}
          </p>
        </div>
      );
    case 'NOT_SENT':
    case 'SENDING':
    case 'DONE':
      return null;
  }
}
