import { KinerjaPeriodikChecksDocument, type KinerjaPeriodikChecksQuery } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { groupBy } from '../../lib/group-by.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { usePages } from '../session/use-pages.js';
import { EXPORTS_WORDS, MENDER_WORDS } from './exports-words.js';

interface HeldBackProps {
  readonly client: Client;
  readonly region: string;
  readonly period: string;
  readonly language: Language;
}

type Check = KinerjaPeriodikChecksQuery['kinerjaPeriodikChecks']['edges'][number]['node'] & {
  readonly id: string;
};

/** Of whom nothing is handed on, why, and who can mend it. */
export function HeldBack({ client, region, period, language }: HeldBackProps) {
  const pages = usePages<Check>();
  const asked = useAnswer(client, KinerjaPeriodikChecksDocument, {
    ...{ region, period, heldBackOnly: true, first: 50 },
    after: pages.after,
  });
  return (
    <Asked asked={asked} language={language}>
      {({ kinerjaPeriodikChecks: { edges, pageInfo } }) => {
        const rows = pages.with(edges.map(({ node }) => ({ ...node, id: node.employee.id })));
        return (
          <section aria-label={EXPORTS_WORDS.who[language]}>
            {rows.length === 0 && <p className="none">{EXPORTS_WORDS.nobody[language]}</p>}
            {[...groupBy(rows, ({ findings }) => findings[0]!.code)].map(([code, held]) => {
              const { message, messageEn, mender } = held[0]!.findings[0]!;
              return (
                <section key={code} className="export-people">
                  <h3>{language === 'id' ? message : messageEn}</h3>
                  <p className="hint">
                    {EXPORTS_WORDS.mends[language]}: {MENDER_WORDS[mender][language]}
                  </p>
                  <ul>
                    {held.map(({ id, employee }) => (
                      <li key={id}>
                        {employee.name} <span className="hint">{employee.unit.name}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              );
            })}
            {pageInfo.hasNextPage && (
              <p className="acts">
                <button
                  type="button"
                  className="quiet-button"
                  disabled={asked.asking}
                  onClick={() => pages.next(rows, pageInfo.endCursor)}
                >
                  {EXPORTS_WORDS.next[language]}
                </button>
              </p>
            )}
          </section>
        );
      }}
    </Asked>
  );
}
