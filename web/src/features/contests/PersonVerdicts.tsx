import { PersonVerdictsDocument } from '@pantau/schema';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { PredicateSection } from '../appraisals/PredicateSection.js';
import type { Branch } from '../scores/explanation-tree.js';
import { Trouble } from '../scores/Trouble.js';
import { CONTEST_WORDS } from './contest-words.js';
import { ContestAct } from './ContestAct.js';
import { ContestDialog } from './ContestDialog.js';
import { ContestSection } from './ContestSection.js';
import './contests.css';

/** What people decide about a score, placed by the page of that score. */
interface Verdicts {
  /** Stands beside a row of the explanation. */
  readonly beside: (branch: Branch) => ReactNode;
  /** Stands after the explanation. */
  readonly after: ReactNode;
}

interface PersonVerdictsProps {
  readonly client: Client;
  readonly region: string;
  /** Code of the period. */
  readonly period: string;
  readonly employee: { readonly id: string; readonly name: string };
  /** Id of the employee who looks, and in whose name alone something can be done; null: it is none. */
  readonly speaker: string | null;
  readonly language: Language;
  /** Something was recorded that the score may have to be asked for again. */
  readonly onRecorded: () => void;
  readonly children: (verdicts: Verdicts) => ReactNode;
}

interface Subject {
  readonly branch: Branch;
  readonly observationId: string;
  readonly open: boolean;
}

/** Objecting, ruling and confirming, around the explanation of one person's score in the present. */
export function PersonVerdicts(props: PersonVerdictsProps) {
  const { client, region, period, employee, speaker, language, onRecorded, children } = props;
  const [subject, setSubject] = useState<Subject | null>(null);
  /** The observation that was objected to last, until the dialog is closed and the way back found. */
  const contested = useRef<string | null>(null);
  const asked = useAnswer(client, PersonVerdictsDocument, { region, employee: employee.id, period });
  const { answer, asking, again } = asked;
  const given = answer?.kind === 'GIVEN' ? answer : null;
  const contests = given?.data.contests.edges.map(({ node }) => node) ?? [];
  const contestOf = new Map(contests.map((contest) => [contest.observation.id, contest]));
  const state = given?.data.periods.find(({ code }) => code === period)?.state;

  useEffect(() => {
    if (contested.current === null || subject?.open) return;
    const mark = document.getElementById(`contested-${contested.current}`);
    if (mark === null) return; // the answer that has it is still on its way
    mark.focus(); // it stands where the button was that led to the dialog
    contested.current = null;
  });

  function recorded(): void {
    again();
    onRecorded();
  }
  function beside(branch: Branch): ReactNode {
    const { kind, observationId } = branch.node;
    if (kind !== 'OBSERVATION' || observationId === null || answer === null) return null;
    return (
      <ContestAct
        branch={branch}
        observationId={observationId}
        contest={contestOf.get(observationId) ?? null}
        language={language}
        onContest={
          speaker !== employee.id || state === 'CONFIRMED'
            ? null
            : () => setSubject({ branch, observationId, open: true })
        }
      />
    );
  }
  const after = (
    <div className="verdicts">
      {answer === null && <output className="loading">{CONTEST_WORDS.loading[language]}</output>}
      {answer !== null && answer.kind !== 'GIVEN' && (
        <Trouble kind={answer.kind} language={language} asking={asking} onRetry={again} />
      )}
      {given?.notRenewed && <p className="hint">{CONTEST_WORDS.notRenewed[language]}</p>}
      {given && (
        <ContestSection
          client={client}
          region={region}
          contests={contests}
          authority={given.data.employeeScore?.employee.reviewAuthority ?? null}
          speaker={speaker}
          language={language}
          onRuled={recorded}
        />
      )}
      {given?.data.employeeScore && state && (
        <PredicateSection
          client={client}
          region={region}
          period={period}
          state={state}
          score={given.data.employeeScore}
          speaker={speaker}
          language={language}
          onConfirmed={recorded}
        />
      )}
    </div>
  );
  return (
    <>
      {children({ beside, after })}
      {subject && (
        <ContestDialog
          key={subject.observationId}
          client={client}
          region={region}
          employee={employee}
          branch={subject.branch}
          observationId={subject.observationId}
          open={subject.open}
          language={language}
          onContested={() => {
            contested.current = subject.observationId;
            recorded();
          }}
          onClose={() => setSubject({ ...subject, open: false })}
        />
      )}
    </>
  );
}
