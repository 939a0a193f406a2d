import { ConfigRefused, readConfig } from './config.js';

describe('the settings', () => {
  it('have defaults that work on a machine with nothing on it', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      portNamed: false,
      databaseUrl: null,
      redisUrl: null,
      home: null,
      demo: 'live',
      logLevel: 'warn',
    });
  });

  it('put no invented people into a server that somebody names', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://pantau@127.0.0.1/pantau' }).demo).toBe('off');
  });

  it.each([
    ['HOST', '0.0.0.0'],
    ['HOST', '192.168.1.5'],
    ['HOST', 'pantau.example'],
    ['HOST', ''],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '4000a'],
    ['PORT', ''],
    ['DATABASE_URL', 'mysql://127.0.0.1/pantau'],
    ['DATABASE_URL', 'pantau'],
    ['DATABASE_URL', ''],
    ['REDIS_URL', 'http://127.0.0.1:6379'],
    ['PANTAU_HOME', ''],
    ['PANTAU_DEMO', 'yes'],
    ['PANTAU_LOG', 'loud'],
  ])('are refused where %s is "%s", and the message names the setting', (key, value) => {
    expect(() => readConfig({ [key]: value })).toThrow(ConfigRefused);
    expect(() => readConfig({ [key]: value })).toThrow(new RegExp(`^${key}: `, 'm'));
  });

  it('are told all at once where several are wrong', () => {
    expect(() => readConfig({ PORT: 'x', PANTAU_DEMO: 'y' })).toThrow(/PORT: [\s\S]*PANTAU_DEMO: /);
  });
});
