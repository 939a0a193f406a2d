/** What `npm test` could not get on this machine, such as `redis,chromium`; it says so at the end. */
const missing = new Set((process.env['PANTAU_WITHOUT'] ?? '').split(',').filter((name) => name !== ''));

/** `describe`, or `describe.skip` where the machine lacks what the tests need. */
export function describeWith(
  tool: 'redis' | 'chromium' | 'libreoffice' | 'python' | 'promtool',
): jest.Describe {
  return missing.has(tool) ? describe.skip : describe;
}
