import { OwnCorrectionsDocument } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { CorrectionCard } from './CorrectionCard.js';

interface OwnCorrectionsProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
}

/** What one has asked to be put right, and what came of it; the newest first. */
export function OwnCorrections({ client, region, language }: OwnCorrectionsProps) {
  const asked = useAnswer(client, OwnCorrectionsDocument, { region, first: 100, after: null });
  return (
    <Asked asked={asked} language={language}>
      {({ corrections }) => (
        <ul className="cards">
          {corrections.edges.toReversed().map(({ node }) => (
            <li key={node.id}>
              <CorrectionCard correction={node} language={language} />
            </li>
          ))}
        </ul>
      )}
    </Asked>
  );
}
