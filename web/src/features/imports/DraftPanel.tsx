import {
  ApplyImportDocument,
  DropImportDocument,
  ImportDraftDocument,
  UndoImportDocument,
  type ImportSummaryFragment,
} from '@pantau/schema';
import { useEffect, useRef } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { formatCount } from '../../lib/text/format-number.js';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder, type OrderProgress } from '../contests/use-order.js';
import { Asked } from '../session/Asked.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { ChangeList } from './ChangeList.js';
import { FindingList } from './FindingList.js';
import { IMPORTS_WORDS, KIND_WORDS, OUTCOME_WORDS, STATE_WORDS } from './imports-words.js';

interface DraftPanelProps {
  readonly client: Client;
  readonly region: string;
  readonly id: string;
  readonly language: Language;
  readonly onStep: () => void;
  readonly onClose: () => void;
}

/** How often a step that takes long is asked for again; the server does it once, and answers when it is done. */
const PATIENCE = 12;

/** One file that was sent: what it would do, what is wrong with it, and the next step. */
export function DraftPanel({ client, region, id, language, onStep, onClose }: DraftPanelProps) {
  const asked = useAnswer(client, ImportDraftDocument, { region, id });
  const application = useOrder(client, ApplyImportDocument, (data) => data.applyImport);
  const dropping = useOrder(client, DropImportDocument, (data) => data.dropImport);
  const undoing = useOrder(client, UndoImportDocument, (data) => data.undoImport);
  const orders = { application, dropping, undoing };
  const busy = Object.values(orders).some(({ progress }) => progress.kind === 'SENDING');

  async function take(order: {
    send: (input: { region: string; id: string }) => Promise<OrderProgress<unknown> | null>;
  }): Promise<void> {
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const progress = await order.send({ region, id });
      if (progress?.kind !== 'FAILED' || progress.code !== 'TIMEOUT') break;
    }
    asked.again();
    onStep();
  }

  return (
    <section className="import-draft" aria-labelledby="import">
      <Asked asked={asked} language={language}>
        {({ importDraft: draft }) =>
          draft && (
            <>
              <header className="card-head">
                <Heading draft={draft} language={language} />
                <strong className="mark" data-mark={draft.state}>
                  {STATE_WORDS[draft.state][language]}
                </strong>
              </header>
              <Counts draft={draft} language={language} />
              {Object.entries(orders).map(([name, { progress }]) => (
                <OrderTrouble key={name} progress={progress} fields={[]} language={language} />
              ))}
              <div className="import-steps">
                {draft.state === 'DRAFT' && (
                  <>
                    {draft.added + draft.changed === 0 && <p>{IMPORTS_WORDS.nothing[language]}</p>}
                    {draft.refused > 0 && <p className="hint">{IMPORTS_WORDS.someRefused[language]}</p>}
                    <p className="acts">
                      {draft.added + draft.changed > 0 && (
                        <button
                          type="button"
                          className="button"
                          disabled={busy}
                          onClick={() => void take(application)}
                        >
                          {IMPORTS_WORDS.apply[language]} (
                          {formatCount(draft.added + draft.changed, language)})
                        </button>
                      )}
                      <ConfirmButton
                        words={IMPORTS_WORDS.drop1}
                        busy={busy}
                        language={language}
                        onConfirmed={() => void take(dropping)}
                      />
                    </p>
                  </>
                )}
                {draft.state === 'APPLIED' && (
                  <>
                    <p className="done" role="status">
                      {IMPORTS_WORDS.applied[language]}
                    </p>
                    <p className="acts">
                      <ConfirmButton
                        words={IMPORTS_WORDS.undo}
                        busy={busy}
                        language={language}
                        onConfirmed={() => void take(undoing)}
                      />
                      <span className="hint">
                        {IMPORTS_WORDS.undoHint[language]}{' '}
                        {formatInstant(Date.parse(draft.keptUntil), language)}.
                      </span>
                    </p>
                  </>
                )}
                {draft.state === 'UNDONE' && (
                  <p className="done" role="status">
                    {IMPORTS_WORDS.undone[language]} {formatCount(draft.putBack, language)}{' '}
                    {IMPORTS_WORDS.putBack[language]}, {formatCount(draft.left, language)}{' '}
                    {IMPORTS_WORDS.left[language]}.
                  </p>
                )}
                <output className="hint">{busy ? IMPORTS_WORDS.applying[language] : ''}</output>
              </div>
              {draft.state === 'DROPPED' || draft.state === 'EXPIRED' ? (
                <p className="none">{IMPORTS_WORDS.gone[language]}</p>
              ) : (
                <div key={`${draft.state} ${draft.plannedAt}`} className="import-both">
                  {draft.refused > 0 || draft.state === 'DRAFT' ? (
                    <FindingList client={client} region={region} id={id} language={language} />
                  ) : null}
                  <ChangeList client={client} region={region} id={id} language={language} />
                </div>
              )}
              <p className="acts">
                <button type="button" className="quiet-button" onClick={onClose}>
                  {IMPORTS_WORDS.close[language]}
                </button>
              </p>
            </>
          )
        }
      </Asked>
    </section>
  );
}

/** Whoever has sent a file is led to what it would do. */
function Heading({
  draft,
  language,
}: {
  readonly draft: ImportSummaryFragment;
  readonly language: Language;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id="import" ref={heading} tabIndex={-1}>
      {(draft.state === 'DRAFT' ? IMPORTS_WORDS.draft : IMPORTS_WORDS.done)[language]}:{' '}
      {KIND_WORDS[draft.kind].name[language]}
    </h2>
  );
}

function Counts({ draft, language }: { readonly draft: ImportSummaryFragment; readonly language: Language }) {
  const counts = {
    ADDED: draft.added,
    CHANGED: draft.changed,
    UNCHANGED: draft.unchanged,
    REFUSED: draft.refused,
  };
  return (
    <dl className="import-counts">
      {(Object.keys(counts) as (keyof typeof counts)[]).map((outcome) => (
        <div key={outcome} data-outcome={counts[outcome] > 0 ? outcome : 'NONE'}>
          <dt>{OUTCOME_WORDS[outcome][language]}</dt>
          <dd>{formatCount(counts[outcome], language)}</dd>
        </div>
      ))}
    </dl>
  );
}
