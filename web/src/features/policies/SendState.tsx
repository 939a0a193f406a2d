import type { Language } from '../../lib/text/language.js';
import { POLICY_WORDS } from './policy-words.js';
import type { Progress } from './use-command.js';

interface SendStateProps {
  readonly progress: Progress;
  /** Whether a refusal is said beside its field already. */
  readonly saidElsewhere?: boolean;
  readonly language: Language;
}

/** Above the button that sends: why it has not gone through. */
export function SendState({ progress, saidElsewhere = false, language }: SendStateProps) {
  switch (progress.kind) {
    case 'TOLD':
      if (saidElsewhere) return null;
      return (
        <p className="told" role="alert" tabIndex={-1}>
          {language === 'id' ? progress.told.message : progress.told.messageEn}
        </p>
      );
    case 'UNREACHABLE':
      return (
        <p className="told" role="alert">
          {POLICY_WORDS.unsent[language]}
        </p>
      );
    case 'FAILED':
      return (
        <div className="told" role="alert">
          <p>{(progress.code === 'FORBIDDEN' ? POLICY_WORDS.notOpen : POLICY_WORDS.failed)[language]}</p>
          <p>
            {progress.message}
            {progress.report !== null && ` · ${POLICY_WORDS.report[language]}: ${progress.report}`}
          </p>
        </div>
      );
    case 'NOT_SENT':
    case 'SENDING':
    case 'DONE':
      return null;
  }
}
