import fc from 'fast-check';
import { SESSION } from '../../testing/forum-sessions.js';
import { draftOf, isCut, missingIn, NO_DRAFT, outcomePart, type OutcomeDraft } from './outcome-draft.js';
import { LONGEST_TEXT, readableText } from './readable-text.js';
import { makeTrackingCode, spacedCode } from './tracking-code.js';

const open = { ...SESSION, phase: 'OPEN' as const };
const promise: OutcomeDraft = { ...NO_DRAFT, kind: 'COMMITMENT', text: 'Lampu', unit: 'u', due: { days: 5 } };

describe('missingIn', () => {
  it.each<[string, Partial<OutcomeDraft>, string | null]>([
    ['nothing', {}, null],
    ['the text', { text: ' \u202e\n' }, 'text'],
    ['who promises', { unit: '' }, 'owner'],
    ['when it is due', { due: null }, 'due'],
    ['the day', { due: { on: '' } }, 'due'],
    ['a day after the session', { due: { on: '2026-11-24' } }, 'duePast'],
    ['a day within a year', { due: { on: '2027-11-26' } }, 'duePast'],
  ])('finds that %s is missing', (_what, part, missing) => {
    expect(missingIn({ ...promise, ...part }, open)).toBe(missing);
  });
  it('asks no owner and no day of what is no promise', () => {
    expect(missingIn({ ...promise, kind: 'ISSUE', unit: '', due: null }, open)).toBeNull();
  });
  it('asks for a reason once the minutes are signed', () => {
    const signed = { ...SESSION, phase: 'SIGNED' as const };
    expect(missingIn({ ...promise, reason: 'terlewat' }, signed)).toBe('reason');
    expect(missingIn({ ...promise, reason: 'terlewat dibacakan' }, signed)).toBeNull();
  });
});

describe('outcomePart', () => {
  it('gives a promise an owner and a day, and anything else neither', () => {
    const part = outcomePart({ ...promise, ownerRole: ' Kasi ' }, 'a2');
    expect(part).toMatchObject({
      ownerUnit: 'u',
      ownerRole: 'Kasi',
      unit: null,
      workingDays: 5,
      dueOn: null,
    });
    expect(part).toMatchObject({ item: 'a2', trackingCode: null });
    const praise = outcomePart({ ...promise, kind: 'PRAISE' }, null);
    expect(praise).toMatchObject({ ownerUnit: null, unit: 'u', workingDays: null, trackingCode: null });
  });
  it.each(['ISSUE', 'PROPOSAL', 'QUESTION'] as const)('gives whoever made an %s a code', (kind) => {
    expect(outcomePart({ ...promise, kind }, null, () => 'CODE').trackingCode).toBe('CODE');
  });
  it('answers something where it is a promise or a decision, and nothing else does', () => {
    const answering = { ...promise, answers: 'q' };
    expect(outcomePart(answering, null).answers).toBe('q');
    expect(outcomePart({ ...answering, kind: 'DECISION' }, null).answers).toBe('q');
    expect(outcomePart({ ...answering, kind: 'ISSUE' }, null).answers).toBeNull();
  });
  it('comes back as the draft that it was made of', () => {
    const draft = { ...promise, item: '', answers: 'q', complaint: 'c', indicator: 'i', ownerRole: 'Kasi' };
    expect(draftOf({ id: 'e', reason: null }, outcomePart(draft, 'a2'))).toEqual({ ...draft, mends: 'e' });
  });
});

describe('readableText', () => {
  it('leaves nothing that cannot be seen or turns the text around, and no more than the server takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (typed) => {
        const text = readableText(typed);
        // oxlint-disable-next-line eslint/no-control-regex -- these are the characters that are meant
        expect(text).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/);
        expect([...text].length).toBeLessThanOrEqual(LONGEST_TEXT);
        expect(readableText(text)).toBe(text);
      }),
    );
  });
  it('leaves letters, line breaks and emoji as they are', () => {
    expect(readableText('Péngaduan\n“lampu” 🙏🏽')).toBe('Péngaduan\n“lampu” 🙏🏽');
  });
  it('is told from what it cuts', () => {
    expect([isCut('🙏'.repeat(1_000)), isCut('a'.repeat(1_001))]).toEqual([false, true]);
  });
});

describe('makeTrackingCode', () => {
  it('makes twelve consonants, each as likely as any other', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 2_000; n += 1) {
      const code = makeTrackingCode();
      expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{12}$/);
      for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(20);
    // 24,000 letters, 1,200 of each: five deviations of 34 either way.
    for (const count of counts.values()) expect(Math.abs(count - 1_200)).toBeLessThan(170);
  });
  it('passes over what would make some letters likelier', () => {
    let asked = 0;
    const code = makeTrackingCode((bytes) => {
      bytes.fill((asked += 1) === 1 ? 255 : 19);
    });
    expect([code, asked]).toEqual(['ZZZZZZZZZZZZ', 2]);
    expect(spacedCode(code)).toBe('ZZZZ ZZZZ ZZZZ');
  });
});
