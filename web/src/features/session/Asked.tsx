import type { ReactNode } from 'react';
import type { Asked as AskedFor } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { useViewer } from '../../lib/viewer/visit.js';
import { NotOpen } from './NotOpen.js';
import { GATE_WORDS } from './session-words.js';
import { SessionTrouble } from './SessionTrouble.js';

interface AskedProps<Data> {
  readonly asked: AskedFor<Data>;
  readonly language: Language;
  readonly children: (data: Data) => ReactNode;
}

/** What a question brought: nothing yet, an answer, or why there is none. */
export function Asked<Data>({ asked: { answer, again }, language, children }: AskedProps<Data>) {
  const viewer = useViewer();
  if (answer === null) return <output className="loading">{GATE_WORDS.loading[language]}</output>;
  if (answer.kind === 'GIVEN') {
    return (
      <>
        {answer.notRenewed && <p className="hint">{GATE_WORDS.notRenewed[language]}</p>}
        {children(answer.data)}
      </>
    );
  }
  if (answer.kind === 'REFUSED' && answer.code === 'FORBIDDEN') {
    return <NotOpen viewer={viewer} language={language} />;
  }
  const said = answer.kind === 'REFUSED' ? answer : undefined;
  return <SessionTrouble kind={answer.kind} language={language} said={said} onRetry={again} />;
}
