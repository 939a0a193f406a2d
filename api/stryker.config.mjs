/** How Stryker changes one folder of the rules; `mutate.mjs` runs it folder by folder. */
export default {
  packageManager: 'npm',
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: { projectType: 'custom', configFile: 'jest.mutate.config.js', enableFindRelatedTests: true },
  // Sentences for people and the words of refusals are read by people, not pinned letter by letter.
  mutator: { excludedMutations: ['StringLiteral', 'ObjectLiteral'] },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 2_000,
  // Stryker would rewrite it with TypeScript's JavaScript API, which TypeScript 7 does not have; swc needs none.
  tsconfigFile: 'none',
  tempDirName: '.stryker',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportMutants: true, reportTests: false },
  jsonReporter: { fileName: '.stryker/mutation.json' },
};
