import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PURPOSES } from '../domain/privacy/purposes.js';
import { repositoryRoot } from './repository-root.js';

const document = readFileSync(join(repositoryRoot, 'api/docs/PRIVACY.md'), 'utf8');

it('PRIVACY.md says of each kind of record how long it is kept, as the register does', () => {
  const rows = [...document.matchAll(/^\| `(\w+)` +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, kind, title, days, basis]) => [kind, title, days, basis],
  );
  const register = Object.entries(PURPOSES).map(([kind, { title, days, basis }]) => [
    kind,
    title.en,
    days === null ? 'kept' : `${days} days`,
    `${basis.law}${basis.verified ? '' : ' (to be verified by the controller)'}`,
  ]);
  expect(rows).toEqual(register);
});
