import type { ContestWithRulingFragment } from '@pantau/schema';
import { useEffect, useId, useRef, useState } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import type { Branch } from '../scores/explanation-tree.js';
import { CONTEST_WORDS } from './contest-words.js';
import { ContestForm } from './ContestForm.js';
import { contestStanding } from './contest-standing.js';
import { UpheldScore } from './UpheldScore.js';

interface ContestDialogProps {
  readonly client: Client;
  readonly region: string;
  readonly employee: { readonly id: string; readonly name: string };
  /** The observation. */
  readonly branch: Branch;
  readonly observationId: string;
  readonly open: boolean;
  readonly language: Language;
  readonly onContested: () => void;
  readonly onClose: () => void;
}

/** Where an observation is objected to. Closed and opened again it still holds what was written. */
export function ContestDialog(props: ContestDialogProps) {
  const { client, region, employee, branch, observationId, open, language, onContested, onClose } = props;
  const { node } = branch;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const done = useRef<HTMLHeadingElement>(null);
  const [contest, setContest] = useState<ContestWithRulingFragment | null>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  useEffect(() => {
    if (contest !== null) done.current?.focus();
  }, [contest]);
  return (
    <dialog
      ref={dialog}
      className="contest-dialog"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}about`}
      onClose={onClose}
    >
      <h2 id={`${id}title`} ref={done} tabIndex={contest === null ? undefined : -1}>
        {(contest === null ? CONTEST_WORDS.contest : CONTEST_WORDS.sent)[language]}
      </h2>
      <div id={`${id}about`} className="about">
        <p>
          <strong>{language === 'id' ? node.name : node.nameEn}</strong>
        </p>
        <p className="hint">{language === 'id' ? node.sentence : node.sentenceEn}</p>
      </div>
      {contest === null ? (
        <ContestForm
          client={client}
          region={region}
          employee={employee}
          observationId={observationId}
          language={language}
          onContested={(contest) => {
            setContest(contest);
            onContested();
          }}
          onCancel={() => dialog.current?.close()}
        />
      ) : (
        <>
          <p>{contestStanding(contest, language)}.</p>
          {contest.ifUpheld && (
            <p>
              {CONTEST_WORDS.ifUpheld[language]}: <UpheldScore score={contest.ifUpheld} language={language} />
            </p>
          )}
          <p className="acts">
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {CONTEST_WORDS.close[language]}
            </button>
          </p>
        </>
      )}
    </dialog>
  );
}
