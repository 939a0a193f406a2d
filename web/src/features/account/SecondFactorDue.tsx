import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { SECOND_WORDS } from '../session/session-words.js';
import { EnrolSecondFactor } from './EnrolSecondFactor.js';

interface SecondFactorDueProps {
  readonly client: Client;
  readonly language: Language;
  readonly onDone: () => void;
}

/** In the place of every page until the second factor that a role asks for is set up. */
export default function SecondFactorDue({ client, language, onDone }: SecondFactorDueProps) {
  return (
    <section className="panel" aria-labelledby="second-factor">
      <h1 id="second-factor">{SECOND_WORDS.title[language]}</h1>
      <p>{SECOND_WORDS.due[language]}</p>
      <EnrolSecondFactor client={client} language={language} onDone={onDone} />
    </section>
  );
}
