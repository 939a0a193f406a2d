import { useEffect, useState } from 'react';
import { connectGraphql, type Graphql } from '../graphql/client.js';
import { nudgeOnReturn } from '../graphql/nudge-on-return.js';

/** A live connection for as long as the component is there; null before the first moment. */
export function useGraphql(origin: string): Graphql | null {
  const [graphql, setGraphql] = useState<Graphql | null>(null);
  useEffect(() => {
    const connected = connectGraphql(origin);
    const stop = nudgeOnReturn(connected.socket);
    // oxlint-disable-next-line react/set-state-in-effect -- a connection begins when there is a component to draw it
    setGraphql(connected);
    return () => {
      stop();
      connected.socket.close();
    };
  }, [origin]);
  return graphql;
}
