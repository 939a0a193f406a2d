import { ComplaintRegionsDocument } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { PublicPage } from '../session/Page.js';
import { Select } from './Select.js';
import { COMPLAIN_WORDS } from './complaint-words.js';
import { FileComplaint } from './FileComplaint.js';
import { FollowComplaint } from './FollowComplaint.js';
import './complaints.css';

/** `/keluhan`: citizens complain, and follow their complaint by its code. Neither code nor words stand in the address. */
export default function ComplainPage() {
  return (
    <PublicPage title={COMPLAIN_WORDS.title}>{(language) => <Complain language={language} />}</PublicPage>
  );
}

function Complain({ language }: { readonly language: Language }) {
  const { client } = useVisit();
  const [chosen, setChosen] = useState(() => new URLSearchParams(window.location.search).get('region'));
  const { answer } = useAnswer(client, ComplaintRegionsDocument, {});
  const regions = answer?.kind === 'GIVEN' ? answer.data.regions.edges.map(({ node }) => node) : [];
  const region = chosen ?? (regions.length === 1 ? regions[0]!.code : null);
  return (
    <>
      <h1>{COMPLAIN_WORDS.title[language]}</h1>
      <p className="lead">{COMPLAIN_WORDS.lead[language]}</p>
      {answer !== null && answer.kind !== 'GIVEN' && region === null && (
        <p className="told" role="alert">
          {COMPLAIN_WORDS.unreachable[language]}
        </p>
      )}
      {regions.length > 1 && (
        <Select
          field="region"
          label={COMPLAIN_WORDS.region[language]}
          none={COMPLAIN_WORDS.choose[language]}
          options={regions.map(({ code, name }) => ({ value: code, name }))}
          value={region ?? ''}
          told={null}
          language={language}
          onChange={setChosen}
        />
      )}
      {region !== null && (
        <>
          <FollowComplaint client={client} region={region} language={language} />
          <FileComplaint key={region} client={client} region={region} language={language} />
        </>
      )}
    </>
  );
}
