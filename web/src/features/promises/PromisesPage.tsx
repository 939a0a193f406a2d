import { ComplaintRegionsDocument, PublicForumUnitsDocument } from '@pantau/schema';
import { useEffect, useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { goToSearch, useSearch } from '../../lib/use-search.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { Select } from '../complaints/Select.js';
import { PublicPage } from '../session/Page.js';
import { codeInHash, type CodeInHash } from './asker-code.js';
import { FollowOutcome } from './FollowOutcome.js';
import { PromiseFigures } from './PromiseFigures.js';
import { PromiseList } from './PromiseList.js';
import { PROMISES_WORDS } from './promises-words.js';
import { SessionList } from './SessionList.js';
import { TypeCode } from './TypeCode.js';
import './promises.css';

/**
 * `/janji`: what offices promised in forums, and how far it has come. `/janji#<code>` shows what became of what somebody
 * said: what stands behind the # is sent to no server by the browser, and the page asks for it in the body of a POST.
 */
export default function PromisesPage() {
  return (
    <PublicPage title={PROMISES_WORDS.title}>{(language) => <Promises language={language} />}</PublicPage>
  );
}

function Promises({ language }: { readonly language: Language }) {
  const { client } = useVisit();
  const parameters = new URLSearchParams(useSearch());
  const { answer, again } = useAnswer(client, ComplaintRegionsDocument, {});
  const regions = answer?.kind === 'GIVEN' ? answer.data.regions.edges.map(({ node }) => node) : [];
  const region = parameters.get('region') ?? (regions.length === 1 ? regions[0]!.code : null);
  return (
    <>
      <h1>{PROMISES_WORDS.title[language]}</h1>
      <p className="lead">{PROMISES_WORDS.lead[language]}</p>
      {answer !== null && answer.kind !== 'GIVEN' && region === null && (
        <div role="alert">
          <p className="told">{PROMISES_WORDS.unreachable[language]}</p>
          <p className="acts">
            <button type="button" className="quiet-button" onClick={again}>
              {PROMISES_WORDS.retry[language]}
            </button>
          </p>
        </div>
      )}
      {regions.length > 1 && (
        <div className="short">
          <Select
            field="region"
            label={PROMISES_WORDS.region[language]}
            none={PROMISES_WORDS.choose[language]}
            options={regions.map(({ code, name }) => ({ value: code, name }))}
            value={region ?? ''}
            told={null}
            language={language}
            onChange={(chosen) => goTo({ region: chosen, unit: '' })}
          />
        </div>
      )}
      {region !== null && (
        <div className="janji" key={region}>
          <Follow client={client} region={region} language={language} />
          <OfUnit client={client} region={region} named={parameters.get('unit')} language={language} />
        </div>
      )}
    </>
  );
}

interface InRegionProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
}

/** The code that the address or somebody's fingers gave; `before`: what was typed, to be checked. */
type Given =
  | Exclude<CodeInHash, { readonly kind: 'NONE' }>
  | { readonly kind: 'CODE'; readonly code: string; readonly typed: true }
  | { readonly kind: 'NONE'; readonly before?: string };

/** What one has a code for. */
function Follow({ client, region, language }: InRegionProps) {
  const [given, setGiven] = useState<Given>(() => codeInHash(window.location.hash));
  useEffect(() => {
    const onHash = () => {
      const next = codeInHash(window.location.hash);
      // Another QR code that is scanned in the same place; the link for keyboards takes none away.
      if (next.kind !== 'NONE') setGiven(next);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  if (given.kind === 'CODE') {
    return (
      <FollowOutcome
        key={given.code}
        client={client}
        region={region}
        code={given.code}
        typed={'typed' in given}
        language={language}
        onOther={(before) => setGiven({ kind: 'NONE', before })}
      />
    );
  }
  return (
    <TypeCode
      wrong={given.kind === 'BROKEN' ? PROMISES_WORDS.badLink : null}
      before={given.kind === 'NONE' ? (given.before ?? null) : null}
      language={language}
      onTyped={(code) => setGiven({ kind: 'CODE', code, typed: true })}
    />
  );
}

interface OfUnitProps extends InRegionProps {
  /** The unit in the address; it may be none of this region. */
  readonly named: string | null;
}

/** What one unit and those below it promised, or all of the region. */
function OfUnit({ client, region, named, language }: OfUnitProps) {
  const { answer } = useAnswer(client, PublicForumUnitsDocument, { region });
  const units = answer?.kind === 'GIVEN' ? answer.data.publicForumUnits : [];
  const unit = units.find(({ id }) => id === named)?.id ?? null;
  // A unit that is named is waited for: all promises in its place would be wrong.
  if (named !== null && answer === null) return null;
  return (
    <div className="of-unit">
      {units.length > 1 && (
        <div className="short">
          <Select
            field="unit"
            label={PROMISES_WORDS.unit[language]}
            none={PROMISES_WORDS.allUnits[language]}
            options={units.map(({ id, name }) => ({ value: id, name }))}
            value={unit ?? ''}
            told={null}
            language={language}
            onChange={(chosen) => goTo({ unit: chosen })}
          />
        </div>
      )}
      <PromiseFigures client={client} region={region} unit={unit} language={language} />
      <PromiseList
        key={`o${unit}`}
        client={client}
        region={region}
        unit={unit}
        settled={false}
        language={language}
      />
      <PromiseList key={`s${unit}`} client={client} region={region} unit={unit} settled language={language} />
      <SessionList key={`f${unit}`} client={client} region={region} unit={unit} language={language} />
    </div>
  );
}

/** The same page with these parameters, an empty one left out; what stands behind the # stays there. */
function goTo(changed: Readonly<Record<string, string>>): void {
  const { pathname, search, hash } = window.location;
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changed)) {
    if (value === '') parameters.delete(name);
    else parameters.set(name, value);
  }
  const query = parameters.size === 0 ? '' : `?${parameters}`;
  goToSearch(pathname + query + hash);
}
