import { ViewerDocument } from '@pantau/schema';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Client } from 'urql';
import type { Answer } from '../graphql/answer.js';
import { createQueryClient } from '../graphql/query-client.js';
import { useAnswer } from '../graphql/use-answer.js';
import { personOf, type Viewer } from './viewer.js';

/** As long as nobody knows who looks, it is asked again after this many ms to twice as many: a screen has no one to press a button. */
const ASK_AGAIN_AFTER = 3_000;

/** A page in somebody's hands. */
export interface Visit {
  /** Null: not known yet. */
  readonly viewer: Viewer | null;
  /** Why nobody knows who it is; null: it is known, or on its way. */
  readonly trouble: Exclude<Answer<unknown>, { readonly kind: 'GIVEN' }> | null;
  /** The door for what the page asks. Another one for another person, so that everything shown is asked for anew. */
  readonly client: Client;
  /** Asks again who it is: after signing in or out, and whenever an answer says that it may be another. */
  readonly again: () => void;
}

const VisitContext = createContext<Visit | null>(null);

/** Asks once who looks at the page, and again when an answer or a return to the page gives reason to. */
export function VisitProvider({ children }: { readonly children: ReactNode }) {
  const { origin } = window.location;
  const [asker] = useState(() => createQueryClient(origin));
  const { answer, again } = useAnswer(asker, ViewerDocument, {});
  const viewer = answer?.kind === 'GIVEN' ? answer.data.viewer : null;
  const trouble = answer === null || answer.kind === 'GIVEN' ? null : answer;
  const who = viewer && (personOf(viewer)?.account.id ?? viewer.kind);
  // Another person, another client: nothing that it remembers is anybody else's.
  const [held, setHeld] = useState(() => ({ who, client: createQueryClient(origin, again) }));
  if (held.who !== who) setHeld({ who, client: createQueryClient(origin, again) });
  const { client } = held;
  useEffect(() => {
    if (viewer !== null || trouble === null) return;
    const timer = setInterval(again, ASK_AGAIN_AFTER * (1 + Math.random()));
    return () => clearInterval(timer);
  }, [viewer, trouble, again]);
  const visit = useMemo(() => ({ viewer, trouble, client, again }), [viewer, trouble, client, again]);
  return <VisitContext value={visit}>{children}</VisitContext>;
}

/** The visit that this page belongs to. @throws outside of one */
export function useVisit(): Visit {
  const visit = use(VisitContext);
  if (visit === null) throw new Error('There is no visit around this');
  return visit;
}

/** Who looks at the page, inside of what is shown to those who were let in. @throws before that is known */
export function useViewer(): Viewer {
  const { viewer } = useVisit();
  if (viewer === null) throw new Error('Nobody knows yet who looks at this');
  return viewer;
}
