import { policySearch, readPolicyScope } from './policy-scope.js';

describe('readPolicyScope', () => {
  it('reads the list, a version and a copy', () => {
    expect(readPolicyScope('?region=35.78')).toEqual({ kind: 'LIST', region: '35.78' });
    expect(readPolicyScope('?region=35.78&version=2026-2')).toEqual({
      kind: 'VERSION',
      region: '35.78',
      version: '2026-2',
    });
    expect(readPolicyScope('?region=35.78&copy=2026-1')).toEqual({
      kind: 'COPY',
      region: '35.78',
      version: '2026-1',
    });
  });
  it.each(['', '?version=2026-1', '?region='])('is about no region at "%s"', (search) => {
    expect(readPolicyScope(search)).toBeNull();
  });
});

describe('policySearch', () => {
  it('keeps the region and the language, and nothing else', () => {
    const search = '?region=35.78&lang=en&copy=2026-1';
    expect(policySearch(search, { version: '2026-2' })).toBe('?region=35.78&lang=en&version=2026-2');
    expect(policySearch(search)).toBe('?region=35.78&lang=en');
  });
});
