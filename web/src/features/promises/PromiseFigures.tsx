import { PublicPromisesDocument } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { formatCount } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import type { PromiseStanding } from './promise-standing.js';
import { PromiseGlyph } from './PromiseGlyph.js';
import { keptMeans, PROMISES_WORDS } from './promises-words.js';
import { PublicAnswer } from './PublicAnswer.js';
import { useRenewal } from './use-renewal.js';

interface PromiseFiguresProps {
  readonly client: Client;
  readonly region: string;
  /** Null: all of the region. */
  readonly unit: string | null;
  readonly language: Language;
}

/** How many promises were kept, are under way, are late, cannot be kept; each with what it counts. */
export function PromiseFigures({ client, region, unit, language }: PromiseFiguresProps) {
  const asked = useAnswer(client, PublicPromisesDocument, { region, unit });
  useRenewal(asked.again);
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{PROMISES_WORDS.figures[language]}</h2>
      <p className="hint">{PROMISES_WORDS.figuresLead[language]}</p>
      <PublicAnswer asked={asked} language={language}>
        {({ publicPromises: { open, late, keptInTime, keptLate, cannot } }) => {
          const kept = keptInTime + keptLate;
          const rows = [
            ['KEPT', PROMISES_WORDS.kept, kept, kept === 0 ? null : keptMeans(keptLate)],
            ['STARTED', PROMISES_WORDS.open, open, PROMISES_WORDS.openMeans],
            ['LATE', PROMISES_WORDS.late, late, PROMISES_WORDS.lateMeans],
            ['CANNOT', PROMISES_WORDS.cannot, cannot, PROMISES_WORDS.cannotMeans],
          ] as const satisfies readonly (readonly [PromiseStanding, ...unknown[]])[];
          return (
            <dl className="promise-figures">
              {rows.map(([standing, name, count, means]) => (
                <div key={standing} data-standing={standing}>
                  <dt>
                    <PromiseGlyph standing={standing} />
                    {name[language]}
                  </dt>
                  <dd>
                    <strong>{formatCount(count, language)}</strong>
                    {means && <span className="hint">{means[language]}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          );
        }}
      </PublicAnswer>
    </section>
  );
}
