import config from './jest.pure.config.js';

/** The tests of one folder of the rules: what a rule's own tests do not notice, nobody should have to. */
export default { ...config, testMatch: [`<rootDir>/${process.env.MUTATED_FOLDER}/*.test.ts`] };
