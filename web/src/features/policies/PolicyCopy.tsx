import { PolicyDocument } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { PolicyAnswer } from './PolicyAnswer.js';
import { PolicyForm } from './PolicyForm.js';
import { PolicyTrouble } from './PolicyTrouble.js';

interface PolicyCopyProps {
  readonly client: Client;
  readonly region: string;
  /** The version that is copied. */
  readonly version: string;
  readonly language: Language;
  readonly onDrafted: (version: string) => void;
}

/** The form with a copy of a version. */
export function PolicyCopy({ client, region, version, language, onDrafted }: PolicyCopyProps) {
  const asked = useAnswer(client, PolicyDocument, { region, version });
  return (
    <PolicyAnswer asked={asked} language={language}>
      {({ policy }) =>
        policy === null ? (
          <PolicyTrouble kind="NO_VERSION" language={language} />
        ) : (
          <PolicyForm
            client={client}
            region={region}
            policy={policy}
            language={language}
            onDrafted={onDrafted}
          />
        )
      }
    </PolicyAnswer>
  );
}
