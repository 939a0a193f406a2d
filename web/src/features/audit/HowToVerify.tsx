import type { Language } from '../../lib/text/language.js';
import { AUDIT_WORDS } from './audit-words.js';

interface HowToVerifyProps {
  readonly region: string;
  readonly language: Language;
}

/** How the chain is checked by somebody who trusts neither this page nor the server that it comes from. */
export function HowToVerify({ region, language }: HowToVerifyProps) {
  return (
    <section className="panel" aria-labelledby="verify">
      <h2 id="verify">{AUDIT_WORDS.verify[language]}</h2>
      <p>{AUDIT_WORDS.verifyLead[language]}</p>
      <pre className="commands" tabIndex={0}>
        <code>{`npm run audit:verify -- --region ${region} --export chain
npm run audit:verify -- --from chain --checkpoints ${region}.jsonl --public-key checkpoint.pem`}</code>
      </pre>
      <p className="hint">{AUDIT_WORDS.verifyMore[language]}</p>
    </section>
  );
}
