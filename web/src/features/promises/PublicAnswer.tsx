import type { ReactNode } from 'react';
import type { Asked } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { PROMISES_WORDS } from './promises-words.js';

interface PublicAnswerProps<Data> {
  readonly asked: Pick<Asked<Data>, 'answer' | 'again'>;
  readonly language: Language;
  readonly children: (data: Data) => ReactNode;
}

/** What a question brought to whoever asks, whom nobody knows: nothing yet, an answer, or why there is none. */
export function PublicAnswer<Data>({
  asked: { answer, again },
  language,
  children,
}: PublicAnswerProps<Data>) {
  if (answer === null) return <output className="loading">{PROMISES_WORDS.loading[language]}</output>;
  if (answer.kind === 'GIVEN') {
    return (
      <>
        {answer.notRenewed && <p className="hint">{PROMISES_WORDS.notRenewed[language]}</p>}
        {children(answer.data)}
      </>
    );
  }
  return (
    <div role="alert">
      <p className="told">
        {answer.kind === 'REFUSED' ? answer.message : PROMISES_WORDS.unreachable[language]}
      </p>
      <p className="acts">
        <button type="button" className="quiet-button" onClick={again}>
          {PROMISES_WORDS.retry[language]}
        </button>
      </p>
    </div>
  );
}
