import { auditSearch, readAuditFilter } from './audit-filter.js';

describe('the filter of the audit trail', () => {
  it('is read from the address, where an unknown outcome is none', () => {
    expect(readAuditFilter('?action=read&outcome=DENIED&lang=en')).toEqual({
      actor: null,
      action: 'read',
      outcome: 'DENIED',
    });
    expect(readAuditFilter('?outcome=MAYBE&actor=')).toEqual({ actor: null, action: null, outcome: null });
  });
  it('is written into the address beside what stands there', () => {
    const search = auditSearch('?lang=en&outcome=DONE', { action: 'read', outcome: null });
    expect(search).toBe('?lang=en&action=read');
    expect(readAuditFilter(search)).toEqual({ actor: null, action: 'read', outcome: null });
  });
});
