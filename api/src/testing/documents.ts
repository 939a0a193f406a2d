import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, separateOperations, type DocumentNode } from 'graphql';
import { repositoryRoot } from '../app/repository-root.js';

/** The operations of a file that clients get, by name, each with the fragments that it spreads. */
export function documentsOf(room: string): Readonly<Record<string, DocumentNode>> {
  const path = join(repositoryRoot, 'schema/documents', `${room}.graphql`);
  return separateOperations(parse(readFileSync(path, 'utf8')));
}
