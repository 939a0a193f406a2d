import type { Language, Text } from '../../lib/text/language.js';
import { CONTEST_WORDS } from './contest-words.js';
import type { OrderProgress } from './use-order.js';

interface OrderTroubleProps {
  readonly progress: OrderProgress<unknown>;
  /** The fields beside which a refusal is said already. */
  readonly fields: readonly string[];
  /** What is said where the server cannot be reached; left out: that sending again is safe. */
  readonly unsent?: Text;
  readonly language: Language;
}

/** Above the button that sends: why it has not gone through. */
export function OrderTrouble(props: OrderTroubleProps) {
  const { progress, fields, unsent = CONTEST_WORDS.unsent, language } = props;
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
        <p className="told" role="alert" tabIndex={-1}>
          {unsent[language]}
        </p>
      );
    case 'FAILED':
      return (
        <div className="told" role="alert" tabIndex={-1}>
          <p>{failedBecause(progress.code)[language]}</p>
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

function failedBecause(code: string | null): Text {
  if (code === 'UNAUTHENTICATED') return CONTEST_WORDS.signedOut;
  return code === 'FORBIDDEN' ? CONTEST_WORDS.notOpen : CONTEST_WORDS.failed;
}
