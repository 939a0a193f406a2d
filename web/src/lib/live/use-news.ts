import { useEffect } from 'react';
import type { DocumentInput, AnyVariables } from 'urql';
import { connectGraphql } from '../graphql/client.js';
import { nudgeOnReturn } from '../graphql/nudge-on-return.js';
import { hearMessage, type LiveMessage } from './hear-message.js';
import { createLiveFeed, type Held } from './live-feed.js';

/** A page that is asked for anew on news is so at most once in this many ms, however much happens. */
const NEWS_EVERY = 2_000;

interface News extends Held {
  /** How many pictures and changes have come. */
  readonly count: number;
}
const NO_NEWS: News = { cursor: null, word: null, count: 0 };

/** Calls `onNews` some time after something that is followed has changed. No document: nothing is, over no connection. */
export function useNews<Data extends Record<string, LiveMessage>, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables> | null,
  variables: Omit<NonNullable<Variables>, 'after'>,
  onNews: () => void,
): void {
  const written = JSON.stringify(variables);
  useEffect(() => {
    if (document === null) return;
    const graphql = connectGraphql(window.location.origin);
    const unnudge = nudgeOnReturn(graphql.socket);
    const feed = createLiveFeed<News, Data, Variables>(graphql, {
      document,
      variables: JSON.parse(written) as Omit<NonNullable<Variables>, 'after'>,
      empty: NO_NEWS,
      // Also the first picture: what the page shows was asked for before anything was followed.
      hear: (held, data, heard) =>
        hearMessage(held, Object.values(data)[0]!, heard, () => ({ count: held.count + 1 })),
    });
    let told = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = feed.onView(() => {
      const { count } = feed.view().held;
      if (count === told) return;
      told = count;
      timer ??= setTimeout(() => {
        timer = undefined;
        onNews();
      }, NEWS_EVERY);
    });
    const end = feed.start();
    return () => {
      end();
      stop();
      clearTimeout(timer);
      unnudge();
      graphql.socket.close();
    };
  }, [document, written, onNews]);
}
