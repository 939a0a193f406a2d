import { ComplaintRegionsDocument, FeedbackCounterDocument } from '@pantau/schema';
import { useEffect, useState, type FormEvent } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { PublicPage } from '../session/Page.js';
import { TextField } from '../session/TextField.js';
import { EraseContact } from './EraseContact.js';
import { LEAVE_WORDS } from './feedback-words.js';
import { LeaveFeedback } from './LeaveFeedback.js';
import { codeInHash } from './counter-address.js';
import './feedback.css';

/**
 * `/nilai#<code>`: citizens say what they think of the service at the counter whose QR code they have scanned. What
 * stands behind the # is sent to no server by the browser, and hangs at the counter for everybody to see.
 */
export default function LeavePage() {
  return (
    <PublicPage title={LEAVE_WORDS.title}>
      {(language) => (
        <div className="leave-page">
          <Leave language={language} />
        </div>
      )}
    </PublicPage>
  );
}

function Leave({ language }: { readonly language: Language }) {
  const { client } = useVisit();
  const [code, setCode] = useState(() => codeInHash(window.location.hash));
  const [named] = useState(() => new URLSearchParams(window.location.search).get('region'));
  const { answer, again } = useAnswer(client, ComplaintRegionsDocument, {});
  const regions = answer?.kind === 'GIVEN' ? answer.data.regions.edges : [];
  const region = named ?? (regions.length === 1 ? regions[0]!.node.code : null);
  useEffect(() => {
    // Another sheet that is scanned in the same place changes nothing else in the address.
    const onHash = () => setCode((before) => codeInHash(window.location.hash) ?? before);
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);

  if (region === null && answer !== null && answer.kind !== 'GIVEN') {
    return <Unreachable language={language} onRetry={again} />;
  }
  return (
    <>
      {region !== null && code !== null ? (
        <AtCounter key={code} region={region} code={code} language={language} />
      ) : (
        <TypeCode language={language} onTyped={setCode} />
      )}
      {region !== null && <EraseContact client={client} region={region} language={language} />}
    </>
  );
}

interface AtCounterProps {
  readonly region: string;
  readonly code: string;
  readonly language: Language;
}

function AtCounter({ region, code, language }: AtCounterProps) {
  const { client } = useVisit();
  const { answer, again } = useAnswer(client, FeedbackCounterDocument, { region, code });
  if (answer === null) return <h1>{LEAVE_WORDS.title[language]}</h1>;
  if (answer.kind !== 'GIVEN') return <Unreachable language={language} onRetry={again} />;
  const counter = answer.data.feedbackCounter;
  if (counter === null || !counter.open) {
    return (
      <>
        <h1>{counter === null ? LEAVE_WORDS.scan[language] : counter.name}</h1>
        <p className="told">{(counter === null ? LEAVE_WORDS.unknown : LEAVE_WORDS.closed)[language]}</p>
        <ToComplaints language={language} region={region} />
      </>
    );
  }
  return (
    <>
      <LeaveFeedback client={client} region={region} code={code} counter={counter} language={language} />
      <ToComplaints language={language} region={region} />
    </>
  );
}

function ToComplaints({ language, region }: { readonly language: Language; readonly region: string }) {
  const search = searchInLanguage(`?${new URLSearchParams({ region })}`, language);
  return (
    <p className="to-complaints">
      <a href={`/keluhan${search}`}>{LEAVE_WORDS.complain[language]}</a>
    </p>
  );
}

interface TypeCodeProps {
  readonly language: Language;
  readonly onTyped: (code: string) => void;
}

function TypeCode({ language, onTyped }: TypeCodeProps) {
  const [typed, setTyped] = useState('');
  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    onTyped(typed.trim());
  }
  return (
    <>
      <h1>{LEAVE_WORDS.scan[language]}</h1>
      <p className="lead">{LEAVE_WORDS.scanLead[language]}</p>
      <form className="panel" onSubmit={submit}>
        <TextField
          field="code"
          label={LEAVE_WORDS.typed[language]}
          hint={LEAVE_WORDS.typedHint[language]}
          value={typed}
          told={null}
          language={language}
          onChange={setTyped}
        />
        <p className="acts">
          <button type="submit" className="button">
            {LEAVE_WORDS.open[language]}
          </button>
        </p>
      </form>
    </>
  );
}

interface UnreachableProps {
  readonly language: Language;
  readonly onRetry: () => void;
}

function Unreachable({ language, onRetry }: UnreachableProps) {
  return (
    <>
      <h1>{LEAVE_WORDS.title[language]}</h1>
      <p className="told" role="alert">
        {LEAVE_WORDS.unreachable[language]}
      </p>
      <p className="acts">
        <button type="button" className="quiet-button" onClick={onRetry}>
          {LEAVE_WORDS.retry[language]}
        </button>
      </p>
    </>
  );
}
