/**
 * Checks the arrows between floors and rooms (.dependency-cruiser.mjs). A parser that silently reads nothing would
 * report success, so the number of modules read is held against the number of files there are.
 */
import { globSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const roots = ['api/src', 'schema/src', 'migrations/src'];
const { forbidden, options } = config;
const { output } = await cruise(roots, { ...options, ruleSet: { forbidden }, validate: true });
const { violations, totalCruised } = output.summary;
const files = roots
  .flatMap((root) => globSync(`${root}/**/*.{ts,mjs}`))
  .filter((file) => !file.includes('schema/src/gql/'));

for (const { rule, from, to, cycle } of violations) {
  const { comment } = forbidden.find(({ name }) => name === rule.name);
  console.error(
    `${rule.name}: ${from} -> ${cycle ? cycle.map(({ name }) => name).join(' -> ') : to}\n  ${comment}`,
  );
}
const arrows = output.modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
console.log(
  `floors: ${totalCruised} modules of ${files.length} files, ${arrows} arrows, ${violations.length} against the rules`,
);
if (violations.length > 0 || totalCruised < files.length || arrows < files.length) process.exitCode = 1;
