/**
 * Who asks. Until people can sign in there is one actor: whoever sits at this machine, since the server
 * listens on the loopback address only.
 */
export interface Actor {
  /** Written beside each change; never a NIP or a name. */
  readonly id: string;
  readonly kind: 'LOCAL_OPERATOR' | 'IMPORTER' | 'DEMO';
}

export const LOCAL_OPERATOR: Actor = { id: 'local-operator', kind: 'LOCAL_OPERATOR' };
export const IMPORTER: Actor = { id: 'importer', kind: 'IMPORTER' };
