import { isNews, visit, type Shelf } from './last-visit.js';

const CODE = 'BCDFGHJKLMNP';
const [MONDAY, TUESDAY] = ['2026-11-23T02:00:00.000Z', '2026-11-24T02:00:00.000Z'];

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

describe('visit', () => {
  it('knows when something had last moved at the visit before', async () => {
    const here = shelf();
    expect(await visit(CODE, MONDAY, () => here)).toBeNull();
    expect(await visit(CODE, TUESDAY, () => here)).toBe(MONDAY);
    expect(await visit(CODE, TUESDAY, () => here)).toBe(TUESDAY);
    expect(await visit('BCDFGHJKLMNQ', TUESDAY, () => here)).toBeNull();
  });
  it('keeps one moment under a digest, and no letter of the code', async () => {
    const here = shelf();
    await visit(CODE, MONDAY, () => here);
    const [[key, value], ...more] = [...here.kept] as [[string, string]];
    expect(more).toEqual([]);
    expect(key).toMatch(/^pantau\.janji\.[0-9a-f]{64}$/);
    expect(value).toBe(MONDAY);
  });
  it('sees a first visit where the browser keeps nothing, or keeps nonsense', async () => {
    const refusing = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(await visit(CODE, MONDAY, refusing)).toBeNull();
    const full = shelf();
    full.setItem = refusing;
    expect(await visit(CODE, MONDAY, () => full)).toBeNull();
    const spoilt = { ...shelf(), getItem: () => 'yesterday' };
    expect(await visit(CODE, MONDAY, () => spoilt)).toBeNull();
  });
});

it('is news what happened after the visit before, and nothing at the first one', () => {
  expect([isNews(TUESDAY, MONDAY), isNews(MONDAY, MONDAY), isNews(MONDAY, TUESDAY)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isNews(TUESDAY, null)).toBe(false);
});
