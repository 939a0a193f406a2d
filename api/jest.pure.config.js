import config from './jest.config.js';

/** The rules alone: no database, no socket, done in seconds. */
const { globalSetup: _setUp, globalTeardown: _tearDown, ...rest } = config;
export default { ...rest, roots: ['<rootDir>/src/domain'] };
