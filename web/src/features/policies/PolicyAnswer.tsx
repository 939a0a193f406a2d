import type { ReactNode } from 'react';
import type { Asked } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { POLICY_WORDS } from './policy-words.js';
import { PolicyTrouble } from './PolicyTrouble.js';

interface PolicyAnswerProps<Data> {
  readonly asked: Asked<Data>;
  readonly language: Language;
  /** What is said while the first answer is on its way. */
  readonly waiting?: string;
  readonly children: (data: Data) => ReactNode;
}

/** What a question brought: nothing yet, an answer, or why there is none. */
export function PolicyAnswer<Data>({ asked, language, waiting, children }: PolicyAnswerProps<Data>) {
  const { answer, asking, again } = asked;
  if (answer === null) {
    return <output className="loading">{waiting ?? POLICY_WORDS.loading[language]}</output>;
  }
  if (answer.kind === 'REFUSED' && answer.code === 'FORBIDDEN') {
    return <PolicyTrouble kind="NOT_OPEN" language={language} />;
  }
  if (answer.kind !== 'GIVEN') {
    const said = answer.kind === 'REFUSED' ? answer : undefined;
    return (
      <PolicyTrouble kind={answer.kind} language={language} said={said} asking={asking} onRetry={again} />
    );
  }
  return (
    <>
      {answer.notRenewed && <p className="policy-old">{POLICY_WORDS.notRenewed[language]}</p>}
      {children(answer.data)}
    </>
  );
}
